import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guessMapping } from '#main/features/people/import/guess-mapping.ts';
import { MAX_BYTES, readTable, type Table } from '#main/import/read-table.ts';

const GUESS = { encoding: null, separator: null };
const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, littleEndian: boolean) => {
	const view = new DataView(new ArrayBuffer(text.length * 2));
	for (let index = 0; index < text.length; index++) view.setUint16(index * 2, text.charCodeAt(index), littleEndian);
	return new Uint8Array(view.buffer);
};

function read(bytes: Uint8Array): Table {
	const table = readTable(bytes, GUESS);
	if (!table.ok) throw new Error(table.error);
	return table.value;
}

describe('encoding', () => {
	const list = 'Nachname;Vorname\r\nÇelik;Zoë\r\nGroß;Øyvind\r\n';

	test.each([
		['utf-8', utf8(list)],
		['utf-8', utf8(`\uFEFF${list}`)],
		['utf-16le', utf16(`\uFEFF${list}`, true)],
		['utf-16le', utf16(list, true)],
		['utf-16be', utf16(`\uFEFF${list}`, false)],
		['utf-16be', utf16(list, false)],
		['windows-1252', Uint8Array.from(list, (letter) => letter.charCodeAt(0))],
	])('%s is found', (encoding, bytes) => {
		const table = read(bytes);
		expect(table.encoding).toBe(encoding);
		expect(table.headings).toEqual(['Nachname', 'Vorname']);
		expect(table.rows.map((row) => row.cells)).toEqual([
			['Çelik', 'Zoë'],
			['Groß', 'Øyvind'],
		]);
	});

	test('the letters between 0x80 and 0x9F are those of Windows', () => {
		const bytes = new Uint8Array([...utf8('a;b\n'), 0x80, 0x3b, 0x84, 0x93, 0x92, 0x0a]);
		expect(read(bytes).rows[0]?.cells).toEqual(['€', '„“’']);
	});

	test('a wish overrides the guess', () => {
		const table = readTable(utf8('a;b\nä;x\n'), { encoding: 'windows-1252', separator: null });
		expect(table.ok && table.value.rows[0]?.cells).toEqual(['Ã¤', 'x']);
	});
});

describe('shape', () => {
	test.each([
		[';', 'Name;Ort;Notiz\nA;B;x, y, z\nC;D;u, v\n'],
		[',', 'Name,Ort,Notiz\nA,B,"x; y"\nC,D,z\n'],
		['\t', 'Name\tOrt\tNotiz\nA\tB, C; D\tx\n'],
		['|', 'Name|Ort|Notiz\nA|B|x;y\nC|D|z\n'],
	])('separator %j is guessed', (separator, text) => {
		expect(read(utf8(text)).separator).toBe(separator);
		expect(read(utf8(text)).headings).toEqual(['Name', 'Ort', 'Notiz']);
	});

	test('line numbers are those of the file, over empty lines and line breaks inside cells', () => {
		const table = read(utf8('a;b\r\n1;"x\r\ny"\r\n\r\n2;z\r\n;;\r\n3;"p\nq\nr"\r\n4;end'));
		expect(table.rows).toEqual([
			{ line: 2, cells: ['1', 'x\r\ny'] },
			{ line: 5, cells: ['2', 'z'] },
			{ line: 7, cells: ['3', 'p\nq\nr'] },
			{ line: 10, cells: ['4', 'end'] },
		]);
	});

	test('a quote that is never closed does not swallow the list', () => {
		const table = read(utf8('a;b\n1;"Haus\n2;y\n3;z\n'));
		expect(table.rows.map((row) => row.cells)).toEqual([
			['1', '"Haus'],
			['2', 'y'],
			['3', 'z'],
		]);
	});

	test('lines above the headings, a line for Excel, and missing headings', () => {
		expect(read(utf8('Klientenliste Mai;;\n\nName;Ort;PLZ\nA;B;12345\n'))).toMatchObject({
			headings: ['Name', 'Ort', 'PLZ'],
			rows: [{ line: 4 }],
		});
		expect(read(utf8('sep=,\nName,Ort\nA,"B;C;D"\n'))).toMatchObject({
			separator: ',',
			rows: [{ line: 3, cells: ['A', 'B;C;D'] }],
		});
		expect(read(utf8('Kaya;Ali;02.03.1980\nNowak;Ewa;01.01.1970\n'))).toMatchObject({
			headings: ['Spalte 1', 'Spalte 2', 'Spalte 3'],
			rows: [{ line: 1 }, { line: 2 }],
		});
	});

	test('ragged rows are kept as they are', () => {
		expect(read(utf8('a;b;c\n1;2\n1;2;3;4\n1;2;3\n')).rows.map((row) => row.cells.length)).toEqual([2, 4, 3]);
	});

	test('the tool list: Windows-1252, cells with line breaks and quotes', () => {
		const table = read(readFileSync('tests/fixtures/Werkzeugliste_2026.csv'));
		expect(table).toMatchObject({ encoding: 'windows-1252', separator: ';' });
		expect(table.headings).toHaveLength(12);
		expect(table.rows).toHaveLength(180);
		expect(new Set(table.rows.map((row) => row.cells.length))).toEqual(new Set([12]));
		expect(table.rows[4]?.cells.at(-1)?.replace('\r', '')).toBe('siehe Zettel;\nSchlüssel fehlt');
		expect(guessMapping(table).filter((target) => target !== 'ignore')).toEqual(['remarks']);
	});
});

describe('refusals', () => {
	test.each([
		['empty', utf8('')],
		['empty', utf8('\uFEFF \r\n\r\n')],
		['not_text', new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0x14, 0x00])],
		['not_text', new Uint8Array(Array.from({ length: 400 }, (_, index) => (index * 7) % 256))],
		['no_table', utf8('Ein Brief.\nMit zwei Zeilen.\n')],
		['no_table', utf8('Nachname;Vorname\n')],
		['too_large', new Uint8Array(MAX_BYTES + 1)],
	])('%s', (problem, bytes) => {
		expect(readTable(bytes, GUESS)).toEqual({ ok: false, error: problem });
	});

	test('no bytes make it throw', () => {
		const separators = fc.constantFrom(';', ',', '\t', '|', '\n', '\r\n', '"', 'a', 'ß', '\uFEFF', '\0', ' ', '=');
		fc.assert(
			fc.property(
				fc.oneof(
					fc.uint8Array({ maxLength: 300 }),
					fc.array(separators, { maxLength: 120 }).map((parts) => utf8(parts.join(''))),
					fc.array(separators, { maxLength: 120 }).map((parts) => utf16(parts.join(''), true)),
				),
				fc.constantFrom(null, 'utf-8' as const, 'utf-16le' as const, 'utf-16be' as const, 'windows-1252' as const),
				(bytes, encoding) => {
					const table = readTable(bytes, { encoding, separator: null });
					if (!table.ok) return;
					expect(guessMapping(table.value)).toHaveLength(table.value.headings.length);
					const lines = table.value.rows.map((row) => row.line);
					expect(lines).toEqual(lines.toSorted((a, b) => a - b));
				},
			),
			{ numRuns: 1500 },
		);
	});
});

test('ten megabytes are read in a couple of seconds', () => {
	const bytes = utf8(
		`Nachname;Vorname;Geburtsdatum;Notiz\n${'Müller;"Anna ""A"" B";12.03.1980;ruft am Dienstag nochmals an, wegen der Miete und des Briefes vom Amt, bringt den Bescheid mit\n'.repeat(90_000)}`,
	);
	expect(bytes.length).toBeGreaterThan(10_000_000);
	const start = performance.now();
	expect(read(bytes).rows).toHaveLength(90_000);
	// Generous: about one second on an idle PC.
	expect(performance.now() - start).toBeLessThan(8000);
});

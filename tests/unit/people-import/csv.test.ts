import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTable } from '#main/import/read-table.ts';
import { unprotectCell, writeCsv } from '#shared/kernel/csv.ts';

test('opens right in Excel: mark, semicolons, CRLF, quotes, decimal comma', () => {
	expect(
		writeCsv(
			['Name', 'Notiz', 'Stunden'],
			[
				['Groß', 'sagt "ja";\nkommt', 2.5],
				[null, ' a ', 0],
			],
		),
	).toBe('\uFEFFName;Notiz;Stunden\r\nGroß;"sagt ""ja"";\nkommt";2,5\r\n;" a ";0\r\n');
});

test.each([
	['=HYPERLINK("http://x";"y")', `"'=HYPERLINK(""http://x"";""y"")"`],
	['+1+1', "'+1+1"],
	['-2+3', "'-2+3"],
	['@SUM(A1)', "'@SUM(A1)"],
	['\t=1', "'\t=1"],
	["'=1", "''=1"],
	['+49-2102-94467', "'+49-2102-94467"],
	['+492102', "'+492102"],
	['+49 2102 94467', '+49 2102 94467'],
	['a=1', 'a=1'],
])('%j is written as %j', (cell, written) => {
	expect(writeCsv(['a'], [[cell]])).toBe(`\uFEFFa\r\n${written}\r\n`);
});

test('no written cell starts a formula', () => {
	fc.assert(
		fc.property(fc.constantFrom('=', '+', '-', '@', '\t', '\r', "'"), fc.string({ unit: 'grapheme' }), (first, rest) => {
			const cell = writeCsv(['a'], [[first + rest]])
				.slice(4)
				.replace(/^"/, '');
			return !/^[=\-@\t\r]/.test(cell);
		}),
	);
});

test('what is written is read back', () => {
	const text = fc
		.oneof(
			fc.string({ unit: 'grapheme', maxLength: 12 }),
			fc
				.array(fc.constantFrom('"', ';', ',', '\n', '\r\n', "'", '=', '+49 2102 1', '-', 'ä', ' ', 'x', '|', '\t'), {
					maxLength: 6,
				})
				.map((parts) => parts.join('')),
		)
		// A text file has no control characters; the reader refuses such a file as a whole.
		// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is meant
		.map((cell) => cell.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\uFFFE\uFFFF]/g, ''));
	const row = fc.tuple(text, text, text).filter((cells) => cells.some((cell) => cell.trim() !== ''));
	fc.assert(
		fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), (rows) => {
			const bytes = new TextEncoder().encode(writeCsv(['Eins', 'Zwei', 'Drei'], rows));
			const table = readTable(bytes, { encoding: null, separator: ';' });
			if (!table.ok) throw new Error(table.error);
			expect(table.value.headings).toEqual(['Eins', 'Zwei', 'Drei']);
			expect(table.value.rows.map(({ cells }) => cells)).toEqual(rows);
		}),
		{ numRuns: 1000 },
	);
});

test('protecting and unprotecting are opposites', () => {
	fc.assert(
		fc.property(fc.array(fc.constantFrom("'", '=', '+', '1', ' ', 'a'), { maxLength: 6 }), (letters) => {
			const cell = letters.join('');
			const written = writeCsv(['a'], [[cell]])
				.slice(4, -2)
				.replace(/^"|"$/g, '');
			expect(unprotectCell(written)).toBe(cell);
		}),
	);
});

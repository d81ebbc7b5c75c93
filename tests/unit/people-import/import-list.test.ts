import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fillPerson } from '#main/features/people/import/fill-person.ts';
import { guessMapping } from '#main/features/people/import/guess-mapping.ts';
import type { ImportRow } from '#shared/features/people/import-model.ts';
import { ImportRow as ImportRowModel } from '#shared/features/people/import-model.ts';
import { EMPTY_PERSON, NewPerson, type PersonFields } from '#shared/features/people/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { createOffice, read } from './office-in-memory.ts';

const count = <T>(items: T[], test: (item: T) => boolean) => items.filter(test).length;
const codes = (rows: ImportRow[]) =>
	Object.fromEntries(
		[
			...Map.groupBy(
				rows.flatMap((row) => row.issues),
				(issue) => issue.code,
			),
		].map(([code, list]) => [code, list.length]),
	);
const rowAt = (rows: ImportRow[], line: number) => {
	const row = rows.find((candidate) => candidate.line === line);
	if (row === undefined) throw new Error(`no row at line ${line}`);
	return row;
};

describe('the sample list, as it is', () => {
	const table = read(readFileSync('tests/fixtures/Klientenliste.csv'));
	const members = [{ name: 'Miriam Berger' }];
	const rows = createOffice([], members).preview(table);

	test('every column is understood', () => {
		expect(table).toMatchObject({ encoding: 'utf-8', separator: ';' });
		expect(guessMapping(table)).toEqual(
			'lastName firstName birthDate sex street postcode city phone email nationality singleParent benefit caseOwner firstContact'.split(
				' ',
			),
		);
	});

	test('counts', () => {
		// Each number was counted in the file by other means: 31.02.1980, 4088, addresses with letters beyond ASCII,
		// first contacts after 22.11.2026, "seit", Hr. Nowak, and pairs with equal folded name, birth date and address.
		expect(rows).toHaveLength(238);
		expect(codes(rows)).toEqual({
			date_impossible: 6,
			date_in_future: 30,
			postcode_unusual: 8,
			email_unreadable: 42,
			unemployed_since_guessed: 42,
			owner_unknown: 65,
		});
		expect(count(rows, (row) => row.issues.some((issue) => issue.severity === 'error'))).toBe(0);
		expect(count(rows, (row) => row.suggestion === 'create')).toBe(220);
		expect(count(rows, (row) => row.suggestion === 'skip')).toBe(18);
		expect(count(rows, (row) => row.suggestion === 'skip' && row.matches[0]?.strength === 'certain')).toBe(17);
		expect(count(rows, (row) => row.suggestion === 'create' && row.matches.length > 0)).toBe(11);
		for (const row of rows) ImportRowModel.parse(row);
	});

	test('cells become what they mean', () => {
		expect(rowAt(rows, 3).person).toEqual({
			...EMPTY_PERSON,
			lastName: 'Groß',
			firstName: 'Elena',
			birthDate: '1971-09-05',
			sex: 'w',
			street: 'Westtangente 106a',
			postcode: '40880',
			city: 'Ratingen',
			phones: [{ number: '+4915776044979', label: '' }],
			nationality: 'RO',
			singleParent: 'no',
			employment: 'unemployed',
			unemployedSince: '2024-03-01',
			firstContact: '2026-08-23',
		});
		expect(rowAt(rows, 4).person).toMatchObject({ phones: [{ number: '+49210294467', label: '' }], benefit: null });
		expect(rowAt(rows, 7).person).toMatchObject({ phones: [], email: null, remarks: 'E-Mail: olena.wójcik@example.org' });
		expect(rowAt(rows, 17).person).toMatchObject({
			birthDate: null,
			nationality: 'stateless',
			remarks: 'Geburtsdatum: 31.02.1980',
		});
		expect(rowAt(rows, 29).person).toMatchObject({ lastName: 'Mueller', firstName: 'Nguyễn Thị', postcode: '4088' });
		expect(rowAt(rows, 33).person).toMatchObject({ lastName: 'Çelik' });
		expect(rowAt(rows, 80).person).toMatchObject({ lastName: 'Petrenko' });
	});

	test('the same person in other letters is found', () => {
		expect(rowAt(rows, 147)).toMatchObject({ suggestion: 'skip', matches: [{ line: 89, strength: 'certain', personId: null }] });
		expect(rowAt(rows, 190)).toMatchObject({ suggestion: 'skip', matches: [{ line: 151 }] });
	});

	test('imported twice, the second time changes nothing', () => {
		const office = createOffice([], members);
		expect(office.run(office.preview(table))).toMatchObject({ skipped: 18, unchanged: 0 });
		expect(office.people.size).toBe(220);
		for (const person of office.people.values()) NewPerson.parse(person);
		const before = structuredClone([...office.people]);
		const again = office.preview(table);
		expect(count(again, (row) => row.known && row.suggestion === 'skip')).toBe(238);
		expect(office.run(again)).toEqual({ create: [], fill: [], skipped: 0, unchanged: 238 });
		expect([...office.people]).toEqual(before);
	});
});

describe('who a row may be', () => {
	const HEADINGS = 'Nachname;Vorname;Geburtsdatum;Straße;PLZ;Telefon;Bemerkung';
	const here: PersonFields = {
		...EMPTY_PERSON,
		lastName: 'Yılmaz',
		firstName: 'Ayşe',
		birthDate: '1980-03-02' as LocalDate,
		street: 'Berliner Straße 5',
		postcode: '12345',
	};
	const previewOf = (row: string, office = createOffice([here])) => {
		const [first] = office.preview(read(`${HEADINGS}\n${row}\n`));
		if (first === undefined) throw new Error('no row');
		return first;
	};

	test.each([
		['YILMAZ;Ayse;02.03.1980;;;;', 'skip', 'certain', true],
		['Yilmaz;Ayşe;2.3.80;Berliner Str. 5;;;', 'skip', 'certain', true],
		['Yılmaz;Ayşe;02.03.1980;;;0176/8482802;', 'fill', 'certain', false],
		['Yılmaz;Ayşe;;;12345;0176/8482802;', 'create', 'likely', false],
		['Yılmaz;Ayşe;;berliner str 5;;0176/8482802;', 'create', 'likely', false],
		['Yılmaz;Ayşe;;;12345;;', 'skip', 'likely', true],
		['Yılmaz;Ayşe;;;;;', 'skip', 'likely', true],
		['Ayşe;Yılmaz;02.03.1980;;;;', 'create', 'likely', false],
	])('%s: %s, %s', (row, suggestion, strength, known) => {
		expect(previewOf(row)).toMatchObject({ suggestion, known, matches: [{ personId: 'p1', line: null, strength }] });
	});

	test.each([
		'Yılmaz;Ayşe;03.03.1980;Berliner Str. 5;12345;;',
		'Yılmaz;Ayşe;;;99999;;',
		'Yılmaz;Fatma;02.03.1980;Berliner Str. 5;12345;;',
	])('%s is somebody else', (row) => {
		expect(previewOf(row)).toMatchObject({ suggestion: 'create', matches: [] });
	});

	test('what is there already stays, and the screen hears of it', () => {
		const row = previewOf('Yılmaz;Ayşe;02.03.1980;Westtangente 9;54321;0176/8482802;');
		expect(row).toMatchObject({ suggestion: 'fill' });
		expect(row.issues).toEqual([
			{ code: 'kept_existing', column: 'Straße', cell: 'Westtangente 9', severity: 'warning' },
			{ code: 'kept_existing', column: 'PLZ', cell: '54321', severity: 'warning' },
		]);
		expect(fillPerson(here, row.person as PersonFields)).toEqual({ phones: [{ number: '+491768482802', label: '' }] });
	});

	test('a row without a name, and one with more cells than headings, are left out with a reason', () => {
		expect(previewOf(';k.A.;02.03.1980;;;;')).toMatchObject({
			person: null,
			suggestion: 'skip',
			issues: [{ code: 'name_missing', severity: 'error' }],
		});
		expect(previewOf('Kaya;Ali;;;;;bitte anrufen; dringend')).toMatchObject({
			person: null,
			suggestion: 'skip',
			issues: [{ code: 'too_many_cells', cell: ' dringend', severity: 'error' }],
		});
	});

	test('a text that is too long goes to the remarks', () => {
		const row = previewOf(`Kaya;Ali;;${'lang '.repeat(40)};;;`);
		expect(row.issues.map((issue) => issue.code)).toEqual(['too_long']);
		expect(row.person).toMatchObject({ street: null, remarks: `Straße: ${'lang '.repeat(40).trim()}` });
		expect(previewOf(`Kaya;Ali;;;;;${'x'.repeat(5000)}`).person?.remarks).toHaveLength(4000);
	});

	test('rows of one person are put together before anything is written', () => {
		const office = createOffice();
		const rows = office.preview(
			read(
				`${HEADINGS}\nKaya;Ali;01.02.1990;;;;\nKAYA;Ali;01.02.1990;Weg 1;;0176/8482802;\nKaya;Ali;1.2.90;;;;ruft an\nKaya;Ali;1.2.90;;;;ruft an\n`,
			),
		);
		expect(rows.map((row) => row.suggestion)).toEqual(['create', 'fill', 'fill', 'skip']);
		expect(office.run(rows).create).toHaveLength(1);
		expect([...office.people.values()]).toMatchObject([
			{ lastName: 'Kaya', street: 'Weg 1', phones: [{ number: '+491768482802' }], remarks: 'ruft an' },
		]);
	});

	test('the person at the screen decides', () => {
		const table = read(`${HEADINGS}\nYılmaz;Ayşe;;;12345;0176/8482802;\nYılmaz;Ayşe;;;12345;0176/8482802;\n`);
		const office = createOffice([here]);
		const rows = office.preview(table);
		expect(rows.map((row) => row.suggestion)).toEqual(['create', 'skip']);
		const plan = office.run(rows, new Map([[2, { decision: 'fill', personId: 'p1' as PersonId }]]));
		expect(plan).toEqual({
			create: [],
			fill: [{ personId: 'p1', changes: { phones: [{ number: '+491768482802', label: '' }] } }],
			skipped: 1,
			unchanged: 0,
		});
		const gone = createOffice([here]);
		gone.people.clear();
		expect(gone.run(rows, new Map([[2, { decision: 'fill', personId: 'p1' as PersonId }]])).create).toHaveLength(1);
		expect(createOffice([here]).run(rows, new Map([[2, { decision: 'skip', personId: null }]]))).toMatchObject({
			create: [],
			fill: [],
			skipped: 2,
		});
	});
});

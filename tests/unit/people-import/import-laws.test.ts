import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { differingFields, fillPerson } from '#main/features/people/import/fill-person.ts';
import type { Table } from '#main/import/read-table.ts';
import { ImportRow as ImportRowModel } from '#shared/features/people/import-model.ts';
import { EMPTY_PERSON, NewPerson, type PersonFields } from '#shared/features/people/model.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { createOffice, read } from './office-in-memory.ts';

/** Lists as an office might have them: few names and places, so that rows meet; odd cells everywhere. */
const cell = (...cells: string[]) => fc.constantFrom('', ...cells);
const listRow = fc.tuple(
	cell('Kaya', 'KAYA', 'Müller', 'Mueller', 'von der Heide', 'Ali'),
	cell('Ali', 'Ayşe', 'AYSE', 'Kaya'),
	cell('01.02.1990', '1.2.90', '1990-02-01', '31.02.1980', '05.06.1975', '24.12.2030', 'k.A.', 'x'),
	cell('Weg 1', 'WEG 1', 'Hauptstr. 5', 'Hauptstraße 5'),
	cell('12345', '4088', '54321'),
	cell('0176/8482802', ' keins ', '02102 77706, 0176 8482802', 'siehe Akte'),
	cell('a@example.org', 'ó@example.org', 'k.A.'),
	cell('w', 'm', 'k.A.', '??'),
	cell('arbeitslos seit 3/2024', 'ALG II', '-', 'Bürgergeld + Minijob', 'fragt nach'),
	cell('Frau Berger', 'Hr. Nowak'),
	cell('ruft an', 'wichtig\nsehr'),
);
const listTable = fc.array(listRow, { minLength: 1, maxLength: 25 }).map(
	(rows): Table => ({
		encoding: 'utf-8',
		separator: ';',
		headings: 'Nachname;Vorname;Geburtsdatum;Straße;PLZ;Telefon;E-Mail;Geschlecht;Leistungsbezug;Beraterin;Bemerkung'.split(';'),
		rows: rows.map((cells, index) => ({ line: index + 2, cells })),
	}),
);

describe('laws', () => {
	test('importing the same list twice changes nothing', () => {
		fc.assert(
			fc.property(listTable, listTable, (earlier, table) => {
				const office = createOffice([], [{ name: 'Miriam Berger' }]);
				office.run(office.preview(earlier));
				office.run(office.preview(table));
				const before = structuredClone([...office.people]);
				const again = office.preview(table);
				for (const row of again)
					if (row.person !== null) expect([row.line, row.known, row.suggestion]).toEqual([row.line, true, 'skip']);
				office.run(again);
				expect([...office.people]).toEqual(before);
			}),
			{ numRuns: 400 },
		);
	});

	test('every row is created, filled into somebody, known, or left out, and nothing that stood there changes', () => {
		fc.assert(
			fc.property(listTable, listTable, (earlier, table) => {
				const office = createOffice();
				office.run(office.preview(earlier));
				const before = structuredClone(office.people);
				const rows = office.preview(table);
				for (const row of rows) {
					ImportRowModel.parse(row);
					if (row.suggestion !== 'create') expect(row.person === null || row.matches.length > 0).toBe(true);
				}
				office.run(rows);
				for (const [id, person] of before) expect(differingFields(person, office.people.get(id) as PersonFields)).toEqual([]);
			}),
			{ numRuns: 300 },
		);
	});

	test('filling twice is filling once', () => {
		fc.assert(
			fc.property(listTable, (table) => {
				const people = createOffice()
					.preview(table)
					.flatMap((row) => row.person ?? []);
				for (const [index, person] of people.entries()) {
					const other = people[(index + 1) % people.length] as PersonFields;
					const filled = { ...person, ...fillPerson(person, other) };
					expect(fillPerson(filled, other)).toEqual({});
					NewPerson.parse(filled);
				}
			}),
		);
	});
});

test('10,000 rows against 100,000 people take seconds, not minutes', () => {
	const person = (index: number): PersonFields => ({
		...EMPTY_PERSON,
		lastName: `Name${index % 5000}`,
		firstName: `Vorname${index % 300}`,
		birthDate: `19${50 + (index % 50)}-0${1 + (index % 9)}-1${index % 10}` as LocalDate,
		postcode: '40880',
	});
	const office = createOffice(Array.from({ length: 100_000 }, (_, index) => person(index)));
	const lines = Array.from({ length: 10_000 }, (_, index) => {
		const { lastName, firstName, birthDate } = person(index * 7);
		return `${lastName};${firstName};${index % 3 === 0 ? '' : birthDate};40880;0176/84${10_000 + index}`;
	});
	const table = read(`Nachname;Vorname;Geburtsdatum;PLZ;Telefon\n${lines.join('\n')}\n`);
	const start = performance.now();
	expect(office.preview(table)).toHaveLength(10_000);
	// About two seconds on an idle PC; the limit leaves room for a busy one.
	expect(performance.now() - start).toBeLessThan(60_000);
});

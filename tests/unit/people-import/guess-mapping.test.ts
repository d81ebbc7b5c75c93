import { describe, expect, test } from 'vitest';
import { guessMapping } from '#main/features/people/import/guess-mapping.ts';
import { readRow } from '#main/features/people/import/read-row.ts';
import { readTable, type Table } from '#main/import/read-table.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';

const TODAY = '2026-11-22' as LocalDate;

function read(text: string): Table {
	const table = readTable(new TextEncoder().encode(text), { encoding: null, separator: null });
	if (!table.ok) throw new Error(table.error);
	return table.value;
}
const mappingOf = (headings: string, ...rows: string[]) =>
	guessMapping(
		read([headings, ...(rows.length > 0 ? rows : [`a${';'.repeat(headings.split(';').length - 1)}`])].join('\n')),
	).join(' ');
const personOf = (headings: string, row: string) => {
	const table = read(`${headings}\n${row}`);
	const mapping = guessMapping(table);
	return readRow(
		table.rows[0]?.cells ?? [],
		table.headings.map((heading, index) => ({ heading, target: mapping[index] ?? 'ignore' })),
		TODAY,
	);
};

describe('headings', () => {
	test.each([
		['Name;Vorname;geb. am;Str.;Hausnr.;PLZ / Ort', 'lastName firstName birthDate street street postcode'],
		['Name, Vorname;Geb.-Datum;Anschrift;Tel. (privat);Handy;Mail', 'fullName birthDate street phone phone email'],
		['NACHNAME;VORNAME;STRASSE;ORT;TELEFON 1;TELEFON 2', 'lastName firstName street city phone phone'],
		[
			'Last name;First name;Date of birth;Gender;Zip code;City;Phone;E-mail',
			'lastName firstName birthDate sex postcode city phone email',
		],
		['Lfd. Nr.;Anrede;Klient/in;Staatsang.;Berater*in;Bemerkungen', 'ignore sex fullName nationality caseOwner remarks'],
		[
			'Nr;Familienname;Rufname;Geburtsname;Titel;Aufenthaltstitel;Erstgespräch am',
			'ignore lastName firstName birthName title remarks firstContact',
		],
		['Name;Name der Mutter;Landkreis', 'fullName ignore ignore'],
	])('%s', (headings, mapping) => {
		expect(mappingOf(headings)).toBe(mapping);
	});

	test('each target is given once, except those that are put together', () => {
		expect(mappingOf('Nachname;Nachname;Ort;Ort;Telefon;Telefon;Notiz;Notiz')).toBe(
			'lastName ignore city ignore phone phone remarks remarks',
		);
	});
});

describe('content, where headings say nothing', () => {
	test('a list without headings', () => {
		expect(
			mappingOf(
				'Kaya, Ali;02.03.1980;0176/8482802;Lindenweg 5;12345;ali@example.org;türkisch;m',
				'Nowak, Ewa;03.04.1971;02102 77706;Lindenweg 7;12345;ewa@example.org;polnisch;w',
				'Groß, Zoë;1.1.65;02102 77707;Gartenstr. 7a;12346;k.A.;deutsch;w',
				'Popa, Ion;1.2.66;-;Am Ring 9;12346;;rumänisch;m',
				'Melnyk, Olha;1.2.77;02102 77709;Lindenweg 1;12346;;ukrainisch;w',
				'Berg, Ute;1.2.58;02102 77710;Lindenweg 2;12346;;deutsch;w',
				'Sahin, Can;1.2.99;02102 77711;Lindenweg 3;12346;;türkisch;m',
			),
		).toBe('fullName birthDate phone street postcode email nationality sex');
	});
});

describe('parts of one thing in several columns, several things in one', () => {
	test('street and house number, postcode and place', () => {
		expect(personOf('Name;Vorname;Straße;Hausnummer;PLZ Ort', 'Kaya;Ali;Lindenweg;5 a;12345 Musterstadt').person).toMatchObject({
			street: 'Lindenweg 5 a',
			postcode: '12345',
			city: 'Musterstadt',
		});
		expect(personOf('Name;Anschrift', 'Frau Dr. Ayşe Öztürk;Berliner Str. 5, 12345 Musterstadt').person).toMatchObject({
			title: 'Dr.',
			firstName: 'Ayşe',
			lastName: 'Öztürk',
			sex: 'w',
			street: 'Berliner Str. 5',
			postcode: '12345',
			city: 'Musterstadt',
		});
	});

	test('phones of several columns are all kept, once each', () => {
		expect(personOf('Name;Telefon;Handy', 'Kaya, Ali;02102 77706, 0176/8482802;+49 176 8482802').person?.phones).toEqual([
			{ number: '+49210277706', label: '' },
			{ number: '+491768482802', label: '' },
		]);
	});

	test('what no field can hold is kept under its heading', () => {
		const { person, issues } = personOf(
			'Name;Geburtsdatum;Geschlecht;Staatsangehörigkeit;Telefon;E-Mail;Familienstand;Bemerkung',
			'Kaya, Ali;31.02.1980;unklar;ungeklärt;siehe Akte;ali(at)example.org;verh.;ruft an',
		);
		expect(issues.map(({ code, column, severity }) => [code, column, severity])).toEqual([
			['date_impossible', 'Geburtsdatum', 'warning'],
			['value_unknown', 'Geschlecht', 'warning'],
			['value_unknown', 'Staatsangehörigkeit', 'warning'],
			['phone_unreadable', 'Telefon', 'warning'],
			['email_unreadable', 'E-Mail', 'warning'],
		]);
		expect(person?.remarks).toBe(
			'Geburtsdatum: 31.02.1980\nGeschlecht: unklar\nStaatsangehörigkeit: ungeklärt\nTelefon: siehe Akte\nE-Mail: ali(at)example.org\nFamilienstand: verh.\nruft an',
		);
	});

	test('refused and empty are told apart where the field knows it', () => {
		expect(
			personOf('Name;Geschlecht;Staatsangehörigkeit;alleinerziehend;Telefon;E-Mail', 'Kaya, Ali;k.A.;k.A.;k.A.;k.A.;k.A.'),
		).toMatchObject({
			person: {
				sex: 'keine_angabe',
				nationality: 'keine_angabe',
				singleParent: 'keine_angabe',
				phones: [],
				email: null,
				remarks: null,
			},
			issues: [],
		});
		expect(personOf('Name;Geschlecht;alleinerziehend;Leistungsbezug', 'Kaya, Ali;-;?;-')).toMatchObject({
			person: { sex: null, singleParent: null, benefit: null, remarks: null },
			issues: [],
		});
	});
});

import { describe, expect, test } from 'vitest';
import { matchOwner } from '#main/features/people/import/match-owner.ts';
import { NATIONALITY_WORDS } from '#main/features/people/import/nationalities.ts';
import { readBenefit } from '#main/features/people/import/read-benefit.ts';
import { readSex, readYesNo } from '#main/features/people/import/read-choice.ts';
import { readEmail } from '#main/features/people/import/read-email.ts';
import { calmName, splitFullName, splitTitle } from '#main/features/people/import/read-name.ts';
import { readNationality } from '#main/features/people/import/read-nationality.ts';
import { readPhones } from '#main/features/people/import/read-phone.ts';
import { isEmptyCell, isRefusal } from '#main/import/cell.ts';
import { readDate } from '#main/import/read-date.ts';
import { formatPhone, formatPhoneInternational } from '#shared/features/people/phone.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';

const TODAY = '2026-11-22' as LocalDate;

describe('dates', () => {
	test.each([
		['22.10.2007', '2007-10-22'],
		['22.10.07', '2007-10-22'],
		['5.9.71', '1971-09-05'],
		['22.11.26', '2026-11-22'],
		['23.11.26', '1926-11-23'],
		['1.1.00', '2000-01-01'],
		['1958-10-12', '1958-10-12'],
		['1958/10/12', '1958-10-12'],
		['12/10/1958', '1958-10-12'],
		['12-10-58', '1958-10-12'],
		['12. 10. 1958', '1958-10-12'],
		['29.02.2024', '2024-02-29'],
		['24.12.1999 00:00:00', '1999-12-24'],
		['1999-12-24T00:00:00Z', '1999-12-24'],
		['3. März 1980', '1980-03-03'],
		['3 Dez. 80', '1980-12-03'],
		['19800303', '1980-03-03'],
		['03031980', '1980-03-03'],
		['29283', '1980-03-03'],
		['61', '1900-03-01'],
	])('%s → %s', (cell, date) => {
		expect(readDate(cell, TODAY)).toEqual({ value: date, problem: null, keep: false });
	});

	test.each([
		['31.02.1980', 'date_impossible'],
		['29.02.2023', 'date_impossible'],
		['00.00.1980', 'date_impossible'],
		['12/25/1980', 'date_impossible'],
		['01.01.1800', 'date_impossible'],
		['24.12.2026', 'date_in_future'],
		['99999', 'date_in_future'],
		['1980', 'date_unreadable'],
		['März 1980', 'date_unreadable'],
		['3. Foo 1980', 'date_unreadable'],
		['ca. 1980', 'date_unreadable'],
		['7', 'date_unreadable'],
	])('%s: %s', (cell, problem) => {
		expect(readDate(cell, TODAY)).toEqual({ value: null, problem, keep: true });
	});
});

describe('phones', () => {
	const numbers = (cell: string, heading = 'Telefon') =>
		readPhones(cell, heading).phones.map((phone) => `${phone.number} ${phone.label}`.trim());

	test.each([
		['0176/8482802', ['+491768482802']],
		['0049 1577 6044979', ['+4915776044979']],
		['+49 (0) 2102 - 94467', ['+49210294467']],
		['0049-(0)2102 94467', ['+49210294467']],
		['02102 77706', ['+49210277706']],
		['+90 532 123 45 67', ['+905321234567']],
		['0176 1234567 (Tochter)', ['+491761234567 Tochter']],
		['Tel.: 02102/77706', ['+49210277706']],
		['02102 77706, 0176/8482802', ['+49210277706', '+491768482802']],
		['02102 77706 oder 0176/8482802', ['+49210277706', '+491768482802']],
		['02102/77706 / 0176/8482802', ['+49210277706', '+491768482802']],
		['privat 02102 77706\nmobil 0176/8482802', ['+49210277706 privat', '+491768482802 mobil']],
	])('%j', (cell, expected) => {
		expect(numbers(cell)).toEqual(expected);
		expect(readPhones(cell, 'Telefon').complete).toBe(true);
	});

	test('the heading is the label when it says which phone', () => {
		expect(numbers('0176/8482802', 'Handy')).toEqual(['+491768482802 Handy']);
	});

	test.each(['siehe Akte', '12', '0176/8482802 und beim Nachbarn fragen 4711'])('%j is not complete', (cell) => {
		expect(readPhones(cell, 'Telefon').complete).toBe(false);
	});

	test('are shown the German way', () => {
		expect(formatPhone('+49210294467')).toBe('02102 94467');
		expect(formatPhone('+905321234567')).toBe('+90 532 123 45 67');
		expect(formatPhoneInternational('+49210294467')).toBe('+49 2102 94467');
	});
});

describe('names', () => {
	test.each([
		['GARCÍA LÓPEZ', 'García López'],
		['VON DER HEIDE', 'von der Heide'],
		['AL-SAYED', 'Al-Sayed'],
		['EL HADDAD', 'el Haddad'],
		['O’NEILL', 'O’Neill'],
		["D'ANGELO", "D'Angelo"],
		['MCDONALD', 'McDonald'],
		['GROSS', 'Gross'],
		['ÇELİK', 'Çelik'],
		['NGUYỄN', 'Nguyễn'],
		['von der Heide', 'von der Heide'],
		['McDonald', 'McDonald'],
		['B.', 'B.'],
		['李', '李'],
		['محمد', 'محمد'],
	])('%s → %s', (shouted, calm) => {
		expect(calmName(shouted)).toBe(calm);
	});

	test.each([
		['Yılmaz, Mehmet', null, 'Mehmet', 'Yılmaz', null],
		['Mehmet Yılmaz', null, 'Mehmet', 'Yılmaz', null],
		['Maria von der Heide', null, 'Maria', 'von der Heide', null],
		['von der Heide, Maria', null, 'Maria', 'von der Heide', null],
		['von der Heide', null, null, 'von der Heide', null],
		['Nguyễn Thị Lan', null, 'Nguyễn Thị', 'Lan', null],
		['Frau Dr. Ayşe Öztürk', 'Dr.', 'Ayşe', 'Öztürk', 'w'],
		['Hr. Nowak', null, null, 'Nowak', 'm'],
		['Groß, Dr. Elena', 'Dr.', 'Elena', 'Groß', null],
		['Yılmaz', null, null, 'Yılmaz', null],
	])('%s', (cell, title, firstName, lastName, sex) => {
		expect(splitFullName(cell)).toEqual({ title, firstName, lastName, sex });
	});

	test.each([
		['Dr. Müller', 'Dr.', 'Müller'],
		['Prof. Dr. Müller', 'Prof. Dr.', 'Müller'],
		['Dr. med. Müller', 'Dr. med.', 'Müller'],
		['Dipl.-Ing. Kaya', 'Dipl.-Ing.', 'Kaya'],
		['Drechsler', null, 'Drechsler'],
		['Magdalena', null, 'Magdalena'],
	])('title of %s', (text, title, name) => {
		expect(splitTitle(text)).toEqual({ title, name });
	});
});

describe('words', () => {
	test.each([
		['w', 'w'],
		['W', 'w'],
		['weiblich', 'w'],
		['Frau', 'w'],
		['männlich', 'm'],
		['Herr', 'm'],
		['divers', 'd'],
		['k.A.', 'keine_angabe'],
		['?!', null],
	])('sex %s', (cell, sex) => {
		expect(readSex(cell).value).toBe(sex);
	});

	test.each([
		['x', 'yes'],
		['Ja', 'yes'],
		['j', 'yes'],
		['1', 'yes'],
		['☑', 'yes'],
		['nein', 'no'],
		['N', 'no'],
		['0', 'no'],
		['keine Angabe', 'keine_angabe'],
		['vielleicht', null],
	])('answer %s', (cell, answer) => {
		expect(readYesNo(cell).value).toBe(answer);
	});

	test.each(['-', '–', ' keins ', 'n/a', '?', '.', 'unbekannt'])('%j is empty', (cell) => {
		expect(isEmptyCell(cell)).toBe(true);
		expect(isRefusal(cell)).toBe(false);
	});

	test.each(['k.A.', 'k. A.', 'K.A', 'keine Angabe', 'verweigert'])('%j is a refusal', (cell) => {
		expect(isRefusal(cell)).toBe(true);
	});

	test.each([
		['syrisch', 'SY'],
		['Syrische', 'SY'],
		['Syrien', 'SY'],
		['Syrer/in', 'SY'],
		['Türkin', 'TR'],
		['türkischer', 'TR'],
		['TÜRKISCH', 'TR'],
		['tuerkisch', 'TR'],
		['dt.', 'DE'],
		['DE', 'DE'],
		['Ukrainerin', 'UA'],
		['Bosnien-Herzegowina', 'BA'],
		['staatenlos', 'stateless'],
		['k.A.', 'keine_angabe'],
	])('nationality %s → %s', (cell, code) => {
		expect(readNationality(cell)).toEqual({ value: code, problem: null, keep: false });
	});

	test('a nationality that has no code, or two of them, is kept in words', () => {
		expect(readNationality('ungeklärt')).toEqual({ value: null, problem: 'value_unknown', keep: true });
		expect(readNationality('deutsch/türkisch')).toEqual({ value: 'DE', problem: 'value_unknown', keep: true });
	});

	test('every nationality word leads back to its own code', () => {
		for (const [code, words] of Object.entries(NATIONALITY_WORDS)) {
			for (const word of words.split(', ')) expect([word, readNationality(word).value]).toEqual([word, code]);
		}
	});

	test('e-mail', () => {
		expect(readEmail('elena.ivanova@example.org').value).toBe('elena.ivanova@example.org');
		expect(readEmail('mailto:info@example.com').value).toBe('info@example.com');
		expect(readEmail('info@müller.example').value).toBe('info@xn--mller-kva.example');
		for (const cell of ['olena.wójcik@example.org', 'elena', '@example.org', 'a@b', 'a b@example.org']) {
			expect(readEmail(cell)).toEqual({ value: null, problem: 'email_unreadable', keep: true });
		}
	});

	test('the counsellor is found by what the list calls them', () => {
		const members = [{ name: 'Miriam Berger' }, { name: 'Tomasz Nowak' }, { name: 'Anna Nowak' }];
		expect(matchOwner('Frau Berger', members)?.name).toBe('Miriam Berger');
		expect(matchOwner('Berger, M.', members)?.name).toBe('Miriam Berger');
		expect(matchOwner('Hr. Nowak', members)).toBeNull();
		expect(matchOwner('T. Nowak', members)?.name).toBe('Tomasz Nowak');
		expect(matchOwner('M.', members)).toBeNull();
		expect(matchOwner('Frau', members)).toBeNull();
	});
});

describe('benefit', () => {
	test.each([
		['arbeitslos seit 3/2024', null, 'unemployed', '2024-03-01', 'unemployed_since_guessed', false],
		['arbeitslos seit 03.2024', null, 'unemployed', '2024-03-01', 'unemployed_since_guessed', false],
		['arbeitslos seit 2019', null, 'unemployed', '2019-01-01', 'unemployed_since_guessed', false],
		['arbeitslos seit März 2024', null, 'unemployed', '2024-03-01', 'unemployed_since_guessed', false],
		['arbeitslos seit 15.03.2024', null, 'unemployed', '2024-03-15', null, false],
		['arbeitslos', null, 'unemployed', null, null, false],
		['arbeitslos seit 3/2027', null, 'unemployed', null, 'date_in_future', true],
		['in Arbeit (Minijob)', null, 'minijob', null, null, false],
		['in Arbeit', null, 'employed', null, null, false],
		['ALG II', 'buergergeld', null, null, null, false],
		['ALG2', 'buergergeld', null, null, null, false],
		['ALG I', 'alg1', null, null, null, false],
		['Arbeitslosengeld I', 'alg1', null, null, null, false],
		['Bürgergeld', 'buergergeld', null, null, null, false],
		['Bürgergeld + Minijob', 'buergergeld', 'minijob', null, null, false],
		['Grundsicherung im Alter', 'basic_security', null, null, null, false],
		['Altersrente', 'pension', 'retired', null, null, false],
		['Wohngeld', 'housing_benefit', null, null, null, false],
		['AsylbLG', 'asylum', null, null, null, false],
		['Elterngeld', 'other', null, null, null, true],
		['keine Leistungen', 'none', null, null, null, false],
		['keine', 'none', null, null, null, false],
		['Bürgergeld seit 2020', 'buergergeld', null, null, null, true],
		['selbständig', null, 'self_employed', null, null, false],
		['k.A.', 'keine_angabe', null, null, null, false],
		['nicht arbeitslos', null, null, null, 'value_unknown', true],
		['fragt noch nach', null, null, null, 'value_unknown', true],
	])('%s', (cell, benefit, employment, unemployedSince, problem, keep) => {
		expect(readBenefit(cell, TODAY)).toEqual({ benefit, employment, unemployedSince, problem, keep });
	});
});

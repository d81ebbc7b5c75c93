import { describe, expect, it } from 'vitest';
import {
	changedFields,
	draftOf,
	EMPTY_VALUES,
	problemsOf,
	toFields,
	toValues,
	valuesFromDraft,
} from '#renderer/features/people/form/personValues.ts';
import { addressLines } from '#renderer/features/people/words.ts';
import { EMPTY_PERSON, type PersonFields } from '#shared/features/people/model.ts';
import { LocalDate } from '#shared/kernel/local-date.ts';

const NOW = Date.UTC(2026, 10, 22);
const person: PersonFields = {
	...EMPTY_PERSON,
	firstName: 'Mehmet',
	lastName: 'Yılmaz',
	birthDate: LocalDate.parse('1980-03-09'),
	sex: 'keine_angabe',
	phones: [{ number: '+492102123456', label: 'mobil' }],
	languages: [{ code: 'tr', level: 'native' }],
	childBirthYears: [2015, 2018],
	email: 'mehmet@example.org',
};

describe('the values of the form for a person', () => {
	it('come back as the same fields', () => {
		expect(toFields(toValues(person), NOW)).toEqual(person);
	});

	it('show phones the German way and take any way of typing them', () => {
		const values = toValues(person);
		expect(values.phones[0]?.text).toBe('02102 123456');
		for (const text of ['02102/123456', '+49 (0) 2102 - 123456', '0049 2102 123456', '02102 123456']) {
			expect(toFields({ ...values, phones: [{ text, label: '' }] }, NOW)?.phones).toEqual([
				{ number: '+492102123456', label: '' },
			]);
		}
	});

	it('leave out rows nobody filled in', () => {
		const fields = toFields(
			{ ...toValues(person), phones: [{ text: ' ', label: 'x' }], languages: [{ code: '', level: 'unknown' }] },
			NOW,
		);
		expect(fields?.phones).toEqual([]);
		expect(fields?.languages).toEqual([]);
	});

	it('understand years of birth as they are typed', () => {
		const years = (childBirthYears: string) => toFields({ ...toValues(person), childBirthYears }, NOW)?.childBirthYears;
		expect(years('2018, 2015')).toEqual([2015, 2018]);
		expect(years('2015 und 18')).toEqual([2015, 2018]);
		expect(years('')).toEqual([]);
		expect(years('zwei')).toBeUndefined();
		expect(years('2031')).toBeUndefined();
	});

	it('name what does not fit', () => {
		expect(problemsOf(EMPTY_VALUES, NOW)).toEqual({ lastName: 'name_missing' });
		expect(problemsOf({ ...toValues(person), email: 'mehmet@', phones: [{ text: 'keins', label: '' }] }, NOW)).toEqual({
			email: 'email',
			'phones.0': 'phone',
		});
		expect(toFields(EMPTY_VALUES, NOW)).toBeNull();
	});
});

describe('a draft', () => {
	it('keeps what its remarks were made from, through several rounds', () => {
		const before = { ...EMPTY_VALUES, lastName: 'Yılmaz', remarks: 'Alt', remarksBase: 'Alt' };
		const now = { ...before, remarks: 'Alt von anderen', remarksBase: 'Alt von anderen' };
		const text = draftOf(before, { ...before, remarks: 'Alt und neu' });
		const found = valuesFromDraft(now, text);
		expect(found).toMatchObject({ remarks: 'Alt und neu', remarksBase: 'Alt' });
		expect(valuesFromDraft(now, draftOf(now, found ?? now))).toEqual(found);
		expect(valuesFromDraft(now, draftOf(before, { ...before, city: 'Bonn' }))).toEqual({ ...now, city: 'Bonn' });
	});

	it('lies over what others changed meanwhile', () => {
		const before = toValues(person);
		const text = draftOf(before, { ...before, city: 'Ratingen' });
		const changedElsewhere = toValues({ ...person, street: 'Jenaer Straße 4' });
		const restored = valuesFromDraft(changedElsewhere, text);
		expect(restored).toMatchObject({ city: 'Ratingen', street: 'Jenaer Straße 4' });
	});

	it('is nothing when nothing was typed, and nonsense is not taken up', () => {
		expect(draftOf(EMPTY_VALUES, { ...EMPTY_VALUES })).toBe('');
		expect(valuesFromDraft(EMPTY_VALUES, 'not json')).toBeNull();
		expect(valuesFromDraft(EMPTY_VALUES, '{"city":5}')).toBeNull();
	});
});

it('only changed fields are sent', () => {
	expect(changedFields(person, { ...person, sex: null, languages: [...person.languages] })).toEqual({ sex: null });
});

it('an address is written as on an envelope', () => {
	expect(addressLines({ addressExtra: null, street: 'Jenaer Straße 4', postcode: '40880', city: 'Ratingen' })).toEqual([
		'Jenaer Straße 4',
		'40880 Ratingen',
	]);
	expect(addressLines({ addressExtra: 'c/o Berger', street: null, postcode: null, city: 'Ratingen' })).toEqual([
		'c/o Berger',
		'Ratingen',
	]);
});

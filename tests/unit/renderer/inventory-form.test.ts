import { expect, test } from 'vitest';
import {
	changedFields,
	draftOf,
	emptyValues,
	problemsOf,
	toSave,
	toValues,
	valuesFromDraft,
} from '#renderer/features/inventory/form/item-values.ts';
import { testStanding } from '#renderer/features/inventory/test-due.ts';
import { moneyText, parseMoney } from '#renderer/i18n/money.ts';
import { EMPTY_ITEM } from '#shared/features/inventory/model.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';

test.each([
	['79,95', 7995],
	['79.95', 7995],
	['79,9', 7990],
	['1.099,00 €', 109_900],
	['1.099', 109_900],
	['12', 1200],
	['12,-', 1200],
	['0', 0],
	['', null],
	['  ', null],
	['-5', undefined],
	['zwölf', undefined],
	['1.09,5', undefined],
	['1,234', undefined],
])('„%s“ is %s cents', (text, cents) => {
	expect(parseMoney(text)).toBe(cents);
});

test('an amount in a field is read back as it was', () => {
	for (const cents of [0, 5, 100, 7995, 109_900, 10_000_000]) expect(parseMoney(moneyText(cents))).toBe(cents);
	expect(moneyText(null)).toBe('');
});

test('what does not fit is named, and nothing is stored before it does', () => {
	const values = { ...emptyValues('WZ-1'), number: 'WZ Ä', price: 'viel', deposit: '-1', loanDays: '400' };
	expect(problemsOf(values)).toEqual({ name: 'name', number: 'number', price: 'money', deposit: 'money', loanDays: 'days' });
	expect(toSave(values)).toBeNull();
});

test('an item goes into the form and comes back as it was', () => {
	const item = { ...EMPTY_ITEM, name: 'Stichsäge', maker: 'Festool', priceCents: 31_900, loanDays: 7, accessories: ['Koffer'] };
	expect(toSave(toValues(item, 'WZ-0017'))).toEqual({ ...item, number: 'WZ-0017' });
	expect(toSave({ ...toValues(item, ' wz-0017 '), accessories: ['Koffer', ' ', ''] })).toEqual({ ...item, number: 'WZ-0017' });
	expect(toSave({ ...toValues(item, ''), number: '' })?.number).toBeNull();
});

test('only what changed is sent, and an emptied number is no change', () => {
	const before = { ...EMPTY_ITEM, name: 'Stichsäge', number: 'WZ-0017' };
	expect(changedFields(before, { ...before, number: null })).toEqual({});
	expect(changedFields(before, { ...before, location: 'Keller' })).toEqual({ location: 'Keller' });
});

test('a draft keeps only what was typed, and survives what it cannot read', () => {
	const initial = toValues({ ...EMPTY_ITEM, name: 'Stichsäge' }, 'WZ-0017');
	expect(draftOf(initial, initial)).toBe('');
	const typed = { ...initial, location: 'Keller', testedUntil: '2027-03-31' as LocalDate };
	expect(valuesFromDraft({ ...initial, maker: 'Festool' }, draftOf(initial, typed))).toEqual({ ...typed, maker: 'Festool' });
	for (const text of ['', 'x', 'null', '{"location":7}', '{"accessories":"Koffer"}', '{"accessories":{}}', '{"parts":[1]}']) {
		expect(valuesFromDraft(initial, text)).toBeNull();
	}
});

test('a test is valid to the end of its day, and due soon for thirty days', () => {
	const today = '2026-03-10' as LocalDate;
	expect(testStanding(null, today)).toBeNull();
	expect(testStanding('2026-03-09' as LocalDate, today)).toBe('overdue');
	expect(testStanding('2026-03-10' as LocalDate, today)).toBe('soon');
	expect(testStanding('2026-04-09' as LocalDate, today)).toBe('soon');
	expect(testStanding('2026-04-10' as LocalDate, today)).toBe('valid');
});

import { z } from 'zod';
import { moneyText, parseMoney } from '#renderer/i18n/money.ts';
import { EMPTY_ITEM, InventoryNumber, type ItemFields } from '#shared/features/inventory/model.ts';
import { ItemId } from '#shared/kernel/ids.ts';
import { LocalDate } from '#shared/kernel/local-date.ts';

/** An item as it stands in the form: texts as typed, so that nothing typed is lost to a rule it does not fit yet. */

const TEXTS = [
	'maker',
	'type',
	'category',
	'serial',
	'location',
	'condition',
	'remarks',
] as const satisfies readonly (keyof ItemFields)[];
export type TextField = (typeof TEXTS)[number] | 'name' | 'number' | 'price' | 'deposit' | 'loanDays';

export interface ItemValues
	extends Record<TextField, string>,
		Pick<ItemFields, 'boughtOn' | 'testedUntil' | 'inHouseOnly' | 'accessories' | 'parts'> {}

export type Problem = 'name' | 'number' | 'money' | 'days';
export type Problems = Partial<Record<TextField, Problem>>;

/** What saving sends; `number` null: the next free one. */
export type ItemToSave = ItemFields & { number: string | null };

export function toValues(item: ItemFields, number: string): ItemValues {
	const values = {
		number,
		name: item.name,
		price: moneyText(item.priceCents),
		deposit: moneyText(item.depositCents),
		loanDays: item.loanDays === null ? '' : String(item.loanDays),
		boughtOn: item.boughtOn,
		testedUntil: item.testedUntil,
		inHouseOnly: item.inHouseOnly,
		accessories: item.accessories,
		parts: item.parts,
	};
	return {
		...values,
		...(Object.fromEntries(TEXTS.map((field) => [field, item[field] ?? ''])) as Record<(typeof TEXTS)[number], string>),
	};
}

export const emptyValues = (number: string): ItemValues => toValues(EMPTY_ITEM, number);

export function problemsOf(values: ItemValues): Problems {
	const problems: Problems = {};
	if (values.name.trim() === '') problems.name = 'name';
	if (values.number.trim() !== '' && !InventoryNumber.safeParse(values.number).success) problems.number = 'number';
	if (parseMoney(values.price) === undefined) problems.price = 'money';
	if (parseMoney(values.deposit) === undefined) problems.deposit = 'money';
	if (daysOf(values.loanDays) === undefined) problems.loanDays = 'days';
	return problems;
}

/** What to store; null while something does not fit. */
export function toSave(values: ItemValues): ItemToSave | null {
	if (Object.keys(problemsOf(values)).length > 0) return null;
	const texts = Object.fromEntries(TEXTS.map((field) => [field, values[field].normalize('NFC').trim() || null]));
	return {
		...EMPTY_ITEM,
		...texts,
		number: values.number.trim() === '' ? null : InventoryNumber.parse(values.number),
		name: values.name.normalize('NFC').trim(),
		priceCents: parseMoney(values.price) ?? null,
		depositCents: parseMoney(values.deposit) ?? null,
		loanDays: daysOf(values.loanDays) ?? null,
		boughtOn: values.boughtOn,
		testedUntil: values.testedUntil,
		inHouseOnly: values.inHouseOnly,
		accessories: values.accessories.map((name) => name.normalize('NFC').trim()).filter(Boolean),
		parts: values.parts,
	};
}

/** Only what changed, so that two people's edits of one item both survive. */
export function changedFields(
	before: ItemFields & { number: string },
	after: ItemToSave,
): Partial<ItemFields & { number: string }> {
	const keys = (Object.keys(after) as (keyof ItemToSave)[]).filter(
		(key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]) && !(key === 'number' && after.number === null),
	);
	return Object.fromEntries(keys.map((key) => [key, after[key]]));
}

/** What a draft keeps: only what was typed here. Empty when nothing was. */
export function draftOf(initial: ItemValues, values: ItemValues): string {
	const keys = (Object.keys(values) as (keyof ItemValues)[]).filter(
		(key) => JSON.stringify(initial[key]) !== JSON.stringify(values[key]),
	);
	return keys.length === 0 ? '' : JSON.stringify(Object.fromEntries(keys.map((key) => [key, values[key]])));
}

const typed = z.string();
const Draft = z
	.object({
		...Object.fromEntries(TEXTS.map((field) => [field, typed])),
		name: typed,
		number: typed,
		price: typed,
		deposit: typed,
		loanDays: typed,
		boughtOn: LocalDate.nullable(),
		testedUntil: LocalDate.nullable(),
		inHouseOnly: z.boolean(),
		accessories: z.array(z.string()),
		parts: z.array(ItemId),
	})
	.partial();

/** A draft laid over what the record holds; null when it is not one. */
export function valuesFromDraft(initial: ItemValues, text: string): ItemValues | null {
	try {
		const draft = Draft.safeParse(JSON.parse(text));
		return draft.success ? ({ ...initial, ...draft.data } as ItemValues) : null;
	} catch {
		return null;
	}
}

function daysOf(text: string): number | null | undefined {
	const typed = text.trim();
	if (typed === '') return null;
	const days = /^\d{1,3}$/.test(typed) ? Number(typed) : 0;
	return days >= 1 && days <= 365 ? days : undefined;
}

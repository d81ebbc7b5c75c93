import { LendingRules } from '#shared/features/lending/model.ts';

/** The rules while somebody types them: a number that was emptied is an empty text. */
export type RulesValues = { readonly [Field in keyof LendingRules]: string | number };

/** What is saved of it; only what differs, so that what somebody else changed meanwhile stays. Null while something does not fit. */
export function changedRules(stored: LendingRules, values: RulesValues): Partial<LendingRules> | null {
	const read = LendingRules.safeParse(values);
	if (!read.success) return null;
	const fields = Object.keys(stored) as (keyof LendingRules)[];
	return Object.fromEntries(
		fields.filter((field) => read.data[field] !== stored[field]).map((field) => [field, read.data[field]]),
	);
}

export const fitsRule = (field: keyof LendingRules, value: unknown): boolean =>
	LendingRules.shape[field].safeParse(value).success;

import { formatPhone, parsePhone } from '#renderer/i18n/phone.ts';
import { isPostcode } from '#renderer/i18n/postcode.ts';
import { BorrowerFields, EMPTY_BORROWER } from '#shared/features/borrowers/model.ts';

/** A borrower as it stands in the form: texts as typed, so that nothing typed is lost to a rule it does not fit yet. */
const TEXTS = ['firstName', 'lastName', 'street', 'postcode', 'city', 'phone', 'email', 'mostItems', 'remarks'] as const;
export type TextField = (typeof TEXTS)[number];
export type BorrowerValues = Record<TextField, string> & Pick<BorrowerFields, 'idSeenOn' | 'houseRulesOn'>;
export type Problem = 'lastName' | 'postcode' | 'phone' | 'email' | 'mostItems';

export function toValues(borrower: BorrowerFields): BorrowerValues {
	const { idSeenOn, houseRulesOn, phone, mostItems } = borrower;
	const plain = ['firstName', 'lastName', 'street', 'postcode', 'city', 'email', 'remarks'] as const;
	return {
		...(Object.fromEntries(plain.map((field) => [field, borrower[field] ?? ''])) as Record<(typeof plain)[number], string>),
		phone: phone === null ? '' : formatPhone(phone),
		mostItems: mostItems === null ? '' : String(mostItems),
		idSeenOn,
		houseRulesOn,
	};
}

export const emptyValues = (): BorrowerValues => toValues(EMPTY_BORROWER);

export function problemsOf(values: BorrowerValues): ReadonlySet<Problem> {
	const problems = new Set<Problem>();
	if (values.lastName.trim() === '') problems.add('lastName');
	if (values.postcode.trim() !== '' && !isPostcode(values.postcode)) problems.add('postcode');
	if (values.phone.trim() !== '' && parsePhone(values.phone) === null) problems.add('phone');
	if (values.email.trim() !== '' && !BorrowerFields.shape.email.safeParse(values.email.trim()).success) problems.add('email');
	if (mostItemsOf(values.mostItems) === undefined) problems.add('mostItems');
	return problems;
}

/** What to store; null while something does not fit. */
export function toSave(values: BorrowerValues): BorrowerFields | null {
	if (problemsOf(values).size > 0) return null;
	const text = (field: TextField) => values[field].normalize('NFC').trim() || null;
	return {
		firstName: text('firstName'),
		lastName: text('lastName') ?? '',
		street: text('street'),
		postcode: text('postcode'),
		city: text('city'),
		phone: parsePhone(values.phone),
		email: text('email'),
		remarks: text('remarks'),
		mostItems: mostItemsOf(values.mostItems) ?? null,
		idSeenOn: values.idSeenOn,
		houseRulesOn: values.houseRulesOn,
	};
}

/** Only what changed, so that two people's edits of one borrower both survive. */
export function changedFields(before: BorrowerFields, after: BorrowerFields): Partial<BorrowerFields> {
	const keys = (Object.keys(after) as (keyof BorrowerFields)[]).filter((key) => before[key] !== after[key]);
	return Object.fromEntries(keys.map((key) => [key, after[key]]));
}

/** What a draft keeps: only what was typed here. Empty when nothing was. */
export function draftOf(initial: BorrowerValues, values: BorrowerValues): string {
	const keys = (Object.keys(values) as (keyof BorrowerValues)[]).filter((key) => initial[key] !== values[key]);
	return keys.length === 0 ? '' : JSON.stringify(Object.fromEntries(keys.map((key) => [key, values[key]])));
}

/** A draft laid over what the record holds; null when it is not one. */
export function valuesFromDraft(initial: BorrowerValues, text: string): BorrowerValues | null {
	try {
		const kept: unknown = JSON.parse(text);
		if (typeof kept !== 'object' || kept === null) return null;
		const known = Object.entries(kept).filter(([key, value]) => key in initial && (typeof value === 'string' || value === null));
		return { ...initial, ...Object.fromEntries(known) };
	} catch {
		return null;
	}
}

function mostItemsOf(text: string): number | null | undefined {
	const typed = text.trim();
	if (typed === '') return null;
	return /^\d{1,3}$/.test(typed) && Number(typed) <= 200 ? Number(typed) : undefined;
}

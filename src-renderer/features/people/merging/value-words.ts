import type { Language } from '#renderer/i18n/language.ts';
import { formatPhone } from '#renderer/i18n/phone.ts';
import { fieldsOfChoice, type MergeChoice, type MergedFields } from '#shared/features/people/merging.ts';
import { formatLocalDate, LocalDate } from '#shared/kernel/local-date.ts';
import type { fieldTexts } from '../fieldTexts.ts';
import { addressLines, codeWord } from '../words.ts';

type FieldWords = (typeof fieldTexts)['de'];

/** Fields that are united, and what stands with them. */
export const UNITED = ['languages', 'phones', 'doNotCall', 'childBirthYears', 'remarks'] as const;
export type Shown = MergeChoice | (typeof UNITED)[number];

/** What a record says there; null where it says nothing. `card`: the borrower's card it is linked to. */
export function valueWords(
	shown: Shown,
	person: MergedFields,
	{ words, screen, yes, card }: { words: FieldWords; screen: Language; yes: string; card: string | null },
): string | null {
	switch (shown) {
		case 'address':
			return addressLines(person).join('\n') || null;
		case 'phones':
			return (
				person.phones.map(({ number, label }) => [formatPhone(number), label].filter(Boolean).join(' · ')).join('\n') || null
			);
		case 'childBirthYears':
			return person.childBirthYears.join(', ') || null;
		case 'doNotCall':
			return person.doNotCall ? yes : null;
		case 'remarks':
			return person.remarks;
		case 'borrowerId':
			return person.borrowerId === null ? null : card;
		case 'languages':
			return person.languages.length === 0 ? null : (codeWord('languages', person.languages, words, screen) ?? null);
		default:
			return (
				fieldsOfChoice(shown)
					.map((field) => plainWord(field, person[field], words, screen))
					.filter(Boolean)
					.join(', ') || null
			);
	}
}

function plainWord(field: string, value: unknown, words: FieldWords, screen: Language): string | null {
	if (value === null) return null;
	const date = LocalDate.safeParse(value);
	if (date.success) return formatLocalDate(date.data);
	return codeWord(field, value, words, screen) ?? String(value);
}

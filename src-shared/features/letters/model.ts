import { z } from 'zod';
import { CaseId, LetterId, MemberId, TemplateId } from '#shared/kernel/ids.ts';
import { LocalDate } from '#shared/kernel/local-date.ts';
import { optionalText, requiredText } from '#shared/kernel/text.ts';

/** Letters of a case file, and the templates they and contact notes begin with. */

export const TemplateKind = z.enum(['letter', 'note']);
export type TemplateKind = z.infer<typeof TemplateKind>;

const Body = z.string().max(50_000);

export const TemplateFields = z.object({
	name: requiredText(120),
	kind: TemplateKind,
	/** Of letters. */
	subject: optionalText(200),
	/** With placeholders. */
	body: Body,
	/** No longer offered; letters written from it stay as they are. */
	isRetired: z.boolean(),
});
export type TemplateFields = z.infer<typeof TemplateFields>;

export const Template = TemplateFields.extend({ id: TemplateId });
export type Template = z.infer<typeof Template>;

/** DIN 5008: so many lines fit into the address field. */
export const ADDRESS_LINES = 6;

export const LetterFields = z.object({
	/** One line each, the name first. */
	address: z.string().max(600),
	day: LocalDate,
	subject: z.string().max(200),
	body: Body,
});
export type LetterFields = z.infer<typeof LetterFields>;

/** A letter as it left the house: kept as it was, whatever somebody wrote into its draft on another PC meanwhile. */
export const FinalLetter = LetterFields.extend({
	at: z.number(),
	/** Who finished it. */
	memberId: MemberId,
});
export type FinalLetter = z.infer<typeof FinalLetter>;

export const Letter = LetterFields.extend({
	id: LetterId,
	caseId: CaseId,
	authorId: MemberId,
	authorName: z.string(),
	/** Null: a draft. */
	final: FinalLetter.nullable(),
	updatedAt: z.number(),
});
export type Letter = z.infer<typeof Letter>;

const FIELDS = ['address', 'day', 'subject', 'body'] as const satisfies (keyof LetterFields)[];

/** What is on its paper. */
export function shownLetter(letter: Letter): LetterFields {
	const { address, day, subject, body } = letter.final ?? letter;
	return { address, day, subject, body };
}

/** Somebody went on writing on another PC while it was finished. */
export const isWrittenOn = (letter: Letter): boolean =>
	letter.final !== null && FIELDS.some((field) => letter[field] !== letter.final?.[field]);

/** Only what differs, so that two people's changes of one letter both survive. */
export function changedLetterFields(before: LetterFields, after: LetterFields): Partial<LetterFields> {
	return Object.fromEntries(FIELDS.filter((field) => before[field] !== after[field]).map((field) => [field, after[field]]));
}

export const addressLines = (address: string): string[] =>
	address
		.split('\n')
		.map((line) => line.trim())
		.filter(Boolean);

/** Parts of a text, those between asterisks being emphasised: `Bitte *bis Freitag* melden`. */
export function emphasised(text: string): { readonly text: string; readonly strong: boolean }[] {
	return text
		.split(/\*(?=\S)([^*\n]+?)(?<=\S)\*/)
		.map((part, index) => ({ text: part, strong: index % 2 === 1 }))
		.filter(({ text }) => text !== '');
}

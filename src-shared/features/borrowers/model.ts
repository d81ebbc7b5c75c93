import { z } from 'zod';
import { BorrowerId } from '#shared/kernel/ids.ts';
import { LocalDate } from '#shared/kernel/local-date.ts';
import { optionalText, requiredText } from '#shared/kernel/text.ts';

/**
 * Borrowers (Entleiher/innen): who takes things home from the workshops. Kept in the workshop vault and apart from the
 * people of the case files, even where both are the same human (design 5).
 */

/** What a borrower card's QR code says: this and the card number. Its barcode is the number alone. */
export const BORROWER_CARD_PREFIX = 'KONTOR-KARTE:';

/** `E-00042`: on the card, spoken and typed. */
export const CARD_LETTER = 'E';

/**
 * What was scanned or typed from a card, as a card number is written; null for anything else. Scanners that type as if
 * the keyboard were American send `ß` for `-` and `Ö` for `:` on a German one.
 */
export function cardNumberOn(text: string): string | null {
	const read = text.normalize('NFC').trim().replace(/[ßẞ]/gu, '-').replace(/ö/giu, ':').toUpperCase();
	const number = read.startsWith(BORROWER_CARD_PREFIX) ? read.slice(BORROWER_CARD_PREFIX.length) : read;
	const digits = /^E-?(\d{1,9})$/.exec(number)?.[1];
	return digits === undefined ? null : `${CARD_LETTER}-${digits.padStart(5, '0')}`;
}

export const BorrowerFields = z.object({
	firstName: optionalText(120),
	/** A family name, or what a group or neighbouring association is called. */
	lastName: requiredText(120),
	street: optionalText(160),
	postcode: optionalText(12),
	city: optionalText(80),
	/** E.164 */
	phone: z
		.string()
		.regex(/^\+[1-9]\d{5,14}$/)
		.nullable(),
	email: z.email().max(200).nullable(),
	/** The day somebody has looked at an identity card; nothing of it is ever copied. */
	idSeenOn: LocalDate.nullable(),
	/** The day the house rules of lending were accepted. */
	houseRulesOn: LocalDate.nullable(),
	/** How many items at a time; null: as many as the site allows everybody. */
	mostItems: z.int().min(0).max(200).nullable(),
	remarks: optionalText(2000),
});
export type BorrowerFields = z.infer<typeof BorrowerFields>;

export const Borrower = BorrowerFields.extend({
	id: BorrowerId,
	number: z.string(),
	/** Why nothing is lent to them at present; null: not blocked. Returns are always taken. */
	blockedReason: z.string().nullable(),
	createdAt: z.number(),
	updatedAt: z.number(),
});
export type Borrower = z.infer<typeof Borrower>;

export const EMPTY_BORROWER: BorrowerFields = {
	firstName: null,
	lastName: '',
	street: null,
	postcode: null,
	city: null,
	phone: null,
	email: null,
	idSeenOn: null,
	houseRulesOn: null,
	mostItems: null,
	remarks: null,
};

/** In lists and at the desk. */
export const BorrowerRow = Borrower.pick({
	id: true,
	number: true,
	firstName: true,
	lastName: true,
	street: true,
	postcode: true,
	city: true,
	phone: true,
	email: true,
	blockedReason: true,
}).extend({
	/** Items with them now, and how many of those are overdue. */
	out: z.int(),
	overdue: z.int(),
});
export type BorrowerRow = z.infer<typeof BorrowerRow>;

export const borrowerName = ({ firstName, lastName }: Pick<Borrower, 'firstName' | 'lastName'>): string =>
	[firstName, lastName].filter(Boolean).join(' ');

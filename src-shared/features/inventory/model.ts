import { z } from 'zod';
import { DamageId, ItemId } from '#shared/kernel/ids.ts';
import { LocalDate } from '#shared/kernel/local-date.ts';
import { optionalText, requiredText } from '#shared/kernel/text.ts';

/** The inventory (Inventar): what the workshops own and lend (design 5, Lending). Kept in the workshop vault. */

/** active: can be lent · maintenance: is being looked after · missing: nobody knows where · retired: gone for good. */
export const ItemState = z.enum(['active', 'maintenance', 'missing', 'retired']);
export type ItemState = z.infer<typeof ItemState>;

/** As on the label and in the barcode: capital letters, digits, hyphens, dots and slashes, so that every scanner reads it. */
export const InventoryNumber = z
	.string()
	.transform((text) => text.normalize('NFC').trim().toUpperCase())
	.pipe(z.string().regex(/^[A-Z0-9][A-Z0-9./-]{0,23}$/));

/** What a label's QR code says: this and the number. Its barcode is the number alone. */
export const LABEL_PREFIX = 'KONTOR-ITEM:';

/** What was scanned or typed from a label, as a number is written; not checked to be one. */
export function numberOnLabel(text: string): string {
	const written = text
		.normalize('NFC')
		.replace(/[\p{Cc}\p{Cf}]/gu, ' ')
		.trim()
		.toUpperCase();
	return written.startsWith(LABEL_PREFIX) ? written.slice(LABEL_PREFIX.length).trim() : written;
}

/** Whole cents. */
const Cents = z.int().min(0).max(10_000_000);

export const MOST_ACCESSORIES = 30;
export const MOST_PARTS = 50;

export const ItemFields = z.object({
	name: requiredText(200),
	maker: optionalText(120),
	/** The maker's name for the model. */
	type: optionalText(120),
	category: optionalText(80),
	serial: optionalText(80),
	location: optionalText(80),
	condition: optionalText(200),
	boughtOn: LocalDate.nullable(),
	priceCents: Cents.nullable(),
	depositCents: Cents.nullable(),
	/** Usual loan period; null: the site's. */
	loanDays: z.int().min(1).max(365).nullable(),
	/** Stays in the house, on the day. */
	inHouseOnly: z.boolean(),
	/** Electrical safety test (DGUV V3) valid until the end of this day; null: needs none. Overdue, it is not lent. */
	testedUntil: LocalDate.nullable(),
	/** What goes out and comes back with it, ticked one by one. */
	accessories: z.array(requiredText(120)).max(MOST_ACCESSORIES),
	/** A kit is this fixed set of items, lent and returned together; empty for a single item. */
	parts: z.array(ItemId).max(MOST_PARTS),
	remarks: optionalText(2000),
});
export type ItemFields = z.infer<typeof ItemFields>;

export const Item = ItemFields.extend({
	id: ItemId,
	number: z.string(),
	state: ItemState,
	stateReason: z.string().nullable(),
	/** The damage that it is in maintenance or retired for; null: somebody has set the state by hand. */
	stateDamageId: DamageId.nullable(),
	createdAt: z.number(),
	updatedAt: z.number(),
});
export type Item = z.infer<typeof Item>;

export const ItemRow = Item.pick({
	id: true,
	number: true,
	name: true,
	maker: true,
	type: true,
	category: true,
	location: true,
	condition: true,
	state: true,
	testedUntil: true,
	inHouseOnly: true,
	createdAt: true,
}).extend({ isKit: z.boolean(), hasPhoto: z.boolean() });
export type ItemRow = z.infer<typeof ItemRow>;

export const EMPTY_ITEM: ItemFields = {
	name: '',
	maker: null,
	type: null,
	category: null,
	serial: null,
	location: null,
	condition: null,
	boughtOn: null,
	priceCents: null,
	depositCents: null,
	loanDays: null,
	inHouseOnly: false,
	testedUntil: null,
	accessories: [],
	parts: [],
	remarks: null,
};

/** A JPEG or WebP no larger than this, made smaller by the screen before it is sent; base64. */
export const MAX_PHOTO_BYTES = 200_000;
export const Photo = z
	.base64()
	.max(Math.ceil((MAX_PHOTO_BYTES * 4) / 3) + 4)
	.refine((photo) => photoType(photo) !== null);

/** By its first bytes, whatever it was called: it is shown as an image and as nothing else. */
export function photoType(photo: string): 'image/jpeg' | 'image/webp' | null {
	if (photo.startsWith('/9j/')) return 'image/jpeg';
	// `RIFF`, four bytes of size, `WEBP`.
	return /^UklGR.{6}XRUJQ/.test(photo) ? 'image/webp' : null;
}

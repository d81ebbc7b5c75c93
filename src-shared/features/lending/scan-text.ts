import { BORROWER_CARD_PREFIX, cardNumberOn } from '#shared/features/borrowers/model.ts';
import { InventoryNumber, LABEL_PREFIX, numberOnLabel } from '#shared/features/inventory/model.ts';
import { MEMBER_CARD_PREFIX } from '#shared/features/members/model.ts';
import { MemberId } from '#shared/kernel/ids.ts';
import { LONGEST_SCAN } from './model.ts';

/** What a scanned or typed text could be, before anybody looks whether it exists. */
export type ScanText =
	/** `others`: what it may have been on the label instead, see `numbersOn`. */
	| { readonly kind: 'item'; readonly number: string; readonly others: readonly string[] }
	| { readonly kind: 'card'; readonly number: string }
	/** Typed without anything that says which: `E-42` may be a card, and also a label. */
	| { readonly kind: 'card_or_item'; readonly card: string; readonly number: string; readonly others: readonly string[] }
	| { readonly kind: 'member'; readonly id: MemberId }
	| { readonly kind: 'unreadable'; readonly why: 'empty' | 'too_long' | 'two_codes' | 'no_code' };

const PREFIXES = [LABEL_PREFIX, BORROWER_CARD_PREFIX, MEMBER_CARD_PREFIX];
const NO_CODE = { kind: 'unreadable', why: 'no_code' } as const;
/** White space, control characters and what nobody sees: at its ends a scanner may leave them, in its midst they part codes. */
const BETWEEN = /[\p{C}\p{Z}\s]+/u;

export function readScan(text: string): ScanText {
	// Longer than any code even if each of its characters were three: not looked at any further.
	if (text.length > LONGEST_SCAN * 3) return { kind: 'unreadable', why: 'too_long' };
	const codes = text.normalize('NFC').split(BETWEEN).filter(Boolean);
	const [code] = codes;
	if (code === undefined) return { kind: 'unreadable', why: 'empty' };
	if (codes.join(' ').length > LONGEST_SCAN) return { kind: 'unreadable', why: 'too_long' };
	if (codes.length > 1) return codes.every(couldStandAlone) ? { kind: 'unreadable', why: 'two_codes' } : NO_CODE;
	const written = germanised(code);
	const prefixes = PREFIXES.reduce((count, prefix) => count + written.split(prefix).length - 1, 0);
	if (prefixes > 1) return { kind: 'unreadable', why: 'two_codes' };
	if (written.startsWith(MEMBER_CARD_PREFIX)) {
		const id = MemberId.safeParse(written.slice(MEMBER_CARD_PREFIX.length).toLowerCase());
		return id.success ? { kind: 'member', id: id.data } : NO_CODE;
	}
	const card = cardNumberOn(written);
	if (written.startsWith(BORROWER_CARD_PREFIX)) return card === null ? NO_CODE : { kind: 'card', number: card };
	const isLabel = written.startsWith(LABEL_PREFIX);
	// A label's text behind something else, say the number of another label.
	if (prefixes > 0 && !isLabel) return { kind: 'unreadable', why: 'two_codes' };
	const [number, ...others] = numbersOn(code);
	if (number === undefined) return NO_CODE;
	return card === null || isLabel ? { kind: 'item', number, others } : { kind: 'card_or_item', card, number, others };
}

const AMERICAN = /[ßẞöÖ]/u;

/** Many scanners type as if the keyboard were American: on a German one `-` arrives as `ß` and `:` as `Ö`. */
const germanised = (text: string): string => text.replace(/[ßẞ]/gu, '-').replace(/ö/giu, ':').toUpperCase();

/**
 * The inventory numbers that a text can stand for, the likeliest first. Where a scanner typed as if the keyboard were
 * American, Y and Z have changed places as well: `WYß0217` was `WZ-0217`.
 */
function numbersOn(code: string): string[] {
	const written = germanised(code);
	const exchanged = written.replace(/[YZ]/gu, (letter) => (letter === 'Y' ? 'Z' : 'Y'));
	const readings = AMERICAN.test(code) ? [exchanged, written] : [written];
	return [...new Set(readings.flatMap((reading) => InventoryNumber.safeParse(numberOnLabel(reading)).data ?? []))];
}

/** Codes have digits; words without any are something that was typed. */
function couldStandAlone(code: string): boolean {
	return /\d/.test(code) && (cardNumberOn(germanised(code)) !== null || numbersOn(code).length > 0);
}

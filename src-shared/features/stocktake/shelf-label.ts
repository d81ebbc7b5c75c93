import { fold } from '#shared/kernel/fold.ts';
import { MOST_SHELF } from './model.ts';

/** What the QR code on a shelf says: this and the place as the inventory writes it. */
export const SHELF_PREFIX = 'KONTOR-ORT:';

/** As it arrives from a scanner that types as if the keyboard were American: `-` as `ß`, `:` as `Ö`. */
const PREFIX = /^KONTOR[-ß]ORT[:Ö]/iu;
const EDGES = /^[\p{C}\p{Z}\s]+|[\p{C}\p{Z}\s]+$/gu;

export type ShelfScan =
	| { readonly kind: 'shelf'; readonly shelf: string; readonly isNew: boolean }
	| { readonly kind: 'unreadable'; readonly why: 'too_long' | 'two_codes' | 'no_code' };

/** Spellings of one place: `Regal 3 ` is `regal 3`. */
const placeKey = (place: string): string => fold(place) || place.trim();
export const isSamePlace = (a: string, b: string): boolean => a === b || placeKey(a) === placeKey(b);

/**
 * A scanned shelf label as one of the known places, or a new one; null when it is no shelf label at all, and no place is asked for. A place that
 * only fits letter by letter as an American keyboard would have it counts as that place.
 */
export function readShelf(text: string, places: () => readonly string[]): ShelfScan | null {
	const written = text.slice(0, 1000).normalize('NFC').replace(EDGES, '');
	if (!PREFIX.test(written)) return null;
	const place = written.replace(PREFIX, '').replace(EDGES, '');
	if (text.length > 1000 || [...place].length > MOST_SHELF) return { kind: 'unreadable', why: 'too_long' };
	if (/\p{Cc}|KONTOR[-ß]/iu.test(place)) return { kind: 'unreadable', why: 'two_codes' };
	if (place === '') return { kind: 'unreadable', why: 'no_code' };
	const known = places();
	const same = known.find((one) => isSamePlace(one, place)) ?? known.find((one) => american(one) === american(place));
	return { kind: 'shelf', shelf: same ?? place, isNew: same === undefined };
}

/** The letters and digits that come through whatever the keyboard; Y and Z, which change places, are the same here. */
const american = (text: string): string =>
	text
		.normalize('NFD')
		// Before the capitals: that of ß, which was a hyphen, would be SS.
		.replace(/[^A-Za-z0-9]/g, '')
		.toUpperCase()
		.replaceAll('Y', 'Z');

import { z } from 'zod';
import { Session } from '#shared/features/offers/model.ts';
import { fold } from '#shared/kernel/fold.ts';
import { AttendanceId } from '#shared/kernel/ids.ts';
import { LocalDate } from '#shared/kernel/local-date.ts';
import { requiredText } from '#shared/kernel/text.ts';
import { WallTime } from '#shared/kernel/wall-time.ts';

/**
 * Who was there (Anwesenheit) in a session of an offer: one record a head, with a name or without. Never a person of the
 * case files: whoever does the roll call holds no key to those.
 */

/** How a head came to be known: ticked off by name, typed in from a sheet that people had signed, or said at the kiosk. */
export const AttendanceVia = z.enum(['roll_call', 'sheet', 'kiosk']);
export type AttendanceVia = z.infer<typeof AttendanceVia>;

export const LONGEST_NAME = 80;
export const AttendeeName = requiredText(LONGEST_NAME);

/** How many heads one call writes at most, with names and without. */
export const MOST_AT_ONCE = 200;

/** A line of the signed sheet. */
export const SheetLine = z.int().min(1).max(MOST_AT_ONCE);

export const Head = z.object({
	id: AttendanceId,
	/** Null: somebody without a name. */
	name: z.string().nullable(),
	via: AttendanceVia,
	line: SheetLine.nullable(),
});
export type Head = z.infer<typeof Head>;

/** Two spellings of one name are one head: two who are called the same are told apart as `Anna K.` and `Anna K. (2)`. */
export const nameKey = (name: string): string => fold(name) || name.normalize('NFC').trim().toLowerCase();

/** `Anna K. (2)`: the first such name that is free. */
export function anotherOfTheName(name: string, taken: ReadonlySet<string>): string {
	const plain = name.trim().replace(/ \(\d+\)$/, '');
	for (let nth = 2; ; nth++) {
		const suffix = ` (${nth})`;
		const next = `${plain.slice(0, LONGEST_NAME - suffix.length).trimEnd()}${suffix}`;
		if (!taken.has(nameKey(next))) return next;
	}
}

/** How full a session was. */
export const Attended = z.object({
	ruleDay: LocalDate,
	/** Where the rule or the offer is no longer what it was: the day it had, and no times. */
	day: LocalDate,
	times: z.object({ from: WallTime, until: WallTime }).nullable(),
	isMoved: z.boolean(),
	capacity: z.int().nullable(),
	heads: z.int(),
	/** Of these, without a name. */
	anonymous: z.int(),
});
export type Attended = z.infer<typeof Attended>;

export const AttendedSession = Session.extend({ heads: z.int() });

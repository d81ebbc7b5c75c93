import { z } from 'zod';
import { MemberId, RoomId } from '#shared/kernel/ids.ts';
import { LocalDate } from '#shared/kernel/local-date.ts';

/** Calendar files (iCalendar, RFC 5545). */

/** Whose: what is public, what is in a room, or what somebody has to do. */
export const CalendarOf = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('public') }),
	z.object({ kind: z.literal('room'), id: RoomId }),
	z.object({ kind: z.literal('member'), id: MemberId }),
	/** Of whoever asks, with the names of their clients: only for readers of counselling, in person, and noted in the access log. */
	z.object({ kind: z.literal('own_with_names') }),
]);
export type CalendarOf = z.infer<typeof CalendarOf>;

/** What is sent at all; far less is read. */
export const MOST_CALENDAR_LETTERS = 10_000_000;

export const FoundClosures = z.array(
	z.object({
		/** Both days included. */
		from: LocalDate,
		until: LocalDate,
		name: z.string(),
		/** The house is closed on all of these days anyway. */
		isKnown: z.boolean(),
	}),
);
export type FoundClosures = z.infer<typeof FoundClosures>;

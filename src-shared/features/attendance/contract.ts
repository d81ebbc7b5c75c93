import { z } from 'zod';
import { procedure } from '#shared/contract-base.ts';
import { Session } from '#shared/features/offers/model.ts';
import { AttendanceId, OfferId } from '#shared/kernel/ids.ts';
import { LocalDate } from '#shared/kernel/local-date.ts';
import { AttendanceVia, Attended, AttendedSession, AttendeeName, Head, MOST_AT_ONCE, SheetLine } from './model.ts';

const SessionName = z.object({ offerId: OfferId, ruleDay: LocalDate });
const Heads = z.object({
	ids: z
		.array(AttendanceId)
		.min(1)
		.max(2 * MOST_AT_ONCE),
});

export const attendance = {
	/**
	 * NOT_FOUND: the offer is gone, or its rule does not give that day. `present` in the order written; `known`: names of
	 * the sessions nearby that are not present, the most regular first.
	 */
	ofSession: procedure
		.input(SessionName)
		.output(z.object({ session: Session, present: z.array(Head), known: z.array(z.string()) })),
	/** The latest sessions up to today, newest first: those that took place, and those where somebody was entered. */
	ofOffer: procedure.input(z.object({ offerId: OfferId })).output(z.array(Attended)),
	/** Sessions that take place on this day, by time. */
	ofDay: procedure.input(z.object({ day: LocalDate })).output(z.array(AttendedSession)),
	/**
	 * All of it or nothing. `ids`: who was written now, for undo; `already`: names that were there before, or twice in the
	 * same call. Those without a name are always new ones.
	 */
	mark: procedure
		.input(
			SessionName.extend({
				via: AttendanceVia.exclude(['kiosk']),
				names: z.array(z.object({ name: AttendeeName, line: SheetLine.nullable() })).max(MOST_AT_ONCE),
				anonymous: z.int().min(0).max(MOST_AT_ONCE),
			}),
		)
		.output(z.object({ ids: z.array(AttendanceId), already: z.array(z.string()) }))
		.errors({
			/** It is later than today. */
			NOT_YET: { status: 400 },
			/** It is cancelled, or the house is closed. */
			NOT_ON: { status: 400 },
		}),
	/** Undo is `restore`. NOT_FOUND: one of them never was there; nothing is changed then. */
	unmark: procedure.input(Heads).output(z.void()),
	restore: procedure.input(Heads).output(z.void()),
	/** Figures of all sessions since the first that somebody was entered in. No names. */
	exportCsv: procedure.input(z.object({ offerId: OfferId })).output(z.object({ fileName: z.string(), text: z.string() })),
};

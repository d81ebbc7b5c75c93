import { z } from 'zod';
import { procedure } from '#shared/contract-base.ts';
import { Appointment } from '#shared/features/appointments/model.ts';
import { AbsenceId } from '#shared/kernel/ids.ts';
import { daysBetween, LocalDate } from '#shared/kernel/local-date.ts';
import { CalendarOf, FoundClosures, MOST_CALENDAR_LETTERS } from './calendars.ts';
import { Absence, AbsenceFields, Busy, PlannedSession } from './model.ts';

const LONGEST_RANGE_DAYS = 400;
const Range = z
	.object({ from: LocalDate, until: LocalDate })
	.refine(({ from, until }) => from <= until && daysBetween(from, until) < LONGEST_RANGE_DAYS);

/** It ends before it begins, is before 1970 or after 2199, or too long. */
const IMPOSSIBLE_DATE = { IMPOSSIBLE_DATE: { status: 400 } };

export const schedule = {
	/** In the order of time. */
	busy: procedure.input(Range).output(z.array(Busy)),
	/** Those that touch these days, the first to begin first. */
	absences: procedure.input(Range).output(z.array(Absence)),
	/** The member themselves, or coordination. */
	addAbsence: procedure
		.input(AbsenceFields)
		.output(z.object({ id: AbsenceId }))
		.errors(IMPOSSIBLE_DATE),
	changeAbsence: procedure
		.input(z.object({ id: AbsenceId, changes: AbsenceFields.omit({ memberId: true }).partial() }))
		.output(z.void())
		.errors(IMPOSSIBLE_DATE),
	/** Undo is `restoreAbsence`. */
	removeAbsence: procedure.input(z.object({ id: AbsenceId })).output(z.void()),
	restoreAbsence: procedure.input(z.object({ id: AbsenceId })).output(z.void()),
	/** The appointments from today on that fall into it. */
	toMove: procedure.input(z.object({ id: AbsenceId })).output(z.array(Appointment)),
	/** The week for the calendar of a phone; without any client's name, unless that is what is asked for. */
	exportIcs: procedure.input(z.object({ of: CalendarOf })).output(z.object({ fileName: z.string(), text: z.string() })),
	/** The closures that a calendar file holds; nothing is written. */
	readClosures: procedure
		.input(z.object({ text: z.string().max(MOST_CALENDAR_LETTERS) }))
		.output(FoundClosures)
		.errors({
			/** It is no iCalendar file, or a broken one. */
			NOT_A_CALENDAR: { status: 422 },
			/** More than a thousand events, or than a million letters. */
			TOO_LARGE: { status: 413 },
		}),
	/** Rooms and counsellors that were taken twice by two PCs: counselling decides, the others know of it. From today on. */
	doubles: procedure.output(z.array(z.object({ busy: z.array(Busy).min(1), sessions: z.array(PlannedSession) }))),
};

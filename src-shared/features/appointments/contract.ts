import { z } from 'zod';
import { procedure } from '#shared/contract-base.ts';
import { FreeSlot, PlannedSession } from '#shared/features/schedule/model.ts';
import { AppointmentId, BusinessId, CaseId, MemberId, PersonId, RecordId, RoomId } from '#shared/kernel/ids.ts';
import { daysBetween, LocalDate } from '#shared/kernel/local-date.ts';
import {
	Appointment,
	AppointmentConflict,
	AppointmentFields,
	AppointmentState,
	AppointmentTaking,
	LeftOut,
	Repeat,
	SeriesScope,
} from './model.ts';

/** Nothing was written: give a reason, or choose another time. */
const CONFLICTS = { CONFLICTS: { status: 409, data: z.object({ conflicts: z.array(AppointmentConflict) }) } };
/** times: it does not end after it begins · day: before 1970 or after 2199 · the others are not there (any more), or do not fit. */
const INVALID = {
	INVALID: { status: 400, data: z.object({ what: z.enum(['times', 'day', 'person', 'counsellor', 'room', 'case']) }) },
};

/** It is in a closed case file, or would be: that takes no change. (Undecided ones leave a file that closes.) */
const CLOSED = { CLOSED: { status: 409 } };

/** Most are with people alone. */
const WITH = { businessId: AppointmentFields.shape.businessId.default(null) };

const LONGEST_RANGE_DAYS = 62;
const Range = z
	.object({ from: LocalDate, until: LocalDate })
	.refine(({ from, until }) => from <= until && daysBetween(from, until) < LONGEST_RANGE_DAYS);

export const appointments = {
	/** Who and what an appointment can be made with. */
	choices: procedure.output(
		z.object({
			counsellors: z.array(z.object({ id: MemberId, name: z.string() })),
			rooms: z.array(z.object({ id: RoomId, name: z.string(), forCounselling: z.boolean() })),
		}),
	),
	/** In the order of time; freed ones too. */
	list: procedure.input(Range).output(z.array(Appointment)),
	/** Tells the access log that one's own appointments of this day go to a printer. */
	notePrint: procedure.input(z.object({ day: LocalDate })).output(z.void()),
	/** Newest day first. */
	ofPerson: procedure.input(z.object({ personId: PersonId })).output(z.array(Appointment)),
	ofBusiness: procedure.input(z.object({ businessId: BusinessId })).output(z.array(Appointment)),
	ofCase: procedure.input(z.object({ caseId: CaseId })).output(z.array(Appointment)),
	/** Over, and nobody has said how they went; of one counsellor or of all, the oldest first. */
	backlog: procedure.input(z.object({ counsellorId: MemberId.nullable() })).output(z.array(Appointment)),
	/** What booking it would meet. `except`: the one that is moved. */
	check: procedure
		.input(AppointmentTaking.extend({ ...WITH, repeat: Repeat.nullable(), except: AppointmentId.nullable() }))
		.output(z.object({ days: z.array(LocalDate), leftOut: z.array(LeftOut), conflicts: z.array(AppointmentConflict) }))
		.errors(INVALID),
	/** A conflict needs a reason; without a conflict none is kept. */
	book: procedure
		.input(AppointmentFields.extend({ ...WITH, repeat: Repeat.nullable() }))
		.output(z.object({ ids: z.array(AppointmentId).min(1), leftOut: z.array(LeftOut) }))
		.errors({ ...CONFLICTS, ...INVALID, ...CLOSED }),
	/** With more than this one, a new day moves all of them by as many days. */
	change: procedure
		.input(z.object({ id: AppointmentId, scope: SeriesScope, changes: AppointmentFields.partial() }))
		.output(z.object({ changed: z.array(AppointmentId) }))
		.errors({ ...CONFLICTS, ...INVALID, ...CLOSED }),
	/** Undo is the state it had. One that takes its room again may meet another by then, which becomes a decision. */
	setState: procedure
		.input(z.object({ id: AppointmentId, state: AppointmentState }))
		.output(z.void())
		.errors(CLOSED),
	/** Made by mistake. Undo is `restore`. */
	remove: procedure
		.input(z.object({ id: AppointmentId, scope: SeriesScope }))
		.output(z.object({ removed: z.array(AppointmentId) }))
		.errors(CLOSED),
	restore: procedure
		.input(z.object({ ids: z.array(AppointmentId).min(1).max(100) }))
		.output(z.void())
		.errors(CLOSED),
	/** The first ones from this day on, from now on at the earliest. */
	freeSlots: procedure
		.input(
			z.object({
				counsellorIds: z.array(MemberId).min(1).max(20),
				needed: z.enum(['all', 'any']),
				/** Null: no room · any: one that is for counselling. */
				room: z.union([RoomId, z.literal('any')]).nullable(),
				minutes: z.int().min(5).max(720),
				from: LocalDate,
				weeks: z.int().min(1).max(8),
				/** None begins before another of its day has ended. */
				apart: z.boolean(),
				most: z.int().min(1).max(50),
				/** The one that is moved, which is not in its own way. */
				except: AppointmentId.nullable(),
			}),
		)
		.output(z.array(FreeSlot)),
	/** What two PCs planned while apart and takes the same room or counsellor: appointments, and sessions in their way; from today on. */
	doubles: procedure.output(
		z.array(
			z.object({
				appointments: z.array(Appointment.extend({ madeBy: z.string() })).min(1),
				sessions: z.array(PlannedSession),
			}),
		),
	),
	/** It was agreed: these appointments, and the sessions of these offers, may all be kept. */
	keepDouble: procedure
		.input(z.object({ ids: z.array(RecordId).min(2).max(50) }))
		.output(z.void())
		.errors({
			...CLOSED,
			/** Somebody else has decided already. */
			OUTDATED: { status: 409 },
		}),
};

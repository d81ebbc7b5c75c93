import { z } from 'zod';
import { AppointmentId, BusinessId, CaseId, MemberId, PersonId, RoomId, SeriesId } from '#shared/kernel/ids.ts';
import { LocalDate } from '#shared/kernel/local-date.ts';
import { optionalText } from '#shared/kernel/text.ts';
import { WallTime } from '#shared/kernel/wall-time.ts';

/**
 * Appointments (Termine) of counselling: who comes to whom, where and when. They lie in the counselling vault; a busy
 * shadow without any name of a client lies in the office vault, so that nobody takes the room or the counsellor twice.
 */

export const AppointmentKind = z.enum(['first', 'counselling', 'phone', 'video', 'home_visit', 'accompaniment', 'other']);
export type AppointmentKind = z.infer<typeof AppointmentKind>;

export const AppointmentState = z.enum(['planned', 'arrived', 'attended', 'excused', 'no_show', 'cancelled_by_us']);
export type AppointmentState = z.infer<typeof AppointmentState>;

/** Room and counsellor are free again. */
export const isFreed = (state: AppointmentState): boolean => state === 'excused' || state === 'cancelled_by_us';

/** Nobody has said yet how it went. */
export const isUndecided = (state: AppointmentState): boolean => state === 'planned' || state === 'arrived';

export const AppointmentFields = z.object({
	/** Clients; at least one, unless it is with a business. */
	personIds: z.array(PersonId).max(20),
	/** Of whom somebody comes who need not be in the list of people. */
	businessId: BusinessId.nullable(),
	caseId: CaseId.nullable(),
	counsellorIds: z.array(MemberId).min(1).max(10),
	roomId: RoomId.nullable(),
	/** Where it is when it is in no room of the house. */
	place: optionalText(120),
	day: LocalDate,
	from: WallTime,
	until: WallTime,
	kind: AppointmentKind,
	note: optionalText(1000),
	/** Why it was made in spite of a conflict; null where there was none. */
	reason: optionalText(200),
});
export type AppointmentFields = z.infer<typeof AppointmentFields>;

export const Appointment = AppointmentFields.extend({
	id: AppointmentId,
	state: AppointmentState,
	/** Appointments that were planned together; null: this one alone. */
	seriesId: SeriesId.nullable(),
	/** In the order of `personIds`. */
	personNames: z.array(z.string()),
	/** All who are expected, as they are shown: the business, then the people. */
	clientNames: z.array(z.string()).min(1),
	/** In the order of `counsellorIds`. */
	counsellorNames: z.array(z.string()),
	roomName: z.string().nullable(),
});
export type Appointment = z.infer<typeof Appointment>;

/** What a new appointment takes, or an old one when it is moved. */
export const AppointmentTaking = AppointmentFields.pick({
	...{ personIds: true, businessId: true, counsellorIds: true, roomId: true, day: true, from: true, until: true },
});
export type AppointmentTaking = z.infer<typeof AppointmentTaking>;

export const MOST_IN_SERIES = 52;
/** month: on the same weekday of the month, the fifth being the last. */
export const Repeat = z.object({
	every: z.enum(['week', 'two_weeks', 'month']),
	/** How many days, the first included; those on which the house is closed are left out and not made up for. */
	times: z.int().min(2).max(MOST_IN_SERIES),
});
export type Repeat = z.infer<typeof Repeat>;

/** Which ones of a series: this one · this and those after it · all. Beside this one only those that are still planned. */
export const SeriesScope = z.enum(['this', 'following', 'planned']);
export type SeriesScope = z.infer<typeof SeriesScope>;

/** Something that stands against an appointment, by name. */
export const AppointmentConflict = z.object({
	day: LocalDate,
	why: z.enum(['room', 'member', 'person', 'away', 'closed', 'hours']),
	/** The room, counsellor or client; the holiday or closure, null on a day that is closed every week. */
	name: z.string().nullable(),
	/** When the other one takes place, or the house is open. */
	from: WallTime.nullable(),
	until: WallTime.nullable(),
	/** The last day somebody is away. */
	awayUntil: LocalDate.nullable(),
	/** The session, or the clients of the other appointment. */
	other: z.string().nullable(),
});
export type AppointmentConflict = z.infer<typeof AppointmentConflict>;

/** A day of a series on which the house is closed. */
export const LeftOut = z.object({ day: LocalDate, closedFor: z.string().nullable() });
export type LeftOut = z.infer<typeof LeftOut>;

import { z } from 'zod';
import { AppointmentId, CaseId, MemberId, PersonId, RoomId, SeriesId } from '#shared/kernel/ids.ts';
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

export const AppointmentFields = z.object({
	/** Clients; at least one. */
	personIds: z.array(PersonId).min(1).max(20),
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
});
export type Appointment = z.infer<typeof Appointment>;

/** What everybody may see of an appointment: that a room and a counsellor are taken. Nothing of it names a client. */
export const Busy = z.object({
	/** The appointment's. */
	id: AppointmentId,
	counsellorIds: z.array(MemberId),
	roomId: RoomId.nullable(),
	day: LocalDate,
	from: WallTime,
	until: WallTime,
});
export type Busy = z.infer<typeof Busy>;

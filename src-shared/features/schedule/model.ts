import { z } from 'zod';
import { AbsenceId, AppointmentId, MemberId, OfferId, RoomId } from '#shared/kernel/ids.ts';
import { LocalDate } from '#shared/kernel/local-date.ts';
import { optionalText } from '#shared/kernel/text.ts';
import { WallTime } from '#shared/kernel/wall-time.ts';

/** The schedule (Zeitplan): what everybody who is signed in may know of who and what is taken when, and who is away. */

/** What everybody may see of an appointment: that a room and a counsellor are taken. Nothing of it names a client. */
export const BusyFields = z.object({
	counsellorIds: z.array(MemberId).max(10),
	roomId: RoomId.nullable(),
	day: LocalDate,
	from: WallTime,
	until: WallTime,
});
export type BusyFields = z.infer<typeof BusyFields>;

/** Its id is the appointment's. */
export const Busy = BusyFields.extend({
	id: AppointmentId,
	/** In the order of `counsellorIds`. */
	counsellorNames: z.array(z.string()),
	roomName: z.string().nullable(),
});
export type Busy = z.infer<typeof Busy>;

/** A session of an offer that takes a room or who leads it. */
export const PlannedSession = z.object({
	offerId: OfferId,
	name: z.string(),
	day: LocalDate,
	from: WallTime,
	until: WallTime,
	roomName: z.string().nullable(),
	leaderNames: z.array(z.string()),
});
export type PlannedSession = z.infer<typeof PlannedSession>;

export const AbsenceFields = z.object({
	memberId: MemberId,
	/** Both days included. */
	from: LocalDate,
	until: LocalDate,
	/** For colleagues, such as who stands in; never why: that may be health data. */
	note: optionalText(200),
});
export type AbsenceFields = z.infer<typeof AbsenceFields>;

export const Absence = AbsenceFields.extend({
	id: AbsenceId,
	memberName: z.string(),
	/** Whoever asks may change and remove it. */
	mayChange: z.boolean(),
	/** How many appointments from today on fall into it. */
	toMove: z.int(),
});
export type Absence = z.infer<typeof Absence>;

/** A time at which everybody and everything asked for is free. */
export const FreeSlot = z.object({
	day: LocalDate,
	from: WallTime,
	until: WallTime,
	/** All of them, or the one that is free. */
	counsellorIds: z.array(MemberId),
	roomId: RoomId.nullable(),
});
export type FreeSlot = z.infer<typeof FreeSlot>;

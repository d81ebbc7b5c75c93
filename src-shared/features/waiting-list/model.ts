import { z } from 'zod';
import { Appointment, AppointmentFields } from '#shared/features/appointments/model.ts';
import { FreeSlot } from '#shared/features/schedule/model.ts';
import { MemberId, PersonId, WaitingId } from '#shared/kernel/ids.ts';
import { LocalDate } from '#shared/kernel/local-date.ts';
import { optionalText } from '#shared/kernel/text.ts';

/**
 * The waiting list (Warteliste): who would come earlier, or has no appointment yet. When something is cancelled it
 * proposes people. It lies in the counselling vault.
 */

export const PartOfDay = z.enum(['any', 'forenoon', 'afternoon']);
export type PartOfDay = z.infer<typeof PartOfDay>;

export const WaitingFields = z.object({
	personId: PersonId,
	/** Any of them; none: whoever counsels. */
	counsellorIds: z.array(MemberId).max(10),
	kind: AppointmentFields.shape.kind,
	minutes: z.int().min(5).max(480),
	/** Weekdays that suit, Monday being 0; none: all do. */
	weekdays: z.array(z.int().min(0).max(6)).max(7),
	partOfDay: PartOfDay,
	/** The last day on which it is of use; null: whenever. */
	until: LocalDate.nullable(),
	isUrgent: z.boolean(),
	/** How somebody can be reached at short notice. */
	note: optionalText(400),
});
export type WaitingFields = z.infer<typeof WaitingFields>;

/** A free time with the names that belong to it. */
export const OpenSlot = FreeSlot.extend({ counsellorNames: z.array(z.string()), roomName: z.string().nullable() });
export type OpenSlot = z.infer<typeof OpenSlot>;

export const Waiting = WaitingFields.extend({
	id: WaitingId,
	personName: z.string(),
	counsellorNames: z.array(z.string()),
	since: LocalDate,
	/** The next appointment they have, which an earlier one would replace; null: none. */
	appointment: Appointment.nullable(),
});
export type Waiting = z.infer<typeof Waiting>;

import { z } from 'zod';
import { RoomId } from '#shared/kernel/ids.ts';
import { optionalText, requiredText } from '#shared/kernel/text.ts';

/** Rooms (Räume) of the house: where counselling and offers take place. */

export const RoomFields = z.object({
	name: requiredText(60),
	/** How many people fit in; null: nobody has said. */
	capacity: z.int().min(1).max(2000).nullable(),
	/** What is there, or how to get in: shown where the room is chosen. */
	note: optionalText(500),
	/** For talks behind a closed door; the first choice for appointments. */
	forCounselling: z.boolean(),
});
export type RoomFields = z.infer<typeof RoomFields>;

export const Room = RoomFields.extend({ id: RoomId });
export type Room = z.infer<typeof Room>;

export const EMPTY_ROOM: Omit<RoomFields, 'name'> = { capacity: null, note: null, forCounselling: false };

import { z } from 'zod';
import { procedure } from '#shared/contract-base.ts';
import { RoomId } from '#shared/kernel/ids.ts';
import { Room, RoomFields } from './model.ts';

/** Another room is called the same, whatever its spelling. */
const NAME_TAKEN = { NAME_TAKEN: { status: 409 } };

export const rooms = {
	/** By name, as people sort. */
	list: procedure.output(z.array(Room)),
	create: procedure
		.input(RoomFields)
		.output(z.object({ id: RoomId }))
		.errors(NAME_TAKEN),
	update: procedure
		.input(z.object({ id: RoomId, changes: RoomFields.partial() }))
		.output(z.void())
		.errors(NAME_TAKEN),
	/** Undo is `restore`. What is planned there stays and names the room. */
	remove: procedure.input(z.object({ id: RoomId })).output(z.void()),
	restore: procedure
		.input(z.object({ id: RoomId }))
		.output(z.void())
		.errors(NAME_TAKEN),
};

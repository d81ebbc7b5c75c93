import { and, eq, isNull } from 'drizzle-orm';
import type { Room } from '#shared/features/rooms/model.ts';
import type { RoomId } from '#shared/kernel/ids.ts';
import type { Reader } from '../../database/handles.ts';
import { room } from './tables.ts';

const COLUMNS = {
	id: room.id,
	name: room.name,
	capacity: room.capacity,
	note: room.note,
	forCounselling: room.forCounselling,
};

/** In no particular order. */
export const allRooms = (db: Reader): Room[] => db.select(COLUMNS).from(room).where(isNull(room.removedAt)).all() as Room[];

export function getRoom(db: Reader, id: RoomId): Room | undefined {
	return db
		.select(COLUMNS)
		.from(room)
		.where(and(eq(room.id, id), isNull(room.removedAt)))
		.get() as Room | undefined;
}

/** Also when it was removed. */
export function anyRoom(db: Reader, id: RoomId): Room | undefined {
	return db.select(COLUMNS).from(room).where(eq(room.id, id)).get() as Room | undefined;
}

/** Also of removed ones. */
export function namesOfRooms(db: Reader): Map<RoomId, string> {
	const rows = db.select({ id: room.id, name: room.name }).from(room).all();
	return new Map(rows.map(({ id, name }) => [id as RoomId, name]));
}

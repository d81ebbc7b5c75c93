import type { Room, RoomFields } from '#shared/features/rooms/model.ts';
import type { Ids } from '#shared/kernel/environment.ts';
import { fold, sortKey } from '#shared/kernel/fold.ts';
import type { RoomId } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Changes, Fields } from '../../records/merge.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { allRooms, anyRoom, getRoom, namesOfRooms } from './queries.ts';
import { roomKind } from './records.ts';

/** Decisions about rooms: two rooms have two names, whatever their spelling. */
export interface RoomService {
	/** By name, as people sort. */
	list(session: Session): Room[];
	/** Undefined when it was removed. */
	get(session: Session, id: RoomId): Room | undefined;
	/** Also of removed ones. */
	names(session: Session): ReadonlyMap<RoomId, string>;
	create(session: Session, fields: RoomFields): Result<{ id: RoomId }, 'name_taken'>;
	update(session: Session, id: RoomId, changes: Changes<RoomFields>): Result<void, RoomProblem>;
	remove(session: Session, id: RoomId): boolean;
	restore(session: Session, id: RoomId): Result<void, RoomProblem>;
}

export type RoomProblem = 'name_taken' | 'not_found';

export function createRoomService({ ids }: { readonly ids: Ids }): RoomService {
	const vaultOf = (session: Session) => openVaultOf(session, 'office');
	const isTaken = (session: Session, name: string, except: RoomId | null) =>
		allRooms(vaultOf(session).reader).some((room) => room.id !== except && fold(room.name) === fold(name));
	return {
		list: (session) =>
			allRooms(vaultOf(session).reader)
				.map((room) => ({ room, key: sortKey(room.name) }))
				.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.room.id < b.room.id ? -1 : 1))
				.map(({ room }) => room),
		get: (session, id) => getRoom(vaultOf(session).reader, id),
		names: (session) => namesOfRooms(vaultOf(session).reader),
		create(session, fields) {
			const { store } = vaultOf(session);
			return store.atomically(() => {
				if (isTaken(session, fields.name, null)) return err('name_taken');
				const id = ids.next() as RoomId;
				store.insert(roomKind, id, fields, session.acting);
				return ok({ id });
			});
		},
		update(session, id, changes) {
			const { store, reader } = vaultOf(session);
			return store.atomically(() => {
				if (!getRoom(reader, id)) return err('not_found');
				if (changes.name !== undefined && isTaken(session, changes.name, id)) return err('name_taken');
				store.update(roomKind, id, changes as Fields, session.acting);
				return ok(undefined);
			});
		},
		remove(session, id) {
			const { store, reader } = vaultOf(session);
			if (!getRoom(reader, id)) return false;
			store.remove(roomKind, id, session.acting);
			return true;
		},
		restore(session, id) {
			const { store, reader } = vaultOf(session);
			return store.atomically(() => {
				const found = anyRoom(reader, id);
				if (!found) return err('not_found');
				if (isTaken(session, found.name, id)) return err('name_taken');
				store.restore(roomKind, id, session.acting);
				return ok(undefined);
			});
		},
	};
}

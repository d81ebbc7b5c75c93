import type { RoomFields } from '#shared/features/rooms/model.ts';
import type { Ids } from '#shared/kernel/environment.ts';
import type { MemberId, RoomId } from '#shared/kernel/ids.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { roomKind } from './records.ts';

/** Writes the invented rooms; gives their ids in the same order. */
export function sampleRoomWriter(ids: Ids) {
	return (session: Session, rooms: readonly RoomFields[], author: MemberId): RoomId[] =>
		rooms.map((room) => {
			const id = ids.next() as RoomId;
			openVaultOf(session, 'office').store.insert(roomKind, id, room, author);
			return id;
		});
}

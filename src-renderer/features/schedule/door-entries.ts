import type { DoorEntry } from '#renderer/print/DoorSheet.tsx';
import type { RoomId } from '#shared/kernel/ids.ts';
import type { Block } from './blocks.ts';

/** What is in a room, for its door, in German like all papers: offers that are public by name, everything else as no more than that. */
export function doorEntries(blocks: readonly Block[], roomId: RoomId): DoorEntry[] {
	return blocks.filter((block) => block.roomId === roomId).flatMap((block) => entryOf(block) ?? []);
}

function entryOf(block: Block): DoorEntry | null {
	const { key, day, from, until } = block;
	const plain = { key, day, from, until, note: null, isCancelled: false };
	if (block.what !== 'session') return { ...plain, what: 'Beratung – bitte nicht stören' };
	const { name, isPublic, state, note } = block.session;
	const isCancelled = state === 'cancelled';
	if (isPublic) return { ...plain, what: name, note, isCancelled };
	return isCancelled ? null : { ...plain, what: 'Belegt' };
}

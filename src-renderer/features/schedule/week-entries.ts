import type { WeekEntry } from '#renderer/print/WeekListSheet.tsx';
import type { Member } from '#shared/features/members/model.ts';
import type { Room } from '#shared/features/rooms/model.ts';
import type { Block } from './blocks.ts';

/** The week on paper for the team, in German like all papers. Counselling is never more than that, whoever prints. */

interface Group {
	readonly name: string;
	readonly entries: readonly WeekEntry[];
}

/** A block each room, then what is in no room; rooms without anything are there too: that they are free is worth knowing. */
export function entriesByRoom(blocks: readonly Block[], rooms: readonly Room[], members: readonly Member[]): Group[] {
	const nameOf = new Map(members.map(({ id, name }) => [id, name]));
	const entry = (block: Block) => entryOf(block, block.memberIds.flatMap((id) => nameOf.get(id) ?? []).join(', '));
	const known = new Set(rooms.map(({ id }) => id));
	const elsewhere = blocks.filter(({ roomId }) => roomId === null || !known.has(roomId));
	return [
		...rooms.map(({ id, name }) => ({ name, entries: blocks.filter(({ roomId }) => roomId === id).map(entry) })),
		...(elsewhere.length === 0 ? [] : [{ name: 'An anderen Orten', entries: elsewhere.map(entry) }]),
	];
}

/** A block for everybody who has something to do. */
export function entriesByMember(blocks: readonly Block[], members: readonly Member[]): Group[] {
	return members.flatMap(({ id, name }) => {
		const entries = blocks.filter(({ memberIds }) => memberIds.includes(id)).map((block) => entryOf(block, placeOf(block)));
		return entries.length === 0 ? [] : [{ name, entries }];
	});
}

function entryOf(block: Block, beside: string): WeekEntry {
	const { key, day, from, until } = block;
	const isCancelled = block.what === 'session' && block.session.state === 'cancelled';
	return { key, day, from, until, what: block.what === 'session' ? block.session.name : 'Beratung', beside, isCancelled };
}

const placeOf = (block: Block): string => block.roomName ?? (block.what === 'session' ? block.session.place : null) ?? '';

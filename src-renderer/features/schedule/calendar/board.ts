import type { Occupant } from '#shared/features/schedule/occupancy.ts';
import type { MemberId, PersonId, RoomId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { minutesOf, type WallTime, wallTimeAt } from '#shared/kernel/wall-time.ts';
import type { Block } from '../blocks.ts';

/** The area of a calendar in which blocks stand and are moved: lanes side by side, time along them. */
export type Board = {
	/** Minutes since midnight at both ends of each lane. */
	readonly first: number;
	readonly last: number;
} & (
	| { readonly kind: 'days'; readonly lanes: readonly LocalDate[] }
	| { readonly kind: 'rooms'; readonly day: LocalDate; readonly lanes: readonly RoomId[] }
	| { readonly kind: 'people'; readonly day: LocalDate; readonly lanes: readonly MemberId[] }
);

/** A part of a lane, in minutes since midnight. */
export interface Place {
	/** Index. */
	readonly lane: number;
	readonly from: number;
	readonly until: number;
}

/** What is moved: a block from the lane it stands in, or nothing yet where a new one is made. */
export interface Moved {
	readonly block: Block | null;
	readonly lane: number;
}

/** What a place would take. */
export type Wanted = Pick<Occupant, 'key' | 'day' | 'from' | 'until' | 'roomId' | 'memberIds' | 'personIds'>;

export const STEP_MINUTES = 15;

/** The lanes a block stands in: several where more than one person has to do with it. */
export function lanesOf(block: Block, board: Board): number[] {
	if (board.kind === 'days') return indices(board.lanes, (day) => day === block.day);
	if (block.day !== board.day) return [];
	if (board.kind === 'rooms') return indices(board.lanes, (id) => id === block.roomId);
	return indices(board.lanes, (id) => block.memberIds.includes(id));
}

const indices = <Lane>(lanes: readonly Lane[], is: (lane: Lane) => boolean): number[] =>
	lanes.flatMap((lane, at) => (is(lane) ? [at] : []));

export function wantedAt({ block, lane }: Moved, place: Place, board: Board, me: MemberId | null): Wanted {
	const memberIds = block === null ? (me === null ? [] : [me]) : block.memberIds;
	const personIds: readonly PersonId[] = block?.what === 'appointment' ? block.appointment.personIds : [];
	return {
		...{ key: block?.key ?? '', personIds, from: wallTimeAt(place.from), until: wallTimeAt(place.until) },
		day: board.kind === 'days' ? (board.lanes[place.lane] as LocalDate) : board.day,
		roomId: board.kind === 'rooms' ? (board.lanes[place.lane] as RoomId) : (block?.roomId ?? null),
		memberIds: board.kind === 'people' ? inPlaceOf(memberIds, block && board.lanes[lane], board.lanes[place.lane]) : memberIds,
	};
}

/** Whoever's lane a block leaves gives it to whoever's lane it comes to. */
function inPlaceOf(ids: readonly MemberId[], left: MemberId | null | undefined, come: MemberId | undefined): MemberId[] {
	if (come === undefined) return [...ids];
	return left ? [...new Set(ids.map((id) => (id === left ? come : id)))] : [come];
}

const snapped = (minutes: number): number => Math.round(minutes / STEP_MINUTES) * STEP_MINUTES;
const within = (minutes: number, least: number, most: number): number => Math.min(Math.max(minutes, least), most);

/** The same length somewhere else, on the board as a whole. */
function movedTo({ from, until }: Place, lane: number, begins: number, { first, last }: Board): Place {
	const length = until - from;
	const start = within(begins, first, Math.max(first, last - length));
	return { lane, from: start, until: start + length };
}

/** Under the pointer, taken by `grab` minutes after its beginning. */
export const draggedTo = (start: Place, lane: number, minutes: number, grab: number, board: Board): Place =>
	movedTo(start, lane, snapped(minutes - grab), board);

export type Edge = 'from' | 'until';

export function resizedTo(start: Place, edge: Edge, minutes: number, { first, last }: Board): Place {
	const to = snapped(minutes);
	return edge === 'from'
		? { ...start, from: within(to, first, start.until - STEP_MINUTES) }
		: { ...start, until: within(to, start.from + STEP_MINUTES, last) };
}

/** From where a drag over free time began to where it is now. */
export function spannedBy(lane: number, began: number, now: number, { first, last }: Board): Place {
	const [a, b] = [Math.min(began, now), Math.max(began, now)];
	const from = within(Math.floor(a / STEP_MINUTES) * STEP_MINUTES, first, last - STEP_MINUTES);
	return { lane, from, until: within(Math.ceil(b / STEP_MINUTES) * STEP_MINUTES, from + STEP_MINUTES, last) };
}

/** One step of the keyboard: `along` in steps of time, `across` in lanes, `longer` in steps of its length. */
export interface KeyStep {
	readonly along?: number;
	readonly across?: number;
	readonly longer?: number;
}

export function stepped(
	place: Place,
	{ along = 0, across = 0, longer = 0 }: KeyStep,
	lanes: readonly number[],
	board: Board,
): Place {
	if (longer !== 0) return resizedTo(place, 'until', place.until + longer * STEP_MINUTES, board);
	const at = lanes.indexOf(place.lane) + across;
	return movedTo(place, lanes[within(at, 0, lanes.length - 1)] ?? place.lane, place.from + along * STEP_MINUTES, board);
}

export const isSamePlace = (a: Place | null, b: Place | null): boolean =>
	a === b || (a !== null && b !== null && a.lane === b.lane && a.from === b.from && a.until === b.until);

export const placeOfBlock = ({ from, until }: { from: WallTime; until: WallTime }, lane: number): Place => ({
	lane,
	from: minutesOf(from),
	until: minutesOf(until),
});

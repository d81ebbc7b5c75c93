import type { Opening } from '#shared/features/site/opening.ts';
import type { HoldId } from '#shared/kernel/ids.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';
import type { HoldState } from './model.ts';

/**
 * Whose turn it is to have an item that people wait for. Nothing of it is stored: every PC computes the same from the
 * holds, from when the item was away, and from the opening days, in whatever order they arrived.
 */

/** A hold as it is stored. */
export interface StoredHold {
	readonly id: HoldId;
	/** ms UTC */
	readonly createdAt: number;
	readonly createdOn: LocalDate;
	readonly state: 'waiting' | 'collected' | 'cancelled';
	/** The day it was collected or cancelled. */
	readonly endedOn: LocalDate | null;
}

/** Days on which an item could not be given to anybody: away from `from` on, back on `until`; null: still away. */
export interface Absence {
	readonly from: LocalDate;
	readonly until: LocalDate | null;
}

export interface Standing {
	/** 1 is next; 0: does not wait any more. */
	readonly place: number;
	readonly state: HoldState;
	/** Of one that is ready or has lapsed: the days it lay there for them, both included. */
	readonly from: LocalDate | null;
	readonly until: LocalDate | null;
}

interface QueueRules {
	readonly today: LocalDate;
	/** Opening days that something is kept. */
	readonly holdDays: number;
	readonly opening: Pick<Opening, 'nextOpenDay'>;
}

/** The last day that something is kept which is there from `from` on: so many opening days, since nobody comes on others. */
export function keptUntil(from: LocalDate, { holdDays, opening }: Pick<QueueRules, 'holdDays' | 'opening'>): LocalDate {
	let last = opening.nextOpenDay(from);
	for (let day = 1; day < holdDays; day++) last = opening.nextOpenDay(addDays(last, 1));
	return last;
}

/** First come, first served; the id decides between two of the same moment, so that all PCs agree. */
export function inOrder<T extends Pick<StoredHold, 'createdAt' | 'id'>>(holds: readonly T[]): T[] {
	return [...holds].sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** How the holds of one item stand today. */
export function standingsOf(
	holds: readonly StoredHold[],
	absences: readonly Absence[],
	rules: QueueRules,
): Map<HoldId, Standing> {
	const queue = inOrder(holds);
	const offered = new Map<HoldId, { from: LocalDate; until: LocalDate; lapsed: boolean }>();
	const first = queue.map(({ createdOn }) => createdOn).sort()[0] ?? rules.today;
	for (const stay of staysOf(absences, first)) offerDuring(stay, queue, offered, rules);

	const standings = new Map<HoldId, Standing>();
	let place = 0;
	for (const { id, state: stored } of queue) {
		const offer = offered.get(id);
		if (stored !== 'waiting') standings.set(id, { place: 0, state: stored, from: null, until: null });
		else if (offer?.lapsed) standings.set(id, { place: 0, state: 'lapsed', from: offer.from, until: offer.until });
		else {
			place += 1;
			const state = offer ? 'ready' : 'waiting';
			standings.set(id, { place, state, from: offer?.from ?? null, until: offer?.until ?? null });
		}
	}
	return standings;
}

/** Days on which an item is there: until (not including) the day it goes away; null: it is there. */
interface Stay {
	readonly from: LocalDate;
	readonly until: LocalDate | null;
}

/** What lies between the absences, from a day on. Absences of less than a day are none. */
function staysOf(absences: readonly Absence[], first: LocalDate): Stay[] {
	const stays: Stay[] = [];
	let since: LocalDate | null = first;
	for (const { from, until } of [...absences].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
		if (since === null) break;
		if (until !== null && until <= from) continue;
		if (from > since) stays.push({ from: since, until: from });
		since = until === null ? null : until > since ? until : since;
	}
	if (since !== null) stays.push({ from: since, until: null });
	return stays;
}

/**
 * Offers the item to one after the other while it is there. Whoever it is taken away from (lent to somebody else in
 * spite of the hold) is offered it again, for the full time, when it is back.
 */
function offerDuring(
	stay: Stay,
	queue: readonly StoredHold[],
	offered: Map<HoldId, { from: LocalDate; until: LocalDate; lapsed: boolean }>,
	rules: QueueRules,
): void {
	let day: LocalDate = stay.from;
	while (day <= rules.today && (stay.until === null || day < stay.until)) {
		const waiting = queue.filter((hold) => !offered.get(hold.id)?.lapsed && !hasEndedBy(hold, day));
		const next = waiting.find(({ createdOn }) => createdOn <= day);
		if (!next) {
			const later = waiting.map(({ createdOn }) => createdOn).sort()[0];
			if (later === undefined) return;
			day = later;
			continue;
		}
		const until = keptUntil(day, rules);
		const ends = next.state !== 'waiting' && next.endedOn !== null && next.endedOn <= until ? next.endedOn : null;
		if (stay.until !== null && stay.until <= until && (ends === null || ends >= stay.until)) return;
		if (ends !== null) {
			day = ends;
			continue;
		}
		const lapsed = until < rules.today;
		offered.set(next.id, { from: day, until, lapsed });
		if (!lapsed) return;
		day = addDays(until, 1);
	}
}

/** Passed on that same day. One that ended nobody knows when never had its turn. */
const hasEndedBy = ({ state, endedOn }: StoredHold, day: LocalDate): boolean =>
	state !== 'waiting' && (endedOn === null || endedOn <= day);

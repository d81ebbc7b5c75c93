import { overlap } from '#shared/kernel/wall-time.ts';
import type { Occupant } from './occupancy.ts';

/** Finds what was planned without knowing of each other and takes the same room or member; the same on every PC. */

export interface Planned extends Occupant {
	/** The record that is decided about: all sessions of an offer have the same one. */
	readonly id: string;
	readonly what: 'appointment' | 'session';
	/** Ids of those that were known to be in its way when it was planned, or were agreed on since. */
	readonly despite: readonly string[];
}

/** An appointment, or the shadow of one. Whom it is with is no question here. */
export function plannedAppointment({ id, counsellorIds, ...one }: Taking): Planned {
	const { day, from, until, roomId, despite } = one;
	return { id, key: id, what: 'appointment', day, from, until, roomId, memberIds: counsellorIds, personIds: [], despite };
}
type Taking = Pick<Planned, 'id' | 'day' | 'from' | 'until' | 'roomId' | 'despite'> & {
	readonly counsellorIds: Planned['memberIds'];
};

/** Those that hang together are one decision; two sessions are no question here, see `offersThatMeet`. In the order of time. */
export function doublesAmong<One extends Planned>(planned: readonly One[]): One[][] {
	const ordered = [...planned].sort(byTime);
	const meets = new Map<One, One[]>(ordered.map((one) => [one, []]));
	for (const [at, one] of ordered.entries()) {
		for (const other of ordered.slice(at + 1)) {
			if (other.day !== one.day || other.from >= one.until) break;
			if (!isDouble(one, other)) continue;
			meets.get(one)?.push(other);
			meets.get(other)?.push(one);
		}
	}
	const seen = new Set<One>();
	const found: One[][] = [];
	for (const first of ordered) {
		if (seen.has(first) || meets.get(first)?.length === 0) continue;
		const cluster: One[] = [];
		const next = [first];
		seen.add(first);
		for (let one = next.pop(); one; one = next.pop()) {
			cluster.push(one);
			for (const other of meets.get(one) ?? []) {
				if (seen.has(other)) continue;
				seen.add(other);
				next.push(other);
			}
		}
		found.push(cluster.sort(byTime));
	}
	return found;
}

function isDouble(one: Planned, other: Planned): boolean {
	if (one.what === 'session' && other.what === 'session') return false;
	return one.key !== other.key && !isAgreed(one, other) && take(one, other);
}

const isAgreed = (one: Planned, other: Planned): boolean => one.despite.includes(other.id) || other.despite.includes(one.id);

function take(one: Occupant, other: Occupant): boolean {
	if (!overlap(one, other)) return false;
	const sameRoom = one.roomId !== null && one.roomId === other.roomId;
	return sameRoom || one.memberIds.some((id) => other.memberIds.includes(id));
}

/** What takes the same room or somebody who leads both, whether or not it was known. `others` may hold it itself. */
export function meeting<One extends Occupant & { readonly id: string }>(
	own: readonly Occupant[],
	others: readonly One[],
	ownId: string,
): One[] {
	const days = Map.groupBy(own, ({ day }) => day);
	return others.filter((other) => other.id !== ownId && days.get(other.day)?.some((one) => take(one, other)));
}

/** Two offers whose sessions take the same room or leader, with the first such time of each and how many there are. */
export interface Meeting<One> {
	readonly first: readonly [One, One];
	readonly times: number;
}

/** Each pair of offers is one decision, which holds for all of their sessions. In the order of the first time. */
export function offersThatMeet<One extends Planned>(sessions: readonly One[]): Meeting<One>[] {
	const found = new Map<string, { first: readonly [One, One]; times: number }>();
	for (const [, sameDay] of Map.groupBy([...sessions].sort(byTime), ({ day }) => day)) {
		for (const [at, one] of sameDay.entries()) {
			for (const other of sameDay.slice(at + 1)) {
				if (other.from >= one.until) break;
				if (one.id === other.id || isAgreed(one, other) || !take(one, other)) continue;
				const pair = [one.id, other.id].sort().join(' ');
				const known = found.get(pair);
				if (known) known.times += 1;
				else found.set(pair, { first: [one, other], times: 1 });
			}
		}
	}
	return [...found.values()];
}

function byTime(a: Planned, b: Planned): number {
	const [left, right] = [`${a.day} ${a.from} ${a.key}`, `${b.day} ${b.from} ${b.key}`];
	return left < right ? -1 : left > right ? 1 : 0;
}

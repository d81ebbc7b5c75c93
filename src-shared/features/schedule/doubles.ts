import { overlap } from '#shared/kernel/wall-time.ts';
import type { Occupant } from './occupancy.ts';

/** Finds what was planned without knowing of each other and takes the same room or member; the same on every PC. */

export interface Planned extends Occupant {
	/** Those that were known to be in its way when it was planned, or were agreed on since. */
	readonly despite: readonly string[];
}

/** Those that hang together are one decision. In the order of time. */
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
	if (one.key === other.key || !overlap(one, other)) return false;
	if (one.despite.includes(other.key) || other.despite.includes(one.key)) return false;
	const sameRoom = one.roomId !== null && one.roomId === other.roomId;
	return sameRoom || one.memberIds.some((id) => other.memberIds.includes(id));
}

function byTime(a: Planned, b: Planned): number {
	const [left, right] = [`${a.day} ${a.from} ${a.key}`, `${b.day} ${b.from} ${b.key}`];
	return left < right ? -1 : left > right ? 1 : 0;
}

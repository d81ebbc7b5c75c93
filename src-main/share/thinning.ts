import type { DeviceId } from '#shared/kernel/ids.ts';

/**
 * Which snapshots of a vault may go. A device removes its own, and those of others only when they have expired; what
 * is kept follows from windows of time and not from numbers, so nobody can push good ones out by making many more.
 */
export interface SnapshotFacts {
	readonly name: string;
	readonly takenAt: number;
	readonly device: DeviceId;
	/** Opened and checked by this device. */
	readonly isVerified: boolean;
}

export interface ThinningTime {
	/** By the device's clock. */
	readonly now: number;
	/** How far thinning believes time has come: behind the clock when that has jumped. See `thinningTime`. */
	readonly until: number;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const ALL_MS = 7 * DAY_MS;
const WEEKS = 5;
const MONTHS = 12;
/** Past the end of the last month that is kept, whatever its length. */
export const EXPIRY_MS = 400 * DAY_MS;
const AHEAD_MS = DAY_MS;
const STEP_MS = 2 * DAY_MS;

/** Monday to Sunday, by UTC: the same windows for every device. The first Monday of 1970 was the 5th of January. */
const weekOf = (at: number): number => Math.floor((at - 4 * DAY_MS) / (7 * DAY_MS));
function monthOf(at: number): number {
	const day = new Date(at);
	return day.getUTCFullYear() * 12 + day.getUTCMonth();
}

/** Names of those that may be removed by the device `own`. */
export function snapshotsToRemove(all: readonly SnapshotFacts[], { now, until }: ThinningTime, own: DeviceId): string[] {
	// From a clock that was wrong: it stands for no window, and nobody can tell yet when it will be too old.
	const known = all.filter(({ takenAt }) => takenAt <= now + AHEAD_MS);
	const mine = known.filter(({ device }) => device === own);
	const keep = new Set<string>();
	for (const snapshot of mine) if (snapshot.takenAt > until - ALL_MS) keep.add(snapshot.name);
	keepOneOfEach(mine, weekOf, weekOf(until) - WEEKS, keep);
	keepOneOfEach(mine, monthOf, monthOf(until) - MONTHS, keep);
	const newestVerified = newestOf(known.filter(({ isVerified }) => isVerified));
	if (newestVerified) keep.add(newestVerified.name);
	return known
		.filter(({ name, device, takenAt }) => !keep.has(name) && (device === own || takenAt < until - EXPIRY_MS))
		.map(({ name }) => name);
}

/** The newest verified one of every window; where none was verified, the newest. */
function keepOneOfEach(
	snapshots: readonly SnapshotFacts[],
	windowOf: (at: number) => number,
	since: number,
	keep: Set<string>,
): void {
	const windows = Map.groupBy(snapshots, ({ takenAt }) => windowOf(takenAt));
	for (const [window, inside] of windows) {
		if (window < since) continue;
		const chosen = newestOf(inside.filter(({ isVerified }) => isVerified)) ?? newestOf(inside);
		if (chosen) keep.add(chosen.name);
	}
}

function newestOf(snapshots: readonly SnapshotFacts[]): SnapshotFacts | undefined {
	return snapshots.reduce<SnapshotFacts | undefined>(
		(newest, each) => (!newest || each.takenAt > newest.takenAt ? each : newest),
		undefined,
	);
}

/**
 * A clock that jumps a year ahead makes everything look expired. So thinning follows it in steps: two days for each time
 * that it runs, which is once a day. `last`: how far it had come; null when this device has never thinned anything.
 */
export function thinningTime(now: number, last: number | null): ThinningTime {
	return { now, until: last === null ? now : Math.min(now, Math.max(last, 0) + STEP_MS) };
}

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { EXPIRY_MS, type SnapshotFacts, snapshotsToRemove, thinningTime } from '#main/share/thinning.ts';
import type { DeviceId } from '#shared/kernel/ids.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 30, 12);
const OWN = 'own' as DeviceId;
const OTHER = 'other' as DeviceId;

const at = (min: number, max: number) => fc.integer({ min, max }).map((hours) => NOW + hours * 3_600_000);
const snapshot = (device: fc.Arbitrary<DeviceId>, time = at(-24 * 500, 24 * 30)) =>
	fc.record({ takenAt: time, device, isVerified: fc.boolean() });
const named = (list: readonly Omit<SnapshotFacts, 'name'>[], prefix = 's'): SnapshotFacts[] =>
	list.map((each, index) => ({ ...each, name: `${prefix}${index}` }));
const lists = fc.array(snapshot(fc.constantFrom(OWN, OTHER)), { maxLength: 80 }).map((list) => named(list));
const time = { now: NOW, until: NOW };

const remaining = (all: readonly SnapshotFacts[], when = time) => {
	const gone = new Set(snapshotsToRemove(all, when, OWN));
	return all.filter(({ name }) => !gone.has(name));
};

const weekOf = (ms: number) => Math.floor((ms - 4 * DAY) / (7 * DAY));
const monthOf = (ms: number) => new Date(ms).getUTCFullYear() * 12 + new Date(ms).getUTCMonth();

it('keeps all of seven days, and of every week and month one that is as good as any of it', () => {
	fc.assert(
		fc.property(lists, (all) => {
			const kept = remaining(all).filter(({ device }) => device === OWN);
			const own = all.filter(({ device, takenAt }) => device === OWN && takenAt <= NOW + DAY);
			for (const each of own) {
				if (each.takenAt > NOW - 7 * DAY) expect(kept).toContain(each);
				const standIns = (same: (ms: number) => number) =>
					kept.filter(({ takenAt, isVerified }) => same(takenAt) === same(each.takenAt) && (isVerified || !each.isVerified));
				if (weekOf(each.takenAt) >= weekOf(NOW) - 5) expect(standIns(weekOf)).not.toEqual([]);
				if (monthOf(each.takenAt) >= monthOf(NOW) - 12) expect(standIns(monthOf)).not.toEqual([]);
			}
		}),
	);
});

it('removes nothing more when it is asked again', () => {
	fc.assert(
		fc.property(lists, (all) => {
			expect(snapshotsToRemove(remaining(all), time, OWN)).toEqual([]);
		}),
	);
});

it('cannot be flooded: no snapshot of another device, and none from the future, makes one of ours go', () => {
	const flood = fc.array(
		fc.oneof(snapshot(fc.constant(OTHER)), snapshot(fc.constant(OWN), at(25, 24 * 900))).map((each) => ({
			...each,
			// What this device has opened itself counts for what it is; a flood is what it has not.
			isVerified: false,
		})),
		{ minLength: 50, maxLength: 200 },
	);
	fc.assert(
		fc.property(lists, flood, (all, more) => {
			const quiet = new Set(snapshotsToRemove(all, time, OWN));
			for (const name of snapshotsToRemove([...all, ...named(more, 'flood')], time, OWN)) {
				expect(quiet.has(name) || name.startsWith('flood')).toBe(true);
			}
		}),
	);
});

it('cannot be flooded by our own either: what is verified stays as long as unverified ones crowd around it', () => {
	const crowd = fc.array(
		snapshot(fc.constant(OWN)).map((each) => ({ ...each, isVerified: false })),
		{ maxLength: 200 },
	);
	fc.assert(
		fc.property(lists, crowd, (all, more) => {
			const verified = remaining(all).filter(({ isVerified }) => isVerified);
			const kept = remaining([...all, ...named(more, 'crowd')]);
			for (const each of verified) expect(kept).toContain(each);
		}),
	);
});

it('removes of others only what has expired, and never the newest verified one', () => {
	fc.assert(
		fc.property(lists, (all) => {
			const kept = remaining(all);
			for (const each of all) {
				if (each.device === OTHER && each.takenAt >= NOW - EXPIRY_MS) expect(kept).toContain(each);
				if (each.takenAt > NOW + DAY) expect(kept).toContain(each);
			}
			const verified = all.filter(({ isVerified, takenAt }) => isVerified && takenAt <= NOW + DAY);
			const newest = Math.max(...verified.map(({ takenAt }) => takenAt));
			if (verified.length > 0) expect(kept.some(({ takenAt, isVerified }) => isVerified && takenAt === newest)).toBe(true);
		}),
	);
});

it('follows a clock that jumps two years ahead only step by step', () => {
	const jumped = NOW + 730 * DAY;
	expect(thinningTime(jumped, NOW)).toEqual({ now: jumped, until: NOW + 2 * DAY });
	const daily = Array.from({ length: 30 }, (_, day) => ({
		name: `d${day}`,
		takenAt: NOW - day * DAY,
		device: day % 2 ? OWN : OTHER,
		isVerified: true,
	}));
	const gone = snapshotsToRemove(daily, thinningTime(jumped, NOW), OWN);
	expect(gone).toEqual(snapshotsToRemove(daily, { now: NOW, until: NOW + 2 * DAY }, OWN));
	expect(gone.length).toBeLessThan(12);
});

it('catches up with the clock and never goes past it', () => {
	expect(thinningTime(NOW, NOW - DAY)).toEqual(time);
	expect(thinningTime(NOW, NOW + 50 * DAY)).toEqual(time);
	expect(thinningTime(NOW, null)).toEqual(time);
});

it('comes, day after day for two years, to some twenty snapshots that reach back a year', () => {
	let all: SnapshotFacts[] = [];
	for (let day = 0; day < 730; day++) {
		const now = NOW + day * DAY;
		all.push({ name: `d${day}`, takenAt: now, device: OWN, isVerified: true });
		const gone = new Set(snapshotsToRemove(all, { now, until: now }, OWN));
		all = all.filter(({ name }) => !gone.has(name));
	}
	const last = NOW + 729 * DAY;
	expect(all.length).toBeGreaterThanOrEqual(20);
	expect(all.length).toBeLessThanOrEqual(27);
	expect(all[0]?.takenAt).toBeLessThan(last - 330 * DAY);
});

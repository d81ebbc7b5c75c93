import { VAULTS } from '#shared/features/members/model.ts';
import type { ShareProblem } from '#shared/features/share/model.ts';
import type { Clock, Random } from '#shared/kernel/environment.ts';
import type { DeviceId, SiteId } from '#shared/kernel/ids.ts';
import { fitsName, holesIn, isCompacted, isOurs, type Place, placeOf, type Stranger, strangerOf } from './known-names.ts';
import { feedsFolder, ledgerFolder } from './layout.ts';
import { ShareRefused } from './problem.ts';
import type { ShareTarget } from './target.ts';

/**
 * Looks over the shoulder of everything that is listed and read on the share, and says what others do there: foreign
 * files, copies of programs that keep folders in step, missing files, slowness, and many files renamed or overwritten at
 * once. After that last one nothing is written until a person has looked: we would only feed an attacker.
 */
export interface ShareWatch {
	/** The same share, looked over the shoulder. */
	over(target: ShareTarget): ShareTarget;
	/** Reads a few files again, now and then: what was overwritten under its old name shows in no listing. Throws TargetError. */
	sample(target: ShareTarget): Promise<void>;
	/** At the ledger, every feed, and whatever else was seen before. Throws TargetError. */
	lookAround(target: ShareTarget): Promise<void>;
	/** Throws ShareRefused while many files are not what they were. */
	refuseAttacked(): void;
	/** Everything that is known to be wrong, with how many files it is about. */
	findings(): Finding[];
	/** Answers take very long, or none comes. */
	isSlow(): boolean;
	/** It is another folder now. */
	forget(): void;
}

export interface Finding {
	readonly problem: Extract<ShareProblem, 'foreign_files' | 'conflict_copies' | 'files_missing' | 'slow'>;
	readonly device: DeviceId | null;
	readonly file: string | null;
	readonly count: number;
}

export interface WatchDeps {
	readonly site: SiteId;
	/** Its own feed is made whole by itself. */
	readonly device: DeviceId;
	/** What else such a device may leave in its folder says nothing. */
	isRemoved(device: DeviceId): boolean;
	readonly clock: Clock;
	readonly random: Random;
	/** Milliseconds since some moment. */
	stopwatch(): number;
}

/** So many files that are not what they were cannot be chance; with a note on how to pay, one is enough. */
const MANY = 3;
const SAMPLE_EVERY_MS = 60_000;
const SAMPLE_SIZE = 4;
const SUSPECT_SAMPLE_SIZE = 12;
const SLOW_MS = 5000;
const HANGING_MS = 15_000;

interface Look {
	readonly place: Place;
	readonly names: readonly string[];
	readonly strangers: readonly { readonly path: string; readonly what: Stranger }[];
	/** Names of ours that were here when there were only ours. */
	readonly before: Set<string>;
}

export function createShareWatch({ site, device, isRemoved, clock, random, stopwatch }: WatchDeps): ShareWatch {
	const looks = new Map<string, Look>();
	/** Files that were read and are not what their names say. */
	const overwritten = new Set<string>();
	const running = new Map<symbol, number>();
	/** How long the last few listings took. */
	let durations: number[] = [];
	/** The changed files that were known when all folders were looked at. */
	let examined = '';
	let sampledAt = Number.NEGATIVE_INFINITY;

	function saw(folder: string, names: readonly string[]): void {
		const place = placeOf(site, folder);
		if (!place) return;
		const all = new Set(names);
		const strangers = names
			.filter((name) => !isOurs(place, name))
			.map((name) => ({ path: `${folder}/${name}`, what: strangerOf(name, all) }));
		const known = looks.get(folder)?.before;
		// What is gone without anything in its place was tidied up by one of us.
		const before = known && strangers.some(({ what }) => what === 'foreign') ? known : all;
		looks.set(folder, { place, names, strangers, before });
	}

	function sawContent(path: string, bytes: Uint8Array | null): void {
		const name = path.slice(path.lastIndexOf('/') + 1);
		const fits = bytes && fitsName(name, bytes);
		if (fits === false) overwritten.add(path);
		else overwritten.delete(path);
	}

	async function timed<T>(isShort: boolean, work: () => Promise<T>): Promise<T> {
		const id = Symbol();
		const began = stopwatch();
		running.set(id, began);
		try {
			const result = await work();
			if (isShort) durations = [...durations.slice(-4), stopwatch() - began];
			return result;
		} finally {
			running.delete(id);
		}
	}

	const strangers = () => [...looks.values()].flatMap((look) => look.strangers);

	async function lookAtFolders(target: ShareTarget): Promise<void> {
		const folders = new Set([ledgerFolder(site), ...looks.keys()]);
		for (const vault of VAULTS) {
			const feeds = feedsFolder(site, vault);
			for (const name of await target.list(feeds)) folders.add(`${feeds}/${name}`);
		}
		for (const folder of folders) saw(folder, await target.list(folder));
	}

	/** Files that became something else. */
	function changedFiles(): string[] {
		const found = strangers();
		const renamed = found.filter(({ what }) => what === 'renamed');
		// New names that say nothing, and about as many of ours gone from beside them.
		const replaced = [...looks.values()].flatMap((look) => {
			const unknown = look.strangers.filter(({ what }) => what === 'foreign');
			if (unknown.length === 0) return [];
			const there = new Set(look.names);
			const gone = [...look.before].filter((name) => !there.has(name) && !isCompacted(name, look.names)).length;
			return gone * 2 >= unknown.length && unknown.length * 2 >= gone ? unknown.slice(0, gone) : [];
		});
		return [...renamed.map(({ path }) => path), ...replaced.map(({ path }) => path), ...overwritten];
	}

	function refuseAttacked(): void {
		const files = changedFiles();
		const isAttack = files.length >= MANY || (files.length > 0 && strangers().some(({ what }) => what === 'note'));
		if (isAttack) throw new ShareRefused('attacked', files[0] ?? null);
	}

	/** One changed file may be chance: before anything is written beside it, all the others are looked at. */
	async function refuseSuspect(target: ShareTarget): Promise<void> {
		const suspicion = changedFiles().join('\n');
		if (suspicion !== '' && suspicion !== examined) {
			await lookAtFolders(target);
			examined = changedFiles().join('\n');
		}
		refuseAttacked();
	}

	function listed(problem: Exclude<Finding['problem'], 'slow'>, whats: readonly Stranger[]): Finding[] {
		const found = strangers().filter(({ what }) => whats.includes(what));
		return found[0] ? [{ problem, device: null, file: found[0].path, count: found.length }] : [];
	}

	function missing(): Finding[] {
		return [...looks].flatMap(([folder, { place, names }]): Finding[] => {
			const isWatched = place.device !== null && place.device !== device && !isRemoved(place.device);
			const count = place.kind === 'feed' && isWatched ? holesIn(names) : 0;
			return count > 0 ? [{ problem: 'files_missing', device: place.device, file: folder, count }] : [];
		});
	}

	function isSlow(): boolean {
		const longest = Math.max(0, ...[...running.values()].map((began) => stopwatch() - began));
		return longest >= HANGING_MS || durations.filter((ms) => ms >= SLOW_MS).length >= 3;
	}

	return {
		over(target) {
			return {
				async list(folder) {
					const names = await timed(true, () => target.list(folder));
					saw(folder, names);
					return names;
				},
				read: (path) => timed(false, () => target.read(path)),
				async writeNew(path, bytes) {
					await refuseSuspect(target);
					await timed(false, () => target.writeNew(path, bytes));
				},
				async claim(path, holder) {
					await refuseSuspect(target);
					return timed(false, () => target.claim(path, holder));
				},
				async remove(path) {
					await refuseSuspect(target);
					await target.remove(path);
					const at = path.lastIndexOf('/');
					looks.get(path.slice(0, at))?.before.delete(path.slice(at + 1));
				},
			};
		},
		async sample(target) {
			if (clock.now() - sampledAt < SAMPLE_EVERY_MS) return;
			sampledAt = clock.now();
			const files = [...looks].flatMap(([folder, { place, names }]) =>
				place.kind === 'ledger' || place.kind === 'feed'
					? names.filter((name) => isOurs(place, name)).map((name) => `${folder}/${name}`)
					: [],
			);
			const size = () => (overwritten.size > 0 ? SUSPECT_SAMPLE_SIZE : SAMPLE_SIZE);
			for (let read = 0; read < size(); read++) {
				const [path] = files.splice(Buffer.from(random.bytes(4)).readUInt32BE() % files.length, 1);
				if (path === undefined) break;
				sawContent(path, await target.read(path));
			}
		},
		async lookAround(target) {
			await lookAtFolders(target);
			for (const path of overwritten) sawContent(path, await target.read(path));
		},
		refuseAttacked,
		isSlow,
		findings: () => [
			...listed('conflict_copies', ['conflict']),
			...listed('foreign_files', ['foreign', 'litter', 'note']),
			...listed('files_missing', ['renamed']),
			...missing(),
			...(isSlow() ? [{ problem: 'slow' as const, device: null, file: null, count: 1 }] : []),
		],
		forget() {
			looks.clear();
			overwritten.clear();
			durations = [];
		},
	};
}

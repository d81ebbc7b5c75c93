import { isAbsolute, join, relative, resolve } from 'node:path';
import type { Vault } from '#shared/features/members/model.ts';
import type { Alarm, ShareProblem, ShareStatus } from '#shared/features/share/model.ts';
import type { Clock, Random } from '#shared/kernel/environment.ts';
import type { DeviceId } from '#shared/kernel/ids.ts';
import { isDamage, type SqliteFile } from '../database/open.ts';
import type { Log } from '../platform/log.ts';
import { MAX_AHEAD_MS } from '../records/hybrid-clock.ts';
import type { DataFolder } from '../vaults/data-folder.ts';
import { openProfile } from '../vaults/grants.ts';
import type { LedgerState } from '../vaults/ledger.ts';
import { openVaultOf, type Session } from '../vaults/session.ts';
import type { ShareContext } from './context.ts';
import { exchangeLedger } from './exchange-ledger.ts';
import { ledgerFolder, parseSnapshotName, snapshotsFolder } from './layout.ts';
import { ShareRefused, shareProblemOf } from './problem.ts';
import { countWaiting, finishSegments, publishedHead, publishVault } from './publish.ts';
import { pullVault } from './pull.ts';
import { snapshotNames, takeSnapshot, verifySnapshot } from './snapshots.ts';
import { type ShareTarget, TargetError } from './target.ts';

/**
 * Keeps one signed-in device and its share together: publishes what waits, pulls what others wrote, takes the daily
 * snapshot, and always has an honest status. One cycle at a time; whatever fails is caught up in a later one.
 */
export interface ShareSync {
	/** One whole exchange; a call during a running cycle waits for it and runs another. Never rejects. */
	cycle(): Promise<void>;
	status(): ShareStatus;
	/** For work a person asked for; throws TargetError when there is no share. */
	context(): ShareContext;
	/** Uses this folder from now on. Throws TargetError, or a ShareRefused. */
	connect(folder: string): Promise<void>;
	snapshotNow(onPart: (vault: string, done: number, total: number) => void): Promise<void>;
	verifiedAt(vault: Vault, snapshot: string): number | null;
	noteVerified(vault: Vault, snapshot: string): void;
	/**
	 * Just before the session ends: turns what waits into finished segments, which need no keys any more, and gives the
	 * work of sending them. A note written a moment before locking leaves all the same.
	 */
	farewell(): () => Promise<void>;
}

export interface SyncDeps {
	readonly session: Session;
	readonly folder: DataFolder;
	readonly clock: Clock;
	readonly random: Random;
	readonly log: Log;
	targetFor(folder: string): ShareTarget;
	/** A longer ledger, verified: make it the session's. */
	onLedger(ledger: LedgerState): void;
	/** A vault could not be read. */
	onDamage(): void;
	/** The status line may have changed. */
	onStatus(): void;
	/** Remote changes may need a second look by features (double numbers …). */
	onPulled(): void;
}

const MINUTE_MS = 60 * 1000;
const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

export function createShareSync(deps: SyncDeps): ShareSync {
	const { session, folder, clock, random, log } = deps;
	const office = openVaultOf(session, 'office');
	const { settings } = office;
	let problem: ShareProblem | null = null;
	let savedAt: number | null = Number(settings.get('saved_at')) || null;
	let alarms: Alarm[] = [];
	let found: Alarm[] = [];
	let running: Promise<void> | null = null;
	let again = false;
	let hasExchanged = false;
	let lastStatus = '';

	function alarm(what: ShareProblem, device: DeviceId | null, file: string | null): void {
		const known = alarms.find((old) => old.problem === what && old.file === file);
		found.push({ problem: what, device: device && deviceName(device), file, since: known?.since ?? clock.now() });
	}

	function deviceName(device: DeviceId): string {
		const state = session.ledger.devices.get(device);
		const profile = state && openProfile(session.epochKeys, device, state.profile);
		return String(profile?.name ?? '');
	}

	function contextFor(target: ShareTarget): ShareContext {
		return {
			target,
			site: session.site,
			device: session.device,
			epochKeys: session.epochKeys,
			clock,
			random,
			ledger: () => session.ledger,
			alarm,
		};
	}

	function context(): ShareContext {
		const path = settings.get('share_folder');
		if (path === null) throw new TargetError('unreachable');
		return contextFor(deps.targetFor(path));
	}

	async function exchange(target: ShareTarget): Promise<boolean> {
		const newest = await exchangeLedger(session.ledger, {
			target,
			folder,
			signer: { id: session.member, secretKey: session.memberKeys.signing.secretKey },
			published: Number(settings.get('ledger_published') ?? 0),
			setPublished: (count) => settings.set('ledger_published', String(count)),
			onRewind: deps.onLedger,
			alarm,
		});
		if (newest) deps.onLedger(newest);
		return newest !== null;
	}

	async function runCycle(): Promise<void> {
		found = [];
		const path = settings.get('share_folder');
		if (path === null) return;
		try {
			const here = context();
			if ((await here.target.list(ledgerFolder(session.site))).length === 0) {
				problem = 'wrong_folder';
				return;
			}
			// While the ledger is in doubt, nothing is written under its keys and nothing believed that was.
			if (!(await exchange(here.target))) return;
			const pulled = await exchangeVaults(here);
			problem = null;
			hasExchanged = true;
			noteSaved(clock.now());
			if (pulled > 0) deps.onPulled();
			await dailySnapshots(here);
		} catch (error) {
			if (isEnded()) return;
			if (isDamage(error)) return deps.onDamage();
			if (shareProblemOf(error) === null) log.bug('share_cycle', error);
			problem = shareProblemOf(error)?.problem ?? 'unreachable';
		} finally {
			alarms = found;
			tellStatus();
		}
	}

	/** On disk to the minute only: it is asked for after a restart, and a write each second would wear the disk for it. */
	function noteSaved(now: number): void {
		savedAt = now;
		if (now - Number(settings.get('saved_at') ?? 0) >= MINUTE_MS) settings.set('saved_at', String(now));
	}

	/** Somebody may have put an empty folder in the share's place a moment ago: what went there did not arrive. */
	async function confirmShare({ target }: ShareContext): Promise<void> {
		if ((await target.list(ledgerFolder(session.site))).length === 0) throw new ShareRefused('wrong_folder', null);
	}

	async function exchangeVaults(here: ShareContext): Promise<number> {
		let pulled = 0;
		for (const vault of session.vaults.values()) {
			await publishVault(vault, here, () => confirmShare(here));
			pulled += await pullVault(vault, here, { includeOwn: false, isCancelled: isEnded });
		}
		return pulled;
	}

	async function dailySnapshots(here: ShareContext): Promise<void> {
		for (const vault of session.vaults.values()) {
			const newest = await newestGoodSnapshot(here, vault.name);
			if (newest !== null && clock.now() - newest < DAY_MS) continue;
			// Nothing of this vault was ever published here: the next cycle after the first change takes the first one.
			if (newest === null && publishedHead(vault.file) === null) continue;
			// A share that spoils or refuses what it is given must not be filled with one attempt after the other.
			if (clock.now() - (triedAt.get(vault.name) ?? -HOUR_MS) < HOUR_MS) continue;
			triedAt.set(vault.name, clock.now());
			const name = await takeSnapshot(vault, here, scratchPath(), () => {});
			await isGoodSnapshot(here, vault.name, name);
		}
	}

	/** When the newest one was taken that holds what it promises; unfinished, damaged and forged ones do not count. */
	async function newestGoodSnapshot(here: ShareContext, vault: Vault): Promise<number | null> {
		for (const name of await snapshotNames(vault, here)) {
			const takenAt = parseSnapshotName(name)?.takenAt ?? Number.POSITIVE_INFINITY;
			// From a clock that is wrong, or from somebody who wants no other one to be taken.
			if (takenAt > clock.now() + MAX_AHEAD_MS) continue;
			if (verifiedAt(vault, name) !== null || (await isGoodSnapshot(here, vault, name))) return takenAt;
		}
		return null;
	}

	async function isGoodSnapshot(here: ShareContext, vault: Vault, name: string): Promise<boolean> {
		const place = `${snapshotsFolder(session.site, vault)}/${name}`;
		const refusal = damaged.has(place) ? 'part_damaged' : await verifySnapshot(vault, name, here, scratchPath(), () => {});
		if (refusal === null) noteVerified(vault, name);
		else if (refusal !== 'missing' && refusal !== 'no_key') alarm('tampered', parseSnapshotName(name)?.device ?? null, place);
		// The whole of it was fetched to find that out: once is enough.
		if (refusal === 'part_damaged' || refusal === 'not_intact') damaged.add(place);
		return refusal === null;
	}

	const triedAt = new Map<Vault, number>();
	const damaged = new Set<string>();
	const scratchPath = () => join(folder.path, 'vaults', 'snapshot.scratch');
	/** A cycle may run while somebody backs up by hand: the two must not share a file. */
	const backupScratchPath = () => join(folder.path, 'vaults', 'backup.scratch');
	const verifiedAt = (vault: Vault, name: string) => Number(settings.get(`verified:${vault}/${name}`)) || null;
	const noteVerified = (vault: Vault, name: string) => settings.set(`verified:${vault}/${name}`, String(clock.now()));
	const isEnded = () => session.vaults.size === 0;

	function status(): ShareStatus {
		const path = settings.get('share_folder');
		const waiting = [...session.vaults.values()].reduce((sum, vault) => sum + countWaiting(vault.file, session.device.id), 0);
		return {
			folder: path,
			state: stateOf(path, waiting, problem, alarms),
			waitingChanges: waiting,
			savedAt,
			problem,
			alarms,
			verifiedSnapshotAt: newestVerified(office.file),
		};
	}

	/** Tells only when something a person would see has changed. */
	function tellStatus(): void {
		if (isEnded()) return;
		const text = seen(status());
		if (text === lastStatus) return;
		lastStatus = text;
		deps.onStatus();
	}

	function cycle(): Promise<void> {
		if (running) {
			again = true;
			return running;
		}
		running = (async () => {
			do {
				again = false;
				if (!isEnded()) await runCycle();
			} while (again && !isEnded());
		})().finally(() => {
			running = null;
		});
		return running;
	}

	return {
		cycle,
		status() {
			const shown = status();
			lastStatus = seen(shown);
			return shown;
		},
		context,
		farewell() {
			// Before the first exchange nobody knows whether our feed may go on; with an alarm about it, it may not.
			const isInDoubt = problem !== null || !hasExchanged || alarms.some((alarm) => alarm.problem === 'rolled_back');
			if (settings.get('share_folder') === null || isInDoubt) return async () => {};
			const here = context();
			const segments = [...session.vaults.values()].flatMap((vault) => finishSegments(vault, here));
			return async () => {
				for (const { path, bytes } of segments) await here.target.writeNew(path, bytes);
			};
		},
		verifiedAt,
		noteVerified,
		async connect(path) {
			await running;
			if (isInside(path, folder.path)) throw new ShareRefused('own_folder', null);
			const target = deps.targetFor(path);
			const names = await target.list(ledgerFolder(session.site));
			const isSame = settings.get('share_folder') === path;
			const hasPublished = [...session.vaults.values()].some((vault) => publishedHead(vault.file) !== null);
			// An empty folder cannot take over for one that already holds our feeds: they would be torn off.
			if (names.length === 0 && hasPublished) throw new ShareRefused('wrong_folder', null);
			if (!isSame) settings.set('ledger_published', null);
			found = [];
			const agreed = await exchange(target);
			alarms = found;
			if (!agreed) throw new ShareRefused(alarms[0]?.problem ?? 'wrong_folder', alarms[0]?.file ?? null);
			settings.set('share_folder', path);
			await cycle();
		},
		async snapshotNow(onPart) {
			await cycle();
			// A backup into a folder that is not ours, or beside a feed that is in doubt, would only look like one.
			if (problem !== null) throw new ShareRefused(problem, null);
			const doubt = alarms.find((alarm) => alarm.problem === 'rolled_back');
			if (doubt) throw new ShareRefused(doubt.problem, doubt.file);
			const here = context();
			for (const vault of session.vaults.values()) {
				await publishVault(vault, here, () => confirmShare(here));
				const name = await takeSnapshot(vault, here, backupScratchPath(), (done, total) => onPart(vault.name, done, total * 2));
				const refusal = await verifySnapshot(vault.name, name, here, backupScratchPath(), (done, total) =>
					onPart(vault.name, total + done, total * 2),
				);
				if (refusal !== null) throw new ShareRefused('tampered', `${snapshotsFolder(session.site, vault.name)}/${name}`);
				noteVerified(vault.name, name);
			}
			await cycle();
		},
	};
}

/** What has to change for a person to be told; that it was looked at again is nothing new. */
function seen({ savedAt: _savedAt, ...status }: ShareStatus): string {
	return JSON.stringify(status);
}

/** When the newest verified snapshot was taken: checking an old one again does not make it newer. */
function newestVerified(file: SqliteFile): number | null {
	const keys = file.prepare<[], string>("SELECT key FROM local_setting WHERE key LIKE 'verified:%'").pluck().all() as string[];
	const times = keys.map((key) => parseSnapshotName(key.slice(key.indexOf('/') + 1))?.takenAt ?? 0);
	return times.length > 0 ? Math.max(...times) : null;
}

/** A copy beside the original, on the same disk and in the program's way, is none. */
function isInside(path: string, folder: string): boolean {
	const below = relative(resolve(folder), resolve(path));
	return !below.startsWith('..') && !isAbsolute(below);
}

function stateOf(
	path: string | null,
	waiting: number,
	problem: ShareProblem | null,
	alarms: readonly Alarm[],
): ShareStatus['state'] {
	if (path === null) return 'none';
	if (alarms.length > 0 || (problem !== null && problem !== 'unreachable')) return 'attention';
	return waiting > 0 || problem === 'unreachable' ? 'waiting' : 'saved';
}

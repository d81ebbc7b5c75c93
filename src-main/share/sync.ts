import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Vault } from '#shared/features/members/model.ts';
import type { Alarm, SharePlace, ShareProblem, ShareStatus } from '#shared/features/share/model.ts';
import type { Clock, Random } from '#shared/kernel/environment.ts';
import type { DeviceId, KioskId } from '#shared/kernel/ids.ts';
import { isDamage } from '../database/open.ts';
import type { Log } from '../platform/log.ts';
import { createTurns } from '../turns.ts';
import { addressOf, type DataFolder } from '../vaults/data-folder.ts';
import { openProfile } from '../vaults/grants.ts';
import type { LedgerState } from '../vaults/ledger-state.ts';
import type { OpenVault } from '../vaults/open-vault.ts';
import { openVaultOf, type Session } from '../vaults/session.ts';
import type { BlobExchange } from './blobs.ts';
import { currentEpoch, type ShareContext } from './context.ts';
import { dailySnapshotsOf } from './daily-snapshots.ts';
import { feedCareOf } from './feed-care.ts';
import { refillerOf } from './follow-refill.ts';
import { ledgerFolder, snapshotsFolder } from './layout.ts';
import { createLedgerKeeper, type LedgerChange } from './ledger-keeper.ts';
import { noteHoldings, onlyHereOf } from './only-here.ts';
import { ShareRefused, shareProblemOf } from './problem.ts';
import { countWaiting, finishSegments, publishedHead, publishVault } from './publish.ts';
import { pullVault } from './pull.ts';
import { keepPassword } from './share-password.ts';
import { isInside, isTooOld, seen, stateOf } from './share-state.ts';
import { takeSnapshot, verifySnapshot } from './snapshots.ts';
import { type ShareTarget, TargetError } from './target.ts';
import { createTroubles } from './troubles.ts';
import { createShareWatch } from './watch.ts';
import { createWorkInSight } from './work-in-sight.ts';

/**
 * Keeps one signed-in device and its share together: publishes what waits, pulls what others wrote, takes the daily
 * snapshot, and always has an honest status. One cycle at a time; whatever fails is caught up in a later one.
 */
export interface ShareSync {
	/** One whole exchange; a call during a running cycle waits for it and runs another. Never rejects. */
	cycle(): Promise<void>;
	status(): ShareStatus;
	hasShare(): boolean;
	/** For work a person asked for; throws TargetError when there is no share. */
	context(): ShareContext;
	/** Time to look again: a slow or distant share is asked less often. */
	poll(): void;
	/** Somebody has looked after an attacked share. Throws ShareRefused while it is not as it was. */
	resume(): Promise<void>;
	/** Uses this folder from now on. Throws TargetError, or a ShareRefused. */
	connect(place: SharePlace): Promise<void>;
	/**
	 * What lay on the share is gone for good: gives it, or this other folder, all that this device has. The others follow
	 * by themselves. Throws TargetError, or a ShareRefused.
	 */
	refill(
		place: SharePlace | null,
		onPart: (vault: string, done: number, total: number) => void,
		isCancelled: () => boolean,
	): Promise<void>;
	/** Reading what others have written waits for an hour, or goes on now. */
	pauseCatchUp(pause: boolean): void;
	snapshotNow(onPart: (vault: string, done: number, total: number) => void): Promise<void>;
	/**
	 * Signs what `build` makes of the newest ledger into it. It may be asked again when another device was faster, and
	 * gives nothing when nothing is to be done any more. Throws what it throws, TargetError when the site has a share
	 * that cannot be reached, ShareRefused when the share's ledger is in doubt; then nothing has changed. `accepted` is
	 * called when it stands, just before the session follows it.
	 */
	addToLedger(build: LedgerChange, accepted?: () => void): Promise<void>;
	/** Somebody wants to see a blob that is not here: it is asked for before all others. */
	wishBlob(name: string): Promise<void>;
	verifiedAt(vault: Vault, snapshot: string): number | null;
	noteVerified(vault: Vault, snapshot: string): void;
	noteDamaged(vault: Vault, snapshot: string): void;
	/**
	 * Just before the session ends: turns what waits into finished segments, which need no keys any more, and gives the
	 * work of sending them. A note written a moment before locking leaves all the same.
	 */
	farewell(): () => Promise<void>;
	/** Done when nothing that it had begun is under way any more: soon after the session has ended, on a share that answers. */
	idle(): Promise<void>;
}

export interface SyncDeps {
	readonly session: Session;
	readonly folder: DataFolder;
	readonly clock: Clock;
	readonly random: Random;
	readonly log: Log;
	targetFor(place: SharePlace): ShareTarget;
	/** Milliseconds since some moment. */
	stopwatch(): number;
	/**
	 * Done when nothing of the sessions before is under way any more: else two would cut the same segments, or say different
	 * things under one number.
	 */
	readonly before: Promise<void>;
	/** The newest ledger, verified: make it the session's. */
	onLedger(ledger: LedgerState): void;
	/** Entries of our own that never counted are taken back, to be signed again after those of others. */
	onRewind(to: LedgerState): void;
	/** Builds a vault that is not here from the share, or an empty one where there is no share; ready to be opened. */
	fetchVault(vault: Vault, context: ShareContext | null, isCancelled: () => boolean): Promise<void>;
	readonly blobs: BlobExchange;
	/** What features put there and fetch besides records. Throws TargetError. */
	exchangeBesides(context: ShareContext, isCancelled: () => boolean): Promise<void>;
	/** What was missing lies here now. */
	onFetched(): void;
	/** A vault could not be read. */
	onDamage(): void;
	/** The status line may have changed. */
	onStatus(): void;
	/** How far long work is. */
	onWork(): void;
	/** Remote changes may need a second look by features (double numbers …). */
	onPulled(): void;
}

const MINUTE_MS = 60 * 1000;
/** On disk as often when nothing is new but the time. */
const NOTE_MS = 5 * MINUTE_MS;
const PAUSE_MS = 60 * MINUTE_MS;
/** What a device that is still there puts right by itself. */
const HEALED: ReadonlySet<ShareProblem> = new Set(['rolled_back', 'files_missing']);
const LONGEST_REST_MS = 30_000;
/** A web server has more to do for each question than a disk. */
const WEB_REST_MS = 5000;

export function createShareSync(deps: SyncDeps): ShareSync {
	const { session, folder, clock, random, log } = deps;
	const office = openVaultOf(session, 'office');
	const snapshots = dailySnapshotsOf(session, folder, clock);
	const onlyHere = onlyHereOf(session, folder);
	const feedCare = feedCareOf(session, folder, snapshots);
	const refiller = refillerOf(session, folder, clock, { snapshots, blobs: deps.blobs });
	const work = createWorkInSight({ stopwatch: deps.stopwatch, nameOf: deviceName, onChange: tellWork });
	/** Whoever reads or writes the ledger does it alone. */
	const inTurn = createTurns();
	const watch = createShareWatch({
		...{ site: session.site, device: session.device.id, clock, random, stopwatch: deps.stopwatch },
		isRemoved,
	});
	const troubles = createTroubles(() => office.settings, clock);
	const checkedFloors = new Set<string>();
	let problem: { readonly problem: ShareProblem; readonly file: string | null } | null = troubles.find('attacked');
	let savedAt: number | null = Number(office.settings.get('saved_at')) || null;
	let alarms: Alarm[] = [];
	let found: Alarm[] = [];
	let running: Promise<void> | null = null;
	let again = false;
	let hasExchanged = false;
	let lastStatus = '';
	let restUntil = Number.NEGATIVE_INFINITY;
	let noted = { text: '', at: 0 };
	let pausedUntil = Number.NEGATIVE_INFINITY;
	/** Names beside the ledger, as they were at the beginning of the cycle. */
	let beside: readonly string[] = [];

	keepPassword(folder, office.settings);

	function alarm(what: ShareProblem, device: DeviceId | KioskId | null, file: string | null): void {
		note(what, device, file, 1);
	}

	function note(what: ShareProblem, device: DeviceId | KioskId | null, file: string | null, count: number): void {
		if (found.some((old) => old.problem === what && old.file === file)) return;
		// Only of a device: what is missing of a kiosk's, it may have been told to remove.
		const other = device === session.device.id ? undefined : session.ledger.devices.get(device as DeviceId);
		const awaitsDevice = HEALED.has(what) && other?.removed === null;
		const since = troubles.since(what, file);
		found.push({ problem: what, device: device && deviceName(device), file, count, since, awaitsDevice });
	}

	function isRemoved(device: DeviceId): boolean {
		return (session.ledger.devices.get(device)?.removed ?? null) !== null;
	}

	function deviceName(device: DeviceId | KioskId): string {
		const { devices, kiosks } = session.ledger;
		const state = devices.get(device as DeviceId) ?? kiosks.get(device as KioskId);
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
		const place = folder.share();
		if (place === null) throw new TargetError('unreachable');
		return contextFor(watch.over(deps.targetFor(place)));
	}

	const ledger = createLedgerKeeper({
		session,
		folder,
		clock,
		random,
		target: () => (folder.share() === null ? null : context().target),
		alarm,
		onLedger: deps.onLedger,
		onRewind: deps.onRewind,
	});

	/** The ledger of both sides is the same one afterwards. Throws ShareRefused with what is wrong otherwise. */
	async function agreeOnLedger(target: ShareTarget): Promise<void> {
		const before = found.length;
		if (await ledger.exchange(target)) return;
		const reason = found[before];
		throw new ShareRefused(reason?.problem ?? 'wrong_folder', reason?.file ?? null);
	}

	async function runCycle(): Promise<void> {
		found = [];
		try {
			noteHoldings(session);
			if (folder.share() === null) return await workAlone();
			// Until somebody has looked, nothing goes to a share that is under attack.
			if (problem?.problem === 'attacked') return;
			const here = context();
			beside = await here.target.list(ledgerFolder(session.site));
			if (beside.length === 0) throw new ShareRefused('wrong_folder', null);
			watch.refuseAttacked();
			// While the ledger is in doubt, nothing is written under its keys and nothing believed that was.
			if (!(await ledger.exchange(here.target))) {
				// Is it only the ledger that is wrong, or the whole share?
				await watch.lookAround(here.target);
				return watch.refuseAttacked();
			}
			if (isEnded()) return;
			await ledger.startDueEpochs();
			if (isEnded()) return;
			await fetchMissing(here);
			const pulled = await exchangeVaults(here);
			if (isEnded()) return;
			await onlyHere.look(here);
			hasExchanged = true;
			if (isApproved() && !isEnded()) await deps.exchangeBesides(here, isEnded);
			if (isEnded()) return;
			if (pulled > 0) deps.onPulled();
			// After the changes, which are small: what they refer to follows, some of it in each turn.
			if (await exchangeBlobs(here)) again = true;
			await watch.sample(here.target);
			watch.refuseAttacked();
			problem = null;
			noteSaved(clock.now());
			if (!isApproved()) return;
			await snapshots.takeDue(here, () => keepUp(here));
			await feedCare.tend(here, () => keepUp(here));
		} catch (error) {
			if (isEnded()) return;
			if (isDamage(error)) return deps.onDamage();
			if (shareProblemOf(error) === null) log.bug('share_cycle', error);
			problem = shareProblemOf(error) ?? { problem: 'unreachable', file: null };
		} finally {
			work.end();
			if (!isEnded()) noteFindings();
			noteForOthers();
			tellStatus();
		}
	}

	/** While a cycle hangs, its end cannot tell. */
	function alarmsNow(): Alarm[] {
		const isKnown = alarms.some((one) => one.problem === 'slow');
		if (isKnown || !watch.isSlow()) return alarms;
		return [
			...alarms,
			{ problem: 'slow', device: null, file: null, count: 1, since: troubles.since('slow', null), awaitsDevice: false },
		];
	}

	function noteFindings(): void {
		// Under attack, that is all there is to say: nobody shall tidy up what might still be saved.
		if (problem?.problem === 'attacked') found = [];
		else for (const { problem: what, device, file, count } of watch.findings()) note(what, device, file, count);
		alarms = found;
		troubles.keepOnly([...(problem ? [problem] : []), ...alarms]);
	}

	/** A share on the web opens with keys only: whoever looks without any reads how it stood. */
	function noteForOthers(): void {
		const place = folder.share();
		if (isEnded() || place === null || typeof place === 'string') return;
		const { state, problem: what, waitingChanges, verifiedSnapshotAt } = status();
		const needsLook = state === 'attention';
		const text = JSON.stringify({ needsLook, what, waitingChanges });
		if (text === noted.text && Math.abs(clock.now() - noted.at) < NOTE_MS) return;
		noted = { text, at: clock.now() };
		try {
			folder.noteShare({ at: clock.now(), problem: what, needsLook, waitingChanges, savedAt, verifiedSnapshotAt });
		} catch {
			// A full disk: the exchange goes on.
		}
	}

	/** On disk to the minute only: it is asked for after a restart, and a write each second would wear the disk for it. */
	function noteSaved(now: number): void {
		savedAt = now;
		if (now - Number(office.settings.get('saved_at') ?? 0) >= MINUTE_MS) office.settings.set('saved_at', String(now));
	}

	/** Somebody may have put an empty folder in the share's place a moment ago: what went there did not arrive. */
	async function confirmShare({ target }: ShareContext): Promise<void> {
		if ((await target.list(ledgerFolder(session.site))).length === 0) throw new ShareRefused('wrong_folder', null);
	}

	const isApproved = () => (session.ledger.devices.get(session.device.id)?.approvedAt ?? null) !== null;

	/** Without a share this device is the whole site. */
	async function workAlone(): Promise<void> {
		await ledger.startDueEpochs();
		await fetchMissing(null);
	}

	/** Vaults that this member may read and that nobody has brought to this device yet. */
	async function fetchMissing(here: ShareContext | null): Promise<void> {
		const missing = session.missing();
		for (const vault of missing) {
			await deps.fetchVault(vault, here, isEnded);
			if (isEnded()) return;
		}
		if (missing.length > 0) deps.onFetched();
	}

	/** Of all vaults, while one catches up with others. */
	async function publishWaiting(here: ShareContext): Promise<void> {
		for (const vault of session.vaults.values())
			if (currentEpoch(here, vault.name) && countWaiting(vault.file, session.device.id) > 0) await publish(vault, here);
	}

	async function exchangeVaults(here: ShareContext): Promise<number> {
		let pulled = 0;
		let refusal: TargetError | null = null;
		/** A share that takes nothing can be read all the same. */
		const later = (error: unknown) => {
			if (!(error instanceof TargetError) || (error.problem !== 'not_writable' && error.problem !== 'full')) throw error;
			refusal = error;
		};
		if (!isApproved()) alarm('unapproved', session.device.id, null);
		for (const vault of session.vaults.values()) {
			// Granted a wrong key, or none: what is here can be read, and nothing is written that others could not read.
			if (currentEpoch(here, vault.name) === null) alarm('no_key', null, null);
			else if (isApproved()) await publish(vault, here).catch(later);
			const between = async () => {
				stopWhenEnded();
				if (isApproved()) await publishWaiting(here).catch(later);
			};
			const how = { includeOwn: false, isCancelled: isPaused, between, checkedFloors, ...readingSteps };
			if (!isPaused()) pulled += await pullVault(vault, here, how);
		}
		if (refusal) throw refusal;
		return pulled;
	}

	async function publish(vault: OpenVault, here: ShareContext): Promise<void> {
		const onPart = (done: number, total: number) => work.step({ what: 'refill', device: null, done, total });
		if (await refiller.follow(vault, here, beside, onPart)) await publishVault(vault, here, () => confirmShare(here));
	}

	const readingSteps = { onStep: work.step, onProgress: work.applied };
	const isPaused = () => isEnded() || clock.now() < pausedUntil;

	/**
	 * While a snapshot is made, sent or checked: what is written meanwhile leaves within seconds, and what others write
	 * arrives. Throws when the session has ended: nobody may sign for it any more.
	 */
	async function keepUp(here: ShareContext): Promise<void> {
		stopWhenEnded();
		const pulled = await exchangeVaults(here).catch((error: unknown) => {
			// The next cycle says it, should it last.
			if (error instanceof TargetError) return 0;
			throw error;
		});
		if (pulled > 0) deps.onPulled();
	}

	const exchangeBlobs = (here: ShareContext) =>
		deps.blobs.exchange(here, { maySend: isApproved(), confirm: () => confirmShare(here), isCancelled: isEnded });

	const isEnded = () => session.vaults.size === 0;
	function stopWhenEnded(): void {
		if (isEnded()) throw new Error('the session has ended');
	}
	/** A cycle may run while somebody backs up by hand: the two must not share a file. */
	const backupScratchPath = () => join(folder.path, 'vaults', 'backup.scratch');

	function status(): ShareStatus {
		const place = folder.share();
		const changes = [...session.vaults.values()].reduce((sum, vault) => sum + countWaiting(vault.file, session.device.id), 0);
		const waiting = changes + deps.blobs.waiting();
		const verified = snapshots.newestVerified();
		const since = Number(office.settings.get('connected_at')) || (session.ledger.devices.get(session.device.id)?.since ?? 0);
		const isOld = isTooOld(verified, since, clock.now());
		return {
			folder: place === null || typeof place === 'string' ? place : place.url,
			webdav: place === null || typeof place === 'string' ? null : { url: place.url, user: place.user },
			state: stateOf(place, waiting + onlyHere.vaults().length, problem?.problem ?? null, alarms, isOld),
			waitingChanges: waiting,
			onlyHere: [...onlyHere.vaults()],
			savedAt,
			problem: problem?.problem ?? null,
			problemSince: problem && troubles.since(problem.problem, problem.file),
			problemFile: problem?.file ?? null,
			alarms: alarmsNow(),
			verifiedSnapshotAt: verified,
			work: work.shown(),
			pausedUntil: clock.now() < pausedUntil ? pausedUntil : null,
			mayRefill: isApproved() && (problem?.problem === 'wrong_folder' || isSharePutBack()),
		};
	}

	/** Of what only others can put right, they do so when they come. */
	const isSharePutBack = () => alarms.some((one) => one.problem === 'rolled_back' && !one.awaitsDevice);

	/** Tells only when something a person would see has changed. */
	function tellStatus(): void {
		if (isEnded()) return;
		const text = seen(status());
		if (text === lastStatus) return;
		lastStatus = text;
		deps.onStatus();
	}

	function tellWork(): void {
		lastStatus = seen(status());
		deps.onWork();
	}

	function cycle(): Promise<void> {
		if (running) {
			again = true;
			return running;
		}
		const began = deps.stopwatch();
		running = (async () => {
			do {
				again = false;
				await deps.before;
				if (!isEnded()) await inTurn(runCycle);
			} while (again && !isEnded());
		})().finally(() => {
			running = null;
			const place = folder.share();
			const least = place === null || typeof place === 'string' ? 0 : WEB_REST_MS;
			restUntil = deps.stopwatch() + Math.min(LONGEST_REST_MS, Math.max(least, deps.stopwatch() - began));
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
		poll() {
			// It may hang: then that is what there is to tell.
			if (running) {
				if (watch.isSlow()) tellStatus();
			} else if (deps.stopwatch() >= restUntil || status().waitingChanges > 0) void cycle();
		},
		async resume() {
			await running;
			await inTurn(async () => {
				const here = context();
				await watch.lookAround(here.target);
				watch.refuseAttacked();
				problem = null;
			});
			await cycle();
		},
		hasShare: () => folder.share() !== null,
		context,
		farewell() {
			noteHoldings(session);
			// Before the first exchange nobody knows whether our feed may go on; with an alarm about it, it may not.
			const isInDoubt = problem !== null || !hasExchanged || alarms.some((alarm) => alarm.problem === 'rolled_back');
			if (folder.share() === null || isInDoubt || !isApproved()) return async () => {};
			const here = context();
			const segments = [...session.vaults.values()].flatMap((vault) => finishSegments(vault, here));
			return async () => {
				for (const { path, bytes } of segments) await here.target.writeNew(path, bytes);
			};
		},
		async idle() {
			await running?.catch(() => {});
			await inTurn(async () => {});
		},
		async wishBlob(name) {
			deps.blobs.wish(name);
			await cycle();
		},
		verifiedAt: snapshots.verifiedAt,
		noteVerified: snapshots.noteVerified,
		noteDamaged: snapshots.noteDamaged,
		addToLedger: async (build, accepted) => {
			await inTurn(() => ledger.add(build, agreeOnLedger, accepted));
			void cycle();
		},
		async connect(place) {
			await running;
			if (typeof place === 'string' && isInside(place, folder.path)) throw new ShareRefused('own_folder', null);
			const target = deps.targetFor(place);
			const names = await target.list(ledgerFolder(session.site));
			const before = folder.share();
			const isSame = before !== null && isDeepStrictEqual(addressOf(before), addressOf(place));
			const hasPublished = [...session.vaults.values()].some((vault) => publishedHead(vault.file) !== null);
			// An empty folder cannot take over for one that already holds our feeds: they would be torn off.
			if (names.length === 0 && hasPublished) throw new ShareRefused('wrong_folder', null);
			if (!isSame) office.settings.set('ledger_published', null);
			found = [];
			await inTurn(() => agreeOnLedger(target)).finally(() => {
				alarms = found;
			});
			folder.setShare(place);
			if (!isSame) office.settings.set('connected_at', String(clock.now()));
			keepPassword(folder, office.settings);
			watch.forget();
			onlyHere.forget();
			checkedFloors.clear();
			problem = null;
			await cycle();
		},
		async refill(place, onPart, isCancelled) {
			await running;
			const before = folder.share();
			const to = place ?? before;
			if (to === null) throw new ShareRefused('wrong_folder', null);
			if (!isApproved()) throw new ShareRefused('unapproved', null);
			if (typeof to === 'string' && isInside(to, folder.path)) throw new ShareRefused('own_folder', null);
			const stop = () => isCancelled() || isEnded();
			await inTurn(async () => {
				found = [];
				watch.forget();
				onlyHere.forget();
				const here = contextFor(watch.over(deps.targetFor(to)));
				// A drive that is not there must not be mistaken for an empty one.
				await here.target.list('.');
				await watch.lookAround(here.target);
				watch.refuseAttacked();
				const isDone = await refiller.begin(here, (vault, done, total) => onPart(vault.name, done, total), stop);
				const [doubt] = found;
				if (!isDone) throw new ShareRefused(doubt?.problem ?? 'rolled_back', doubt?.file ?? null);
				if (stop()) return;
				await agreeOnLedger(here.target);
				folder.setShare(to);
				keepPassword(folder, office.settings);
				problem = null;
				alarms = [];
			});
			if (!stop()) await cycle();
		},
		pauseCatchUp(pause) {
			pausedUntil = pause ? clock.now() + PAUSE_MS : Number.NEGATIVE_INFINITY;
			tellStatus();
			if (!pause) void cycle();
		},
		async snapshotNow(onPart) {
			await cycle();
			// Locked meanwhile, or found to be damaged: nothing was backed up.
			stopWhenEnded();
			// A backup into a folder that is not ours, or beside a feed that is in doubt, would only look like one.
			if (problem !== null) throw new ShareRefused(problem.problem, problem.file);
			const doubt = alarms.find((alarm) => alarm.problem === 'rolled_back');
			if (doubt) throw new ShareRefused(doubt.problem, doubt.file);
			const here = context();
			for (const vault of session.vaults.values()) {
				await publish(vault, here);
				const report = (done: number, total: number) => {
					stopWhenEnded();
					onPart(vault.name, done, total * 2);
				};
				const name = await takeSnapshot(vault, here, backupScratchPath(), report);
				const refusal = await verifySnapshot(vault.name, name, here, backupScratchPath(), (done, total) =>
					report(total + done, total),
				);
				if (refusal !== null) throw new ShareRefused('tampered', `${snapshotsFolder(session.site, vault.name)}/${name}`);
				snapshots.noteVerified(vault.name, name);
			}
			await cycle();
		},
	};
}

import type { KioskExtract, KioskSignIn, KioskSignOut } from '#shared/features/kiosk/model.ts';
import type { SharePlace } from '#shared/features/share/model.ts';
import type { Clock, Ids, Random } from '#shared/kernel/environment.ts';
import type { KioskId } from '#shared/kernel/ids.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Desk } from '../../desk.ts';
import type { Log } from '../../platform/log.ts';
import { type Door, readDoor, writeDoor } from '../../share/door.ts';
import { shareProblemOf } from '../../share/problem.ts';
import { refreshLedger } from '../../share/refresh-ledger.ts';
import { type Said, writeSignIn } from '../../share/sign-in-file.ts';
import type { ShareTarget } from '../../share/target.ts';
import { type SigningKeys, wipe } from '../../vaults/crypto.ts';
import type { DataFolder } from '../../vaults/data-folder.ts';
import { fingerprintOf } from '../../vaults/fingerprint.ts';
import { readLedger } from '../../vaults/ledger.ts';
import { currentInbox, type KioskState, type LedgerState } from '../../vaults/ledger-state.ts';
import { wipeMemberKeys } from '../../vaults/member-keys.ts';
import type { Session } from '../../vaults/session.ts';
import { type AttemptBrake, removalOf, unlockMember } from '../../vaults/sign-in.ts';
import { createKioskExchange, type KioskExchange } from './exchange.ts';
import { type KioskFile, type KioskFolder, kioskFolder } from './kiosk-folder.ts';
import { type SetUpDeps, type SetUpInput, type SetUpRefusal, setUpKiosk } from './set-up.ts';
import { DiskFull, openSpool, type Spool } from './spool.ts';

/** This PC as a kiosk. It holds no key that opens anything; what is said here is sealed at once. */
export interface KioskService {
	/** Shows the kiosk and nothing else. */
	isOn(): boolean;
	mode(): { mode: 'office' | 'kiosk'; waiting: { fingerprint: string } | null; only: { unsent: number } | null };
	day(): KioskExtract | null;
	signIn(entry: string, signIn: KioskSignIn): Result<void, SpoolRefusal>;
	signOut(entry: string, signOut: KioskSignOut): Result<void, SpoolRefusal>;
	/** Ends the session. */
	enter(session: Session): Result<void, 'not_enrolled'>;
	leave(signInName: string, passphrase: string): Promise<Result<void, LeaveRefusal>>;
	/** An empty PC becomes nothing but a kiosk. May also throw ShareRefused or TargetError. */
	setUp(input: SetUpInput): Promise<Result<void, SetUpRefusal>>;
	/** Of such a PC that somebody has left; false on every other, and so does the next. */
	resume(): boolean;
	dismantle(): boolean;
	/** Starts looking at the share where this is a kiosk; again and again until it is disposed of. */
	start(): void;
	dispose(): void;
	/** What waits here, for a session on the same PC. */
	own(): { readonly kiosk: KioskId; readonly spool: Spool } | null;
}

export type SpoolRefusal = 'not_a_kiosk' | 'disk_full';
export type LeaveRefusal = { readonly kind: 'wrong_passphrase'; readonly waitMs: number } | { readonly kind: 'not_a_kiosk' };

export interface KioskDeps {
	readonly dataDir: string;
	readonly folder: DataFolder;
	readonly desk: Desk;
	readonly brake: AttemptBrake;
	readonly clock: Clock;
	readonly ids: Ids;
	readonly random: Random;
	readonly log: Log;
	readonly files?: KioskFolder;
	targetFor(place: SharePlace): ShareTarget;
	readonly announce: SetUpDeps['announce'];
	wait(ms: number): Promise<void>;
	every(ms: number, work: () => void): () => void;
	/** As at the sign-in screen; what was wrong with the passphrase, or with the files behind it. */
	openDesk(signInName: string, passphrase: string): Promise<Result<unknown, DeskRefusal>>;
	/** What hangs on the door now. */
	door(session: Session): Door;
	/** At the start and on every change. */
	onMode(isKiosk: boolean): void;
}

type DeskRefusal =
	| { readonly kind: 'wrong_passphrase'; readonly waitMs: number }
	| { readonly kind: 'removed' | 'no_site' | 'damaged' | 'newer' | 'in_use' };

const POLL_MS = 1000;
/** With nothing to send, the share is asked less often; and for news of the ledger, still less. */
const IDLE_MS = 5000;
const LEDGER_MS = 15_000;

/** What is in memory while this is a kiosk. */
interface Running {
	readonly file: KioskFile;
	readonly keys: SigningKeys;
	readonly spool: Spool;
	readonly exchange: KioskExchange;
}

export function createKioskService(deps: KioskDeps): KioskService {
	const { folder, desk, brake, clock, log } = deps;
	const files = deps.files ?? kioskFolder(deps.dataDir);
	let running: Running | null = null;
	let ledger: LedgerState | null = null;
	let stopPolling = () => {};
	let isBusy = false;
	let lookedAt = Number.NEGATIVE_INFINITY;
	let ledgerAt = Number.NEGATIVE_INFINITY;

	function readFile(): KioskFile | null {
		const file = files.read();
		return file === 'damaged' ? null : file;
	}

	function open(file: KioskFile): Running | null {
		const keys = files.keys();
		if (!keys) return null;
		const spool = openSpool(files.spoolPath, files.headPath);
		return { file, keys, spool, exchange: createKioskExchange(files, file, spool) };
	}

	function begin(): void {
		const file = readFile();
		running = file ? open(file) : null;
		ledger = null;
	}

	function end(): void {
		if (running) wipe(running.keys.secretKey);
		running = null;
		ledger = null;
	}

	function ledgerHere(): LedgerState | null {
		if (ledger) return ledger;
		const read = readLedger(folder.readLedger());
		ledger = read.ok ? read.value : null;
		return ledger;
	}

	/** Null: the ledger does not know it, or not any more. */
	function stateOf(file: KioskFile, known = ledgerHere()): KioskState | null {
		const state = known?.kiosks.get(file.kiosk);
		return state && state.removed === null ? state : null;
	}

	function waiting(): { fingerprint: string } | null {
		const state = running && isOn() ? stateOf(running.file) : null;
		if (!running || state?.approvedAt !== null) return null;
		return { fingerprint: fingerprintOf(running.file.site, state.kiosk, state.signPublic) };
	}

	const isOn = (): boolean => running?.file.mode === 'kiosk';
	const place = (): SharePlace | null => running?.file.only?.share ?? folder.share();

	async function look(): Promise<void> {
		const share = place();
		if (!running || !isOn() || isBusy || share === null) return;
		const now = clock.now();
		if (running.spool.waiting().length === 0 && Math.abs(now - lookedAt) < IDLE_MS) return;
		isBusy = true;
		lookedAt = now;
		try {
			const target = deps.targetFor(share);
			if (Math.abs(now - ledgerAt) >= LEDGER_MS) {
				ledgerAt = now;
				await refreshLedger(folder, target);
				ledger = null;
			}
			const known = ledgerHere();
			const before = files.door();
			if (running && known) await running.exchange.round(target, known);
			if (!isSame(before, files.door())) desk.tell({ kind: 'session' });
		} catch (error) {
			// Away: it waits.
			if (shareProblemOf(error) === null) log.bug('kiosk', error);
		} finally {
			isBusy = false;
		}
	}

	function say(entry: string, said: Said): Result<void, SpoolRefusal> {
		const known = ledgerHere();
		const inbox = known && currentInbox(known);
		if (!running || !isOn() || !inbox || !stateOf(running.file)) return err('not_a_kiosk');
		const { file, spool, keys, exchange } = running;
		if (spool.has(entry)) return ok(undefined);
		const { seq, hash } = spool.head();
		const head = {
			site: file.site,
			kiosk: file.kiosk,
			seq: seq + 1,
			prev: hash,
			at: clock.now(),
			heard: exchange.heard(),
			entry,
		};
		try {
			spool.put(writeSignIn(head, inbox, said, keys.secretKey), entry);
		} catch (error) {
			if (error instanceof DiskFull) return err('disk_full');
			throw error;
		}
		void look();
		return ok(undefined);
	}

	async function leaveOnly(signInName: string, passphrase: string): Promise<Result<void, LeaveRefusal>> {
		const waitMs = brake.wait();
		if (waitMs > 0) return err({ kind: 'wrong_passphrase', waitMs });
		const share = place();
		if (share !== null) {
			await Promise.race([refreshLedger(folder, deps.targetFor(share)).catch(() => {}), deps.wait(IDLE_MS)]);
			ledger = null;
		}
		const known = ledgerHere();
		const unlocked = known && (await unlockMember(known, signInName, passphrase));
		if (unlocked) wipeMemberKeys(unlocked.keys);
		if (!unlocked || removalOf(known, unlocked.member, null)) {
			return err({ kind: 'wrong_passphrase', waitMs: brake.failed() });
		}
		brake.succeeded();
		return ok(undefined);
	}

	/** The passphrase was right where only the files behind it are wrong: the sign-in screen says what to do about them. */
	async function leaveOffice(signInName: string, passphrase: string): Promise<Result<void, LeaveRefusal>> {
		const opened = await deps.openDesk(signInName, passphrase);
		if (opened.ok) return ok(undefined);
		switch (opened.error.kind) {
			case 'wrong_passphrase':
				return err(opened.error);
			case 'removed':
			case 'no_site':
				return err({ kind: 'wrong_passphrase', waitMs: 0 });
			default:
				return ok(undefined);
		}
	}

	const setMode = (mode: KioskFile['mode']) => {
		if (!running) throw new Error('this is no kiosk');
		const file: KioskFile = { ...running.file, mode };
		files.write(file);
		running = { ...running, file };
		deps.onMode(isOn());
	};

	return {
		isOn,
		mode: () => ({
			mode: isOn() ? 'kiosk' : 'office',
			waiting: waiting(),
			only: running?.file.only ? { unsent: running.spool.waiting().length } : null,
		}),
		day() {
			const known = ledgerHere();
			const bytes = isOn() ? files.door() : null;
			const door = bytes && known && readDoor(bytes, known);
			if (!door) return null;
			const today = localDateOf(clock.now());
			const { keptWeeks, organisation } = door;
			const told = door.days.find(({ day }) => day === today);
			const nothing = { siteName: door.days[0]?.siteName ?? '', day: today, asOf: door.at, sessions: [] };
			return { ...(told ?? nothing), keptWeeks, organisation };
		},
		signIn: (entry, { session, visitor, language, ageBand, sex }) =>
			say(entry, { direction: 'in', session, visitor, language, ageBand, sex }),
		signOut: (entry, { visitor, language }) =>
			say(entry, { direction: 'out', session: null, visitor, language, ageBand: null, sex: null }),
		enter(session) {
			const file = readFile();
			if (!file || file.site !== session.site || !stateOf(file, session.ledger)) return err('not_enrolled');
			const opened = open(file);
			if (!opened) return err('not_enrolled');
			const door = writeDoor(session.site, deps.door(session), session.device);
			files.writeDoor(door.bytes);
			// First of all nothing is open any more.
			void desk.end();
			end();
			running = opened;
			setMode('kiosk');
			desk.tell({ kind: 'session' });
			return ok(undefined);
		},
		async leave(signInName, passphrase) {
			if (!running || !isOn()) return err({ kind: 'not_a_kiosk' });
			const left = await (running.file.only ? leaveOnly : leaveOffice)(signInName, passphrase);
			if (!left.ok) return left;
			setMode('office');
			desk.tell({ kind: 'session' });
			return ok(undefined);
		},
		async setUp(input) {
			const done = await setUpKiosk(input, { ...deps, files });
			if (done.ok) begin();
			if (done.ok) desk.tell({ kind: 'session' });
			return done;
		},
		resume() {
			if (!running?.file.only || isOn()) return false;
			setMode('kiosk');
			return true;
		},
		dismantle() {
			if (!running?.file.only || isOn()) return false;
			end();
			files.clear();
			folder.clear();
			desk.tell({ kind: 'session' });
			return true;
		},
		start() {
			begin();
			deps.onMode(isOn());
			stopPolling();
			stopPolling = deps.every(POLL_MS, () => void look());
		},
		dispose() {
			stopPolling();
			end();
		},
		own() {
			const file = readFile();
			if (!file) return null;
			if (running?.file.kiosk !== file.kiosk) begin();
			return running && { kiosk: file.kiosk, spool: running.spool };
		},
	};
}

function isSame(a: Uint8Array | null, b: Uint8Array | null): boolean {
	return a === b || (a !== null && b !== null && Buffer.from(a).equals(b));
}

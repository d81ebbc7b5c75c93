import type { Vault } from '#shared/features/members/model.ts';
import type { BackupCare, BackupDeed, BackupReport, CareProgress, DrilledVault } from '#shared/features/share/care-model.ts';
import type { Clock, Ids } from '#shared/kernel/environment.ts';
import type { MemberId } from '#shared/kernel/ids.ts';
import type { Desk } from '../../desk.ts';
import type { Log } from '../../platform/log.ts';
import type { BlobsOfVault } from '../../share/blobs.ts';
import { drillVault } from '../../share/drill.ts';
import { ShareRefused, shareProblemOf } from '../../share/problem.ts';
import { copySite } from '../../share/second-copy.ts';
import { isInside } from '../../share/share-state.ts';
import type { ShareSync } from '../../share/sync.ts';
import type { ShareTarget } from '../../share/target.ts';
import type { DataFolder } from '../../vaults/data-folder.ts';
import type { VaultDeps } from '../../vaults/open-vault.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { reportsIn } from './queries.ts';
import { backupReportKind } from './records.ts';

/** Looks after the backup itself: tries it out every month, and reminds of a second copy. */
export interface CareService {
	care(session: Session): BackupCare;
	drill(session: Session, report: (progress: CareProgress) => void, isCancelled: () => boolean): Promise<void>;
	copySite(session: Session, folder: string, report: (progress: CareProgress) => void, isCancelled: () => boolean): Promise<void>;
	putOffCopy(session: Session): void;
	noteRestore(session: Session, seconds: number): void;
	/** A drill of the vaults open here when the last one is a month ago. To be called again and again; never rejects. */
	runDue(): Promise<void>;
}

export interface CareDeps {
	readonly desk: Desk;
	readonly folder: DataFolder;
	readonly vaults: VaultDeps;
	readonly clock: Clock;
	readonly ids: Ids;
	readonly log: Log;
	/** For scratch copies; encrypted and removed. */
	readonly scratch: string;
	targetFor(folder: string): ShareTarget;
	blobs(session: Session): BlobsOfVault | null;
	nameOf(session: Session, id: string): string;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const MONTH_MS = 30 * DAY_MS;
/** The first one comes sooner: what was set up wrongly should not wait a month. */
const FIRST_MS = 7 * DAY_MS;
const LOOK_MS = 60 * 60 * 1000;

type Details = Partial<Pick<BackupReport, 'vaults' | 'files' | 'damaged'>>;

export function createCareService(deps: CareDeps): CareService {
	const { desk, folder, vaults, clock, ids, log, scratch, targetFor, blobs, nameOf } = deps;
	let lookedAt = Number.NEGATIVE_INFINITY;
	let isDrilling = false;

	const sync = (): ShareSync => {
		const running = desk.sync();
		if (!running) throw new Error('no session');
		return running;
	};
	const reports = (session: Session) => reportsIn(openVaultOf(session, 'office').reader);

	function write(session: Session, author: MemberId, what: BackupDeed, isFine: boolean, from: number, details: Details = {}) {
		const id = ids.next();
		const seconds = Math.round((clock.now() - from) / 1000);
		const { vaults: drilled = [], files = 0, damaged = 0 } = details;
		openVaultOf(session, 'office').store.append(
			backupReportKind,
			id,
			{ what, isFine, seconds, vaults: drilled.map((each) => ({ ...each })), files, damaged },
			author,
		);
		const written = reports(session).find((each) => each.id === id);
		if (!written) throw new Error('the report was not written');
		return named(session, written);
	}

	const named = (session: Session, report: ReturnType<typeof reports>[number]): BackupReport => ({
		...report,
		vaults: [...report.vaults],
		// A drill that nobody asked for is signed by the site.
		member: report.member === session.site ? '' : nameOf(session, report.member),
		device: nameOf(session, report.device),
	});

	async function drillNow(
		session: Session,
		names: readonly Vault[],
		author: MemberId,
		report: (step: string, done: number, total: number) => void,
		isCancelled: () => boolean,
	): Promise<BackupReport | null> {
		if (isDrilling) return null;
		isDrilling = true;
		const from = clock.now();
		const ended = () => isCancelled() || session.vaults.size === 0;
		try {
			// What waits here belongs to what is compared.
			await sync().cycle();
			const context = sync().context();
			const drilled: DrilledVault[] = [];
			for (const name of names) {
				const vault = session.vault(name);
				if (!vault || ended()) return null;
				const of = blobs(session);
				// Those that wait to be sent are no lack of the share.
				const needed = of?.vault === name && sync().status().waitingChanges === 0 ? of.needed().map((blob) => blob.name) : [];
				drilled.push(await drillVault({ vault, folder: scratch, blobs: needed, report, isCancelled: ended }, context, vaults));
			}
			if (ended()) return null;
			return write(
				session,
				author,
				'drill',
				drilled.every(({ problem }) => problem === null),
				from,
				{ vaults: drilled },
			);
		} finally {
			isDrilling = false;
		}
	}

	/** When each vault was last brought back for a try, whatever came of it. */
	function dueVaults(session: Session): Vault[] {
		const drills = reports(session).filter(({ what }) => what === 'drill');
		const since = session.ledger.createdAt;
		return [...session.vaults.keys()].filter((name) => {
			const last = drills.find((drill) => drill.vaults.some(({ vault }) => vault === name));
			return last ? clock.now() - last.at > MONTH_MS : clock.now() - since > FIRST_MS;
		});
	}

	return {
		care(session) {
			const all = reports(session);
			const newest = (...deeds: BackupDeed[]) => all.find(({ what }) => deeds.includes(what))?.at ?? null;
			const reminded = newest('second_copy', 'second_copy_put_off') ?? session.ledger.createdAt;
			return {
				reports: all.filter(({ what }) => what !== 'second_copy_put_off').map((each) => named(session, each)),
				drilledAt: newest('drill'),
				secondCopyAt: newest('second_copy'),
				needsSecondCopy: sync().hasShare() && clock.now() - reminded > MONTH_MS,
			};
		},
		async drill(session, report, isCancelled) {
			const tell = (step: string, done: number, total: number) => report({ step, done, total, report: null });
			const written = await drillNow(session, [...session.vaults.keys()], session.member, tell, isCancelled);
			if (written) report({ step: 'drill', done: 1, total: 1, report: written });
		},
		async copySite(session, path, report, isCancelled) {
			const from = clock.now();
			const share = folder.share();
			const isBesideShare = typeof share === 'string' && (isInside(path, share) || isInside(share, path));
			if (share === null || isBesideShare || isInside(path, folder.path)) throw new ShareRefused('own_folder', null);
			await sync().cycle();
			const target = targetFor(path);
			// A drive that is not there must not be mistaken for an empty one.
			await target.list('.');
			const result = await copySite(sync().context().target, target, session.site, {
				report: (step, done, total) => report({ step, done, total, report: null }),
				isCancelled,
			});
			if (isCancelled() || session.vaults.size === 0) return;
			const details = { files: result.copied, damaged: result.damaged.length };
			const written = write(session, session.member, 'second_copy', result.damaged.length === 0, from, details);
			report({ step: 'copy_snapshots', done: 1, total: 1, report: written });
		},
		putOffCopy: (session) => void write(session, session.member, 'second_copy_put_off', true, clock.now()),
		noteRestore: (session, seconds) => void write(session, session.member, 'restore', true, clock.now() - seconds * 1000),
		async runDue() {
			const session = desk.session();
			if (!session || isDrilling || clock.now() - lookedAt < LOOK_MS) return;
			try {
				const status = sync().status();
				const isApproved = (session.ledger.devices.get(session.device.id)?.approvedAt ?? null) !== null;
				if (status.folder === null || status.problem !== null || status.savedAt === null || !isApproved) return;
				lookedAt = clock.now();
				const due = dueVaults(session);
				// Nobody asked for it: the site itself signs for it.
				if (due.length > 0)
					await drillNow(
						session,
						due,
						session.site as string as MemberId,
						() => {},
						() => false,
					);
			} catch (error) {
				// The share was away in the middle of it, or somebody locked: it is tried again in an hour.
				if (session.vaults.size > 0 && shareProblemOf(error) === null) log.bug('drill', error);
			}
		},
	};
}

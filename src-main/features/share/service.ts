import type { z } from 'zod';
import type { Progress } from '#shared/contract-base.ts';
import type { FoundSite, ReadingDevice, SharePlace, ShareStatus, Snapshot } from '#shared/features/share/model.ts';
import type { Desk } from '../../desk.ts';
import { type FolderListing, listFolder, startingPlaces } from '../../platform/folders.ts';
import { ledgerFromShare } from '../../share/exchange-ledger.ts';
import { ledgerFolder, parseSiteFolder, parseSnapshotName } from '../../share/layout.ts';
import { ShareRefused, shareProblemOf } from '../../share/problem.ts';
import { readersOf } from '../../share/readers.ts';
import { readManifest, snapshotNames } from '../../share/snapshots.ts';
import type { ShareSync } from '../../share/sync.ts';
import { type ShareTarget, TargetError } from '../../share/target.ts';
import { verifyShare } from '../../share/verify.ts';
import type { Session } from '../../vaults/session.ts';

/** The share as a page: its folder, snapshots, and the work a person asks for. */
export interface ShareService {
	status(): ShareStatus;
	/** Null: where to start. Throws TargetError when the folder cannot be read. */
	browse(path: string | null): Promise<FolderListing>;
	/** Throws TargetError when the folder cannot be read. */
	inspect(place: SharePlace): Promise<z.infer<typeof FoundSite>[]>;
	connect(place: SharePlace): Promise<void>;
	/** Throws ShareRefused while the share is not as it should be. */
	resume(): Promise<void>;
	refill(place: SharePlace | null, report: (progress: Progress) => void, isCancelled: () => boolean): Promise<void>;
	pauseCatchUp(pause: boolean): void;
	devices(session: Session): Promise<ReadingDevice[]>;
	backUpNow(report: (progress: Progress) => void): Promise<void>;
	verify(session: Session, report: (progress: Progress) => void, isCancelled: () => boolean): Promise<void>;
	snapshots(session: Session): Promise<Snapshot[]>;
}

export interface ShareDeps {
	readonly desk: Desk;
	readonly scratchPath: string;
	targetFor(place: SharePlace): ShareTarget;
	nameOf(session: Session, id: string): string;
}

export function createShareService({ desk, scratchPath, targetFor, nameOf }: ShareDeps): ShareService {
	const sync = (): ShareSync => {
		const running = desk.sync();
		if (!running) throw new Error('no session');
		return running;
	};

	return {
		status: () => sync().status(),
		async browse(path) {
			try {
				return await (path === null ? startingPlaces() : listFolder(path));
			} catch {
				throw new TargetError('unreachable');
			}
		},
		async inspect(place) {
			const target = targetFor(place);
			const sites = (await target.list('.')).flatMap((name) => parseSiteFolder(name) ?? []);
			const found: z.infer<typeof FoundSite>[] = [];
			for (const siteId of sites) {
				if ((await target.list(ledgerFolder(siteId))).length === 0) continue;
				found.push({ siteId, createdAt: (await ledgerFromShare(target, siteId)).state.createdAt });
			}
			return found;
		},
		connect: (place) => sync().connect(place),
		resume: () => sync().resume(),
		refill: (place, report, isCancelled) =>
			sync().refill(place, (vault, done, total) => report({ step: `${vault}.snapshot`, done, total }), isCancelled),
		pauseCatchUp: (pause) => sync().pauseCatchUp(pause),
		async devices(session) {
			const name = (id: string) => nameOf(session, id);
			if (!sync().hasShare()) return [];
			try {
				// What is wrong with one, the exchange says.
				return await readersOf(session, { ...sync().context(), alarm() {} }, name);
			} catch (error) {
				if (shareProblemOf(error) === null) throw error;
				return readersOf(session, null, name);
			}
		},
		async backUpNow(report) {
			const running = sync();
			await running.snapshotNow((vault, done, total) => report({ step: `${vault}.snapshot`, done, total }));
		},
		async verify(session, report, isCancelled) {
			const running = sync();
			const found: { problem: ConstructorParameters<typeof ShareRefused>[0]; file: string | null }[] = [];
			const context = {
				...running.context(),
				alarm: (problem: (typeof found)[number]['problem'], _device: unknown, file: string | null) =>
					void found.push({ problem, file }),
			};
			const checked = await verifyShare(
				context,
				[...session.vaults.keys()],
				scratchPath,
				(step, done, total) => report({ step, done, total }),
				isCancelled,
			);
			for (const { vault, name, isGood } of checked) running[isGood ? 'noteVerified' : 'noteDamaged'](vault, name);
			const [first] = found;
			if (first) throw new ShareRefused(first.problem, first.file);
		},
		async snapshots(session) {
			const running = sync();
			const context = running.context();
			const snapshots: Snapshot[] = [];
			for (const vault of session.vaults.keys()) {
				for (const name of await snapshotNames(vault, context)) {
					const parsed = parseSnapshotName(name);
					const read = await readManifest(vault, name, context);
					if (!parsed || !read.ok) continue;
					read.value.fileKey.fill(0);
					snapshots.push({
						vault,
						name,
						takenAt: parsed.takenAt,
						device: nameOf(session, parsed.device),
						bytes: read.value.manifest.size,
						verifiedAt: running.verifiedAt(vault, name),
					});
				}
			}
			return snapshots.sort((a, b) => b.takenAt - a.takenAt);
		},
	};
}

import { join } from 'node:path';
import type { Vault } from '#shared/features/members/model.ts';
import type { Clock } from '#shared/kernel/environment.ts';
import type { SqliteFile } from '../database/open.ts';
import { MAX_AHEAD_MS } from '../records/hybrid-clock.ts';
import type { DataFolder } from '../vaults/data-folder.ts';
import { openVaultOf, type Session } from '../vaults/session.ts';
import { awaitsNewKey, type ShareContext } from './context.ts';
import { parseSnapshotName, snapshotsFolder } from './layout.ts';
import { publishedHead } from './publish.ts';
import { snapshotNames, takeSnapshot, verifySnapshot } from './snapshots.ts';

/** One good snapshot of every open vault a day, whoever of the devices takes it; and which ones were looked at. */
export interface DailySnapshots {
	takeDue(here: ShareContext): Promise<void>;
	verifiedAt(vault: Vault, name: string): number | null;
	noteVerified(vault: Vault, name: string): void;
	/** When the newest verified snapshot was taken: checking an old one again does not make it newer. */
	newestVerified(): number | null;
}

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

export function dailySnapshotsOf(session: Session, folder: DataFolder, clock: Clock): DailySnapshots {
	const office = openVaultOf(session, 'office');
	const triedAt = new Map<Vault, number>();
	const damaged = new Set<string>();
	const scratchPath = join(folder.path, 'vaults', 'snapshot.scratch');
	const verifiedAt = (vault: Vault, name: string) => Number(office.settings.get(`verified:${vault}/${name}`)) || null;
	const noteVerified = (vault: Vault, name: string) => office.settings.set(`verified:${vault}/${name}`, String(clock.now()));

	async function takeDue(here: ShareContext): Promise<void> {
		for (const vault of session.vaults.values()) {
			if (awaitsNewKey(here, vault.name)) continue;
			const newest = await newestGoodSnapshot(here, vault.name);
			if (newest !== null && clock.now() - newest < DAY_MS) continue;
			// Nothing of this vault was ever published here: the next cycle after the first change takes the first one.
			if (newest === null && publishedHead(vault.file) === null) continue;
			// A share that spoils or refuses what it is given must not be filled with one attempt after the other.
			if (clock.now() - (triedAt.get(vault.name) ?? -HOUR_MS) < HOUR_MS) continue;
			triedAt.set(vault.name, clock.now());
			const name = await takeSnapshot(vault, here, scratchPath, () => {});
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
		const refusal = damaged.has(place) ? 'part_damaged' : await verifySnapshot(vault, name, here, scratchPath, () => {});
		if (refusal === null) noteVerified(vault, name);
		else if (refusal !== 'missing' && refusal !== 'no_key')
			here.alarm(refusal === 'removed_device' ? 'removed_device' : 'tampered', parseSnapshotName(name)?.device ?? null, place);
		// The whole of it was fetched to find that out: once is enough.
		if (refusal === 'part_damaged' || refusal === 'not_intact') damaged.add(place);
		return refusal === null;
	}

	return { takeDue, verifiedAt, noteVerified, newestVerified: () => newestVerified(office.file) };
}

function newestVerified(file: SqliteFile): number | null {
	const keys = file.prepare<[], string>("SELECT key FROM local_setting WHERE key LIKE 'verified:%'").pluck().all() as string[];
	const times = keys.map((key) => parseSnapshotName(key.slice(key.indexOf('/') + 1))?.takenAt ?? 0);
	return times.length > 0 ? Math.max(...times) : null;
}

import { join } from 'node:path';
import type { Vault } from '#shared/features/members/model.ts';
import type { Clock } from '#shared/kernel/environment.ts';
import type { SqliteFile } from '../database/open.ts';
import { MAX_AHEAD_MS } from '../records/hybrid-clock.ts';
import type { DataFolder } from '../vaults/data-folder.ts';
import { openVaultOf, type Session } from '../vaults/session.ts';
import { awaitsNewKey, currentEpoch, type ShareContext } from './context.ts';
import { parseSnapshotName, snapshotsFolder } from './layout.ts';
import { removeSnapshot, snapshotNames, takeSnapshot, verifySnapshot } from './snapshots.ts';
import { snapshotsToRemove, thinningTime } from './thinning.ts';

/** One good snapshot of every open vault a day, whoever of the devices takes it; and which ones were looked at. */
export interface DailySnapshots {
	/** `between` is called between the parts of what is sent and read: hundreds of megabytes must hold nothing else up. */
	takeDue(here: ShareContext, between: () => Promise<void>): Promise<void>;
	verifiedAt(vault: Vault, name: string): number | null;
	noteVerified(vault: Vault, name: string): void;
	/** It was good once, and is no more. */
	noteDamaged(vault: Vault, name: string): void;
	/**
	 * When the newest verified snapshots were taken, of the vault where that is longest ago: checking an old one again
	 * does not make it newer. Null while some vault has none.
	 */
	newestVerified(): number | null;
}

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
/** A little earlier than a day: after one the status is red. */
const DUE_MS = 20 * HOUR_MS;

export function dailySnapshotsOf(session: Session, folder: DataFolder, clock: Clock): DailySnapshots {
	const office = openVaultOf(session, 'office');
	const triedAt = new Map<Vault, number>();
	const damaged = new Set<string>();
	const scratchPath = join(folder.path, 'vaults', 'snapshot.scratch');
	const verifiedAt = (vault: Vault, name: string) => Number(office.settings.get(`verified:${vault}/${name}`)) || null;
	const noteVerified = (vault: Vault, name: string) => office.settings.set(`verified:${vault}/${name}`, String(clock.now()));

	const noteDamaged = (vault: Vault, name: string) => office.settings.set(`verified:${vault}/${name}`, null);

	async function takeDue(here: ShareContext, between: () => Promise<void>): Promise<void> {
		for (const vault of session.vaults.values()) {
			if (awaitsNewKey(here, vault.name) || currentEpoch(here, vault.name) === null) continue;
			const newest = await newestGoodSnapshot(here, vault.name, between);
			if (newest !== null && clock.now() - newest < DUE_MS) continue;
			// The next cycle after the first change takes the first one.
			if (newest === null && isUnwritten(vault.file)) continue;
			// A share that spoils or refuses what it is given must not be filled with one attempt after the other.
			if (clock.now() - (triedAt.get(vault.name) ?? -HOUR_MS) < HOUR_MS) continue;
			triedAt.set(vault.name, clock.now());
			const name = await takeSnapshot(vault, here, scratchPath, between);
			await isGoodSnapshot(here, vault.name, name, between);
		}
		await thinDue(here);
	}

	/** Once a day: see thinning.ts for what may go. */
	async function thinDue(here: ShareContext): Promise<void> {
		const now = clock.now();
		const ranAt = Number(office.settings.get('thinned_at')) || null;
		if (ranAt !== null && Math.abs(now - ranAt) < DAY_MS) return;
		office.settings.set('thinned_at', String(now));
		const time = thinningTime(now, Number(office.settings.get('thinned_until')) || null);
		office.settings.set('thinned_until', String(time.until));
		// The first time, nobody knows yet whether this device's clock is right.
		if (ranAt === null) return;
		for (const vault of session.vaults.keys()) {
			const all = (await snapshotNames(vault, here)).flatMap((name) => {
				const parsed = parseSnapshotName(name);
				return parsed ? [{ name, ...parsed, isVerified: verifiedAt(vault, name) !== null }] : [];
			});
			for (const name of snapshotsToRemove(all, time, session.device.id)) {
				await removeSnapshot(vault, name, here);
				office.settings.set(`verified:${vault}/${name}`, null);
			}
		}
	}

	/** When the newest one was taken that holds what it promises; unfinished, damaged and forged ones do not count. */
	async function newestGoodSnapshot(here: ShareContext, vault: Vault, between: () => Promise<void>): Promise<number | null> {
		for (const name of await snapshotNames(vault, here)) {
			const takenAt = parseSnapshotName(name)?.takenAt ?? Number.POSITIVE_INFINITY;
			// From a clock that is wrong, or from somebody who wants no other one to be taken.
			if (takenAt > clock.now() + MAX_AHEAD_MS) continue;
			if (verifiedAt(vault, name) !== null || (await isGoodSnapshot(here, vault, name, between))) return takenAt;
		}
		return null;
	}

	async function isGoodSnapshot(here: ShareContext, vault: Vault, name: string, between: () => Promise<void>): Promise<boolean> {
		const place = `${snapshotsFolder(session.site, vault)}/${name}`;
		const refusal = damaged.has(place) ? 'part_damaged' : await verifySnapshot(vault, name, here, scratchPath, between);
		if (refusal === null) noteVerified(vault, name);
		else if (refusal !== 'missing' && refusal !== 'no_key')
			here.alarm(refusal === 'removed_device' ? 'removed_device' : 'tampered', parseSnapshotName(name)?.device ?? null, place);
		// The whole of it was fetched to find that out: once is enough.
		if (refusal === 'part_damaged' || refusal === 'not_intact') damaged.add(place);
		return refusal === null;
	}

	function newestVerified(): number | null {
		let oldest: number | null = null;
		for (const vault of session.vaults.values()) {
			const newest = newestVerifiedOf(office.file, vault.name, clock.now() + MAX_AHEAD_MS);
			// Nothing was ever written in it: there is nothing to lose yet.
			if (newest === null && isUnwritten(vault.file)) continue;
			if (newest === null) return null;
			oldest = Math.min(oldest ?? newest, newest);
		}
		return oldest;
	}

	return { takeDue, verifiedAt, noteVerified, noteDamaged, newestVerified };
}

/** Nothing was ever written in it. */
export function isUnwritten(file: SqliteFile): boolean {
	return file.prepare('SELECT 1 FROM change LIMIT 1').get() === undefined;
}

function newestVerifiedOf(file: SqliteFile, vault: Vault, horizon: number): number | null {
	const keys = file
		.prepare<[string], string>('SELECT key FROM local_setting WHERE key LIKE ?')
		.pluck()
		.all(`verified:${vault}/%`) as string[];
	const times = keys.map((key) => parseSnapshotName(key.slice(key.indexOf('/') + 1))?.takenAt ?? 0);
	const plausible = times.filter((takenAt) => takenAt <= horizon);
	return plausible.length > 0 ? Math.max(...plausible) : null;
}

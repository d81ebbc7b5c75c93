import type { Vault } from '#shared/features/members/model.ts';
import type { Clock } from '#shared/kernel/environment.ts';
import { blobBytes, isBlobName, isBlobOf } from '../vaults/blob.ts';
import type { BlobFiles } from '../vaults/blob-files.ts';
import type { ShareContext } from './context.ts';
import { blobsFolder } from './layout.ts';

/**
 * Blobs travel to the share once, and from there once to each device that may read their vault; never in a segment or
 * snapshot. What is missing on either side follows from the two lists alone, so nothing has to be remembered, and a share
 * that lost some is given them again by whoever has them.
 */
export interface BlobExchange {
	/** Sends and fetches some; true when there is more to do. Throws TargetError. */
	exchange(here: ShareContext, options: ExchangeOptions): Promise<boolean>;
	/** How many of those that are here the share does not have, as far as it is known. */
	waiting(): number;
	/** Somebody wants to see it: before all others, and without waiting for the next look at the share. */
	wish(name: string): void;
	/** Much of it may be gone from the share. */
	forget(): void;
}

/** Blobs of one vault, as its records tell. */
export interface BlobsOfVault {
	readonly vault: Vault;
	/** Those that records refer to, with the size of what they hold; the same list as long as nothing has changed. */
	needed(): readonly NeededBlob[];
	/** Those that no record refers to any more, and that nobody can bring back. */
	expired(): readonly string[];
}

export interface NeededBlob {
	readonly name: string;
	readonly size: number;
}

export interface BlobDeps {
	readonly files: BlobFiles;
	readonly clock: Clock;
	/** Null: not open here. */
	blobs(): BlobsOfVault | null;
	onFetched(): void;
}

export interface ExchangeOptions {
	readonly maySend: boolean;
	/** Asked after each file, before it counts as sent. */
	confirm(): Promise<void>;
	isCancelled(): boolean;
}

/** After so much other changes have their turn: a note must not wait for ten scans. */
const BYTES_PER_TURN = 8 * 1024 * 1024;
const LOOK_AGAIN_MS = 10 * 60 * 1000;
/** While something is missing that another device may be sending just now. */
const LOOK_SOON_MS = 5000;

export function createBlobExchange({ files, clock, blobs, onFetched }: BlobDeps): BlobExchange {
	let onShare: Set<string> | null = null;
	let lookedAt = Number.NEGATIVE_INFINITY;
	/** Fetched and found to be something else, with when: the share is asked again later. */
	const spoiled = new Map<string, number>();
	let wished: string | null = null;

	async function look(here: ShareContext, folder: string, isMissing: boolean): Promise<Set<string>> {
		const age = clock.now() - lookedAt;
		if (onShare && age < LOOK_AGAIN_MS && !(isMissing && (age >= LOOK_SOON_MS || wished !== null))) return onShare;
		onShare = new Set((await here.target.list(folder)).filter(isBlobName));
		lookedAt = clock.now();
		return onShare;
	}

	async function send(here: ShareContext, folder: string, name: string, options: ExchangeOptions): Promise<number> {
		const bytes = await files.read(name);
		// Spoilt here, it must not be given to others; from the share it can only be fetched when somebody else has it.
		if (!bytes || !(await isBlobOf(name, bytes))) {
			files.distrust(name);
			return 0;
		}
		await here.target.writeNew(`${folder}/${name}`, bytes);
		await options.confirm();
		onShare?.add(name);
		return bytes.length;
	}

	async function fetch(here: ShareContext, folder: string, { name, size }: NeededBlob): Promise<number> {
		const bytes = await here.target.read(`${folder}/${name}`);
		if (!bytes) {
			onShare?.delete(name);
			return 0;
		}
		if (bytes.length !== blobBytes(size) || !(await isBlobOf(name, bytes))) {
			spoiled.set(name, clock.now());
			return bytes.length;
		}
		spoiled.delete(name);
		await files.write(name, bytes);
		onFetched();
		return bytes.length;
	}

	return {
		async exchange(here, options) {
			const of = blobs();
			if (!of) return false;
			const folder = blobsFolder(here.site, of.vault);
			const needed = of.needed();
			const missing = needed.filter(({ name }) => !files.has(name));
			const there = await look(
				here,
				folder,
				missing.some(({ name }) => !onShare?.has(name)),
			);
			const isWorthATry = (name: string) => name === wished || clock.now() - (spoiled.get(name) ?? 0) >= LOOK_AGAIN_MS;
			const toFetch = missing.filter(({ name }) => there.has(name) && isWorthATry(name));
			const toSend = options.maySend ? needed.filter(({ name }) => files.has(name) && !there.has(name)) : [];
			const first = toFetch.filter(({ name }) => name === wished);
			wished = null;
			let moved = 0;
			let left = toFetch.length + toSend.length;
			for (const blob of new Set([...first, ...toFetch])) {
				if (moved >= BYTES_PER_TURN || options.isCancelled()) break;
				moved += await fetch(here, folder, blob);
				left -= 1;
			}
			for (const { name } of toSend) {
				if (moved >= BYTES_PER_TURN || options.isCancelled()) break;
				moved += await send(here, folder, name, options);
				left -= 1;
			}
			for (const name of spoiled.keys()) {
				if (needed.some((blob) => blob.name === name) && !files.has(name)) here.alarm('tampered', null, `${folder}/${name}`);
				else spoiled.delete(name);
			}
			if (options.maySend) {
				for (const name of of.expired()) {
					if (!there.has(name)) continue;
					await here.target.remove(`${folder}/${name}`);
					there.delete(name);
				}
			}
			return left > 0;
		},
		waiting() {
			const there = onShare;
			if (!there) return 0;
			return (
				blobs()
					?.needed()
					.filter(({ name }) => files.has(name) && !there.has(name)).length ?? 0
			);
		},
		wish(name) {
			wished = name;
		},
		forget() {
			onShare = null;
		},
	};
}

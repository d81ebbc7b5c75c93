import { DeviceId, type SiteId } from '#shared/kernel/ids.ts';
import { isBlobName } from '../vaults/blob.ts';
import { hash, toHex } from '../vaults/crypto.ts';
import { floorsOf, parseSequenceName, parseSnapshotName, refillsOf, siteFolder } from './layout.ts';
import { TEMPORARY } from './target.ts';

/** Which names Kontor itself gives on the share, and what others do to them. */
export interface Place {
	readonly kind: 'ledger' | 'feed' | 'feeds' | 'acks' | 'ack' | 'snapshots' | 'blobs';
	/** Whose feed it is. */
	readonly device: DeviceId | null;
}

/** Null: a folder that is not looked at. */
export function placeOf(site: SiteId, folder: string): Place | null {
	const parts = folder.split('/');
	if (parts[0] !== siteFolder(site)) return null;
	if (parts.length === 2 && parts[1] === 'ledger') return { kind: 'ledger', device: null };
	if (parts[1] !== 'vaults') return null;
	const kind = parts[3];
	if (parts.length === 4 && isOneOf(kind, ['feeds', 'acks', 'snapshots', 'blobs'])) return { kind, device: null };
	const device = DeviceId.safeParse(parts[4]);
	if (parts.length !== 5 || !device.success) return null;
	if (kind === 'feeds') return { kind: 'feed', device: device.data };
	return kind === 'acks' ? { kind: 'ack', device: device.data } : null;
}

const isOneOf = <One extends string>(kind: string | undefined, kinds: readonly One[]): kind is One =>
	kinds.some((one) => one === kind);

export function isOurs({ kind }: Place, listed: string): boolean {
	// A server or a tool may have turned it into capitals.
	const name = listed.toLowerCase();
	if (name.startsWith(TEMPORARY)) return true;
	switch (kind) {
		case 'ledger':
			return parseSequenceName(name) !== null || CLAIM.test(name) || refillsOf([name]).length > 0;
		case 'feed':
			return parseSequenceName(name) !== null || floorsOf([name]).length > 0;
		case 'ack':
			return parseSequenceName(name) !== null;
		case 'feeds':
		case 'acks':
			return DeviceId.safeParse(name).success;
		case 'snapshots':
			return parseSnapshotName(name) !== null;
		case 'blobs':
			return isBlobName(name);
	}
}

const CLAIM = /^claim-\d{10}$/;

/**
 * `litter`: what systems and office programs leave in every folder. `conflict`: a program that keeps folders in step made a second copy. `renamed`: one of ours with something added, whose
 * original is gone: what extortionists' programs leave. `note`: a text that tells how to pay.
 */
export type Stranger = 'foreign' | 'litter' | 'conflict' | 'renamed' | 'note';

export function strangerOf(name: string, others: ReadonlySet<string>): Stranger {
	if (LITTER.test(name)) return 'litter';
	if (CONFLICT.test(name)) return 'conflict';
	const original = OURS_WITHIN.exec(name)?.[0];
	if (original !== undefined && !others.has(original)) return 'renamed';
	return NOTE.test(name) ? 'note' : 'foreign';
}

const LITTER = /^(\.|~|@|thumbs\.db$|desktop\.ini$|lost\+found$|#recycle$)/i;
const CONFLICT = /konflikt|conflict|kopie|\bcopy\b| \(\d+\)$|-[A-Za-z0-9]+-PC$/i;
const OURS_WITHIN = /[0-9a-f]{64}|\d{10}-[0-9a-f]{32}|\d{8}t\d{6}z-[0-9a-f-]{36}/;
const NOTE = /(read.?me|decrypt|recover|restore|ransom|how.?to|wiederherst|entschl).*\.(txt|html?|hta|url|bmp|png)$/i;

/** Whether the file is still what its name says; null where the name says nothing. */
export function fitsName(name: string, bytes: Uint8Array): boolean | null {
	const named = parseSequenceName(name) ?? floorsOf([name])[0];
	return named ? toHex(hash(bytes)).startsWith(named.hashStart) : null;
}

/** Numbers that are missing in a feed, from where its floor says that it begins. */
export function holesIn(names: readonly string[]): number {
	const floor = floorsOf(names)[0]?.seq ?? 0;
	const numbers = new Set(names.flatMap((name) => parseSequenceName(name)?.seq ?? []).filter((seq) => seq > floor));
	return numbers.size === 0 ? 0 : Math.max(...numbers) - floor - numbers.size;
}

/** Segments up to a feed's floor were compacted away by ourselves. */
export function isCompacted(name: string, names: readonly string[]): boolean {
	const floor = floorsOf(names)[0]?.seq ?? 0;
	return (parseSequenceName(name)?.seq ?? Number.POSITIVE_INFINITY) <= floor;
}

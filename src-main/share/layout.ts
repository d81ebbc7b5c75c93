import type { Vault } from '#shared/features/members/model.ts';
import { type DeviceId, type KioskId, SiteId } from '#shared/kernel/ids.ts';
import { toHex } from '../vaults/crypto.ts';

/** Where things lie on the share (design 4). Names are lowercase ASCII, paths stay below 180 characters. */
export const siteFolder = (site: SiteId): string => `kontor-${site}`;
export const ledgerFolder = (site: SiteId): string => `${siteFolder(site)}/ledger`;
export const feedsFolder = (site: SiteId, vault: Vault): string => `${siteFolder(site)}/vaults/${vault}/feeds`;
export const feedFolder = (site: SiteId, vault: Vault, device: DeviceId): string => `${feedsFolder(site, vault)}/${device}`;
export const acksFolder = (site: SiteId, vault: Vault): string => `${siteFolder(site)}/vaults/${vault}/acks`;
export const ackFolder = (site: SiteId, vault: Vault, device: DeviceId): string => `${acksFolder(site, vault)}/${device}`;
export const snapshotsFolder = (site: SiteId, vault: Vault): string => `${siteFolder(site)}/vaults/${vault}/snapshots`;
export const blobsFolder = (site: SiteId, vault: Vault): string => `${siteFolder(site)}/vaults/${vault}/blobs`;

export const inboxesFolder = (site: SiteId): string => `${siteFolder(site)}/vaults/workshop/inbox`;
export const inboxFolder = (site: SiteId, kiosk: KioskId): string => `${inboxesFolder(site)}/${kiosk}`;
export const doorFolder = (site: SiteId): string => `${siteFolder(site)}/door`;

/** `<seq, 10 digits>-<first 32 hex digits of the file's hash>` */
export function sequenceName(seq: number, hash: Uint8Array): string {
	return `${String(seq).padStart(10, '0')}-${toHex(hash).slice(0, 32)}`;
}

const SEQUENCE_NAME = /^(\d{10})-([0-9a-f]{32})$/;
export function parseSequenceName(name: string): { seq: number; hashStart: string } | null {
	const match = SEQUENCE_NAME.exec(name);
	return match ? { seq: Number(match[1]), hashStart: match[2] ?? '' } : null;
}

export interface SequenceFile {
	readonly seq: number;
	readonly hashStart: string;
	/** As it is listed: what it is read by. */
	readonly listed: string;
}

/**
 * The files of a folder that are named so, by number; more than one for a number is a fork. Names of other shapes are
 * passed over. A server or a tool that turned a name into capitals has not made another file of it.
 */
export function sequencesOf(names: readonly string[]): Map<number, SequenceFile[]> {
	const found = new Map<number, SequenceFile[]>();
	for (const listed of names) {
		const parsed = parseSequenceName(listed.toLowerCase());
		if (!parsed) continue;
		const others = found.get(parsed.seq) ?? [];
		const same = others.findIndex(({ hashStart }) => hashStart === parsed.hashStart);
		if (same < 0) found.set(parsed.seq, [...others, { ...parsed, listed }]);
		else if (listed === listed.toLowerCase()) others[same] = { ...parsed, listed };
	}
	return found;
}

/** `floor-<seq>-<hash>`: of the last segment that is not there any more, and of the floor's own file. */
const FLOOR = 'floor-';
export const floorName = (seq: number, hash: Uint8Array): string => FLOOR + sequenceName(seq, hash);

/** Highest first. */
export const floorsOf = (names: readonly string[]): SequenceFile[] => prefixed(FLOOR, names);

/** `refill-<number>-<hash>`, beside the ledger. */
const REFILL = 'refill-';
export const refillName = (seq: number, hash: Uint8Array): string => REFILL + sequenceName(seq, hash);
export const refillsOf = (names: readonly string[]): SequenceFile[] => prefixed(REFILL, names);

function prefixed(prefix: string, names: readonly string[]): SequenceFile[] {
	return names
		.flatMap((listed) => {
			const lower = listed.toLowerCase();
			const parsed = lower.startsWith(prefix) ? parseSequenceName(lower.slice(prefix.length)) : null;
			return parsed ? [{ ...parsed, listed }] : [];
		})
		.sort((a, b) => b.seq - a.seq);
}

/** `taken-<seq>-<hash>`: of the last sign-in that was taken in, and of the receipt's own file. */
const RECEIPT = 'taken-';
export const receiptName = (seq: number, hash: Uint8Array): string => RECEIPT + sequenceName(seq, hash);

/** Highest first. */
export const receiptsOf = (names: readonly string[]): SequenceFile[] => prefixed(RECEIPT, names);

/** `20260309t140500z-<device>`: when in UTC, by which device. */
export function snapshotName(at: number, device: DeviceId): string {
	const time = new Date(at).toISOString().replace(/[-:]/g, '').slice(0, 15).toLowerCase();
	return `${time}z-${device}`;
}

const SNAPSHOT_NAME = /^(\d{4})(\d\d)(\d\d)t(\d\d)(\d\d)(\d\d)z-([0-9a-f-]{36})$/;
export function parseSnapshotName(name: string): { takenAt: number; device: DeviceId } | null {
	const match = SNAPSHOT_NAME.exec(name);
	if (!match) return null;
	const [, year, month, day, hour, minute, second, device] = match;
	return {
		takenAt: Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second)),
		device: device as DeviceId,
	};
}

export function parseSiteFolder(name: string): SiteId | null {
	const parsed = SiteId.safeParse(name.startsWith('kontor-') ? name.slice('kontor-'.length) : '');
	return parsed.success ? parsed.data : null;
}

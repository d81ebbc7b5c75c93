import type { DeviceId, SiteId } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { hash, toHex } from '../vaults/crypto.ts';
import type { DataFolder } from '../vaults/data-folder.ts';
import { entryFileName, extendLedger, type LedgerEntry, type LedgerRefusal, readLedger, writeEntry } from '../vaults/ledger.ts';
import { type Grantee, RECOVERY } from '../vaults/ledger-facts.ts';
import type { LedgerState } from '../vaults/ledger-state.ts';
import { ledgerFolder, parseSequenceName } from './layout.ts';
import { ShareRefused } from './problem.ts';
import { type ShareTarget, TEMPORARY } from './target.ts';

/**
 * Brings the local ledger and the share's together. The share's history is only ever extended. Entries made here while
 * another device was faster are signed again on top of its; two different histories that both count are a fork, which
 * is an alarm and never resolved by guessing.
 */
export interface LedgerExchange {
	readonly target: ShareTarget;
	readonly folder: DataFolder;
	/** Who can sign again; null while nobody can. */
	readonly signer: { readonly id: Grantee; readonly secretKey: Uint8Array } | null;
	/** How many entries are known to have arrived on the share. */
	readonly published: number;
	setPublished(count: number): void;
	/** The local ledger is about to be taken back to this state, to be continued differently. */
	onRewind(to: LedgerState): void;
	/** Somebody has begun to fill the share anew since this device last looked: what it lost is given to it again. */
	isRefilled(names: readonly string[]): Promise<boolean>;
	alarm(problem: 'rolled_back' | 'tampered' | 'newer', device: DeviceId | null, file: string | null): void;
}

/** Gives the newest state that is verified on both sides, or null after an alarm: then the local state goes on counting. */
export async function exchangeLedger(local: LedgerState, exchange: LedgerExchange): Promise<LedgerState | null> {
	const { target, folder } = exchange;
	const place = ledgerFolder(local.site);
	const listed = await target.list(place);
	const onShare = bySequence(listed);
	await clearStaleClaim(exchange, local.site, listed);
	// The usual case: the share has every entry that was verified here, and nothing needs to be read again.
	const isThere = (name: string, at: number) => onShare.get(at + 1)?.length === 1 && onShare.get(at + 1)?.[0] === name;
	if (local.entries.every(isThere)) return takeNewer(local, onShare, exchange, local.site);
	const files = folder.readLedger();
	let state: LedgerState | null = null;
	let isRefilled: boolean | null = null;
	for (const [at, bytes] of files.entries()) {
		const next = extendLedger(state, bytes);
		if (!next.ok) throw new Error('local ledger does not verify');
		const { entry } = next.value;
		const name = entryFileName(entry);
		const names = onShare.get(at + 1) ?? [];
		if (names.length > 1 || (names.length === 1 && names[0] !== name)) {
			if (at < exchange.published) return alarmed(exchange, 'tampered', `${place}/${names.find((other) => other !== name)}`);
			return signAgain(state, files.slice(at), exchange, local.site);
		}
		if (names.length === 0) {
			if (at < exchange.published) {
				isRefilled ??= await exchange.isRefilled(listed);
				if (!isRefilled) return alarmed(exchange, 'rolled_back', `${place}/${name}`);
			}
			// Somebody else is about to write this number: theirs comes first, ours is signed again in a later cycle.
			if (!(await publishEntry(target, entry))) return local;
			if (at >= exchange.published) exchange.setPublished(at + 1);
		}
		state = next.value.state;
	}
	exchange.setPublished(files.length);
	return takeNewer(state, onShare, exchange, local.site);
}

/**
 * Puts the next entry on the share; false when another device has taken its number. Looking whether the number is free
 * and then writing would not do: two devices that look at the same moment would fork the ledger for good.
 */
export async function publishEntry(target: ShareTarget, entry: LedgerEntry): Promise<boolean> {
	const name = entryFileName(entry);
	const { site, seq } = entry.header;
	if ((await target.claim(claimPath(site, seq), name)) !== name) return false;
	await target.writeNew(`${ledgerFolder(site)}/${name}`, entry.bytes);
	return true;
}

const claimPath = (site: SiteId, seq: number): string => `${ledgerFolder(site)}/claim-${String(seq).padStart(10, '0')}`;

/**
 * A device that was cut off between claiming and writing goes on when it comes back. One that never does must not block
 * the ledger: whoever has seen its claim unused in so many exchanges takes it away.
 */
const PATIENCE = 120;
const unusedClaims = new WeakMap<DataFolder, { path: string; seen: number }>();

async function clearStaleClaim({ target, folder }: LedgerExchange, site: SiteId, names: readonly string[]): Promise<void> {
	const path = claimPath(site, Math.max(0, ...bySequence(names).keys()) + 1);
	if (!names.some((name) => path.endsWith(`/${name}`))) {
		unusedClaims.delete(folder);
		return;
	}
	const before = unusedClaims.get(folder);
	const seen = before?.path === path ? before.seen + 1 : 1;
	unusedClaims.set(folder, { path, seen });
	if (seen < PATIENCE) return;
	unusedClaims.delete(folder);
	await target.remove(path);
}

/** The whole ledger of a site, for an empty PC. */
export async function readShareLedger(
	target: ShareTarget,
	site: SiteId,
): Promise<
	Result<{ state: LedgerState; files: Map<string, Uint8Array> }, { refusal: LedgerRefusal | 'missing'; file: string | null }>
> {
	const names = await ledgerNames(target, site);
	const files = new Map<string, Uint8Array>();
	for (let seq = 1; seq <= names.size; seq++) {
		const [name, ...others] = names.get(seq) ?? [];
		const path = `${ledgerFolder(site)}/${name}`;
		if (!name || others.length > 0) return err({ refusal: 'out_of_order', file: path });
		const bytes = await target.read(path);
		if (!bytes || !name.endsWith(toHex(hash(bytes)).slice(0, 32))) return err({ refusal: 'malformed', file: path });
		files.set(name, bytes);
	}
	if (files.size === 0) return err({ refusal: 'missing', file: null });
	const read = readLedger([...files.values()]);
	if (!read.ok) return err({ refusal: read.error.refusal, file: `${ledgerFolder(site)}/${[...files.keys()][read.error.at]}` });
	return read.value.site === site ? ok({ state: read.value, files }) : err({ refusal: 'wrong_site', file: null });
}

/** The share's ledger, verified. Throws ShareRefused. */
export async function ledgerFromShare(
	target: ShareTarget,
	site: SiteId,
): Promise<{ state: LedgerState; files: Map<string, Uint8Array> }> {
	const read = await readShareLedger(target, site);
	if (read.ok) return read.value;
	const { refusal, file } = read.error;
	throw new ShareRefused(refusal === 'missing' ? 'wrong_folder' : refusal === 'newer' ? 'newer' : 'tampered', file);
}

async function takeNewer(
	before: LedgerState | null,
	onShare: ReadonlyMap<number, string[]>,
	exchange: LedgerExchange,
	site: SiteId,
): Promise<LedgerState | null> {
	let state = before;
	const taken: LedgerEntry[] = [];
	for (let seq = (state?.seq ?? 0) + 1; ; seq++) {
		const [name, ...others] = onShare.get(seq) ?? [];
		if (!name) break;
		const path = `${ledgerFolder(site)}/${name}`;
		if (others.length > 0) return alarmed(exchange, 'tampered', path);
		const bytes = await exchange.target.read(path);
		if (!bytes) break;
		const next = extendLedger(state, bytes);
		if (!next.ok) return alarmed(exchange, next.error === 'newer' ? 'newer' : 'tampered', path);
		if (entryFileName(next.value.entry) !== name) return alarmed(exchange, 'tampered', path);
		taken.push(next.value.entry);
		state = next.value.state;
	}
	exchange.folder.addToLedger(taken);
	if (state && state.seq !== exchange.published) exchange.setPublished(state.seq);
	return state;
}

/** Our unpublished entries stood where the share already has others: take those first, then say ours again after them. */
async function signAgain(
	base: LedgerState | null,
	ours: readonly Uint8Array[],
	exchange: LedgerExchange,
	site: SiteId,
): Promise<LedgerState | null> {
	const pending = readPending(base, ours);
	const { signer } = exchange;
	if (!base || !signer || pending.some(({ header }) => header.signer !== signer.id && header.signer !== RECOVERY)) return null;
	const remote = await readShareLedger(exchange.target, site);
	if (!remote.ok) return alarmed(exchange, remote.error.refusal === 'newer' ? 'newer' : 'tampered', remote.error.file);
	let state = remote.value.state;
	const files = new Map(remote.value.files);
	for (const { header } of pending) {
		// The recovery kit was typed while the share was away, and others were faster: it has to be typed again.
		if (header.signer !== signer.id) continue;
		const entry = writeEntry(state, signer, header.at, header.facts);
		const next = extendLedger(state, entry.bytes);
		// What the others did in the meantime no longer allows it: it was never in force, so nothing is taken back.
		if (!next.ok) continue;
		files.set(entryFileName(entry), entry.bytes);
		state = next.value.state;
	}
	exchange.onRewind(base);
	exchange.folder.writeLedger(files);
	exchange.setPublished(remote.value.files.size);
	return state;
}

function readPending(base: LedgerState | null, files: readonly Uint8Array[]): LedgerEntry[] {
	let state = base;
	return files.map((bytes) => {
		const next = extendLedger(state, bytes);
		if (!next.ok) throw new Error('local ledger does not verify');
		state = next.value.state;
		return next.value.entry;
	});
}

/** Names of entries by number; a number with more than one is a fork. */
export async function ledgerNames(target: ShareTarget, site: SiteId): Promise<Map<number, string[]>> {
	return bySequence(await target.list(ledgerFolder(site)));
}

function bySequence(listed: readonly string[]): Map<number, string[]> {
	const found = new Map<number, string[]>();
	// A server or a tool that turned a name into capitals has not made another entry of it.
	for (const name of new Set(listed.map((each) => each.toLowerCase()))) {
		const parsed = name.startsWith(TEMPORARY) ? null : parseSequenceName(name);
		if (parsed) found.set(parsed.seq, [...(found.get(parsed.seq) ?? []), name]);
	}
	return found;
}

function alarmed(exchange: LedgerExchange, problem: 'rolled_back' | 'tampered' | 'newer', file: string | null): null {
	exchange.alarm(problem, null, file);
	return null;
}

import type { SharePlace } from '#shared/features/share/model.ts';
import { equalBytes, hash } from '../vaults/crypto.ts';
import type { DataFolder } from '../vaults/data-folder.ts';
import { extendLedger, type LedgerEntry, readLedger } from '../vaults/ledger.ts';
import { entryName } from '../vaults/ledger-state.ts';
import { ledgerNames } from './exchange-ledger.ts';
import { ledgerFolder } from './layout.ts';
import type { ShareTarget } from './target.ts';

/**
 * Takes over what others have signed into the ledger while nobody was signed in here: who was removed must not get in,
 * and who was added or given a new passphrase must. Needs no key. What does not simply go on from our own ledger is left
 * for the session to look at, which can say so. Throws TargetError.
 */
export async function refreshLedger(folder: DataFolder, target: ShareTarget): Promise<boolean> {
	const files = folder.readLedger();
	const own = readLedger(files);
	if (!own.ok) return false;
	const onShare = await ledgerNames(target, own.value.site);
	const only = (seq: number) => (onShare.get(seq)?.length === 1 ? onShare.get(seq)?.[0] : undefined);
	if (own.value.entries.some((name, at) => only(at + 1) !== name)) return false;
	let state = own.value;
	const taken: LedgerEntry[] = [];
	for (let name = only(state.seq + 1); name; name = only(state.seq + 1)) {
		const bytes = await target.read(`${ledgerFolder(state.site)}/${name}`);
		const next = bytes && extendLedger(state, bytes);
		if (!next?.ok || entryName(next.value.entry.header.seq, next.value.entry.hash) !== name) break;
		taken.push(next.value.entry);
		state = next.value.state;
	}
	// Somebody may have signed in while the share took its time.
	const last = files.at(-1);
	const isUnchanged = last !== undefined && equalBytes(hash(folder.readLedger().at(-1) ?? new Uint8Array()), hash(last));
	if (isUnchanged) folder.addToLedger(taken);
	return isUnchanged && !onShare.has(state.seq + 1);
}

/** How long people wait for the share before they are let in. */
const NEWS_MS = 3000;

/** What was decided elsewhere while this PC was locked; without the share, or with a slow one, what is known here counts. */
export async function learnNews(
	folder: DataFolder,
	{ targetFor, wait }: { targetFor(place: SharePlace): ShareTarget; wait(ms: number): Promise<void> },
): Promise<void> {
	const place = folder.share();
	if (place === null) return;
	const news = refreshLedger(folder, targetFor(place)).catch(() => {});
	await Promise.race([news, wait(NEWS_MS)]);
}

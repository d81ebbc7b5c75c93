import type { SiteId } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { equalBytes } from './crypto.ts';
import { readEnvelope, writeEnvelope } from './envelope.ts';
import { AnyVersionHeader, type Fact, type Grantee, LedgerHeader, type MemberFact, RECOVERY } from './ledger-facts.ts';
import { takeIn } from './ledger-rules.ts';
import { entryName, type LedgerState } from './ledger-state.ts';

/**
 * The ledger (Standort-Chronik): the site's signed, hash-chained history of members, grants, devices and epochs, and
 * the only authority for who may read what (what it says: ledger-facts; who may say it: ledger-rules). Pure: bytes in, state or refusal out. It must never touch a file.
 */
export interface LedgerEntry {
	readonly bytes: Uint8Array;
	readonly hash: Uint8Array;
	readonly header: LedgerHeader;
}

export type LedgerRefusal = 'malformed' | 'newer' | 'wrong_site' | 'out_of_order' | 'bad_signature' | 'not_allowed';

export function writeEntry(
	after: { site: SiteId; seq: number; hash: Uint8Array },
	signer: { id: Grantee; secretKey: Uint8Array },
	at: number,
	facts: Fact[],
): LedgerEntry {
	const header: LedgerHeader = {
		type: 'ledger',
		v: 1,
		site: after.site,
		seq: after.seq + 1,
		prev: after.hash,
		at,
		signer: signer.id,
		facts,
	};
	return { ...writeEnvelope(header, () => new Uint8Array(), signer.secretKey), header };
}

export function entryFileName(entry: { header: { seq: number }; hash: Uint8Array }): string {
	return entryName(entry.header.seq, entry.hash);
}

export const BEFORE_FIRST = { seq: 0, hash: new Uint8Array(32) };

/** Verifies one more entry against everything before it and gives the state after it. */
export function extendLedger(
	state: LedgerState | null,
	bytes: Uint8Array,
): Result<{ state: LedgerState; entry: LedgerEntry }, LedgerRefusal> {
	const envelope = readEnvelope(bytes);
	if (!envelope.ok) return err('malformed');
	const header = LedgerHeader.safeParse(envelope.value.header);
	if (!header.success) return err(isNewer(envelope.value.header) ? 'newer' : 'malformed');
	if (envelope.value.body.length > 0) return err('malformed');
	const entry: LedgerEntry = { bytes, hash: envelope.value.hash, header: header.data };
	const before = state ?? BEFORE_FIRST;
	if (state && entry.header.site !== state.site) return err('wrong_site');
	if (entry.header.seq !== before.seq + 1 || !equalBytes(entry.header.prev, before.hash)) return err('out_of_order');
	const key = signerKey(state, entry.header);
	if (!key || !envelope.value.isSignedBy(key)) return err('bad_signature');
	const next = takeIn(state, entry.header, entry.hash);
	return next ? ok({ state: next, entry }) : err('not_allowed');
}

/** The whole chain, or the first refusal and where it stands (index from 0). */
export function readLedger(files: readonly Uint8Array[]): Result<LedgerState, { at: number; refusal: LedgerRefusal }> {
	let state: LedgerState | null = null;
	for (const [at, bytes] of files.entries()) {
		const next: ReturnType<typeof extendLedger> = extendLedger(state, bytes);
		if (!next.ok) return err({ at, refusal: next.error });
		state = next.value.state;
	}
	return state ? ok(state) : err({ at: 0, refusal: 'malformed' });
}

function isNewer(header: unknown): boolean {
	const parsed = AnyVersionHeader.safeParse(header);
	return parsed.success && parsed.data.type === 'ledger' && parsed.data.v > 1;
}

/** The first entry is signed by the member it declares; every later one by somebody the ledger already knows. */
function signerKey(state: LedgerState | null, header: LedgerHeader): Uint8Array | undefined {
	if (!state) {
		return header.facts.find((fact): fact is MemberFact => fact.fact === 'member' && fact.member === header.signer)?.signPublic;
	}
	return header.signer === RECOVERY ? state.recovery.signPublic : state.members.get(header.signer)?.signPublic;
}

import { type Vault, vaultsOf } from '#shared/features/members/model.ts';
import type { DeviceId, MemberId, SiteId } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { equalBytes, toHex } from './crypto.ts';
import { readEnvelope, writeEnvelope } from './envelope.ts';
import {
	AnyVersionHeader,
	type DeviceFact,
	type Fact,
	type Grantee,
	type GrantFact,
	LedgerHeader,
	type MemberFact,
	RECOVERY,
} from './ledger-facts.ts';

/**
 * The ledger (Standort-Chronik): the site's signed, hash-chained history of members, grants, devices and epochs, and
 * the only authority for who may read what. Pure: bytes in, state or refusal out. It must never touch a file.
 */
export interface LedgerEntry {
	readonly bytes: Uint8Array;
	readonly hash: Uint8Array;
	readonly header: LedgerHeader;
}

export interface MemberState extends MemberFact {
	readonly since: number;
}
export interface DeviceState extends DeviceFact {
	readonly since: number;
	readonly addedBy: Grantee;
}

export interface LedgerState {
	readonly site: SiteId;
	readonly createdAt: number;
	readonly tagKey: Uint8Array;
	readonly seq: number;
	readonly hash: Uint8Array;
	readonly members: ReadonlyMap<MemberId, MemberState>;
	readonly devices: ReadonlyMap<DeviceId, DeviceState>;
	readonly recovery: { readonly signPublic: Uint8Array; readonly sealPublic: Uint8Array };
	readonly epochs: ReadonlyMap<Vault, number>;
	readonly grants: readonly GrantFact[];
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

/** `0000000007-<first 32 hex digits of the hash>` */
export function entryFileName(entry: { header: { seq: number }; hash: Uint8Array }): string {
	return `${String(entry.header.seq).padStart(10, '0')}-${toHex(entry.hash).slice(0, 32)}`;
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
	if (!isAllowed(state, entry.header)) return err('not_allowed');
	return ok({ state: applyFacts(state, entry), entry });
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

/** Who may say what (design 3). */
function isAllowed(state: LedgerState | null, { signer, facts }: LedgerHeader): boolean {
	if (!state) return isFirstEntry(facts);
	const roles = signer === RECOVERY ? [] : (state.members.get(signer)?.roles ?? []);
	const administers = signer === RECOVERY || roles.includes('administrator');
	const reads = (vault: Vault) => signer === RECOVERY || vaultsOf(roles).includes(vault);
	const entitled = (to: Grantee, vault: Vault) => {
		if (to === RECOVERY) return true;
		const announced = facts.find((fact) => fact.fact === 'member' && fact.member === to);
		const theirs = announced?.fact === 'member' ? announced.roles : state.members.get(to)?.roles;
		return theirs !== undefined && vaultsOf(theirs).includes(vault);
	};
	const allows = (fact: Fact): boolean => {
		switch (fact.fact) {
			case 'site':
				return false;
			case 'member':
			case 'recovery':
				return administers;
			case 'epoch':
				return administers && fact.epoch === (state.epochs.get(fact.vault) ?? 0) + 1;
			case 'passphrase':
				return fact.member === signer;
			case 'grant':
				return entitled(fact.to, fact.vault) && (reads(fact.vault) || facts.some((other) => startsEpoch(other, fact)));
			case 'device':
				return state.devices.get(fact.device) === undefined;
		}
	};
	return facts.every(allows);
}

function startsEpoch(fact: Fact, grant: GrantFact): boolean {
	return fact.fact === 'epoch' && fact.vault === grant.vault && fact.epoch === grant.epoch;
}

function isFirstEntry(facts: readonly Fact[]): boolean {
	const count = (kind: Fact['fact']) => facts.filter((fact) => fact.fact === kind).length;
	const administrator = facts.some((fact) => fact.fact === 'member' && fact.roles.includes('administrator'));
	return count('site') === 1 && count('member') === 1 && count('recovery') === 1 && count('passphrase') === 0 && administrator;
}

function applyFacts(before: LedgerState | null, entry: LedgerEntry): LedgerState {
	const { site, seq, at, signer, facts } = entry.header;
	const members = new Map(before?.members);
	const devices = new Map(before?.devices);
	const epochs = new Map(before?.epochs);
	const grants = [...(before?.grants ?? [])];
	let tagKey = before?.tagKey ?? new Uint8Array();
	let recovery = before?.recovery ?? { signPublic: new Uint8Array(), sealPublic: new Uint8Array() };
	for (const fact of facts) {
		switch (fact.fact) {
			case 'site':
				tagKey = fact.tagKey;
				break;
			case 'member':
				members.set(fact.member, { ...fact, since: members.get(fact.member)?.since ?? at });
				break;
			case 'passphrase': {
				const member = members.get(fact.member);
				if (member) members.set(fact.member, { ...member, wrapped: fact.wrapped });
				break;
			}
			case 'recovery':
				recovery = { signPublic: fact.signPublic, sealPublic: fact.sealPublic };
				break;
			case 'epoch':
				epochs.set(fact.vault, fact.epoch);
				break;
			case 'grant':
				grants.push(fact);
				break;
			case 'device':
				devices.set(fact.device, { ...fact, since: at, addedBy: signer });
				break;
		}
	}
	return { site, createdAt: before?.createdAt ?? at, tagKey, seq, hash: entry.hash, members, devices, recovery, epochs, grants };
}

import { type Role, VAULTS, type Vault, vaultsOf } from '#shared/features/members/model.ts';
import type { DeviceId, KioskId, MemberId, SiteId } from '#shared/kernel/ids.ts';
import { equalBytes, hash, toHex } from './crypto.ts';
import { encodeCbor } from './envelope.ts';
import {
	type DeviceFact,
	type Fact,
	type Grantee,
	type GrantFact,
	type KioskFact,
	type LedgerHeader,
	type MemberFact,
	RECOVERY,
} from './ledger-facts.ts';

/** What the ledger says at one point: who belongs to the site, who reads what, which devices count. */
export interface MemberState extends Omit<MemberFact, 'fact'> {
	readonly since: number;
	/** Who made these keys, and knows them as long as they are start keys. */
	readonly madeBy: Grantee;
	/** When they were removed, ms UTC. */
	readonly left: number | null;
}

export interface DeviceState extends Omit<DeviceFact, 'fact'> {
	readonly since: number;
	readonly addedBy: Grantee;
	readonly approvedAt: number | null;
	readonly approvedBy: Grantee | null;
	readonly removed: {
		readonly at: number;
		/** Feeds count up to here; a vault that is missing has none. */
		readonly heads: ReadonlyMap<Vault, { readonly seq: number; readonly hashStart: Uint8Array }>;
	} | null;
}

export interface KioskState extends Omit<KioskFact, 'fact'> {
	readonly since: number;
	readonly addedBy: Grantee;
	readonly approvedAt: number | null;
	readonly approvedBy: Grantee | null;
	/** `last`: number of its last sign-in that counts. */
	readonly removed: { readonly at: number; readonly last: number } | null;
}

export interface LedgerState {
	readonly site: SiteId;
	readonly createdAt: number;
	readonly tagKey: Uint8Array;
	readonly seq: number;
	readonly hash: Uint8Array;
	/** The file names of all entries so far, in order. */
	readonly entries: readonly string[];
	readonly members: ReadonlyMap<MemberId, MemberState>;
	readonly devices: ReadonlyMap<DeviceId, DeviceState>;
	readonly kiosks: ReadonlyMap<KioskId, KioskState>;
	/** The inbox's public key of each epoch of the workshop. */
	readonly inboxes: ReadonlyMap<number, Uint8Array>;
	readonly recovery: {
		readonly signPublic: Uint8Array;
		readonly sealPublic: Uint8Array;
		readonly since: number;
		/** Signing keys of the kits it replaced: to tell an old one from a foreign one. */
		readonly replaced: readonly Uint8Array[];
	};
	/** The current epoch of each vault. */
	readonly epochs: ReadonlyMap<Vault, number>;
	/** Of every epoch, by `epochName`. */
	readonly checks: ReadonlyMap<string, Uint8Array>;
	readonly grants: readonly GrantFact[];
	/** Who has the key of a vault's current epoch, and since when they have been reading it without a break. */
	readonly readers: ReadonlyMap<Vault, ReadonlyMap<Grantee, number>>;
	/** Somebody lost the right to read these: nothing more should be written before they have a new key. */
	readonly stale: ReadonlySet<Vault>;
}

/** `0000000007-<first 32 hex digits of the hash>` */
export function entryName(seq: number, entryHash: Uint8Array): string {
	return `${String(seq).padStart(10, '0')}-${toHex(entryHash).slice(0, 32)}`;
}

/** `office:1` */
export const epochName = (vault: Vault, epoch: number): string => `${vault}:${epoch}`;

/** By this everybody tells the right key of an epoch from a wrong one; it says nothing about the key. */
export function epochCheck(site: SiteId, vault: Vault, epoch: number, key: Uint8Array): Uint8Array {
	return hash(encodeCbor(['epoch', site, vault, epoch]), key);
}

export function administers(state: LedgerState, who: Grantee): boolean {
	if (who === RECOVERY) return true;
	const member = state.members.get(who);
	return member !== undefined && member.left === null && member.roles.includes('administrator');
}

/** With a start passphrase nobody administers anything: whoever handed it out knows it. */
export function hasStartKeys(state: LedgerState, who: Grantee): boolean {
	return who !== RECOVERY && state.members.get(who)?.start === true;
}

/** Everybody who belongs to the site today. */
export function activeMembers(state: LedgerState): MemberState[] {
	return [...state.members.values()].filter(({ left }) => left === null);
}

/** Is this vault theirs to read, by their roles? They may still lack its key. */
export function isEntitled(state: LedgerState, to: Grantee, vault: Vault): boolean {
	if (to === RECOVERY) return true;
	const member = state.members.get(to);
	return member !== undefined && member.left === null && vaultsOf(member.roles).includes(vault);
}

export function reads(state: LedgerState, who: Grantee, vault: Vault): boolean {
	return state.readers.get(vault)?.has(who) ?? false;
}

export function sealPublicOf(state: LedgerState, who: Grantee): Uint8Array {
	return (who === RECOVERY ? state.recovery : state.members.get(who))?.sealPublic ?? new Uint8Array();
}

/** Has anybody but the recovery kit ever had a key of this vault? */
export function wasEverRead(state: LedgerState, vault: Vault): boolean {
	return state.grants.some((grant) => grant.vault === vault && grant.to !== RECOVERY);
}

/** Does anybody but the recovery kit have the key of its current epoch? */
export function isReadByMembers(state: LedgerState, vault: Vault): boolean {
	return [...(state.readers.get(vault)?.keys() ?? [])].some((who) => who !== RECOVERY);
}

/** Somebody wrote there, and nobody is left who reads it. */
export function opensOnlyWithKit(state: LedgerState, vault: Vault): boolean {
	return wasEverRead(state, vault) && !isReadByMembers(state, vault);
}

/** The state while an entry's facts are taken in one after the other. */
export interface Draft extends LedgerState {
	tagKey: Uint8Array;
	recovery: LedgerState['recovery'];
	members: Map<MemberId, MemberState>;
	devices: Map<DeviceId, DeviceState>;
	kiosks: Map<KioskId, KioskState>;
	inboxes: Map<number, Uint8Array>;
	epochs: Map<Vault, number>;
	checks: Map<string, Uint8Array>;
	grants: GrantFact[];
	readers: Map<Vault, Map<Grantee, number>>;
	stale: Set<Vault>;
}

type Header = Pick<LedgerHeader, 'site' | 'seq' | 'at' | 'signer'>;

export function draftAfter(before: LedgerState | null, header: Header, entryHash: Uint8Array): Draft {
	return {
		site: header.site,
		createdAt: before?.createdAt ?? header.at,
		tagKey: before?.tagKey ?? new Uint8Array(),
		seq: header.seq,
		hash: entryHash,
		entries: [...(before?.entries ?? []), entryName(header.seq, entryHash)],
		recovery: before?.recovery ?? { signPublic: new Uint8Array(), sealPublic: new Uint8Array(), since: header.at, replaced: [] },
		members: new Map(before?.members),
		devices: new Map(before?.devices),
		kiosks: new Map(before?.kiosks),
		inboxes: new Map(before?.inboxes),
		epochs: new Map(before?.epochs),
		checks: new Map(before?.checks),
		grants: [...(before?.grants ?? [])],
		readers: new Map(VAULTS.map((vault) => [vault, new Map(before?.readers.get(vault))])),
		stale: new Set(before?.stale),
	};
}

/** Takes one fact in; whether it may be said was decided before (ledger-rules). */
export function applyFact(draft: Draft, fact: Fact, before: LedgerState | null, { at, signer }: Header): void {
	switch (fact.fact) {
		case 'site':
			draft.tagKey = fact.tagKey;
			break;
		case 'member': {
			const { fact: _fact, ...member } = fact;
			stopReading(draft, fact.member, VAULTS);
			draft.members.set(fact.member, {
				...member,
				since: draft.members.get(fact.member)?.since ?? at,
				madeBy: signer,
				left: null,
			});
			break;
		}
		case 'roles':
			if (!fact.roles.includes('administrator')) revokeStartKeys(draft, fact.member);
			changeMember(draft, fact.member, { roles: fact.roles });
			stopReading(draft, fact.member, vaultsLost(fact.roles));
			break;
		case 'renamed':
			changeMember(draft, fact.member, { tag: fact.tag, profile: fact.profile });
			break;
		case 'left':
			revokeStartKeys(draft, fact.member);
			changeMember(draft, fact.member, { left: at });
			stopReading(draft, fact.member, VAULTS);
			break;
		case 'own_keys': {
			const { signPublic, sealPublic, wrapped } = fact;
			changeMember(draft, fact.member, { signPublic, sealPublic, wrapped, start: false, madeBy: signer });
			// Not stale: whoever knows the start keys read as much as the member was given with them.
			for (const readers of draft.readers.values()) readers.delete(fact.member);
			break;
		}
		case 'passphrase':
			changeMember(draft, fact.member, { wrapped: fact.wrapped });
			break;
		case 'recovery':
			draft.recovery = {
				signPublic: fact.signPublic,
				sealPublic: fact.sealPublic,
				since: at,
				replaced: before ? [...before.recovery.replaced, before.recovery.signPublic] : [],
			};
			stopReading(draft, RECOVERY, VAULTS);
			break;
		case 'epoch':
			draft.epochs.set(fact.vault, fact.epoch);
			draft.checks.set(epochName(fact.vault, fact.epoch), fact.check);
			draft.readers.set(fact.vault, new Map());
			draft.stale.delete(fact.vault);
			break;
		case 'grant':
			draft.grants.push(fact);
			if (fact.epoch === draft.epochs.get(fact.vault)) {
				draft.readers.get(fact.vault)?.set(fact.to, before?.readers.get(fact.vault)?.get(fact.to) ?? at);
			}
			break;
		case 'device': {
			const { fact: _fact, ...device } = fact;
			draft.devices.set(fact.device, { ...device, ...addedBy(before, signer, at) });
			break;
		}
		case 'device_approved':
			changeDevice(draft, fact.device, { approvedAt: at, approvedBy: signer });
			break;
		case 'device_renamed':
			changeDevice(draft, fact.device, { profile: fact.profile });
			break;
		case 'device_removed': {
			if (draft.devices.get(fact.device)?.approvedAt !== null) for (const vault of VAULTS) draft.stale.add(vault);
			const heads = new Map(fact.heads.map(([vault, seq, hashStart]) => [vault, { seq, hashStart }]));
			changeDevice(draft, fact.device, { removed: { at, heads } });
			break;
		}
		case 'inbox':
			draft.inboxes.set(fact.epoch, fact.sealPublic);
			break;
		case 'kiosk': {
			const { fact: _fact, ...kiosk } = fact;
			draft.kiosks.set(fact.kiosk, { ...kiosk, ...addedBy(before, signer, at) });
			break;
		}
		case 'kiosk_approved':
			changeKiosk(draft, fact.kiosk, { approvedAt: at, approvedBy: signer });
			break;
		case 'kiosk_renamed':
			changeKiosk(draft, fact.kiosk, { profile: fact.profile });
			break;
		case 'kiosk_removed':
			// Nothing goes stale: a kiosk never had a key of any vault.
			changeKiosk(draft, fact.kiosk, { removed: { at, last: fact.last } });
			break;
	}
}

/** What an administrator announces counts at once. */
function addedBy(before: LedgerState | null, signer: Grantee, at: number) {
	const isTrusted = before === null || (administers(before, signer) && !hasStartKeys(before, signer));
	return { since: at, addedBy: signer, approvedAt: isTrusted ? at : null, approvedBy: isTrusted ? signer : null, removed: null };
}

function stopReading(draft: Draft, who: Grantee, vaults: readonly Vault[]): void {
	for (const vault of vaults) if (draft.readers.get(vault)?.delete(who)) draft.stale.add(vault);
}

/** Start keys are known to whoever made them: when that administrator goes, nobody can come in with them any more. */
function revokeStartKeys(draft: Draft, madeBy: MemberId): void {
	for (const newcomer of startedBy(draft, madeBy)) {
		const none = revokedKey(newcomer.member);
		changeMember(draft, newcomer.member, { signPublic: none, sealPublic: none, wrapped: new Uint8Array() });
		stopReading(draft, newcomer.member, VAULTS);
	}
}

/** A public key to which nobody has the secret one. */
const revokedKey = (member: MemberId): Uint8Array => hash(encodeCbor(['revoked', member]));

/** Nobody opens what is sealed to these keys: they wait for being replaced. */
export function hasRevokedKeys(state: LedgerState, who: Grantee): boolean {
	return who !== RECOVERY && equalBytes(sealPublicOf(state, who), revokedKey(who));
}

/** Who still has the start passphrase that this member made. */
export function startedBy(state: LedgerState, madeBy: MemberId): MemberState[] {
	return activeMembers(state).filter((member) => member.start && member.madeBy === madeBy);
}

function vaultsLost(roles: readonly Role[]): Vault[] {
	const kept = vaultsOf(roles);
	return VAULTS.filter((vault) => !kept.includes(vault));
}

function changeMember(draft: Draft, id: MemberId, changes: Partial<MemberState>): void {
	const member = draft.members.get(id);
	if (member) draft.members.set(id, { ...member, ...changes });
}

function changeDevice(draft: Draft, id: DeviceId, changes: Partial<DeviceState>): void {
	const device = draft.devices.get(id);
	if (device) draft.devices.set(id, { ...device, ...changes });
}

function changeKiosk(draft: Draft, id: KioskId, changes: Partial<KioskState>): void {
	const kiosk = draft.kiosks.get(id);
	if (kiosk) draft.kiosks.set(id, { ...kiosk, ...changes });
}

/** The key to which kiosks seal now, and its epoch; null when nobody has said one yet. */
export function currentInbox({ inboxes }: LedgerState): { readonly epoch: number; readonly sealPublic: Uint8Array } | null {
	const epoch = Math.max(0, ...inboxes.keys());
	const sealPublic = inboxes.get(epoch);
	return sealPublic ? { epoch, sealPublic } : null;
}

/** Does an active member other than `except` sign in with this name already? */
export function isTagTaken(state: LedgerState, tag: Uint8Array, except: MemberId | null): boolean {
	return activeMembers(state).some((member) => member.member !== except && equalBytes(member.tag, tag));
}

import { type Role, VAULTS, type Vault, vaultsOf } from '#shared/features/members/model.ts';
import type { Clock, Ids, Random } from '#shared/kernel/environment.ts';
import type { DeviceId, MemberId, SiteId } from '#shared/kernel/ids.ts';
import { KEY_BYTES, type SigningKeys, wipe } from './crypto.ts';
import { type EpochKeys, grantKey, grantsTo, inboxFact, keyOf, sealProfile, signInTag } from './grants.ts';
import { type Fact, type Grantee, type GrantFact, type MemberFact, RECOVERY } from './ledger-facts.ts';
import { mayBeGiven, mayStartEpoch } from './ledger-rules.ts';
import {
	applyFact,
	draftAfter,
	epochCheck,
	hasStartKeys,
	isEntitled,
	type LedgerState,
	reads,
	sealPublicOf,
	wasEverRead,
} from './ledger-state.ts';
import { type MemberKeys, memberKeysFrom, newMemberKeys, wrapKeys } from './member-keys.ts';
import type { KdfCost } from './passphrase-key.ts';

/**
 * The facts by which members, keys and devices change, made on top of a ledger; the caller has them signed into it.
 * Touches no file. Every list that takes a right away goes through `withNewEpochs` before it is signed.
 */
export interface KeyDeps {
	readonly clock: Clock;
	readonly ids: Ids;
	readonly random: Random;
	readonly cost: KdfCost;
}

export interface NewMember {
	readonly name: string;
	/** As SignInName normalises it. */
	readonly signInName: string;
	readonly passphrase: string;
	readonly roles: readonly Role[];
	/** Somebody else thought the passphrase up: it has to be replaced at the first sign-in. */
	readonly start: boolean;
}

/** Keys, tag, profile and grants of a new member, as far as `epochKeys` go. */
export async function newMemberFacts(
	ledger: Pick<LedgerState, 'site' | 'tagKey' | 'epochs'>,
	{ name, signInName, passphrase, roles, start }: NewMember,
	epochKeys: EpochKeys,
	{ ids, random, cost }: KeyDeps,
): Promise<{ member: MemberId; keys: MemberKeys; facts: (MemberFact | GrantFact)[] }> {
	const member = ids.next() as MemberId;
	const keys = newMemberKeys(random);
	const fact: MemberFact = {
		fact: 'member',
		member,
		roles: [...roles],
		signPublic: keys.signing.publicKey,
		sealPublic: keys.sealing.publicKey,
		wrapped: await wrapKeys(keys, { siteId: ledger.site, memberId: member }, passphrase, cost, random),
		...named(ledger, member, { name, signInName }, epochKeys, random),
		start,
	};
	return { member, keys, facts: [fact, ...grantsTo(ledger, member, fact.sealPublic, vaultsOf(roles), epochKeys)] };
}

/** What the ledger keeps of a name: a tag to sign in by, and the name itself, sealed. */
export function named(
	ledger: Pick<LedgerState, 'tagKey' | 'epochs'>,
	member: MemberId,
	profile: { readonly name: string; readonly signInName: string },
	epochKeys: EpochKeys,
	random: Random,
): { tag: Uint8Array; profile: Uint8Array } {
	return {
		tag: signInTag(ledger.tagKey, profile.signInName),
		profile: sealProfile(keyOf(epochKeys, 'office', ledger.epochs.get('office') ?? 1), member, { ...profile }, random),
	};
}

/**
 * Other roles, with every grant of the vaults they add that `epochKeys` allow. Whoever still has start keys waits for the
 * case files, and so does whoever waited before.
 */
export function rolesFacts(ledger: LedgerState, member: MemberId, roles: readonly Role[], epochKeys: EpochKeys): Fact[] {
	const fact: Fact = { fact: 'roles', member, roles: [...roles] };
	const before = vaultsOf(ledger.members.get(member)?.roles ?? []);
	const given = vaultsOf(roles).filter(
		(vault) => !before.includes(vault) && (vault !== 'counselling' || !hasStartKeys(ledger, member)),
	);
	return [fact, ...grantsTo(ledger, member, sealPublicOf(ledger, member), given, epochKeys)];
}

/** New keys under a new passphrase for a member who lost theirs, with every grant that `epochKeys` allow. */
export async function replacedKeysFacts(
	ledger: LedgerState,
	member: MemberId,
	{ passphrase, start }: { readonly passphrase: string; readonly start: boolean },
	epochKeys: EpochKeys,
	deps: KeyDeps,
): Promise<{ keys: MemberKeys; wrapped: Uint8Array; facts: (MemberFact | GrantFact)[] }> {
	const { keys, wrapped } = await newWrappedKeys(ledger.site, member, passphrase, deps);
	return { keys, wrapped, facts: replacingFacts(ledger, member, { keys, wrapped, start }, epochKeys) };
}

/** New keys of a member, under a passphrase. */
export async function newWrappedKeys(
	site: SiteId,
	member: MemberId,
	passphrase: string,
	{ random, cost }: KeyDeps,
): Promise<{ keys: MemberKeys; wrapped: Uint8Array }> {
	const keys = newMemberKeys(random);
	return { keys, wrapped: await wrapKeys(keys, { siteId: site, memberId: member }, passphrase, cost, random) };
}

/** The same for keys that were made before the ledger came to be what it is now. */
export function replacingFacts(
	ledger: LedgerState,
	member: MemberId,
	{ keys, wrapped, start }: { readonly keys: MemberKeys; readonly wrapped: Uint8Array; readonly start: boolean },
	epochKeys: EpochKeys,
): (MemberFact | GrantFact)[] {
	const known = ledger.members.get(member);
	if (!known) throw new Error('member is not in the ledger');
	const { since: _since, left: _left, madeBy: _madeBy, ...before } = known;
	const [signPublic, sealPublic] = [keys.signing.publicKey, keys.sealing.publicKey];
	const fact: MemberFact = { fact: 'member', ...before, signPublic, sealPublic, wrapped, start };
	// Whoever still waited for the key of the case files is not let in along the way; the kit is the way in for them.
	const vaults = vaultsOf(known.roles).filter((vault) => vault !== 'counselling' || !start || reads(ledger, member, vault));
	return [fact, ...grantsTo(ledger, member, sealPublic, vaults, epochKeys)];
}

/** The member's first own passphrase: keys that only they know, and all they read under them. */
export async function ownKeysFacts(
	ledger: LedgerState,
	member: MemberId,
	passphrase: string,
	epochKeys: EpochKeys,
	{ random, cost }: KeyDeps,
): Promise<{ keys: MemberKeys; facts: Fact[] }> {
	const keys = newMemberKeys(random);
	const wrapped = await wrapKeys(keys, { siteId: ledger.site, memberId: member }, passphrase, cost, random);
	const { publicKey: sealPublic } = keys.sealing;
	const own: Fact = { fact: 'own_keys', member, signPublic: keys.signing.publicKey, sealPublic, wrapped };
	const vaults = VAULTS.filter((vault) => reads(ledger, member, vault));
	return { keys, facts: [own, ...grantsTo(ledger, member, sealPublic, vaults, epochKeys)] };
}

/** A new recovery kit: it opens what `epochKeys` open, and the rest when somebody who reads it confirms that. */
export function newKitFacts(ledger: LedgerState, epochKeys: EpochKeys, random: Random): { secret: Uint8Array; facts: Fact[] } {
	const secret = random.bytes(KEY_BYTES);
	const { signing, sealing } = memberKeysFrom(secret.slice());
	wipe(signing.secretKey, sealing.secretKey);
	const kit: Fact = { fact: 'recovery', signPublic: signing.publicKey, sealPublic: sealing.publicKey };
	return { secret, facts: [kit, ...grantsTo(ledger, RECOVERY, sealing.publicKey, VAULTS, epochKeys)] };
}

export function deviceFact(device: DeviceId, keys: SigningKeys, name: string, officeKey: Uint8Array, random: Random): Fact {
	return { fact: 'device', device, signPublic: keys.publicKey, profile: sealProfile(officeKey, device, { name }, random) };
}

/**
 * The facts, and new keys for every vault that somebody could read and by them no longer may: sealed to all who still
 * read it. Only as far as the signer may start them; the rest stays stale until somebody who reads it comes along.
 */
export function withNewEpochs(ledger: LedgerState, signer: Grantee, facts: readonly Fact[], random: Random): Fact[] {
	const header = { site: ledger.site, seq: ledger.seq + 1, at: 0, signer };
	const after = draftAfter(ledger, header, ledger.hash);
	for (const fact of facts) applyFact(after, fact, ledger, header);
	const due = VAULTS.filter((vault) => isDue(after, vault, signer) && mayStartEpoch(vault, signer, ledger, after));
	return [...facts, ...due.flatMap((vault) => newEpochFacts(vault, after, signer, facts, random))];
}

function isDue(state: LedgerState, vault: Vault, signer: Grantee): boolean {
	return state.stale.has(vault) || (!wasEverRead(state, vault) && signer !== RECOVERY && isEntitled(state, signer, vault));
}

function newEpochFacts(vault: Vault, after: LedgerState, signer: Grantee, besides: readonly Fact[], random: Random): Fact[] {
	const epoch = (after.epochs.get(vault) ?? 0) + 1;
	const key = random.bytes(KEY_BYTES);
	// The first to read a vault takes the kit along; after that it opens what its readers let it open.
	const readers = [...(after.readers.get(vault)?.keys() ?? [])].filter((who) => mayBeGiven(vault, who, after, besides));
	const takers: Grantee[] = wasEverRead(after, vault) ? readers : [RECOVERY, signer];
	const facts: Fact[] = [
		{ fact: 'epoch', vault, epoch, check: epochCheck(after.site, vault, epoch, key) },
		...takers.map((to) => grantKey(after.site, to, sealPublicOf(after, to), vault, epoch, key)),
	];
	if (vault === 'workshop') facts.push(inboxFact(epoch, key));
	wipe(key);
	return facts;
}

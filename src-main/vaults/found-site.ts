import { type Role, VAULTS, type Vault, vaultsOf } from '#shared/features/members/model.ts';
import type { Clock, Ids, Random } from '#shared/kernel/environment.ts';
import type { DeviceId, MemberId, SiteId } from '#shared/kernel/ids.ts';
import { KEY_BYTES, type SigningKeys, signingKeysFrom, wipe } from './crypto.ts';
import { type EpochKeys, epochName, grantKey, sealProfile, signInTag } from './grants.ts';
import { BEFORE_FIRST, extendLedger, type LedgerEntry, type LedgerState, writeEntry } from './ledger.ts';
import { type Fact, type GrantFact, type MemberFact, RECOVERY } from './ledger-facts.ts';
import { type MemberKeys, memberKeysFrom, newMemberKeys, wipeMemberKeys, wrapKeys } from './member-keys.ts';
import type { KdfCost } from './passphrase-key.ts';

/** New keys and ledger entries: founding a site, adding a member or device, recovering with the kit. Touches no file. */
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
}

export interface Founded {
	readonly entry: LedgerEntry;
	readonly ledger: LedgerState;
	readonly member: MemberId;
	readonly memberKeys: MemberKeys;
	readonly epochKeys: EpochKeys;
	readonly device: DeviceId;
	readonly deviceSeed: Uint8Array;
	/** The recovery kit: to be printed, never stored in clear. */
	readonly kitSecret: Uint8Array;
}

export async function foundSite(first: NewMember, deviceName: string, deps: KeyDeps): Promise<Founded> {
	const { clock, ids, random } = deps;
	const site = ids.next() as SiteId;
	const tagKey = random.bytes(KEY_BYTES);
	const kitSecret = random.bytes(KEY_BYTES);
	const recovery = memberKeysFrom(kitSecret.slice());
	const epochKeys: EpochKeys = new Map(VAULTS.map((vault) => [epochName(vault, 1), random.bytes(KEY_BYTES)]));
	const device = ids.next() as DeviceId;
	const deviceSeed = random.bytes(KEY_BYTES);
	const created = await newMemberFacts(site, tagKey, first, epochKeys, new Map(VAULTS.map((vault) => [vault, 1])), deps);
	const facts: Fact[] = [
		{ fact: 'site', tagKey },
		...VAULTS.map((vault): Fact => ({ fact: 'epoch', vault, epoch: 1 })),
		{ fact: 'recovery', signPublic: recovery.signing.publicKey, sealPublic: recovery.sealing.publicKey },
		...VAULTS.map((vault) => grantKey(site, RECOVERY, recovery.sealing.publicKey, vault, 1, keyOf(epochKeys, vault, 1))),
		...created.facts,
		deviceFact(device, signingKeysFrom(deviceSeed), deviceName, keyOf(epochKeys, 'office', 1), random),
	];
	const signer = { id: created.member, secretKey: created.keys.signing.secretKey };
	const entry = writeEntry({ site, ...BEFORE_FIRST }, signer, clock.now(), facts);
	wipeMemberKeys(recovery);
	const ledger = extended(null, entry);
	for (const vault of VAULTS) {
		if (vaultsOf(first.roles).includes(vault)) continue;
		wipe(keyOf(epochKeys, vault, 1));
		epochKeys.delete(epochName(vault, 1));
	}
	return { entry, ledger, member: created.member, memberKeys: created.keys, epochKeys, device, deviceSeed, kitSecret };
}

/** Keys, tag, profile and grants of a new member; the caller signs the facts into the ledger. */
export async function newMemberFacts(
	site: SiteId,
	tagKey: Uint8Array,
	{ name, signInName, passphrase, roles }: NewMember,
	epochKeys: EpochKeys,
	epochs: ReadonlyMap<Vault, number>,
	{ ids, random, cost }: KeyDeps,
): Promise<{ member: MemberId; keys: MemberKeys; facts: (MemberFact | GrantFact)[] }> {
	const member = ids.next() as MemberId;
	const keys = newMemberKeys(random);
	const office = keyOf(epochKeys, 'office', epochs.get('office') ?? 1);
	const fact: MemberFact = {
		fact: 'member',
		member,
		roles: [...roles],
		signPublic: keys.signing.publicKey,
		sealPublic: keys.sealing.publicKey,
		tag: signInTag(tagKey, signInName),
		wrapped: await wrapKeys(keys, { siteId: site, memberId: member }, passphrase, cost, random),
		profile: sealProfile(office, member, { name, signInName }, random),
	};
	const grants = vaultsOf(roles).flatMap((vault) => {
		const epoch = epochs.get(vault) ?? 1;
		const key = epochKeys.get(epochName(vault, epoch));
		return key ? [grantKey(site, member, keys.sealing.publicKey, vault, epoch, key)] : [];
	});
	return { member, keys, facts: [fact, ...grants] };
}

/** The recovery kit gives a known member new keys and a new passphrase; grants of every epoch the kit opens come along. */
export async function recoveredMember(
	ledger: LedgerState,
	member: MemberId,
	recoveryKeys: MemberKeys,
	kitEpochKeys: EpochKeys,
	passphrase: string,
	{ clock, random, cost }: KeyDeps,
): Promise<{ entry: LedgerEntry; ledger: LedgerState; keys: MemberKeys }> {
	const known = ledger.members.get(member);
	if (!known) throw new Error('member is not in the ledger');
	const keys = newMemberKeys(random);
	const allowed = vaultsOf(known.roles);
	const grants = [...kitEpochKeys].flatMap(([name, key]) => {
		const [vault, epoch] = name.split(':') as [Vault, string];
		return allowed.includes(vault) ? [grantKey(ledger.site, member, keys.sealing.publicKey, vault, Number(epoch), key)] : [];
	});
	const { since: _since, ...fact } = known;
	const renewed: MemberFact = {
		...fact,
		signPublic: keys.signing.publicKey,
		sealPublic: keys.sealing.publicKey,
		wrapped: await wrapKeys(keys, { siteId: ledger.site, memberId: member }, passphrase, cost, random),
	};
	const entry = writeEntry(ledger, { id: RECOVERY, secretKey: recoveryKeys.signing.secretKey }, clock.now(), [
		renewed,
		...grants,
	]);
	return { entry, ledger: extended(ledger, entry), keys };
}

export function deviceFact(device: DeviceId, keys: SigningKeys, name: string, officeKey: Uint8Array, random: Random): Fact {
	return { fact: 'device', device, signPublic: keys.publicKey, profile: sealProfile(officeKey, device, { name }, random) };
}

/** Own entries always verify; if one does not, it must not be written anywhere. */
export function extended(ledger: LedgerState | null, entry: LedgerEntry): LedgerState {
	const next = extendLedger(ledger, entry.bytes);
	if (!next.ok) throw new Error(`own ledger entry refused: ${next.error}`);
	return next.value.state;
}

export function keyOf(keys: EpochKeys, vault: Vault, epoch: number): Uint8Array {
	const key = keys.get(epochName(vault, epoch));
	if (!key) throw new Error('epoch key is not open');
	return key;
}

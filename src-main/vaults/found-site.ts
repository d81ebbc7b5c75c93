import { VAULTS, vaultsOf } from '#shared/features/members/model.ts';
import type { DeviceId, MemberId, SiteId } from '#shared/kernel/ids.ts';
import { deviceFact, type KeyDeps, type NewMember, newMemberFacts } from './administration.ts';
import { KEY_BYTES, signingKeysFrom, wipe } from './crypto.ts';
import { type EpochKeys, grantKey, inboxFact, keyOf } from './grants.ts';
import { BEFORE_FIRST, extendLedger, type LedgerEntry, writeEntry } from './ledger.ts';
import { type Fact, RECOVERY } from './ledger-facts.ts';
import { epochCheck, epochName, type LedgerState } from './ledger-state.ts';
import { type MemberKeys, memberKeysFrom, wipeMemberKeys } from './member-keys.ts';

/** Founding a site: its first member and device, its keys, its recovery kit, the ledger's first entry. Touches no file. */
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

export async function foundSite(first: Omit<NewMember, 'start'>, deviceName: string, deps: KeyDeps): Promise<Founded> {
	const { clock, ids, random } = deps;
	const site = ids.next() as SiteId;
	const tagKey = random.bytes(KEY_BYTES);
	const kitSecret = random.bytes(KEY_BYTES);
	const recovery = memberKeysFrom(kitSecret.slice());
	const epochKeys: EpochKeys = new Map(VAULTS.map((vault) => [epochName(vault, 1), random.bytes(KEY_BYTES)]));
	const device = ids.next() as DeviceId;
	const deviceSeed = random.bytes(KEY_BYTES);
	const epochs = new Map(VAULTS.map((vault) => [vault, 1]));
	const created = await newMemberFacts({ site, tagKey, epochs }, { ...first, start: false }, epochKeys, deps);
	const facts: Fact[] = [
		{ fact: 'site', tagKey },
		...VAULTS.map(
			(vault): Fact => ({ fact: 'epoch', vault, epoch: 1, check: epochCheck(site, vault, 1, keyOf(epochKeys, vault, 1)) }),
		),
		{ fact: 'recovery', signPublic: recovery.signing.publicKey, sealPublic: recovery.sealing.publicKey },
		...VAULTS.map((vault) => grantKey(site, RECOVERY, recovery.sealing.publicKey, vault, 1, keyOf(epochKeys, vault, 1))),
		...created.facts,
		deviceFact(device, signingKeysFrom(deviceSeed), deviceName, keyOf(epochKeys, 'office', 1), random),
		inboxFact(1, keyOf(epochKeys, 'workshop', 1)),
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

/** Own entries always verify; if one does not, it must not be written anywhere. */
export function extended(ledger: LedgerState | null, entry: LedgerEntry): LedgerState {
	const next = extendLedger(ledger, entry.bytes);
	if (!next.ok) throw new Error(`own ledger entry refused: ${next.error}`);
	return next.value.state;
}

import { cryptoReady, KEY_BYTES, type SealingKeys, signingKeysFrom } from '#main/vaults/crypto.ts';
import { extended } from '#main/vaults/found-site.ts';
import { type EpochKeys, grantKey, grantsTo, keyOf, openGrants, sealProfile } from '#main/vaults/grants.ts';
import { BEFORE_FIRST, extendLedger, type LedgerEntry, type LedgerRefusal, writeEntry } from '#main/vaults/ledger.ts';
import { type Fact, type Grantee, type MemberFact, RECOVERY } from '#main/vaults/ledger-facts.ts';
import { mayBeGiven } from '#main/vaults/ledger-rules.ts';
import { epochCheck, epochName, type LedgerState, sealPublicOf } from '#main/vaults/ledger-state.ts';
import { type MemberKeys, memberKeysFrom, newMemberKeys } from '#main/vaults/member-keys.ts';
import { type Role, VAULTS, type Vault, vaultsOf } from '#shared/features/members/model.ts';
import type { DeviceId, KioskId, MemberId, SiteId } from '#shared/kernel/ids.ts';
import { fakeIds } from './fake-ids.ts';
import { type SeededRandom, seededRandom } from './seeded-random.ts';

/**
 * Sites that exist in memory only, and everybody's keys in the test's hands: for tests of who is believed what in the
 * ledger. No passphrase is stretched, so a thousand entries are a matter of seconds.
 */
export interface Holder {
	readonly id: Grantee;
	readonly keys: MemberKeys;
}

export interface Founding {
	readonly entry: LedgerEntry;
	readonly state: LedgerState;
	readonly founder: Holder & { readonly id: MemberId };
	readonly kit: Holder;
	readonly device: DeviceId;
}

export interface LedgerLab {
	readonly random: SeededRandom;
	readonly next: () => string;
	/** The facts of a first entry are given to `change` before they are signed. */
	found(roles: readonly Role[], change?: (facts: Fact[]) => Fact[]): Founding;
	/** Somebody whom no ledger knows yet. */
	somebody(): Holder & { readonly id: MemberId };
	member(holder: Holder, roles: readonly Role[], start: boolean, changes?: Partial<MemberFact>): MemberFact;
	device(id?: DeviceId): Extract<Fact, { fact: 'device' }>;
	kiosk(id?: KioskId): Extract<Fact, { fact: 'kiosk' }>;
	/** A new key for a vault, sealed to `takers` (without: to all who must get it), and what it is. */
	epoch(state: LedgerState, vault: Vault, takers?: readonly Grantee[]): Fact[];
}

export async function ledgerLab(seed: number): Promise<LedgerLab> {
	await cryptoReady;
	const random = seededRandom(seed);
	const { next } = fakeIds(seed);
	const lab: LedgerLab = {
		random,
		next,
		somebody: () => ({ id: next() as MemberId, keys: newMemberKeys(random) }),
		member: ({ id, keys }, roles, start, changes = {}) => ({
			fact: 'member',
			member: id as MemberId,
			roles: [...roles],
			signPublic: keys.signing.publicKey,
			sealPublic: keys.sealing.publicKey,
			tag: random.bytes(32),
			wrapped: random.bytes(8),
			profile: random.bytes(8),
			start,
			...changes,
		}),
		device: (id = next() as DeviceId) => {
			const { publicKey } = signingKeysFrom(random.bytes(KEY_BYTES));
			return { fact: 'device', device: id, signPublic: publicKey, profile: random.bytes(8) };
		},
		kiosk: (id = next() as KioskId) => {
			const { publicKey } = signingKeysFrom(random.bytes(KEY_BYTES));
			return { fact: 'kiosk', kiosk: id, signPublic: publicKey, profile: random.bytes(8) };
		},
		found(roles, change = (facts) => facts) {
			const site = next() as SiteId;
			const founder = lab.somebody();
			const kit: Holder = { id: RECOVERY, keys: memberKeysFrom(random.bytes(KEY_BYTES)) };
			const keys: EpochKeys = new Map(VAULTS.map((vault) => [epochName(vault, 1), random.bytes(KEY_BYTES)]));
			const first = { site, epochs: new Map(VAULTS.map((vault) => [vault, 1])) };
			const device = lab.device();
			const profile = sealProfile(keyOf(keys, 'office', 1), founder.id, { name: 'Erika', signInName: 'erika' }, random);
			const facts: Fact[] = [
				{ fact: 'site', tagKey: random.bytes(KEY_BYTES) },
				...VAULTS.map(
					(vault): Fact => ({ fact: 'epoch', vault, epoch: 1, check: epochCheck(site, vault, 1, keyOf(keys, vault, 1)) }),
				),
				{ fact: 'recovery', signPublic: kit.keys.signing.publicKey, sealPublic: kit.keys.sealing.publicKey },
				...grantsTo(first, RECOVERY, kit.keys.sealing.publicKey, VAULTS, keys),
				lab.member(founder, roles, false, { profile }),
				...grantsTo(first, founder.id, founder.keys.sealing.publicKey, vaultsOf(roles), keys),
				device,
			];
			const signer = { id: founder.id, secretKey: founder.keys.signing.secretKey };
			const entry = writeEntry({ site, ...BEFORE_FIRST }, signer, 1, change(facts));
			return { entry, state: extended(null, entry), founder, kit, device: device.device };
		},
		epoch(state, vault, takers) {
			const epoch = (state.epochs.get(vault) ?? 0) + 1;
			const key = random.bytes(KEY_BYTES);
			const readers = [...(state.readers.get(vault)?.keys() ?? [])].filter((who) => mayBeGiven(vault, who, state, []));
			return [
				{ fact: 'epoch', vault, epoch, check: epochCheck(state.site, vault, epoch, key) },
				...(takers ?? readers).map((to) => grantKey(state.site, to, sealPublicOf(state, to), vault, epoch, key)),
			];
		},
	};
	return lab;
}

let time = 1000;

/** Later entries are later. */
export function sign(state: LedgerState, by: Holder, facts: readonly Fact[]): LedgerEntry {
	time += 1;
	return writeEntry(state, { id: by.id, secretKey: by.keys.signing.secretKey }, time, [...facts]);
}

export function verdictOn(state: LedgerState | null, bytes: Uint8Array): LedgerRefusal | 'believed' {
	const next = extendLedger(state, bytes);
	return next.ok ? 'believed' : next.error;
}

/** What the ledger makes of it when somebody says this; the state stays as it is. */
export const says = (state: LedgerState, by: Holder, ...facts: Fact[]) => verdictOn(state, sign(state, by, facts).bytes);

/** The state after somebody has said what they may. */
export const stateAfter = (state: LedgerState, by: Holder, ...facts: Fact[]) => extended(state, sign(state, by, facts));

export const opened = (state: LedgerState, { id, keys }: { id: Grantee; keys: { sealing: SealingKeys } }): EpochKeys =>
	openGrants(state, id, keys.sealing);

/** Every key that one person can open, sealed to another. */
export const given = (state: LedgerState, by: Holder, to: Holder, vaults: readonly Vault[]) =>
	grantsTo(state, to.id, to.keys.sealing.publicKey, vaults, opened(state, by));

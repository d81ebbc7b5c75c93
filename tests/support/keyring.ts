import { hash, KEY_BYTES, openSealed, toHex } from '#main/vaults/crypto.ts';
import { extendLedger } from '#main/vaults/ledger.ts';
import type { Fact } from '#main/vaults/ledger-facts.ts';
import type { LedgerState } from '#main/vaults/ledger-state.ts';
import { type MemberKeys, memberKeysFrom, unwrapKeys } from '#main/vaults/member-keys.ts';
import { findMember } from '#main/vaults/sign-in.ts';

/**
 * All keys somebody could ever get hold of. Nothing is believed about what a key is for, and nothing is given back that
 * the ledger says they lost: whoever kept it, has it.
 */
export interface Keyring {
	/** Of members, also former ones of the same person, and of recovery kits. */
	readonly people: Map<string, MemberKeys>;
	/** Of epochs of vaults, whichever. */
	readonly vaults: Map<string, Uint8Array>;
	/** Key and salt of SQLCipher files. */
	readonly files: Map<string, Uint8Array>;
}

export const emptyKeyring = (): Keyring => ({ people: new Map(), vaults: new Map(), files: new Map() });

/** Everything but the person's own keys: what lies in the memory of a PC that is taken away. */
export const withoutPeople = ({ vaults, files }: Keyring): Keyring => ({
	people: new Map(),
	vaults: new Map(vaults),
	files: new Map(files),
});

export const keysIn = (ring: Keyring): number => ring.people.size + ring.vaults.size + ring.files.size;

export interface WholeLedger {
	readonly state: LedgerState;
	readonly facts: readonly Fact[];
}

export function wholeLedger(files: readonly Uint8Array[]): WholeLedger {
	let state: LedgerState | null = null;
	const facts: Fact[] = [];
	for (const bytes of files) {
		const next: ReturnType<typeof extendLedger> = extendLedger(state, bytes);
		if (!next.ok) throw new Error(`ledger: ${next.error}`);
		state = next.value.state;
		facts.push(...next.value.entry.header.facts);
	}
	if (!state) throw new Error('there is no ledger');
	return { state, facts };
}

/** The person's keys under every passphrase they have had, as far back as the ledger goes. */
export async function collectPerson(
	ring: Keyring,
	{ state, facts }: WholeLedger,
	signInName: string,
	passphrases: readonly string[],
): Promise<void> {
	const member = findMember(state, signInName)?.member;
	if (!member) throw new Error(`nobody signs in as ${signInName}`);
	for (const fact of facts) {
		if (!('wrapped' in fact) || fact.member !== member) continue;
		for (const passphrase of passphrases) {
			const keys = await unwrapKeys(fact.wrapped, { siteId: state.site, memberId: member }, passphrase);
			if (keys) ring.people.set(toHex(keys.seed), keys);
		}
	}
}

/** Every grant there ever was, to whomever. */
export function collectGrants(ring: Keyring, { facts }: WholeLedger): void {
	for (const fact of facts) {
		if (fact.fact !== 'grant') continue;
		for (const { sealing } of ring.people.values()) {
			const key = openSealed(sealing, fact.sealed)?.slice(0, KEY_BYTES);
			if (key) ring.vaults.set(toHex(key), key);
		}
	}
}

/** What was sealed to one of the people. If it is as long as a kit's secret, it may be one. */
export function openAnySealed(ring: Keyring, sealed: Uint8Array): Uint8Array | null {
	for (const { sealing } of [...ring.people.values()]) {
		const opened = openSealed(sealing, sealed);
		if (opened?.length === KEY_BYTES) {
			const keys = memberKeysFrom(opened.slice());
			ring.people.set(toHex(keys.seed), keys);
		}
		if (opened) return opened;
	}
	return null;
}

export const addFileKey = (ring: Keyring, key: Uint8Array): void => void ring.files.set(toHex(hash(key)), key);

import { describe, expect, it, vi } from 'vitest';
import {
	type KeyDeps,
	newKitFacts,
	newMemberFacts,
	ownKeysFacts,
	replacedKeysFacts,
	withNewEpochs,
} from '#main/vaults/administration.ts';
import { RECOVERY } from '#main/vaults/ledger-facts.ts';
import { type LedgerState, reads } from '#main/vaults/ledger-state.ts';
import { memberKeysFrom, unwrapKeys } from '#main/vaults/member-keys.ts';
import { FLOOR_COST } from '#main/vaults/passphrase-key.ts';
import { findMember } from '#main/vaults/sign-in.ts';
import { type Role, VAULTS, type Vault } from '#shared/features/members/model.ts';
import type { MemberId } from '#shared/kernel/ids.ts';
import { fakeClock } from '#tests/support/fake-clock.ts';
import { type Cast, ledgerCast } from '#tests/support/ledger-cast.ts';
import { opened, stateAfter } from '#tests/support/ledger-lab.ts';

// What a passphrase costs is no subject here.
vi.mock('#main/vaults/passphrase-key.ts', async (original) => {
	const { hash, joinBytes, utf8 } = await import('#main/vaults/crypto.ts');
	return {
		...(await original<typeof import('#main/vaults/passphrase-key.ts')>()),
		keyFromPassphrase: async (passphrase: string, salt: Uint8Array) => hash(joinBytes(utf8(passphrase), salt)),
	};
});

const START = 'drei blaue Stühle';
const depsOf = ({ lab }: Cast): KeyDeps => ({
	clock: fakeClock(),
	ids: { next: lab.next },
	random: lab.random,
	cost: FLOOR_COST,
});

async function added(cast: Cast, by: 'administrator' | 'both', roles: Role[]) {
	const newcomer = { name: 'Nele', signInName: 'nele', passphrase: START, roles, start: true };
	const made = await newMemberFacts(cast.state, newcomer, opened(cast.state, cast.who(by)), depsOf(cast));
	return { ...made, state: stateAfter(cast.state, cast.who(by), ...made.facts) };
}

const vaultsOf = (state: LedgerState, member: MemberId): Vault[] => VAULTS.filter((vault) => reads(state, member, vault));
const openedBy = async (state: LedgerState, memberId: MemberId, passphrase: string) =>
	(await unwrapKeys(state.members.get(memberId)?.wrapped ?? new Uint8Array(), { siteId: state.site, memberId }, passphrase))
		?.seed;

describe('a newcomer', () => {
	it('gets as far as whoever adds them reads, and signs in with the start passphrase', async () => {
		const cast = await ledgerCast(61);
		for (const [by, expected] of [
			['administrator', ['office', 'workshop']],
			['both', [...VAULTS]],
		] as const) {
			const { state, member, keys } = await added(cast, by, ['counsellor']);
			expect(vaultsOf(state, member), by).toEqual(expected);
			expect(findMember(state, 'Nele')?.member).toBe(member);
			expect(await openedBy(state, member, START)).toEqual(keys.seed);
			expect(opened(state, { id: member, keys }).size).toBe(opened(state, cast.who(by)).size);
		}
	});

	it('replaces the start keys by their own, and takes all they read along', async () => {
		const cast = await ledgerCast(62);
		const { state, member, keys } = await added(cast, 'both', ['counsellor']);
		const theirs = opened(state, { id: member, keys });
		const own = await ownKeysFacts(state, member, 'mein eigenes', theirs, depsOf(cast));
		const after = stateAfter(state, { id: member, keys }, ...own.facts);
		expect(vaultsOf(after, member)).toEqual([...VAULTS]);
		expect(opened(after, { id: member, keys: own.keys })).toEqual(theirs);
		expect(await openedBy(after, member, 'mein eigenes')).toEqual(own.keys.seed);
		expect(await openedBy(after, member, START)).toBeUndefined();
		expect([...after.stale]).toEqual([]);
	});

	it('who was shut out of the case files meanwhile can still replace them, and waits', async () => {
		const cast = await ledgerCast(63);
		const { state, member, keys } = await added(cast, 'both', ['counsellor']);
		const gone = withNewEpochs(state, cast.id('both'), [{ fact: 'left', member: cast.id('counsellor') }], cast.lab.random);
		const shut = stateAfter(state, cast.who('both'), ...gone);
		expect(vaultsOf(shut, member)).toEqual(['office', 'workshop']);
		const own = await ownKeysFacts(shut, member, 'mein eigenes', opened(shut, { id: member, keys }), depsOf(cast));
		const after = stateAfter(shut, { id: member, keys }, ...own.facts);
		expect(after.members.get(member)?.start).toBe(false);
		expect(vaultsOf(after, member)).toEqual(['office', 'workshop']);
	});
});

describe('somebody who forgot their passphrase', () => {
	it('gets new keys, the old ones open nothing that is written from then on', async () => {
		const cast = await ledgerCast(64);
		const [counsellor, both] = [cast.who('counsellor'), cast.who('both')];
		const keys = opened(cast.state, both);
		const made = await replacedKeysFacts(
			cast.state,
			cast.id('counsellor'),
			{ passphrase: START, start: true },
			keys,
			depsOf(cast),
		);
		const state = stateAfter(cast.state, both, ...withNewEpochs(cast.state, both.id, made.facts, cast.lab.random));
		const again = { id: counsellor.id, keys: made.keys };
		expect(vaultsOf(state, cast.id('counsellor'))).toEqual([...VAULTS]);
		for (const vault of VAULTS) {
			const name = `${vault}:${state.epochs.get(vault)}`;
			expect(opened(state, again).has(name)).toBe(true);
			expect(opened(state, counsellor).has(name)).toBe(false);
		}
		expect([...state.stale]).toEqual([]);
		expect(await openedBy(state, cast.id('counsellor'), START)).toEqual(made.keys.seed);
	});

	it('waits for the case files when an administrator who does not read them helps', async () => {
		const cast = await ledgerCast(65);
		const administrator = cast.who('administrator');
		const keys = opened(cast.state, administrator);
		const made = await replacedKeysFacts(
			cast.state,
			cast.id('counsellor'),
			{ passphrase: START, start: true },
			keys,
			depsOf(cast),
		);
		const facts = withNewEpochs(cast.state, administrator.id, made.facts, cast.lab.random);
		expect(facts.flatMap((fact) => (fact.fact === 'epoch' ? [fact.vault] : []))).toEqual(['office', 'workshop']);
		const state = stateAfter(cast.state, administrator, ...facts);
		expect(vaultsOf(state, cast.id('counsellor'))).toEqual(['office', 'workshop']);
		expect([...state.stale]).toEqual(['counselling']);
	});
});

describe('a new recovery kit', () => {
	it('opens what its maker reads; the old one nothing from then on', async () => {
		const cast = await ledgerCast(66);
		for (const [by, expected] of [
			['administrator', ['office', 'workshop']],
			['both', [...VAULTS]],
		] as const) {
			const { secret, facts } = newKitFacts(cast.state, opened(cast.state, cast.who(by)), cast.lab.random);
			const state = stateAfter(cast.state, cast.who(by), ...withNewEpochs(cast.state, cast.id(by), facts, cast.lab.random));
			const kit = opened(state, { id: RECOVERY, keys: memberKeysFrom(secret) });
			for (const vault of VAULTS) {
				const name = `${vault}:${state.epochs.get(vault)}`;
				expect(kit.has(name), `${vault} by ${by}`).toBe(expected.some((opens) => opens === vault));
				expect(opened(state, cast.who('kit')).has(name), `the old one, ${vault}`).toBe(false);
			}
		}
	});
});

describe('new keys', () => {
	it('are made when they are due, and only then', async () => {
		const { state, stale, lab, id } = await ledgerCast(67);
		const named = (ledger: LedgerState, by: Parameters<typeof id>[0]) =>
			withNewEpochs(ledger, id(by), [], lab.random).flatMap((fact) => (fact.fact === 'epoch' ? [fact.vault] : []));
		expect(named(state, 'both')).toEqual([]);
		expect(named(stale, 'both')).toEqual([...VAULTS]);
		expect(named(stale, 'administrator')).toEqual(['office', 'workshop']);
		expect(named(stale, 'counsellor')).toEqual(['counselling']);
		for (const other of ['volunteer', 'new administrator', 'new both', 'new counsellor', 'new volunteer'] as const)
			expect(named(stale, other), other).toEqual([]);
	});
});

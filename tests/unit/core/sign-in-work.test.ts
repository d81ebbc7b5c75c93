import { describe, expect, it, vi } from 'vitest';
import { signInTag } from '#main/vaults/grants.ts';
import type { LedgerState } from '#main/vaults/ledger-state.ts';
import { wrapKeys } from '#main/vaults/member-keys.ts';
import { FLOOR_COST, keyFromPassphrase } from '#main/vaults/passphrase-key.ts';
import { unlockMember } from '#main/vaults/sign-in.ts';
import type { MemberId } from '#shared/kernel/ids.ts';
import { type Holder, ledgerLab, stateAfter } from '#tests/support/ledger-lab.ts';

// Only how often and how expensively is asked here; what comes out need not be hard to guess.
vi.mock('#main/vaults/passphrase-key.ts', async (original) => {
	const { hash, joinBytes, utf8 } = await import('#main/vaults/crypto.ts');
	return {
		...(await original<typeof import('#main/vaults/passphrase-key.ts')>()),
		keyFromPassphrase: vi.fn(async (passphrase: string, salt: Uint8Array) => hash(joinBytes(utf8(passphrase), salt))),
	};
});

const COST = { memoryMiB: FLOOR_COST.memoryMiB + 1, passes: FLOOR_COST.passes };

interface Town {
	readonly state: LedgerState;
	readonly vera: MemberId;
}

async function town(): Promise<Town> {
	const lab = await ledgerLab(51);
	const { state: first, founder, kit } = lab.found(['administrator']);
	let state = first;
	const join = async (signInName: string, passphrase: string, by: Holder, wrapped?: Uint8Array) => {
		const newcomer = lab.somebody();
		const owner = { siteId: state.site, memberId: newcomer.id };
		const keys = wrapped ?? (await wrapKeys(newcomer.keys, owner, passphrase, COST, lab.random));
		const tag = signInTag(state.tagKey, signInName);
		state = stateAfter(state, by, lab.member(newcomer, ['volunteer'], false, { tag, wrapped: keys }));
		return newcomer.id;
	};
	// The oldest member of all is what a name that nobody has is measured by.
	const old = await wrapKeys(founder.keys, { siteId: state.site, memberId: founder.id }, 'alt', COST, lab.random);
	state = stateAfter(state, founder, { fact: 'passphrase', member: founder.id, wrapped: old });
	const vera = await join('vera', 'rote Lampe', kit);
	const rolf = await join('rolf', 'grüner Tisch', kit);
	await join('kaputt', '', kit, new Uint8Array([1, 2, 3]));
	state = stateAfter(state, founder, { fact: 'left', member: rolf });
	return { state, vera };
}

describe('an attempt to sign in', () => {
	it.each([
		['the right passphrase', 'vera', 'rote Lampe', true],
		['the right passphrase, typed differently', ' VERA ', 'rote Lampe', true],
		['a wrong passphrase', 'vera', 'blaue Lampe', false],
		['no passphrase', 'vera', '', false],
		['somebody else’s passphrase', 'vera', 'grüner Tisch', false],
		['a name that nobody has', 'niemand', 'rote Lampe', false],
		['what cannot be a name', '  ', 'rote Lampe', false],
		['a name of a thousand letters', 'x'.repeat(1000), 'rote Lampe', false],
		['a removed member’s name and passphrase', 'rolf', 'grüner Tisch', true],
		['a removed member’s name', 'rolf', 'rote Lampe', false],
		['a member whose keys are spoilt', 'kaputt', 'rote Lampe', false],
	])('with %s costs as much as any other', async (_what, name, passphrase, opens) => {
		const { state } = await town();
		vi.mocked(keyFromPassphrase).mockClear();
		expect((await unlockMember(state, name, passphrase)) !== null).toBe(opens);
		expect(vi.mocked(keyFromPassphrase).mock.calls.map(([, , cost]) => cost)).toEqual([COST]);
	});

	it('opens nobody whose keys the ledger does not know', async () => {
		const { state, vera } = await town();
		const member = state.members.get(vera);
		if (!member) throw new Error('no Vera');
		const foreign = { ...member, signPublic: new Uint8Array(32) };
		expect(await unlockMember({ ...state, members: new Map([[vera, foreign]]) }, 'vera', 'rote Lampe')).toBeNull();
	});
});

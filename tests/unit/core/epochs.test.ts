import { describe, expect, it } from 'vitest';
import { rolesFacts, withNewEpochs } from '#main/vaults/administration.ts';
import { KEY_BYTES } from '#main/vaults/crypto.ts';
import { grantKey } from '#main/vaults/grants.ts';
import { type Fact, RECOVERY } from '#main/vaults/ledger-facts.ts';
import { epochName, type LedgerState, reads } from '#main/vaults/ledger-state.ts';
import type { MemberId } from '#shared/kernel/ids.ts';
import { ledgerCast, ownKeys } from '#tests/support/ledger-cast.ts';
import { given, type Holder, ledgerLab, opened, says, stateAfter } from '#tests/support/ledger-lab.ts';

describe('a new key', () => {
	it('has the next number, and leaves nobody out who reads', async () => {
		const { state, lab, who, id } = await ledgerCast(31);
		const both = who('both');
		const [epoch, ...grants] = lab.epoch(state, 'office');
		if (epoch?.fact !== 'epoch') throw new Error('no epoch');
		for (const number of [1, epoch.epoch - 1, epoch.epoch + 1])
			expect(says(state, both, { ...epoch, epoch: number }, ...grants), `epoch ${number}`).toBe('not_allowed');
		expect(says(state, both, epoch, ...grants)).toBe('believed');
		expect(says(state, both, epoch, ...grants, epoch, ...grants)).toBe('not_allowed');
		for (const at of grants.keys()) expect(says(state, both, epoch, ...grants.toSpliced(at, 1))).toBe('not_allowed');
		expect(says(state, both, ...grants, epoch), 'before there is one').toBe('not_allowed');
		const isFor = (fact: Fact) => fact.fact === 'grant' && fact.to === id('volunteer');
		const others = grants.filter((fact) => !isFor(fact));
		expect(says(state, both, { fact: 'left', member: id('volunteer') }, epoch, ...others)).toBe('believed');
		expect(says(state, both, epoch, ...others, { fact: 'left', member: id('volunteer') })).toBe('believed');
		const after = stateAfter(state, both, epoch, ...grants, { fact: 'left', member: id('volunteer') });
		expect([...after.stale], 'sealed to somebody who then left').toContain('office');
	});

	it('is not made by whoever it is to shut out', async () => {
		const { state, lab, who, id, stale } = await ledgerCast(32);
		const both = who('both');
		const vaultsNamed = (facts: readonly Fact[]) => facts.flatMap((fact) => (fact.fact === 'epoch' ? [fact.vault] : []));
		const down: Fact = { fact: 'roles', member: id('both'), roles: ['administrator'] };
		const facts = withNewEpochs(state, id('both'), [down], lab.random);
		expect(vaultsNamed(facts)).toEqual([]);
		const left = stateAfter(state, both, ...facts);
		expect([...left.stale]).toEqual(['counselling']);
		expect(vaultsNamed(withNewEpochs(left, id('counsellor'), [], lab.random))).toEqual(['counselling']);
		const mine = lab.epoch(left, 'counselling');
		expect(says(state, both, down, ...mine), 'after giving it up').toBe('not_allowed');
		expect(says(state, both, ...mine, down), 'before giving it up').toBe('not_allowed');
		const leaving: Fact = { fact: 'left', member: id('both') };
		expect(says(state, both, ...lab.epoch(stateAfter(state, both, leaving), 'office'), leaving)).toBe('not_allowed');
		// Nor by start keys: whoever handed them out may have been shut out since.
		expect(says(stale, who('new counsellor'), ...lab.epoch(stale, 'counselling'))).toBe('not_allowed');
		expect(says(stale, who('counsellor'), ...lab.epoch(stale, 'counselling'))).toBe('believed');
	});

	it('of the case files is not for start keys that were made before: they wait', async () => {
		const { stale, lab, who, id } = await ledgerCast(33);
		const [counsellor, newcomer] = [who('counsellor'), who('new counsellor')];
		expect(reads(stale, newcomer.id, 'counselling')).toBe(true);
		const [epoch, ...grants] = lab.epoch(stale, 'counselling');
		if (epoch?.fact !== 'epoch') throw new Error('no epoch');
		const facts = withNewEpochs(stale, counsellor.id, [], lab.random);
		const next = stateAfter(stale, counsellor, ...facts);
		expect(reads(next, newcomer.id, 'counselling')).toBe(false);
		expect(reads(next, counsellor.id, 'counselling') && reads(next, id('both'), 'counselling')).toBe(true);
		const sealed = newcomer.keys.sealing.publicKey;
		const forThem = grantKey(stale.site, newcomer.id, sealed, 'counselling', epoch.epoch, lab.random.bytes(KEY_BYTES));
		expect(says(stale, counsellor, epoch, ...grants, forThem)).toBe('not_allowed');
		const own = { ...lab.somebody(), id: newcomer.id };
		const settled = stateAfter(next, newcomer, ...ownKeys(next, newcomer, own));
		expect([...opened(settled, own).keys()].filter((name) => name.startsWith('counselling'))).toEqual([]);
		const confirmed = stateAfter(settled, counsellor, ...given(settled, counsellor, own, ['counselling']));
		expect(opened(confirmed, own).has(epochName('counselling', epoch.epoch))).toBe(true);
	});

	it('is given along with a role, but for start keys that of the case files', async () => {
		const { state, who, id } = await ledgerCast(36);
		const both = who('both');
		const promoted = (signer: 'volunteer' | 'new volunteer') =>
			stateAfter(state, both, ...rolesFacts(state, id(signer), ['counsellor'], opened(state, both)));
		expect(reads(promoted('volunteer'), id('volunteer'), 'counselling')).toBe(true);
		expect(reads(promoted('new volunteer'), id('new volunteer'), 'counselling')).toBe(false);
		expect(opened(promoted('new volunteer'), who('new volunteer')).has('counselling:1')).toBe(false);
	});

	it('of case files that nobody reads is made by the first who may, and by nobody after that', async () => {
		const lab = await ledgerLab(34);
		const { state, founder, kit } = lab.found(['administrator']);
		const [first, second] = [lab.somebody(), lab.somebody()];
		const join = (before: LedgerState, newcomer: Holder) =>
			stateAfter(
				before,
				kit,
				lab.member(newcomer, ['counsellor'], false),
				...given(before, kit, newcomer, ['office', 'workshop']),
			);
		const both = join(join(state, first), second);
		const own = (by: Holder, now = both) => lab.epoch(now, 'counselling', [RECOVERY, by.id]);
		expect(says(both, founder, ...own(first))).toBe('not_allowed');
		expect(says(both, founder, ...lab.epoch(both, 'counselling'))).toBe('not_allowed');
		expect(says(both, first, ...lab.epoch(both, 'counselling', [first.id])), 'without the kit').toBe('not_allowed');
		expect(withNewEpochs(both, founder.id, [], lab.random)).toEqual([]);
		const started = stateAfter(both, first, ...withNewEpochs(both, first.id, [], lab.random));
		expect([...(started.readers.get('counselling')?.keys() ?? [])]).toEqual([RECOVERY, first.id]);
		expect(withNewEpochs(started, second.id, [], lab.random)).toEqual([]);
		expect(says(started, second, ...own(second, started))).toBe('not_allowed');
		const gone = stateAfter(started, founder, { fact: 'left', member: first.id as MemberId });
		expect(says(gone, second, ...own(second, gone)), 'the kit alone can let anybody in').toBe('not_allowed');
		expect(says(gone, kit, ...given(gone, kit, second, ['counselling']))).toBe('believed');
	});

	it('is needed again after a role was lost, also when it is given back', async () => {
		const { state, who, id } = await ledgerCast(35);
		const [administrator, counsellor] = [who('administrator'), who('counsellor')];
		const as = (before: LedgerState, role: 'volunteer' | 'counsellor') =>
			stateAfter(before, administrator, { fact: 'roles', member: id('counsellor'), roles: [role] });
		const back = as(as(state, 'volunteer'), 'counsellor');
		expect([...back.stale]).toEqual(['counselling']);
		const names = (now: LedgerState) => [...opened(now, counsellor).keys()].filter((name) => name.startsWith('counselling'));
		expect(names(as(state, 'volunteer'))).toEqual([]);
		expect(names(back), 'all but the current one').toEqual(names(state).slice(0, -1));
	});
});

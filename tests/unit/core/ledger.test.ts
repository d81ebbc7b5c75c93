import { beforeAll, describe, expect, it } from 'vitest';
import { withNewEpochs } from '#main/vaults/administration.ts';
import { KEY_BYTES, signingKeysFrom } from '#main/vaults/crypto.ts';
import { encodeCbor, writeEnvelope } from '#main/vaults/envelope.ts';
import { grantKey, readableVaults, signInTag } from '#main/vaults/grants.ts';
import { extendLedger, readLedger, writeEntry } from '#main/vaults/ledger.ts';
import type { Fact } from '#main/vaults/ledger-facts.ts';
import type { LedgerState } from '#main/vaults/ledger-state.ts';
import { findMember } from '#main/vaults/sign-in.ts';
import { VAULTS, vaultsOf } from '#shared/features/members/model.ts';
import type { MemberId, SiteId } from '#shared/kernel/ids.ts';
import {
	type Founding,
	given,
	type Holder,
	type LedgerLab,
	ledgerLab,
	opened,
	says,
	sign,
	stateAfter,
	verdictOn,
} from '#tests/support/ledger-lab.ts';

let lab: LedgerLab;
let founded: Founding;
let volunteer: Holder & { readonly id: MemberId };
/** With the volunteer in it. */
let ledger: LedgerState;

beforeAll(async () => {
	lab = await ledgerLab(6);
	founded = lab.found(['counsellor', 'administrator']);
	volunteer = lab.somebody();
	ledger = stateAfter(founded.state, founded.kit, ...arrival(volunteer, ['volunteer']));
});

function arrival(newcomer: Holder, roles: Parameters<LedgerLab['member']>[1]): Fact[] {
	const tag = signInTag(founded.state.tagKey, 'vera');
	const vaults = vaultsOf(roles);
	return [lab.member(newcomer, roles, false, { tag }), ...given(founded.state, founded.kit, newcomer, vaults)];
}

const ownPassphrase = (): Fact & { fact: 'passphrase' } => ({
	fact: 'passphrase',
	member: volunteer.id,
	wrapped: lab.random.bytes(9),
});

describe('the ledger', () => {
	it('gives each member the keys of their roles’ vaults, the kit all of them, and nobody else any', () => {
		const theirs = opened(ledger, volunteer);
		expect(readableVaults(ledger, volunteer.id, theirs)).toEqual(['office', 'workshop']);
		expect(theirs.get('office:1')).toEqual(opened(ledger, founded.founder).get('office:1'));
		expect(opened(ledger, { id: volunteer.id, keys: founded.founder.keys }).size).toBe(0);
		expect(opened(ledger, { id: founded.founder.id, keys: volunteer.keys }).size).toBe(0);
		expect(opened(ledger, founded.kit).size).toBe(3);
		expect(opened(ledger, lab.somebody()).size).toBe(0);
	});

	it('finds people by the name they type, also those who left until somebody else has it', () => {
		expect(findMember(ledger, ' VERA ')?.member).toBe(volunteer.id);
		expect(findMember(ledger, 'nobody')).toBeUndefined();
		expect(findMember(ledger, '')).toBeUndefined();
		const gone = stateAfter(ledger, founded.founder, { fact: 'left', member: volunteer.id });
		expect(findMember(gone, 'vera')?.member).toBe(volunteer.id);
		const next = lab.somebody();
		const other = stateAfter(gone, founded.kit, ...arrival(next, ['volunteer']));
		expect(findMember(other, 'vera')?.member).toBe(next.id);
	});

	it('refuses what is out of order, from another site, forged, foreign, newer, or more than a ledger entry', () => {
		const good = sign(ledger, volunteer, [ownPassphrase()]);
		expect(verdictOn(ledger, good.bytes)).toBe('believed');
		expect(verdictOn(founded.state, good.bytes)).toBe('out_of_order');
		expect(verdictOn(null, good.bytes)).toBe('out_of_order');
		const elsewhere = { ...ledger, site: lab.next() as SiteId };
		expect(says(elsewhere, volunteer, ownPassphrase()), 'at home there').toBe('believed');
		expect(verdictOn(ledger, sign(elsewhere, volunteer, [ownPassphrase()]).bytes)).toBe('wrong_site');
		const forged = { id: volunteer.id, secretKey: signingKeysFrom(lab.random.bytes(KEY_BYTES)).secretKey };
		expect(verdictOn(ledger, writeEntry(ledger, forged, 1, [ownPassphrase()]).bytes)).toBe('bad_signature');
		expect(says(ledger, { ...volunteer, id: lab.next() as MemberId }, ownPassphrase())).toBe('bad_signature');
		const write = (header: Record<string, unknown>, body = new Uint8Array()) =>
			writeEnvelope(header, () => body, volunteer.keys.signing.secretKey).bytes;
		expect(verdictOn(ledger, write({ ...good.header, v: 2 }))).toBe('newer');
		expect(verdictOn(ledger, write({ ...good.header, more: 1 }))).toBe('malformed');
		expect(verdictOn(ledger, write({ ...good.header, facts: [] }))).toBe('malformed');
		expect(verdictOn(ledger, write({ ...good.header, facts: [{ ...ownPassphrase(), more: 1 }] }))).toBe('malformed');
		expect(verdictOn(ledger, write({ ...good.header, at: Number.NaN }))).toBe('malformed');
		expect(verdictOn(ledger, write({ ...good.header }, new Uint8Array(1)))).toBe('malformed');
		expect(verdictOn(ledger, encodeCbor(good.header))).toBe('malformed');
		expect(verdictOn(ledger, new Uint8Array())).toBe('malformed');
	});

	it('stands only whole and in order', () => {
		const second = sign(founded.state, founded.kit, arrival(lab.somebody(), ['volunteer']));
		const chain = [founded.entry.bytes, second.bytes];
		const refused = (at: number) => ({ ok: false, error: { at, refusal: 'out_of_order' } });
		expect(readLedger(chain)).toMatchObject({ ok: true, value: { seq: 2 } });
		expect(readLedger(chain.toReversed())).toEqual(refused(0));
		expect(readLedger([founded.entry.bytes, founded.entry.bytes])).toEqual(refused(1));
		expect(readLedger([...chain, second.bytes])).toEqual(refused(2));
		expect(readLedger([])).toMatchObject({ ok: false });
		// Of two that could both be the second, what comes after one does not come after the other.
		const [left, right] = [1, 2].map((n) => sign(ledger, volunteer, [{ ...ownPassphrase(), wrapped: lab.random.bytes(n) }]));
		const afterLeft = left && extendLedger(ledger, left.bytes);
		const afterRight = right && extendLedger(ledger, right.bytes);
		if (!afterLeft?.ok || !afterRight?.ok) throw new Error('not believed');
		const next = sign(afterLeft.value.state, volunteer, [ownPassphrase()]);
		expect(verdictOn(afterLeft.value.state, next.bytes)).toBe('believed');
		expect(verdictOn(afterRight.value.state, next.bytes)).toBe('out_of_order');
	});

	it('leaves what it said before as it was', () => {
		const before = { ...ledger, members: new Map(ledger.members), grants: [...ledger.grants] };
		const facts = withNewEpochs(ledger, founded.founder.id, [{ fact: 'left', member: volunteer.id }], lab.random);
		const next = stateAfter(ledger, founded.founder, ...facts);
		expect(next.members.get(volunteer.id)?.left).not.toBeNull();
		expect(ledger.members).toEqual(before.members);
		expect(ledger.grants).toEqual(before.grants);
		expect([...ledger.epochs.values()]).toEqual([1, 1, 1]);
		expect([...ledger.stale]).toEqual([]);
	});

	it('has room for a newcomer after many epochs', () => {
		let state = ledger;
		for (let n = 0; n < 150; n++) {
			state = stateAfter(state, founded.founder, ...VAULTS.flatMap((vault) => lab.epoch(state, vault)));
		}
		const newcomer = lab.somebody();
		const facts = [lab.member(newcomer, ['counsellor'], true), ...given(state, founded.founder, newcomer, VAULTS)];
		expect(says(state, founded.founder, ...facts)).toBe('believed');
		expect(opened(stateAfter(state, founded.founder, ...facts), newcomer).size).toBe(3 * 151);
	});
});

describe('the first entry', () => {
	type Change = (facts: Fact[]) => Fact[];
	/** Thrown, because nobody may write what nobody believes. */
	const founding = (change: Change, roles: Parameters<LedgerLab['member']>[1] = ['administrator']) => {
		try {
			lab.found(roles, change);
			return 'believed';
		} catch (error) {
			return String(error).replace(/.*: /, '');
		}
	};
	const each = (kind: Fact['fact'], change: (fact: Fact) => Fact[]) => (facts: Fact[]) =>
		facts.flatMap((fact) => (fact.fact === kind ? change(fact) : [fact]));

	it('has one of everything, and an administrator with keys of their own', () => {
		expect(founding((facts) => facts)).toBe('believed');
		for (const kind of ['site', 'member', 'recovery', 'device'] as const) {
			expect(founding(each(kind, (fact) => [fact, fact])), `two: ${kind}`).toBe('not_allowed');
			expect(founding(each(kind, () => [])), `no ${kind}`).not.toBe('believed');
		}
		expect(founding((facts) => facts, ['counsellor'])).toBe('not_allowed');
		expect(founding(each('member', (fact) => [{ ...fact, start: true } as Fact]))).toBe('not_allowed');
		expect(founding((facts) => [...facts, lab.member(lab.somebody(), ['administrator'], false)])).toBe('not_allowed');
		expect(founding((facts) => [...facts, { fact: 'left', member: volunteer.id }])).toBe('not_allowed');
	});

	it('starts with the first epoch of every vault, for the kit and for whom the roles allow it', () => {
		expect(founding(each('epoch', () => []))).toBe('not_allowed');
		expect(founding(each('epoch', (fact) => [{ ...fact, epoch: 2 } as Fact]))).toBe('not_allowed');
		expect(founding(each('epoch', (fact) => [fact, fact]))).toBe('not_allowed');
		expect(founding(each('grant', () => []))).toBe('not_allowed');
		const keptBack: Change = (facts) => facts.filter((fact) => !(fact.fact === 'grant' && fact.to === 'recovery'));
		expect(founding(keptBack)).toBe('not_allowed');
		// An administrator who lets themselves into the case files before anybody looks.
		const letIn: Change = (facts) => {
			const founder = facts.find((fact) => fact.fact === 'member');
			if (founder?.fact !== 'member') throw new Error('no founder');
			const site = lab.next() as SiteId;
			return [...facts, grantKey(site, founder.member, founder.sealPublic, 'counselling', 1, lab.random.bytes(KEY_BYTES))];
		};
		expect(founding(letIn)).toBe('not_allowed');
		expect(founding(letIn, ['administrator', 'counsellor'])).toBe('believed');
	});
});

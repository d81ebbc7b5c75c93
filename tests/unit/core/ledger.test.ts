import { beforeAll, describe, expect, it } from 'vitest';
import { cryptoReady, KEY_BYTES, signingKeysFrom } from '#main/vaults/crypto.ts';
import { encodeCbor, writeEnvelope } from '#main/vaults/envelope.ts';
import { deviceFact, extended, type Founded, foundSite, keyOf, newMemberFacts } from '#main/vaults/found-site.ts';
import { grantKey, openGrants, readableVaults } from '#main/vaults/grants.ts';
import { extendLedger, type LedgerState, readLedger, writeEntry } from '#main/vaults/ledger.ts';
import { type Fact, type Grantee, RECOVERY } from '#main/vaults/ledger-facts.ts';
import { type MemberKeys, memberKeysFrom } from '#main/vaults/member-keys.ts';
import { FLOOR_COST } from '#main/vaults/passphrase-key.ts';
import { findMember } from '#main/vaults/sign-in.ts';
import type { DeviceId, MemberId } from '#shared/kernel/ids.ts';
import { fakeClock } from '#tests/support/fake-clock.ts';
import { fakeIds } from '#tests/support/fake-ids.ts';
import { seededRandom } from '#tests/support/seeded-random.ts';

const random = seededRandom(6);
const deps = { clock: fakeClock(), ids: fakeIds(6), random, cost: FLOOR_COST };
const PASSPHRASE = 'rote Lampe am Kanal 7';
let founded: Founded;
let volunteer: { member: MemberId; keys: MemberKeys; facts: Fact[] };
/** With the volunteer in it. */
let ledger: LedgerState;

beforeAll(async () => {
	await cryptoReady;
	founded = await foundSite(
		{ name: 'Erika', signInName: 'erika', passphrase: PASSPHRASE, roles: ['counsellor', 'administrator'] },
		'PC',
		deps,
	);
	const { site, tagKey, epochs } = founded.ledger;
	const newcomer = { name: 'Vera', signInName: 'vera', passphrase: PASSPHRASE, roles: ['volunteer'] } as const;
	volunteer = await newMemberFacts(site, tagKey, newcomer, founded.epochKeys, epochs, deps);
	ledger = extended(founded.ledger, entryBy('admin', volunteer.facts, founded.ledger));
}, 60_000);

function entryBy(who: 'admin' | 'volunteer' | 'kit', facts: Fact[], after: LedgerState = ledger) {
	const signers: Record<typeof who, () => { id: Grantee; secretKey: Uint8Array }> = {
		admin: () => ({ id: founded.member, secretKey: founded.memberKeys.signing.secretKey }),
		volunteer: () => ({ id: volunteer.member, secretKey: volunteer.keys.signing.secretKey }),
		kit: () => ({ id: RECOVERY, secretKey: memberKeysFrom(founded.kitSecret.slice()).signing.secretKey }),
	};
	return writeEntry(after, signers[who](), 1, facts);
}
const verdict = (bytes: Uint8Array, after: LedgerState | null = ledger) => {
	const next = extendLedger(after, bytes);
	return next.ok ? 'believed' : next.error;
};
const says = (who: Parameters<typeof entryBy>[0], ...facts: Fact[]) => verdict(entryBy(who, facts).bytes);
const grantOf = (vault: 'office' | 'counselling', epoch = 1): Fact =>
	grantKey(ledger.site, volunteer.member, volunteer.keys.sealing.publicKey, vault, epoch, random.bytes(KEY_BYTES));
const memberFact = (): Fact & { fact: 'member' } =>
	volunteer.facts.find((fact) => fact.fact === 'member') as Fact & { fact: 'member' };

describe('the ledger', () => {
	it('gives each member the keys of their roles’ vaults, the kit all of them, and nobody else any', () => {
		const theirs = openGrants(ledger, volunteer.member, volunteer.keys.sealing);
		expect(readableVaults(ledger, volunteer.member, theirs)).toEqual(['office', 'workshop']);
		expect(theirs.get('office:1')).toEqual(founded.epochKeys.get('office:1'));
		expect(openGrants(ledger, volunteer.member, founded.memberKeys.sealing).size).toBe(0);
		expect(openGrants(ledger, founded.member, volunteer.keys.sealing).size).toBe(0);
		expect(openGrants(ledger, RECOVERY, memberKeysFrom(founded.kitSecret.slice()).sealing).size).toBe(3);
		expect(findMember(ledger, ' VERA ')?.member).toBe(volunteer.member);
		expect(findMember(ledger, 'nobody')).toBeUndefined();
	});

	it('lets administrators and the kit manage members and epochs, and nobody else', () => {
		const promoted = { ...memberFact(), roles: ['counsellor' as const] };
		expect(says('volunteer', promoted)).toBe('not_allowed');
		expect(says('admin', promoted)).toBe('believed');
		expect(says('kit', promoted)).toBe('believed');
		expect(says('volunteer', { fact: 'epoch', vault: 'office', epoch: 2 })).toBe('not_allowed');
		expect(says('admin', { fact: 'epoch', vault: 'office', epoch: 2 })).toBe('believed');
		expect(says('admin', { fact: 'epoch', vault: 'office', epoch: 3 })).toBe('not_allowed');
		const kit = { fact: 'recovery', signPublic: random.bytes(32), sealPublic: random.bytes(32) } as const;
		expect([says('volunteer', kit), says('admin', kit)]).toEqual(['not_allowed', 'believed']);
		expect(says('admin', { fact: 'site', tagKey: random.bytes(32) })).toBe('not_allowed');
	});

	it('refuses a counselling key for a volunteer, and one handed out by somebody who cannot have it', () => {
		expect(says('admin', grantOf('counselling'))).toBe('not_allowed');
		expect(says('admin', grantOf('office'))).toBe('believed');
		const toAdmin = grantKey(
			ledger.site,
			founded.member,
			founded.memberKeys.sealing.publicKey,
			'counselling',
			1,
			random.bytes(32),
		);
		expect(says('volunteer', toAdmin)).toBe('not_allowed');
	});

	it('lets members change their own passphrase only', () => {
		expect(says('volunteer', { fact: 'passphrase', member: volunteer.member, wrapped: new Uint8Array([1]) })).toBe('believed');
		expect(says('volunteer', { fact: 'passphrase', member: founded.member, wrapped: new Uint8Array([1]) })).toBe('not_allowed');
		expect(says('admin', { fact: 'passphrase', member: volunteer.member, wrapped: new Uint8Array([1]) })).toBe('not_allowed');
	});

	it('never lets a device’s key be exchanged', () => {
		const fact = (id: DeviceId) =>
			deviceFact(id, signingKeysFrom(random.bytes(32)), 'PC', keyOf(founded.epochKeys, 'office', 1), random);
		expect(says('volunteer', fact(deps.ids.next() as DeviceId))).toBe('believed');
		expect(says('admin', fact(founded.device))).toBe('not_allowed');
	});

	it('refuses what is out of order, from another site, forged, foreign, newer, or more than a ledger entry', () => {
		const fact: Fact = { fact: 'passphrase', member: volunteer.member, wrapped: new Uint8Array() };
		const good = entryBy('volunteer', [fact]);
		expect(verdict(good.bytes)).toBe('believed');
		expect(verdict(good.bytes, founded.ledger)).toBe('out_of_order');
		expect(verdict(good.bytes, null)).toBe('out_of_order');
		const elsewhere = { ...ledger, site: deps.ids.next() as typeof ledger.site };
		expect(verdict(entryBy('volunteer', [fact], elsewhere).bytes)).toBe('wrong_site');
		const forged = writeEntry(ledger, { id: volunteer.member, secretKey: signingKeysFrom(random.bytes(32)).secretKey }, 1, [
			fact,
		]);
		expect(verdict(forged.bytes)).toBe('bad_signature');
		const stranger = writeEntry(ledger, { id: deps.ids.next() as MemberId, secretKey: volunteer.keys.signing.secretKey }, 1, [
			fact,
		]);
		expect(verdict(stranger.bytes)).toBe('bad_signature');
		const write = (header: Record<string, unknown>, body = new Uint8Array()) =>
			writeEnvelope(header, () => body, volunteer.keys.signing.secretKey).bytes;
		expect(verdict(write({ ...good.header, v: 2 }))).toBe('newer');
		expect(verdict(write({ ...good.header, more: 1 }))).toBe('malformed');
		expect(verdict(write({ ...good.header }, new Uint8Array(1)))).toBe('malformed');
		expect(verdict(encodeCbor(good.header))).toBe('malformed');
	});

	it('stands only whole and in order', () => {
		const second = entryBy('admin', volunteer.facts, founded.ledger);
		const chain = [founded.entry.bytes, second.bytes];
		expect(readLedger(chain)).toMatchObject({ ok: true, value: { seq: 2 } });
		expect(readLedger(chain.toReversed())).toEqual({ ok: false, error: { at: 0, refusal: 'out_of_order' } });
		expect(readLedger([])).toMatchObject({ ok: false });
		expect(readLedger([founded.entry.bytes, founded.entry.bytes])).toEqual({
			ok: false,
			error: { at: 1, refusal: 'out_of_order' },
		});
	});
});

import { expect, it } from 'vitest';
import { openEvent, sealEvent } from '#main/features/access-log/sealed-event.ts';
import { cryptoReady, sealingKeysFrom } from '#main/vaults/crypto.ts';
import type { LedgerState, MemberState } from '#main/vaults/ledger-state.ts';
import { AccessKind } from '#shared/features/access-log/model.ts';
import type { Role } from '#shared/features/members/model.ts';
import { fakeIds } from '#tests/support/fake-ids.ts';
import { seededRandom } from '#tests/support/seeded-random.ts';

await cryptoReady;
const random = seededRandom(1);
const ids = fakeIds(1);

const someone = (roles: Role[], left: number | null = null) => {
	const keys = sealingKeysFrom(random.bytes(32));
	return { id: ids.next(), keys, state: { roles, left, sealPublic: keys.publicKey } };
};
const ledgerOf = (...people: ReturnType<typeof someone>[]) =>
	({
		members: new Map(people.map(({ id, state }) => [id, { ...state, member: id } as unknown as MemberState])),
	}) as unknown as LedgerState;

const administrator = someone(['administrator']);
const second = someone(['administrator', 'counsellor']);
const former = someone(['administrator'], 1);
const counsellor = someone(['counsellor']);
const ledger = ledgerOf(administrator, second, former, counsellor);
const content = { kind: 'case_read', member: counsellor.id, count: null, at: 1_773_043_200_000 } as const;

it('opens for everybody who administers, and for nobody else', () => {
	const sealed = sealEvent(ledger, content);
	for (const { id, keys } of [administrator, second]) expect(openEvent(sealed, id, keys)).toEqual(content);
	for (const { id, keys } of [former, counsellor]) {
		expect(openEvent(sealed, id, keys)).toBeNull();
		expect(openEvent(sealed, administrator.id, keys)).toBeNull();
	}
	expect(Object.keys(JSON.parse(sealed))).toEqual([administrator.id, second.id]);
	expect(sealed).not.toContain(counsellor.id);
});

it('has the same length whatever it says', () => {
	const lengths = AccessKind.options.flatMap((kind) =>
		[null, counsellor.id].flatMap((member) =>
			[null, 1, 1_000_000].map((count) => sealEvent(ledger, { ...content, kind, member, count }).length),
		),
	);
	expect(new Set(lengths).size).toBe(1);
});

it('says nothing when it was changed, is of another kind than this version knows, or is no event at all', () => {
	const sealed = sealEvent(ledger, content);
	const open = (text: string) => openEvent(text, administrator.id, administrator.keys);
	for (const bad of ['', '[]', '{}', 'null', sealed.slice(1), sealed.replace(/":"./, '":"_'), `{"${administrator.id}":"AAAA"}`])
		expect(open(bad)).toBeNull();
	expect(open(sealEvent(ledger, { ...content, kind: 'from_the_future' as 'turn' }))).toBeNull();
});

import { beforeAll, describe, expect, it } from 'vitest';
import { deriveKey, encrypt, joinBytes, KEY_BYTES, openSealed, sealTo } from '#main/vaults/crypto.ts';
import { encodeCbor } from '#main/vaults/envelope.ts';
import {
	type EpochKeys,
	grantKey,
	grantsTo,
	keyOf,
	memberList,
	openGrants,
	openProfile,
	readableVaults,
	sealProfile,
} from '#main/vaults/grants.ts';
import type { GrantFact } from '#main/vaults/ledger-facts.ts';
import { epochCheck, epochName, type LedgerState } from '#main/vaults/ledger-state.ts';
import { VAULTS, type Vault } from '#shared/features/members/model.ts';
import type { SiteId } from '#shared/kernel/ids.ts';
import { type Cast, ledgerCast } from '#tests/support/ledger-cast.ts';
import { type Holder, opened, stateAfter } from '#tests/support/ledger-lab.ts';

let cast: Cast;
/** Several epochs of each vault, and everybody read by somebody else too. */
let state: LedgerState;
let keys: EpochKeys;
beforeAll(async () => {
	cast = await ledgerCast(41);
	state = stateAfter(cast.state, cast.who('both'), ...VAULTS.flatMap((vault) => cast.lab.epoch(cast.state, vault)));
	keys = opened(state, cast.who('both'));
});

const current = (vault: Vault): number => state.epochs.get(vault) ?? 0;
/** What these keys open when this is all the ledger has granted. */
const opens = (to: Holder, ...grants: GrantFact[]) => [...openGrants({ ...state, grants }, to.id, to.keys.sealing).keys()];
const honest = (to: Holder, vault: Vault = 'office', epoch = current(vault)): GrantFact =>
	grantKey(state.site, to.id, to.keys.sealing.publicKey, vault, epoch, keyOf(keys, vault, epoch));

describe('a grant', () => {
	it('opens at its own place', () => {
		for (const vault of VAULTS) {
			for (const signer of ['both', 'counsellor', 'kit'] as const)
				expect(opens(cast.who(signer), honest(cast.who(signer), vault))).toEqual([epochName(vault, current(vault))]);
		}
	});

	it('opens nowhere else: for another member, other keys, another vault, epoch or site', () => {
		const counsellor = cast.who('counsellor');
		const other = cast.who('both');
		const good = honest(counsellor);
		expect(opens(other, good)).toEqual([]);
		expect(opens(other, { ...good, to: other.id }), 'replayed for somebody else').toEqual([]);
		expect(opens({ ...counsellor, keys: other.keys }, good)).toEqual([]);
		expect(opens(counsellor, { ...good, vault: 'workshop' })).toEqual([]);
		expect(opens(counsellor, { ...good, epoch: good.epoch - 1 })).toEqual([]);
		const elsewhere = { ...state, site: cast.lab.next() as SiteId, grants: [good] };
		expect(openGrants(elsewhere, counsellor.id, counsellor.keys.sealing).size).toBe(0);
	});

	/** Sealed to the right keys by somebody who takes one part of the place from somewhere else. */
	it('is believed about no part of its place', () => {
		const counsellor = cast.who('counsellor');
		const [epoch, { publicKey }] = [current('office'), counsellor.keys.sealing];
		const key = keyOf(keys, 'office', epoch);
		const resealed = (place: Uint8Array): GrantFact => ({
			...honest(counsellor),
			sealed: sealTo(publicKey, joinBytes(key, place)),
		});
		const inside = (grant: GrantFact, to: Holder): Uint8Array => {
			const plain = openSealed(to.keys.sealing, grant.sealed);
			return (plain ?? new Uint8Array()).subarray(KEY_BYTES);
		};
		const { site } = state;
		const strange = cast.lab.somebody();
		const places = {
			member: inside(grantKey(site, strange.id, publicKey, 'office', epoch, key), counsellor),
			keys: inside(grantKey(site, counsellor.id, strange.keys.sealing.publicKey, 'office', epoch, key), strange),
			vault: inside(grantKey(site, counsellor.id, publicKey, 'workshop', epoch, key), counsellor),
			epoch: inside(grantKey(site, counsellor.id, publicKey, 'office', epoch + 1, key), counsellor),
			site: inside(grantKey(cast.lab.next() as SiteId, counsellor.id, publicKey, 'office', epoch, key), counsellor),
		};
		expect(opens(counsellor, resealed(inside(honest(counsellor), counsellor)))).toEqual([epochName('office', epoch)]);
		for (const [what, place] of Object.entries(places)) expect(opens(counsellor, resealed(place)), what).toEqual([]);
		expect(opens(counsellor, resealed(new Uint8Array()))).toEqual([]);
		expect(opens(counsellor, { ...honest(counsellor), sealed: sealTo(publicKey, key.subarray(0, 5)) })).toEqual([]);
		expect(opens(counsellor, { ...honest(counsellor), sealed: new Uint8Array() })).toEqual([]);
	});

	it('of a wrong key is passed over, and a right one after it counts', () => {
		const counsellor = cast.who('counsellor');
		const [epoch, { publicKey }] = [current('counselling'), counsellor.keys.sealing];
		const wrong = grantKey(state.site, counsellor.id, publicKey, 'counselling', epoch, cast.lab.random.bytes(KEY_BYTES));
		const older = keyOf(keys, 'counselling', epoch - 1);
		expect(opens(counsellor, wrong)).toEqual([]);
		expect(opens(counsellor, grantKey(state.site, counsellor.id, publicKey, 'counselling', epoch, older))).toEqual([]);
		const right = honest(counsellor, 'counselling');
		expect(opens(counsellor, wrong, right, wrong)).toEqual([epochName('counselling', epoch)]);
		const found = openGrants({ ...state, grants: [wrong, right] }, counsellor.id, counsellor.keys.sealing);
		expect([...found.values()]).toEqual([keyOf(keys, 'counselling', epoch)]);
	});

	it('opens nothing of an epoch that the ledger does not know, or for somebody it does not entitle', () => {
		const both = cast.who('both');
		const key = cast.lab.random.bytes(KEY_BYTES);
		expect(opens(both, grantKey(state.site, both.id, both.keys.sealing.publicKey, 'office', 99, key))).toEqual([]);
		for (const signer of ['volunteer', 'administrator', 'removed', 'stranger'] as const)
			expect(opens(cast.who(signer), honest(cast.who(signer), 'counselling')), signer).toEqual([]);
		expect(opens(cast.who('removed'), honest(cast.who('removed')))).toEqual([]);
	});

	it('is made of every epoch whose key is at hand, and of no other', () => {
		const { waiting } = cast;
		const some: EpochKeys = new Map([...keys].filter(([name]) => name !== 'counselling:2'));
		const names = (facts: GrantFact[]) => facts.map(({ vault, epoch }) => epochName(vault, epoch));
		const all = Array.from({ length: current('counselling') }, (_, at) => epochName('counselling', at + 1));
		expect(names(grantsTo(state, waiting.id, waiting.keys.sealing.publicKey, ['counselling'], keys))).toEqual(all);
		expect(names(grantsTo(state, waiting.id, waiting.keys.sealing.publicKey, ['counselling'], some))).toEqual(
			all.filter((name) => name !== 'counselling:2'),
		);
		expect(grantsTo(state, waiting.id, waiting.keys.sealing.publicKey, [], keys)).toEqual([]);
	});

	it('leaves keys that are open already as they are', () => {
		const both = cast.who('both');
		const known: EpochKeys = new Map(keys);
		openGrants(state, both.id, both.keys.sealing, known);
		for (const [name, key] of keys) expect(known.get(name)).toBe(key);
	});
});

describe('the check of an epoch', () => {
	it('tells one key, vault, epoch and site from all others, and nothing of the key', () => {
		const key = cast.lab.random.bytes(KEY_BYTES);
		const check = epochCheck(state.site, 'office', 3, key);
		const others = [
			epochCheck(cast.lab.next() as SiteId, 'office', 3, key),
			epochCheck(state.site, 'workshop', 3, key),
			epochCheck(state.site, 'office', 4, key),
			epochCheck(state.site, 'office', 3, cast.lab.random.bytes(KEY_BYTES)),
		];
		expect(epochCheck(state.site, 'office', 3, key)).toEqual(check);
		for (const other of others) expect(other).not.toEqual(check);
		expect(Buffer.from(check).includes(Buffer.from(key.subarray(0, 4)))).toBe(false);
	});
});

describe('what can be read', () => {
	it('follows roles and keys', () => {
		const vaults = (signer: Parameters<Cast['id']>[0]) => readableVaults(state, cast.id(signer), opened(state, cast.who(signer)));
		expect(vaults('both')).toEqual([...VAULTS]);
		expect(vaults('volunteer')).toEqual(['office', 'workshop']);
		expect(vaults('removed')).toEqual([]);
		expect(readableVaults(state, cast.waiting.id, opened(state, cast.waiting))).toEqual(['office', 'workshop']);
		expect(readableVaults(state, cast.id('volunteer'), keys), 'with keys they should not have').toEqual(['office', 'workshop']);
		for (const nobody of [cast.id('removed'), cast.id('stranger')]) expect(readableVaults(state, nobody, keys)).toEqual([]);
	});
});

describe('a sealed name', () => {
	const office = () => keyOf(keys, 'office', current('office'));

	it('belongs to one member or device, and to who reads the office', () => {
		const id = cast.lab.next();
		const sealed = sealProfile(office(), id, { name: 'Tresen' }, cast.lab.random);
		expect(openProfile(keys, id, sealed)).toEqual({ name: 'Tresen' });
		expect(openProfile(keys, cast.lab.next(), sealed)).toBeNull();
		const without = new Map([...keys].filter(([name]) => !name.startsWith('office')));
		expect(openProfile(without, id, sealed)).toBeNull();
	});

	it('that is none of ours is no name, and nobody’s list breaks', () => {
		const id = cast.id('volunteer');
		const key = deriveKey(office(), 'kontorPf');
		const seal = (inside: Uint8Array) => encrypt(key, encodeCbor(['profile', id]), inside, cast.lab.random);
		const insides = [
			[0xff, 0xff],
			[],
			...[5, null, 'Tresen', ['a'], { name: 7 }, { name: { toString: 1 } }].map((it) => [...encodeCbor(it)]),
		];
		for (const inside of insides) {
			const profile = seal(Uint8Array.from(inside));
			expect(openProfile(keys, id, profile)).toBeNull();
			const member = state.members.get(id);
			if (!member) throw new Error('no volunteer');
			const spoilt = { ...state, members: new Map([...state.members, [id, { ...member, profile }]]) };
			expect(memberList(spoilt, keys).find((other) => other.id === id)).toMatchObject({ name: '', signInName: '' });
		}
		expect(openProfile(keys, id, new Uint8Array(3))).toBeNull();
	});
});

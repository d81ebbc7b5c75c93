import { beforeAll, describe, expect, it } from 'vitest';
import { KEY_BYTES } from '#main/vaults/crypto.ts';
import { grantKey } from '#main/vaults/grants.ts';
import type { Fact } from '#main/vaults/ledger-facts.ts';
import { reads } from '#main/vaults/ledger-state.ts';
import { VAULTS, type Vault } from '#shared/features/members/model.ts';
import type { DeviceId, MemberId } from '#shared/kernel/ids.ts';
import { type Cast, ledgerCast, ownKeys } from '#tests/support/ledger-cast.ts';
import { given, type Holder, ledgerLab, says, stateAfter } from '#tests/support/ledger-lab.ts';

let cast: Cast;
beforeAll(async () => {
	cast = await ledgerCast(21);
});

type FactOf<Kind> = Extract<Fact, { fact: Kind }>;
const left = (member: MemberId): Fact => ({ fact: 'left', member });
const roles = (member: MemberId, ...given: FactOf<'roles'>['roles']): Fact => ({ fact: 'roles', member, roles: given });
const withdrawn = (device: DeviceId, ...heads: FactOf<'device_removed'>['heads']): Fact => {
	return { fact: 'device_removed', device, heads };
};
/** The rules cannot look inside: any key will do. */
const grant = (vault: Vault, to: Holder, epoch = cast.state.epochs.get(vault) ?? 0): Fact =>
	grantKey(cast.state.site, to.id, to.keys.sealing.publicKey, vault, epoch, cast.lab.random.bytes(KEY_BYTES));
const bytes = (length = 32) => cast.lab.random.bytes(length);

describe('the rules of the ledger', () => {
	it('keep one administrator, whatever is said in one entry', async () => {
		const lab = await ledgerLab(22);
		const { state, founder, kit } = lab.found(['administrator', 'counsellor']);
		const volunteer = lab.somebody();
		const other = lab.member(volunteer, ['volunteer'], true);
		expect(says(state, founder, left(founder.id))).toBe('not_allowed');
		expect(says(state, kit, left(founder.id))).toBe('not_allowed');
		expect(says(state, founder, roles(founder.id, 'counsellor'))).toBe('not_allowed');
		expect(says(state, founder, other, roles(founder.id, 'counsellor'))).toBe('not_allowed');
		expect(says(state, founder, roles(founder.id, 'counsellor'), left(founder.id))).toBe('not_allowed');
		expect(says(state, founder, lab.member(founder, ['counsellor'], true))).toBe('not_allowed');
		expect(says(state, founder, other, roles(volunteer.id, 'administrator'), left(founder.id))).toBe('believed');
		const two = stateAfter(state, kit, lab.member(volunteer, ['administrator'], false));
		expect(says(two, volunteer, left(founder.id))).toBe('believed');
		expect(says(two, founder, left(founder.id), left(volunteer.id))).toBe('not_allowed');
		expect(says(two, founder, left(founder.id), roles(volunteer.id, 'volunteer'))).toBe('not_allowed');
	});

	it('replace start keys by wholly other ones, once, and never by ones that nobody can use', () => {
		const newcomer = cast.who('new volunteer');
		const next = cast.lab.somebody();
		const swap = (keys: Holder['keys']) => ownKeys(cast.state, newcomer, { ...next, keys }).slice(0, 1);
		const { signing, sealing } = newcomer.keys;
		expect(says(cast.state, newcomer, ...swap(next.keys))).toBe('believed');
		expect(says(cast.state, newcomer, ...swap({ ...next.keys, sealing }))).toBe('not_allowed');
		expect(says(cast.state, newcomer, ...swap({ ...next.keys, signing }))).toBe('not_allowed');
		expect(says(cast.state, newcomer, ...swap(next.keys), ...swap(cast.lab.somebody().keys))).toBe('not_allowed');
		const useless = { ...next.keys, sealing: { ...sealing, publicKey: new Uint8Array(32) } };
		const [own] = ownKeys(cast.state, newcomer, next);
		if (own?.fact !== 'own_keys') throw new Error('no own keys');
		expect(says(cast.state, newcomer, { ...own, sealPublic: new Uint8Array(32) })).toBe('not_allowed');
		expect(says(cast.state, cast.who('both'), cast.lab.member({ ...next, keys: useless }, ['volunteer'], true))).toBe(
			'not_allowed',
		);
		const kit: Fact = { fact: 'recovery', signPublic: next.keys.signing.publicKey, sealPublic: new Uint8Array(32) };
		expect(says(cast.state, cast.who('both'), kit)).toBe('not_allowed');
	});

	it('let no two people who are there have one sign-in name', () => {
		const admin = cast.who('both');
		const taken = cast.state.members.get(cast.id('volunteer'))?.tag ?? new Uint8Array();
		const member = (tag: Uint8Array) => cast.lab.member(cast.lab.somebody(), ['volunteer'], true, { tag });
		const rename = (who: 'counsellor' | 'volunteer'): Fact => ({
			fact: 'renamed',
			member: cast.id(who),
			tag: taken,
			profile: bytes(),
		});
		expect(says(cast.state, admin, member(taken))).toBe('not_allowed');
		expect(says(cast.state, admin, rename('counsellor'))).toBe('not_allowed');
		expect(says(cast.state, admin, rename('volunteer'))).toBe('believed');
		const tag = bytes();
		expect(says(cast.state, admin, member(tag), member(tag))).toBe('not_allowed');
		expect(says(cast.state, admin, left(cast.id('volunteer')), member(taken), rename('volunteer'))).toBe('not_allowed');
		expect(says(cast.state, admin, left(cast.id('volunteer')), member(taken))).toBe('believed');
	});

	it('take a right away at once: nothing of the same entry gives it back under old keys', () => {
		const [both, counsellor] = [cast.who('both'), cast.who('counsellor')];
		const state = stateAfter(cast.state, both, left(cast.id('counsellor')));
		expect(VAULTS.filter((vault) => reads(state, counsellor.id, vault))).toEqual([]);
		expect(says(cast.state, both, left(cast.id('counsellor')), grant('counselling', counsellor))).toBe('not_allowed');
		const reset = cast.lab.member({ ...cast.lab.somebody(), id: counsellor.id }, ['counsellor'], true);
		expect(reads(stateAfter(cast.state, both, reset), counsellor.id, 'counselling')).toBe(false);
		// Start keys made in this entry may be given the key; ones that were made before, by whomever, may not.
		const made = cast.lab.somebody();
		const facts = [cast.lab.member(made, ['counsellor'], true), ...given(cast.state, both, made, VAULTS)];
		expect(reads(stateAfter(cast.state, both, ...facts), made.id, 'counselling')).toBe(true);
		const volunteer = cast.who('new volunteer');
		expect(says(cast.state, both, roles(cast.id('new volunteer'), 'counsellor'), grant('counselling', volunteer))).toBe(
			'not_allowed',
		);
	});

	it('have a device removed once, and its number taken once', () => {
		const admin = cast.who('administrator');
		const gone = stateAfter(cast.state, admin, withdrawn(cast.devices.approved));
		const device = cast.devices.approved;
		expect(says(gone, admin, withdrawn(device))).toBe('not_allowed');
		expect(says(gone, admin, { fact: 'device_approved', device })).toBe('not_allowed');
		expect(says(gone, admin, { fact: 'device_renamed', device, profile: bytes() })).toBe('not_allowed');
		expect(says(gone, admin, cast.lab.device(device))).toBe('not_allowed');
		const letIn = stateAfter(cast.state, admin, { fact: 'device_approved', device: cast.devices.volunteers });
		expect(says(letIn, cast.who('volunteer'), withdrawn(cast.devices.volunteers)), 'once it counts').toBe('not_allowed');
		const fresh = cast.lab.device();
		expect(says(gone, admin, fresh, fresh)).toBe('not_allowed');
		expect(gone.devices.get(device)?.removed).not.toBeNull();
		expect([...gone.stale].sort(), 'what a device that counted may have kept').toEqual([...VAULTS].sort());
		expect(stateAfter(cast.state, admin, withdrawn(cast.devices.volunteers)).stale.size, 'one that never did').toBe(0);
	});
});

import { beforeAll, describe, expect, it } from 'vitest';
import { KEY_BYTES } from '#main/vaults/crypto.ts';
import { grantKey } from '#main/vaults/grants.ts';
import { Fact } from '#main/vaults/ledger-facts.ts';
import type { Vault } from '#shared/features/members/model.ts';
import type { DeviceId, MemberId } from '#shared/kernel/ids.ts';
import { type Cast, ledgerCast, ownKeys, SIGNERS, type Signer } from '#tests/support/ledger-cast.ts';
import { type Holder, says } from '#tests/support/ledger-lab.ts';

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

/** Ids of members only: the kit has none and speaks of somebody. */
const selfOf = (signer: Signer): MemberId => (signer === 'kit' || signer === 'old kit' ? cast.id('volunteer') : cast.id(signer));

const ADMINISTRATORS: Signer[] = ['administrator', 'both', 'kit'];
const OWN_KEYS: Signer[] = ['administrator', 'both', 'counsellor', 'volunteer'];
const START_KEYS: Signer[] = ['new administrator', 'new both', 'new counsellor', 'new volunteer'];

interface Row {
	readonly what: string;
	readonly fact: Fact['fact'];
	readonly from?: readonly Signer[];
	/** In a ledger where somebody has just lost the right to read everything. */
	readonly stale?: true;
	facts(signer: Signer): Fact[];
}

const someone = () => cast.lab.somebody();
const ROWS: Row[] = [
	{ what: 'another site', fact: 'site', facts: () => [{ fact: 'site', tagKey: bytes() }] },
	{
		what: 'a member with start keys',
		fact: 'member',
		from: ADMINISTRATORS,
		facts: () => [cast.lab.member(someone(), ['volunteer'], true)],
	},
	{
		what: 'a member with keys that are called their own',
		fact: 'member',
		from: ['kit'],
		facts: () => [cast.lab.member(someone(), ['volunteer'], false)],
	},
	{
		what: 'new start keys for a member',
		fact: 'member',
		from: ADMINISTRATORS,
		facts: () => [cast.lab.member({ ...someone(), id: cast.id('volunteer') }, ['volunteer'], true)],
	},
	{
		what: 'themselves, with more roles',
		fact: 'member',
		from: ['kit'],
		facts: (by) => [cast.lab.member({ ...cast.who(by), id: selfOf(by) }, ['administrator'], false)],
	},
	{
		what: 'a removed member back',
		fact: 'member',
		facts: () => [cast.lab.member({ ...someone(), id: cast.id('removed') }, ['volunteer'], true)],
	},
	{ what: 'roles', fact: 'roles', from: ADMINISTRATORS, facts: () => [roles(cast.id('volunteer'), 'counsellor')] },
	{ what: 'roles of their own', fact: 'roles', from: ADMINISTRATORS, facts: (by) => [roles(selfOf(by), 'administrator')] },
	{ what: 'roles of somebody removed', fact: 'roles', facts: () => [roles(cast.id('removed'), 'volunteer')] },
	{ what: 'that somebody left', fact: 'left', from: ADMINISTRATORS, facts: () => [left(cast.id('new counsellor'))] },
	{ what: 'that somebody left again', fact: 'left', facts: () => [left(cast.id('removed'))] },
	{
		what: 'another name',
		fact: 'renamed',
		from: ADMINISTRATORS,
		facts: () => [{ fact: 'renamed', member: cast.id('volunteer'), tag: bytes(), profile: bytes() }],
	},
	{
		what: 'keys of their own',
		fact: 'own_keys',
		from: START_KEYS,
		facts: (by) => ownKeys(cast.state, { ...cast.who(by), id: selfOf(by) }, someone()).slice(0, 1),
	},
	{
		what: 'keys of their own and all they read under them',
		fact: 'own_keys',
		from: START_KEYS,
		facts: (by) => ownKeys(cast.state, { ...cast.who(by), id: selfOf(by) }, someone()),
	},
	{
		what: 'keys for somebody else with start keys',
		fact: 'own_keys',
		facts: (by) => {
			const other = by === 'new volunteer' ? 'new counsellor' : 'new volunteer';
			return ownKeys(cast.state, cast.who(other), someone()).slice(0, 1);
		},
	},
	{
		what: 'a passphrase of their own',
		fact: 'passphrase',
		from: OWN_KEYS,
		facts: (by) => [{ fact: 'passphrase', member: selfOf(by), wrapped: bytes() }],
	},
	{
		what: 'a passphrase of somebody else',
		fact: 'passphrase',
		facts: () => [{ fact: 'passphrase', member: cast.waiting.id, wrapped: bytes() }],
	},
	{
		what: 'a new kit',
		fact: 'recovery',
		from: ADMINISTRATORS,
		facts: () => {
			const { signing, sealing } = someone().keys;
			return [{ fact: 'recovery', signPublic: signing.publicKey, sealPublic: sealing.publicKey }];
		},
	},
	{ what: 'a new key', fact: 'epoch', from: ADMINISTRATORS, facts: () => cast.lab.epoch(cast.state, 'office') },
	{
		what: 'a new key that somebody must not have any more',
		fact: 'epoch',
		stale: true,
		from: ADMINISTRATORS,
		facts: () => cast.lab.epoch(cast.stale, 'office'),
	},
	{
		what: 'a new key of the case files',
		fact: 'epoch',
		from: ['both', 'kit'],
		facts: () => cast.lab.epoch(cast.state, 'counselling'),
	},
	{
		what: 'a new key of the case files that somebody must not read any more',
		fact: 'epoch',
		stale: true,
		from: ['both', 'counsellor', 'kit'],
		facts: () => cast.lab.epoch(cast.stale, 'counselling'),
	},
	{
		what: 'a key for somebody',
		fact: 'grant',
		from: [...OWN_KEYS, 'kit'],
		facts: (by) => [grant('office', by === 'volunteer' ? cast.who('counsellor') : cast.who('volunteer'))],
	},
	{
		what: 'a key for start keys',
		fact: 'grant',
		from: ADMINISTRATORS,
		facts: () => [grant('office', cast.who('new volunteer'))],
	},
	{
		what: 'the key of the case files for a counsellor who waits for it',
		fact: 'grant',
		from: ['both', 'counsellor', 'kit'],
		facts: () => [grant('counselling', cast.waiting)],
	},
	{ what: 'the same for start keys', fact: 'grant', facts: () => [grant('counselling', cast.who('new counsellor'))] },
	{ what: 'the same for a volunteer', fact: 'grant', facts: () => [grant('counselling', cast.who('volunteer'))] },
	{ what: 'the same for an administrator', fact: 'grant', facts: () => [grant('counselling', cast.who('administrator'))] },
	{ what: 'a key for somebody removed', fact: 'grant', facts: () => [grant('office', cast.who('removed'))] },
	{ what: 'a key of an epoch to come', fact: 'grant', facts: () => [grant('office', cast.who('volunteer'), 99)] },
	{ what: 'a device', fact: 'device', from: [...ADMINISTRATORS, ...OWN_KEYS, ...START_KEYS], facts: () => [cast.lab.device()] },
	{ what: 'another key for a device', fact: 'device', facts: () => [cast.lab.device(cast.devices.approved)] },
	{
		what: 'that a device is let in',
		fact: 'device_approved',
		from: ADMINISTRATORS,
		facts: () => [{ fact: 'device_approved', device: cast.devices.volunteers }],
	},
	{
		what: 'that a device is let in again',
		fact: 'device_approved',
		facts: () => [{ fact: 'device_approved', device: cast.devices.approved }],
	},
	{
		what: 'a device’s name',
		fact: 'device_renamed',
		from: ADMINISTRATORS,
		facts: () => [{ fact: 'device_renamed', device: cast.devices.volunteers, profile: bytes() }],
	},
	{
		what: 'that a device is removed',
		fact: 'device_removed',
		from: ADMINISTRATORS,
		facts: () => [withdrawn(cast.devices.approved, ['office', 3, bytes(16)])],
	},
	{
		what: 'that a device does not ask any more',
		fact: 'device_removed',
		from: [...ADMINISTRATORS, 'volunteer'],
		facts: () => [withdrawn(cast.devices.volunteers)],
	},
	{
		what: 'the same, and that what it wrote counts',
		fact: 'device_removed',
		facts: () => [withdrawn(cast.devices.volunteers, ['office', 3, bytes(16)])],
	},
	{
		what: 'what kiosks seal to from a new key of the workshop on',
		fact: 'inbox',
		from: ADMINISTRATORS,
		facts: () => [
			...cast.lab.epoch(cast.state, 'workshop'),
			{ fact: 'inbox', epoch: (cast.state.epochs.get('workshop') ?? 0) + 1, sealPublic: someone().keys.sealing.publicKey },
		],
	},
	{
		what: 'something else for kiosks to seal to',
		fact: 'inbox',
		facts: () => [{ fact: 'inbox', epoch: cast.state.epochs.get('workshop') ?? 0, sealPublic: someone().keys.sealing.publicKey }],
	},
	{
		what: 'the same for an epoch to come',
		fact: 'inbox',
		facts: () => [{ fact: 'inbox', epoch: 99, sealPublic: someone().keys.sealing.publicKey }],
	},
	{
		what: 'a kiosk',
		fact: 'kiosk',
		from: [...ADMINISTRATORS, ...OWN_KEYS, ...START_KEYS],
		facts: () => [cast.lab.kiosk()],
	},
	{ what: 'another key for a kiosk', fact: 'kiosk', facts: () => [cast.lab.kiosk(cast.kiosks.approved)] },
	{
		what: 'that a kiosk is let in',
		fact: 'kiosk_approved',
		from: ADMINISTRATORS,
		facts: () => [{ fact: 'kiosk_approved', kiosk: cast.kiosks.volunteers }],
	},
	{
		what: 'that a kiosk is let in again',
		fact: 'kiosk_approved',
		facts: () => [{ fact: 'kiosk_approved', kiosk: cast.kiosks.approved }],
	},
	{
		what: 'a kiosk’s name',
		fact: 'kiosk_renamed',
		from: ADMINISTRATORS,
		facts: () => [{ fact: 'kiosk_renamed', kiosk: cast.kiosks.volunteers, profile: bytes() }],
	},
	{
		what: 'that a kiosk is removed',
		fact: 'kiosk_removed',
		from: ADMINISTRATORS,
		facts: () => [{ fact: 'kiosk_removed', kiosk: cast.kiosks.approved, last: 7 }],
	},
	{
		what: 'that a kiosk does not ask any more',
		fact: 'kiosk_removed',
		from: [...ADMINISTRATORS, 'volunteer'],
		facts: () => [{ fact: 'kiosk_removed', kiosk: cast.kiosks.volunteers, last: 0 }],
	},
	{
		what: 'the same, and that what it said counts',
		fact: 'kiosk_removed',
		facts: () => [{ fact: 'kiosk_removed', kiosk: cast.kiosks.volunteers, last: 3 }],
	},
];

const FACTS = Fact.options.map(({ shape }) => shape.fact.value);

describe('who may say what', () => {
	it('is decided for every fact', () => {
		expect([...new Set(ROWS.map(({ fact }) => fact))].sort()).toEqual([...FACTS].sort());
	});

	it.each(ROWS)('$fact: $what', ({ from = [], stale, facts }) => {
		const state = stale ? cast.stale : cast.state;
		const expected = (signer: Signer) => {
			if (signer === 'old kit' || signer === 'stranger') return 'bad_signature';
			return from.includes(signer) ? 'believed' : 'not_allowed';
		};
		const verdicts = SIGNERS.map((signer) => `${signer}: ${says(state, cast.who(signer), ...facts(signer))}`);
		expect(verdicts).toEqual(SIGNERS.map((signer) => `${signer}: ${expected(signer)}`));
	});
});

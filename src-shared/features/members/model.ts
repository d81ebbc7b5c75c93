import { z } from 'zod';
import { DeviceId, MemberId } from '#shared/kernel/ids.ts';
import { requiredText } from '#shared/kernel/text.ts';

/** Members, their roles, and which vaults a role opens (design 3). */

export const Role = z.enum(['counsellor', 'coordinator', 'volunteer', 'administrator']);
export type Role = z.infer<typeof Role>;

export const VAULTS = ['office', 'workshop', 'counselling'] as const;
export const Vault = z.enum(VAULTS);
export type Vault = z.infer<typeof Vault>;

/** The vaults whose keys a member with these roles is given. An administrator manages the ledger, not the counselling. */
export function vaultsOf(roles: readonly Role[]): Vault[] {
	return roles.includes('counsellor') ? ['office', 'workshop', 'counselling'] : ['office', 'workshop'];
}

/** Members who administer nothing and read office and workshop only: they may take turns at one desk. */
export function mayTakeTurns(roles: readonly Role[]): boolean {
	return !roles.includes('administrator') && !vaultsOf(roles).includes('counselling');
}

/** What a member types to sign in: 2–40 letters, digits, dot or hyphen; upper and lower case are the same. */
export const SignInName = z
	.string()
	.transform((text) => text.normalize('NFC').trim().toLocaleLowerCase('de'))
	.pipe(z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}.-]{1,39}$/u));

/** Upper bound only keeps hostile input small; the strength meter and `MIN_PASSPHRASE` judge new ones. */
export const Passphrase = z.string().min(1).max(512);
export const MIN_PASSPHRASE = 12;
export const NewPassphrase = z.string().min(MIN_PASSPHRASE).max(512);

export const PersonalName = requiredText(120);

export const Roles = z.array(Role).min(1);

export const Member = z.object({
	id: MemberId,
	name: z.string(),
	signInName: z.string(),
	roles: z.array(Role),
	/** ms UTC; null for everybody who still belongs to the site. */
	removedAt: z.number().nullable(),
});
export type Member = z.infer<typeof Member>;

/** What a member can do with a vault their roles give them: read it, or wait until somebody who reads it confirms them. */
export const VaultAccess = z.object({
	vault: Vault,
	state: z.enum(['reads', 'waiting']),
	/** Since when they have the key, ms UTC; null while waiting. */
	since: z.number().nullable(),
});
export type VaultAccess = z.infer<typeof VaultAccess>;

export const MemberOverview = Member.extend({
	addedAt: z.number(),
	/** Still has the start passphrase: has never signed in, or was given a new one. */
	hasStartPassphrase: z.boolean(),
	access: z.array(VaultAccess),
});
export type MemberOverview = z.infer<typeof MemberOverview>;

/** A new recovery kit waits for the key of the case files like a member. */
export const AccessTaker = z.union([MemberId, z.literal('recovery')]);

/** Whose roles allow the case files, and who waits for one of their readers to give them the key. The kit has no name. */
export const WaitingMember = z.object({
	id: AccessTaker,
	name: z.string(),
	roles: z.array(Role),
	hasStartPassphrase: z.boolean(),
});
export type WaitingMember = z.infer<typeof WaitingMember>;

export const MemberChange = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('remove') }),
	z.object({ kind: z.literal('reset') }),
	z.object({ kind: z.literal('roles'), roles: Roles }),
]);
export type MemberChange = z.infer<typeof MemberChange>;

/** What a change to a member brings with it, to be named before it is made. */
export const Consequences = z.object({
	/** Why it cannot be done at all. last_reader: not even the recovery kit opens what only they read. */
	refusal: z.enum(['last_administrator', 'last_reader', 'yourself']).nullable(),
	/** They can no longer read these. */
	loses: z.array(Vault),
	/** These get a new key at once … */
	newKeys: z.array(Vault),
	/** … and these as soon as somebody who reads them is signed in. */
	newKeysLater: z.array(Vault),
	/** Nobody is left who reads these: only the recovery kit opens them. */
	lastReaderOf: z.array(Vault),
	/** Of those they wait for: somebody once read these and nobody does any more. Only the recovery kit opens them. */
	kitOnly: z.array(Vault),
	/** They have to wait for these until somebody who reads them confirms. */
	waitsFor: z.array(Vault),
	/** Open case files they are responsible for; null when the asking member cannot see case files. */
	ownedCases: z.int().nullable(),
	/** Private notes nobody can ever read again; null when the asking member cannot see case files. */
	lostNotes: z.int().nullable(),
	/** Newcomers whose start passphrase they made, and which ends with them: it has to be set anew. */
	startPassphrases: z.array(z.string()),
	/** Devices they brought in and that may be removed along with them. */
	devices: z.array(z.object({ id: DeviceId, name: z.string() })),
});
export type Consequences = z.infer<typeof Consequences>;

/** One thing that happened to members, keys and devices, from the ledger (Standort-Chronik). */
export const LedgerEvent = z.object({
	seq: z.int(),
	/** By the clock of the PC it was done on, ms UTC. */
	at: z.number(),
	/** Who did it; null for the recovery kit. */
	by: z.string().nullable(),
	what: z.enum([
		'site_founded',
		'member_added',
		'member_reset',
		'member_renamed',
		'roles_changed',
		'member_removed',
		'own_passphrase', // replaced the start passphrase by one of their own
		'passphrase_changed',
		'kit_renewed',
		'new_keys', // `vaults` are written under new keys from here on
		'access_given', // of `vaults` to `member`
		'device_added',
		'device_asked', // waits for an administrator
		'device_approved',
		'device_turned_away',
		'device_withdrawn', // by whoever had asked
		'device_renamed',
		'device_removed',
		'kiosk_added',
		'kiosk_asked',
		'kiosk_approved',
		'kiosk_renamed',
		'kiosk_removed',
	]),
	/** Whom it is about. */
	member: z.string().nullable(),
	device: z.string().nullable(),
	/** What the member or device was called before, when they were renamed. */
	before: z.string().nullable(),
	vaults: z.array(Vault),
	/** The roles from then on. */
	roles: z.array(Role),
});
export type LedgerEvent = z.infer<typeof LedgerEvent>;

export const MEMBER_ERRORS = {
	SIGN_IN_NAME_TAKEN: { status: 409 },
	/** Cannot be done at all. */
	REFUSED: { status: 409, data: z.object({ reason: z.enum(['last_administrator', 'last_reader', 'yourself']) }) },
	/** Has consequences that were not accepted yet; ask for them with `consequences`. */
	CONSEQUENCES: { status: 409 },
};

/** The member or the device does not belong to the site any more. */
export const REMOVED = { REMOVED: { status: 403, data: z.object({ what: z.enum(['member', 'device']), at: z.number() }) } };

/** Printed on a member's card for changing turns at a desk; not a secret. */
export const MEMBER_CARD_PREFIX = 'KONTOR-WER:';

/** Why a data folder cannot be opened; `file` is the name inside it. */
export const FOLDER_ERRORS = {
	DAMAGED: { status: 409, data: z.object({ file: z.string() }) },
	/** Another Kontor works on this data folder. */
	IN_USE: { status: 409 },
	/** The data was written by a newer Kontor. */
	NEWER: { status: 409, data: z.object({ file: z.string() }) },
};

export const WRONG_PASSPHRASE = {
	WRONG_PASSPHRASE: {
		status: 401,
		/** Milliseconds until the next attempt is accepted; grows with every wrong one. */
		data: z.object({ waitMs: z.number() }),
	},
};

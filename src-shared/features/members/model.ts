import { z } from 'zod';
import { MemberId } from '#shared/kernel/ids.ts';
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

export const Member = z.object({ id: MemberId, name: z.string(), signInName: z.string(), roles: z.array(Role) });
export type Member = z.infer<typeof Member>;

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

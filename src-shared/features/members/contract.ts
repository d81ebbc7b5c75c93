import { z } from 'zod';
import { procedure } from '#shared/contract-base.ts';
import { SHARE_ERRORS } from '#shared/features/share/model.ts';
import { DeviceId, MemberId } from '#shared/kernel/ids.ts';
import {
	AccessTaker,
	Consequences,
	FOLDER_ERRORS,
	LedgerEvent,
	MEMBER_ERRORS,
	Member,
	MemberChange,
	MemberOverview,
	NewPassphrase,
	Passphrase,
	PersonalName,
	REMOVED,
	Roles,
	SignInName,
	VaultAccess,
	WaitingMember,
	WRONG_PASSPHRASE,
} from './model.ts';

const CHANGE_ERRORS = { ...MEMBER_ERRORS, ...SHARE_ERRORS };

export const members = {
	/** Opens the vaults of this member on this device. */
	signIn: procedure
		.input(z.object({ signInName: z.string().max(200), passphrase: Passphrase }))
		.output(z.object({ member: Member }))
		.errors({ ...WRONG_PASSPHRASE, ...FOLDER_ERRORS, ...REMOVED }),
	/** Closes the vaults and forgets the keys. Calling it while locked is fine. */
	lock: procedure.output(z.void()),
	/** The first one of one's own also makes new keys, so that whoever gave the start passphrase has no part in them. */
	changePassphrase: procedure
		.input(z.object({ current: Passphrase, next: NewPassphrase }))
		.output(z.void())
		.errors({ ...WRONG_PASSPHRASE, /** The new one is the old one. */ SAME_PASSPHRASE: { status: 422 }, ...SHARE_ERRORS }),
	/** Everybody who ever belonged to the site, for names in records; `removedAt` says who no longer does. */
	list: procedure.output(z.array(Member)),

	/** Who may read what, for administrators. */
	overview: procedure.output(
		z.object({
			members: z.array(MemberOverview),
			kitSince: z.number(),
			/** Of the recovery kit. */ kitAccess: z.array(VaultAccess),
		}),
	),
	/** Newest first. */
	history: procedure.output(z.array(LedgerEvent)),
	add: procedure
		.input(z.object({ name: PersonalName, signInName: SignInName, roles: Roles, startPassphrase: NewPassphrase }))
		.output(z.object({ id: MemberId }))
		.errors(CHANGE_ERRORS),
	rename: procedure
		.input(z.object({ id: MemberId, name: PersonalName, signInName: SignInName }))
		.output(z.void())
		.errors(CHANGE_ERRORS),
	consequences: procedure.input(z.object({ id: MemberId, change: MemberChange })).output(Consequences),
	/** `accepted`: the consequences were shown and confirmed. */
	changeRoles: procedure
		.input(z.object({ id: MemberId, roles: Roles, accepted: z.boolean() }))
		.output(z.void())
		.errors(CHANGE_ERRORS),
	/** New keys and a new start passphrase for somebody who forgot theirs. */
	resetPassphrase: procedure
		.input(z.object({ id: MemberId, startPassphrase: NewPassphrase, accepted: z.boolean() }))
		.output(z.void())
		.errors(CHANGE_ERRORS),
	/** `devices` are removed along with the member. */
	remove: procedure
		.input(z.object({ id: MemberId, devices: z.array(DeviceId).max(50), accepted: z.boolean() }))
		.output(z.void())
		.errors(CHANGE_ERRORS),

	/** Who waits for the key of the case files. Only who reads them can give it. */
	waiting: procedure.output(z.array(WaitingMember)),
	giveAccess: procedure
		.input(z.object({ id: AccessTaker }))
		.output(z.void())
		.errors({ /** Has not replaced the start passphrase yet. */ START_PASSPHRASE: { status: 409 }, ...SHARE_ERRORS }),

	/** Who may take the next turn at this desk; empty where turns are not possible (see `turn`). */
	turns: procedure.output(z.array(z.object({ id: MemberId, name: z.string() }))),
	/**
	 * From here on records name this member. Only between members who read office and workshop and administer nothing, and
	 * only at a desk where one of them signed in: no passphrase is asked, so nobody may gain anything by it.
	 */
	turn: procedure.input(z.object({ id: MemberId })).output(z.void()),
};

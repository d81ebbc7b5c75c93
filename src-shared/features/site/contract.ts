import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { Progress, procedure } from '#shared/contract-base.ts';
import {
	FOLDER_ERRORS,
	NewPassphrase,
	Passphrase,
	REMOVED,
	SignInName,
	WRONG_PASSPHRASE,
} from '#shared/features/members/model.ts';
import { SHARE_ERRORS, SharePlace } from '#shared/features/share/model.ts';
import { SiteId } from '#shared/kernel/ids.ts';
import {
	JoinProgress,
	KitAnswer,
	NewSite,
	Preferences,
	PreferencesChange,
	RecoveryKit,
	ShortText,
	SiteProfile,
	SiteStatus,
} from './model.ts';
import { OpeningHours } from './opening-hours.ts';

const ALREADY_A_SITE = { ALREADY_A_SITE: { status: 409 } };

export const site = {
	status: procedure.output(SiteStatus),
	/** First run: makes the site, its first member, this device, the three vaults and the recovery kit; signs in. */
	create: procedure
		.input(NewSite.extend({ signInName: SignInName, passphrase: NewPassphrase }))
		.output(z.object({ kit: RecoveryKit }))
		.errors(ALREADY_A_SITE),
	/** The kit that has not been typed back yet (administrators only); NOT_FOUND once it is confirmed. */
	pendingKit: procedure.output(z.object({ kit: RecoveryKit, ask: z.array(z.int()) })),
	confirmKit: procedure
		.input(z.object({ answers: z.array(KitAnswer).min(1).max(8) }))
		.output(z.void())
		.errors({ KIT_MISMATCH: { status: 422, data: z.object({ groups: z.array(z.int()) }) } }),
	/** Fills this device with the invented office. */
	createSample: procedure.output(eventIterator(Progress)).errors(ALREADY_A_SITE),
	/** Throws the invented office out; refused at a real site. */
	discardSample: procedure.output(z.void()),
	/** Empties a device that was removed from its site, so that it can begin anew; refused on every other. */
	clearRemoved: procedure.output(z.void()),
	/** A new kit with new keys; the old one opens and signs nothing from then on. To be confirmed like the first. */
	renewKit: procedure.output(z.object({ kit: RecoveryKit })).errors({
		...SHARE_ERRORS,
		/** Nobody reads the case files any more: only the present kit opens them. */ KIT_IS_LAST: { status: 409 },
	}),
	/**
	 * Second PC: asks to be let in, waits until an administrator has compared the fingerprint and approved it (who
	 * administers approves by joining), then takes everything the member may read from the share. Ends signed in.
	 */
	join: procedure
		.input(
			z.object({
				folder: SharePlace,
				siteId: SiteId,
				signInName: z.string().max(200),
				passphrase: Passphrase,
				deviceName: ShortText,
			}),
		)
		.output(eventIterator(JoinProgress))
		.errors({
			...ALREADY_A_SITE,
			...WRONG_PASSPHRASE,
			...REMOVED,
			...SHARE_ERRORS,
			/** The administrator turned the device away. */
			TURNED_AWAY: { status: 403 },
		}),
	/**
	 * Forgotten passphrase: the recovery kit gives this member new keys. Private notes sealed to the lost key stay lost.
	 * Works on a device of the site, and on an empty one when `folder` and `siteId` name the share.
	 */
	recover: procedure
		.input(
			z.object({
				kit: z.string().max(400),
				signInName: z.string().max(200),
				newPassphrase: NewPassphrase,
				fromShare: z.object({ folder: SharePlace, siteId: SiteId, deviceName: ShortText }).nullable(),
			}),
		)
		.output(eventIterator(Progress))
		.errors({
			/** Not this site's kit, one that was replaced by a newer, or a typing error that the check letters caught. */
			WRONG_KIT: { status: 422, data: z.object({ typo: z.boolean(), replaced: z.boolean() }) },
			...ALREADY_A_SITE,
			...REMOVED,
			...SHARE_ERRORS,
			...FOLDER_ERRORS,
		}),
	/**
	 * Builds what is damaged in the data folder anew from the share; damaged vault files are kept beside the new ones.
	 * The folder is asked for, because where the share lies is itself kept in a vault. Ends signed in.
	 */
	repair: procedure
		.input(z.object({ folder: SharePlace, signInName: z.string().max(200), passphrase: Passphrase }))
		.output(eventIterator(Progress))
		.errors({ ...WRONG_PASSPHRASE, ...REMOVED, ...SHARE_ERRORS, ...FOLDER_ERRORS }),
	updateProfile: procedure.input(SiteProfile).output(z.void()),
	/** When the house is open; as most houses are until somebody has said so. */
	openingHours: procedure.output(OpeningHours),
	saveOpeningHours: procedure.input(OpeningHours).output(z.void()),
	/** How the screen looks on this device; needed before anybody signs in. */
	preferences: procedure.output(Preferences),
	savePreferences: procedure.input(PreferencesChange).output(z.void()),
};

import { z } from 'zod';
import { procedure } from '#shared/contract-base.ts';
import { Fingerprint } from '#shared/features/devices/model.ts';
import { Passphrase, REMOVED, WRONG_PASSPHRASE } from '#shared/features/members/model.ts';
import { SHARE_ERRORS, SharePlace } from '#shared/features/share/model.ts';
import { ShortText } from '#shared/features/site/model.ts';
import { KioskId, SiteId } from '#shared/kernel/ids.ts';
import { Kiosk, KioskExtract, KioskSignIn, KioskSignOut } from './model.ts';

/** Nothing is lost: the kiosk's page keeps what was said and tries again. */
const SPOOL_ERRORS = {
	/** This PC is no kiosk at present. */
	NOT_A_KIOSK: { status: 409 },
	/** No room on the disk. */
	DISK_FULL: { status: 507 },
};

export const kiosk = {
	/**
	 * office: an ordinary PC. kiosk: shows nothing but the sign-in form, also after a restart. `waiting`: an administrator
	 * has still to approve it; sign-ins are kept sealed until then.
	 */
	mode: procedure.output(
		z.object({
			mode: z.enum(['office', 'kiosk']),
			/** What an administrator compares before they approve it; null when they need not. */
			waiting: z.object({ fingerprint: Fingerprint }).nullable(),
			/** Of a PC that is nothing but a kiosk: how many sign-ins have still to reach an office PC. */
			only: z.object({ unsent: z.int() }).nullable(),
		}),
	),
	/** Today's sessions as last told by an office PC; null: never heard of any. */
	day: procedure.output(KioskExtract.nullable()),
	/** On return it is sealed and on the disk. `entry`: made by the page, so that trying again writes it once. */
	signIn: procedure
		.input(KioskSignIn.extend({ entry: z.uuid() }))
		.output(z.void())
		.errors(SPOOL_ERRORS),
	signOut: procedure
		.input(KioskSignOut.extend({ entry: z.uuid() }))
		.output(z.void())
		.errors(SPOOL_ERRORS),
	/** Locks the vaults and turns this PC into a kiosk until a member leaves it with their passphrase. */
	enter: procedure.output(z.void()).errors({
		/** An administrator has not made a kiosk of this PC yet. */
		NOT_ENROLLED: { status: 409 },
	}),
	/** Back to the sign-in screen of an ordinary PC, or, on an enrolled kiosk, to the page for whoever looks after it. */
	leave: procedure
		.input(z.object({ signInName: z.string().max(200), passphrase: z.string().max(1000) }))
		.output(z.void())
		.errors({ WRONG_PASSPHRASE: { status: 401, data: z.object({ waitMs: z.number() }) }, NOT_A_KIOSK: { status: 409 } }),

	/** The kiosks of the site, of those that were removed too. */
	list: procedure.output(z.array(Kiosk)),
	/** What this PC is as a kiosk; null: never made one. */
	here: procedure.output(Kiosk.nullable()),
	/** Makes a kiosk of this PC: at once by an administrator, otherwise it waits for one. */
	enrol: procedure
		.input(z.object({ name: ShortText }))
		.output(z.void())
		.errors({ /** It is one already. */ ENROLLED: { status: 409 }, NAME_TAKEN: { status: 409 }, ...SHARE_ERRORS }),
	/** `fingerprint`: as compared with the other screen; it must be this kiosk's. */
	approve: procedure
		.input(z.object({ id: KioskId, fingerprint: Fingerprint }))
		.output(z.void())
		.errors({ OTHER_FINGERPRINT: { status: 409 }, ...SHARE_ERRORS }),
	/** What it said up to now stays; what it says from now on is refused. */
	remove: procedure
		.input(z.object({ id: KioskId }))
		.output(z.void())
		.errors(SHARE_ERRORS),
	rename: procedure
		.input(z.object({ id: KioskId, name: ShortText }))
		.output(z.void())
		.errors({ NAME_TAKEN: { status: 409 }, ...SHARE_ERRORS }),
	/** An empty PC becomes nothing but a kiosk. Nothing that opens anything stays there. */
	setUp: procedure
		.input(
			z.object({
				folder: SharePlace,
				siteId: SiteId,
				signInName: z.string().max(200),
				passphrase: Passphrase,
				name: ShortText,
			}),
		)
		.output(z.void())
		.errors({ ALREADY_A_SITE: { status: 409 }, ...WRONG_PASSPHRASE, ...REMOVED, ...SHARE_ERRORS }),
	/** The same PC shows the kiosk again after somebody had left it. */
	resume: procedure.output(z.void()).errors({ NOT_A_KIOSK: { status: 409 } }),
	/** It is empty again; what had not been sent is lost. */
	dismantle: procedure.output(z.void()).errors({ NOT_A_KIOSK: { status: 409 } }),
};

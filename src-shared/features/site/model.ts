import { z } from 'zod';
import { Member, PersonalName, Role, Vault } from '#shared/features/members/model.ts';
import { DeviceId, SiteId } from '#shared/kernel/ids.ts';

/** A site: one organisation's place with its members, devices and vaults. */

export const ShortText = z
	.string()
	.transform((text) => text.normalize('NFC').trim())
	.pipe(z.string().min(1).max(120));

export const SiteProfile = z.object({
	name: ShortText,
	organisation: ShortText,
	/** Minutes without input until the session locks. */
	lockAfterMinutes: z.int().min(1).max(120),
});
export type SiteProfile = z.infer<typeof SiteProfile>;

export const SampleMember = z.object({ name: z.string(), signInName: z.string(), passphrase: z.string(), roles: z.array(Role) });
export type SampleMember = z.infer<typeof SampleMember>;

/** What the screen needs before and after sign-in; nothing personal but sign-in names while locked. */
export const SiteStatus = z.object({
	state: z.enum(['empty', 'locked', 'unlocked', 'damaged', 'newer']),
	appVersion: z.string(),
	host: z.enum(['electron', 'browser']),
	/** Names that have signed in on this device before, most recent first. */
	signInNames: z.array(z.string()),
	/** The invented members of the sample office with their passphrases; null at a real site. */
	sample: z.array(SampleMember).nullable(),
	/** Only while unlocked. */
	session: z
		.object({
			siteId: SiteId,
			profile: SiteProfile,
			member: Member,
			vaults: z.array(Vault),
			deviceId: DeviceId,
			deviceName: z.string(),
			/** The recovery kit has not been typed back yet; administrators are asked to finish that. */
			kitPending: z.boolean(),
		})
		.nullable(),
	/** File of the data folder that could not be read, when `damaged` or `newer`. */
	file: z.string().nullable(),
});
export type SiteStatus = z.infer<typeof SiteStatus>;

export const NewSite = z.object({
	name: ShortText,
	organisation: ShortText,
	deviceName: ShortText,
	memberName: PersonalName,
	signInName: z.string(),
	roles: z.array(Role).min(1),
	passphrase: z.string(),
});

/** The recovery kit as printed: groups of four letters and digits, the whole also as QR text. */
export const RecoveryKit = z.object({ groups: z.array(z.string()), qrText: z.string() });
export type RecoveryKit = z.infer<typeof RecoveryKit>;

/** Typed back after printing, by position in `groups` (from 0). */
export const KitAnswer = z.object({ group: z.int().min(0).max(63), text: z.string().max(20) });

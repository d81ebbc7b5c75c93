import { z } from 'zod';
import { Progress } from '#shared/contract-base.ts';
import { Fingerprint } from '#shared/features/devices/model.ts';
import { Member, PersonalName, Role, Vault } from '#shared/features/members/model.ts';
import { DeviceId, MemberId, SiteId } from '#shared/kernel/ids.ts';
import { optionalText, requiredText } from '#shared/kernel/text.ts';

/** A site: one organisation's place with its members, devices and vaults. */

export const ShortText = requiredText(120);

export const SiteProfile = z.object({
	name: ShortText,
	organisation: ShortText,
	/** On letters, contracts and lists; as far as somebody has entered it. */
	street: optionalText(160),
	postcode: optionalText(12),
	city: optionalText(80),
	/** As it stands on paper. */
	phone: optionalText(40),
	/** Minutes without input until the session locks. */
	lockAfterMinutes: z.int().min(1).max(120),
});
export type SiteProfile = z.infer<typeof SiteProfile>;
export const NO_ADDRESS = { street: null, postcode: null, city: null, phone: null };

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
	/**
	 * The share is on the web and its password not open yet: until somebody whom this device knows has signed in, it cannot
	 * learn there who is new or has a new passphrase.
	 */
	isBehind: z.boolean(),
	/** Only while unlocked. */
	session: z
		.object({
			siteId: SiteId,
			profile: SiteProfile,
			member: Member,
			vaults: z.array(Vault),
			deviceId: DeviceId,
			deviceName: z.string(),
			/** Signed in with a start passphrase: nothing else is allowed before it is replaced. */
			mustChangePassphrase: z.boolean(),
			/** Whom records name: the member, or whoever has taken a turn at this desk. */
			acting: z.object({ id: MemberId, name: z.string() }),
			/** An administrator has approved this device. */
			deviceApproved: z.boolean(),
			/**
			 * Vaults the roles give but that are not open here. key: nobody has confirmed it yet · kit: nobody reads it any more who
			 * could, only the recovery kit opens it · share: it is being fetched.
			 */
			awaited: z.array(z.object({ vault: Vault, why: z.enum(['key', 'share', 'kit']) })),
			/** How many members administer the site: two are recommended. */
			administrators: z.int(),
			/** The recovery kit has not been typed back yet; administrators are asked to finish that. */
			kitPending: z.boolean(),
		})
		.nullable(),
	/** Why the last session on this device ended by itself, until the next begins. */
	ended: z.enum(['member_removed', 'device_removed', 'keys_replaced']).nullable(),
	/** Changes of this device that were not on the share when it was removed: nobody will take them any more. */
	lostChanges: z.int(),
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

/** While a device joins: waiting for approval shows its fingerprint for comparing. */
export const JoinProgress = Progress.extend({ fingerprint: Fingerprint.nullable() });
export type JoinProgress = z.infer<typeof JoinProgress>;

/** How large everything is on the screen, in percent. */
export const TEXT_SIZES = [100, 115, 130, 150, 200] as const;

/** Ids of lists and columns as the screen names them: nothing that somebody typed fits in here. */
const ScreenId = z.string().regex(/^[a-zA-Z]{1,40}$/);
export const MOST_LISTS = 20;

/** How the screen looks on one device: kept in clear and never sent anywhere, so nothing personal may be in it. */
export const Preferences = z.object({
	language: z.enum(['de', 'en']),
	colorScheme: z.enum(['light', 'dark', 'auto']),
	textSize: z.literal([...TEXT_SIZES]),
	/** Scanning is answered with a sound. */
	sounds: z.boolean(),
	/** Columns shown, by list; a list that is not here shows its usual ones. */
	columns: z.record(ScreenId, z.array(ScreenId).max(40)).refine((columns) => Object.keys(columns).length <= MOST_LISTS),
});
export type Preferences = z.infer<typeof Preferences>;

export const DEFAULT_PREFERENCES: Preferences = { language: 'de', colorScheme: 'auto', textSize: 100, sounds: true, columns: {} };

/** What changes, the rest stays; `columns` list by list. */
export const PreferencesChange = Preferences.partial();
export type PreferencesChange = z.infer<typeof PreferencesChange>;

/** The recovery kit as printed: groups of four letters and digits, the whole also as QR text. */
export const RecoveryKit = z.object({ groups: z.array(z.string()), qrText: z.string() });
export type RecoveryKit = z.infer<typeof RecoveryKit>;

/** Typed back after printing, by position in `groups` (from 0). */
export const KitAnswer = z.object({ group: z.int().min(0).max(63), text: z.string().max(20) });

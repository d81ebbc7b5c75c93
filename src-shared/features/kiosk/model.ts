import { z } from 'zod';
import { LONGEST_NAME } from '#shared/features/attendance/model.ts';
import { Fingerprint } from '#shared/features/devices/model.ts';
import { OfferKind, PublicLanguage } from '#shared/features/offers/model.ts';
import { KioskId, OfferId } from '#shared/kernel/ids.ts';
import { LocalDate } from '#shared/kernel/local-date.ts';
import { requiredText } from '#shared/kernel/text.ts';
import { WallTime } from '#shared/kernel/wall-time.ts';

/**
 * The kiosk at the door of a workshop: people say that they are here, and nothing can be read there afterwards. What is
 * said is sealed to the workshop's inbox at once; a PC of the workshop opens it.
 */

/** Einfache Sprache is German in words of its own. */
export const KioskLanguage = z.enum(['de', 'simple', ...PublicLanguage.options]);
export type KioskLanguage = z.infer<typeof KioskLanguage>;

/** keine_angabe: would rather not say; null elsewhere: not asked. */
export const AgeBand = z.enum(['under_14', '14_17', '18_26', '27_54', '55_64', '65_plus', 'keine_angabe']);
export type AgeBand = z.infer<typeof AgeBand>;
export const KioskSex = z.enum(['w', 'm', 'd', 'keine_angabe']);
export type KioskSex = z.infer<typeof KioskSex>;

/** Who it is: what is on their card, what they typed, or nobody in particular. Never suggested, never looked up there. */
export const KioskVisitor = z.discriminatedUnion('by', [
	z.object({ by: z.literal('card'), number: z.string().regex(/^E-\d{5,9}$/) }),
	z.object({ by: z.literal('name'), name: requiredText(LONGEST_NAME) }),
	z.object({ by: z.literal('anonymous') }),
]);
export type KioskVisitor = z.infer<typeof KioskVisitor>;

/** The day's session, by the offer and the day its rule gives. */
export const KioskSessionKey = z.object({ offerId: OfferId, ruleDay: LocalDate });
export type KioskSessionKey = z.infer<typeof KioskSessionKey>;

export const KioskSignIn = z.object({
	/** Null: just in the house. */
	session: KioskSessionKey.nullable(),
	visitor: KioskVisitor,
	language: KioskLanguage,
	ageBand: AgeBand.nullable(),
	sex: KioskSex.nullable(),
});
export type KioskSignIn = z.infer<typeof KioskSignIn>;

/** "Ich gehe": by card or name as at the sign-in, or somebody in particular who came without a name. */
export const KioskSignOut = z.object({ visitor: KioskVisitor, language: KioskLanguage });
export type KioskSignOut = z.infer<typeof KioskSignOut>;

/** What hangs on the door anyway: today's public sessions. */
export const KioskSession = KioskSessionKey.extend({
	/** German name, and that of each language that has one. */
	name: z.string(),
	names: z.array(z.object({ language: PublicLanguage, name: z.string() })),
	kind: OfferKind,
	from: WallTime,
	until: WallTime,
	/** Room or place; null: not said. */
	place: z.string().nullable(),
	isCancelled: z.boolean(),
});
export type KioskSession = z.infer<typeof KioskSession>;

/** One day of the extract a kiosk shows. */
export const KioskDay = z.object({
	siteName: z.string(),
	day: LocalDate,
	/** When it was made, ms UTC. */
	asOf: z.number(),
	sessions: z.array(KioskSession).max(60),
});
export type KioskDay = z.infer<typeof KioskDay>;

/** What a kiosk shows. `day`: for which day it was made; the kiosk shows nothing of a day that is over. */
export const KioskExtract = KioskDay.extend({
	/** Weeks until names of sign-ins are gone. */
	keptWeeks: z.int(),
	/** Who answers for the data. */
	organisation: z.string(),
});
export type KioskExtract = z.infer<typeof KioskExtract>;

/** One kiosk of the site, as administrators see it. */
export const Kiosk = z.object({
	id: KioskId,
	name: z.string(),
	/** The PC that asks. */
	isThis: z.boolean(),
	/** waiting: its sign-ins wait, sealed, until an administrator approves it. removed: what it says is not heard any more. */
	state: z.enum(['waiting', 'approved', 'removed']),
	fingerprint: Fingerprint,
	addedAt: z.number(),
	/** Null for the recovery kit. */
	addedBy: z.string().nullable(),
	removedAt: z.number().nullable(),
});
export type Kiosk = z.infer<typeof Kiosk>;

/** Weeks until the names of sign-ins are gone. */
export const DEFAULT_KEPT_WEEKS = 8;

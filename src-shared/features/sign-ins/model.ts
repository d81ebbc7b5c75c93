import { z } from 'zod';
import { AgeBand, KioskLanguage, KioskSex } from '#shared/features/kiosk/model.ts';
import { BorrowerId, OfferId, SignInId } from '#shared/kernel/ids.ts';
import { LocalDate } from '#shared/kernel/local-date.ts';
import { WallTime } from '#shared/kernel/wall-time.ts';

/** What people said at the kiosk (Anmeldungen), as the office reads it: who is here today, and how many came. */

export const SignInDirection = z.enum(['in', 'out']);
export type SignInDirection = z.infer<typeof SignInDirection>;

/** How it is known which borrower it is: by the card, or because a member said so. */
const KnownBy = z.enum(['card', 'member']);

export const SignIn = z.object({
	id: SignInId,
	direction: SignInDirection,
	/** When it was, as well as that is known; ms UTC. */
	at: z.number(),
	/** So far the kiosk's clock is ahead of the office's (behind: negative), where that is worth saying. */
	clockOffMs: z.number().nullable(),
	by: z.enum(['card', 'name', 'anonymous']),
	/** As typed; null: none, or gone since. */
	name: z.string().nullable(),
	card: z.string().nullable(),
	borrower: z.object({ id: BorrowerId, name: z.string(), knownBy: KnownBy }).nullable(),
	/** Null: just in the house. Without `name` the session does not exist any more. */
	session: z
		.object({
			offerId: OfferId,
			ruleDay: LocalDate,
			name: z.string().nullable(),
			day: LocalDate.nullable(),
			from: WallTime.nullable(),
			until: WallTime.nullable(),
		})
		.nullable(),
	language: KioskLanguage,
	ageBand: AgeBand.nullable(),
	sex: KioskSex.nullable(),
	kioskName: z.string(),
	/** When a member said that they have left; null: nobody did. */
	leftAt: z.number().nullable(),
});
export type SignIn = z.infer<typeof SignIn>;

/** Somebody who is in the building, as far as sign-ins and sign-outs say. */
export const Present = z.object({
	/** Of the sign-in. */
	id: SignInId,
	/** Null: somebody without a name. */
	name: z.string().nullable(),
	/** Of an unknown card. */
	card: z.string().nullable(),
	since: z.number(),
	sessionName: z.string().nullable(),
	/** The session has ended, and nobody said that they left. */
	isOver: z.boolean(),
});
export type Present = z.infer<typeof Present>;

export const Building = z.object({
	/** What is known is as of then: the last exchange with the share, or this moment where there is none. */
	asOf: z.number().nullable(),
	isShareAway: z.boolean(),
	people: z.array(Present),
	/** How many came today and have left. */
	left: z.int(),
	/** Names under which somebody left today and nobody had come: one of `people` may be meant. */
	strays: z.array(z.string()),
});
export type Building = z.infer<typeof Building>;

/** Below this a number could tell who it was. */
export const SMALLEST_SHOWN = 3;
/** Null: between one and two. */
const Count = z.int().nullable();

/** Sign-ins of one offer in one month. */
export const SignInFigures = z.object({
	/** `2026-03`. */
	month: z.string(),
	offerId: OfferId.nullable(),
	offerName: z.string().nullable(),
	total: z.int(),
	ageBands: z.array(z.object({ of: AgeBand.nullable(), count: Count })),
	sexes: z.array(z.object({ of: KioskSex.nullable(), count: Count })),
	languages: z.array(z.object({ of: KioskLanguage, count: Count })),
});
export type SignInFigures = z.infer<typeof SignInFigures>;

export const SignInRules = z.object({
	/** Weeks until the names of sign-ins are gone; the figures stay. */
	keptWeeks: z.int().min(1).max(52),
});
export type SignInRules = z.infer<typeof SignInRules>;

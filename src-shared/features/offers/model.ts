import { z } from 'zod';
import { MemberId, OfferId, RoomId } from '#shared/kernel/ids.ts';
import { LocalDate } from '#shared/kernel/local-date.ts';
import { optionalText, requiredText } from '#shared/kernel/text.ts';
import { WallTime } from '#shared/kernel/wall-time.ts';
import { RecurrenceRule } from './recurrence.ts';

/**
 * Offers (Angebote) that anybody may come to, and their sessions (Termine). Sessions are never stored: a rule says when
 * they are, holidays and closures of the house take some away, and what somebody changed of a single one is kept as that.
 */

export const OfferKind = z.enum(['workshop', 'group', 'course', 'cafe', 'consultation', 'garden', 'cleanup', 'other']);
export type OfferKind = z.infer<typeof OfferKind>;

/** Told apart by shape and words too: colours alone say nothing on a black-and-white print. */
export const OfferColour = z.enum(['blue', 'teal', 'green', 'yellow', 'orange', 'red', 'grape', 'gray']);
export type OfferColour = z.infer<typeof OfferColour>;

/** Languages the printed week and the kiosk speak besides German. */
export const PublicLanguage = z.enum(['tr', 'ar', 'uk', 'ru', 'pl', 'ro', 'el', 'it', 'en']);
export type PublicLanguage = z.infer<typeof PublicLanguage>;

/** What hangs on the door. */
const PublicText = z.object({ name: requiredText(80), text: optionalText(400) });
export type PublicText = z.infer<typeof PublicText>;

export const OfferFields = z.object({
	name: requiredText(80),
	kind: OfferKind,
	/** For whom it is and what to bring, in public. */
	text: optionalText(400),
	/** One each language at most. */
	translations: z.array(PublicText.extend({ language: PublicLanguage })).max(9),
	/** On the week at the door, in the kiosk and in the public calendar. */
	isPublic: z.boolean(),
	leaders: z.array(MemberId).max(20),
	/** How many are needed besides the leaders. */
	helpersWanted: z.int().min(0).max(50),
	roomId: RoomId.nullable(),
	/** Where it is when it is in no room: in the garden, at the church. */
	place: optionalText(80),
	/** How many may come; null: as many as like. */
	capacity: z.int().min(1).max(2000).nullable(),
	colour: OfferColour,
	/** The first session, or the only one. */
	firstOn: LocalDate,
	/** Null: once. */
	rule: RecurrenceRule.nullable(),
	from: WallTime,
	until: WallTime,
	/** No session on public holidays and while the house is closed. */
	skipsClosedDays: z.boolean(),
});
export type OfferFields = z.infer<typeof OfferFields>;

export const Offer = OfferFields.extend({ id: OfferId });
export type Offer = z.infer<typeof Offer>;

/** Decided together, so that two PCs which change them while apart do not make one that ends before it begins. */
export const SessionTimes = z.object({ from: WallTime, until: WallTime }).refine(({ from, until }) => from < until);
export type SessionTimes = z.infer<typeof SessionTimes>;

/** What is different in one session. Null: as the offer says. */
export const SessionChange = z.object({
	isCancelled: z.boolean(),
	/** Shown in public where the session would have been, and beside it when it was moved. */
	note: optionalText(120),
	day: LocalDate.nullable(),
	times: SessionTimes.nullable(),
	roomId: RoomId.nullable(),
	leaders: z.array(MemberId).max(20).nullable(),
});
export type SessionChange = z.infer<typeof SessionChange>;

export const UNCHANGED: SessionChange = {
	...{ isCancelled: false, note: null, day: null, times: null, roomId: null, leaders: null },
};

/** Who helps in a session from now on, and who does not any more. */
export const HelperChange = z.object({ come: z.array(MemberId).max(50), leave: z.array(MemberId).max(50) });
export type HelperChange = z.infer<typeof HelperChange>;

/** Why nobody can be counted in or out of a session. */
export const NotComing = z.enum(['cancelled', 'closed', 'past']);
export type NotComing = z.infer<typeof NotComing>;

/** One time that an offer takes place, or would have. */
export const Session = z.object({
	offerId: OfferId,
	name: z.string(),
	kind: OfferKind,
	colour: OfferColour,
	isPublic: z.boolean(),
	/** The day the rule gives: together with the offer it names the session for good. */
	ruleDay: LocalDate,
	day: LocalDate,
	from: WallTime,
	until: WallTime,
	roomId: RoomId.nullable(),
	/** Also of a room that was removed since. */
	roomName: z.string().nullable(),
	place: z.string().nullable(),
	leaders: z.array(MemberId),
	helpers: z.array(MemberId),
	helpersWanted: z.int(),
	capacity: z.int().nullable(),
	/** cancelled: by somebody · closed: a holiday or closure, named in `note`. */
	state: z.enum(['on', 'cancelled', 'closed']),
	note: z.string().nullable(),
	/** Somebody moved it to another day or time. */
	isMoved: z.boolean(),
});
export type Session = z.infer<typeof Session>;

/** Something that takes the same room or leader as a plan: another offer, or counselling (`name` null), of which no more is said. */
export const Overlap = z.object({
	name: z.string().nullable(),
	day: LocalDate,
	from: WallTime,
	until: WallTime,
	roomName: z.string().nullable(),
	leaderNames: z.array(z.string()),
});
export type Overlap = z.infer<typeof Overlap>;

/** A day that a plan gives. `closedFor`: the holiday or closure on it, whether or not the offer skips it. */
export const PreviewedDay = z.object({ day: LocalDate, closedFor: z.string().nullable(), isSkipped: z.boolean() });
export type PreviewedDay = z.infer<typeof PreviewedDay>;

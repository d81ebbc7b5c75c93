import { z } from 'zod';
import { procedure } from '#shared/contract-base.ts';
import { PlannedSession } from '#shared/features/schedule/model.ts';
import { OfferId } from '#shared/kernel/ids.ts';
import { daysBetween, LocalDate } from '#shared/kernel/local-date.ts';
import { WallTime } from '#shared/kernel/wall-time.ts';
import { HelperChange, NotComing, Offer, OfferFields, Overlap, PreviewedDay, Session, SessionChange } from './model.ts';
import { RecurrenceRule } from './recurrence.ts';

/** It ends before it begins, or a day lies before 1970 or after 2199. */
const IMPOSSIBLE_TIME = { IMPOSSIBLE_TIME: { status: 400 } };
/**
 * The first day is none that the rule gives, so calendars would disagree about it (RFC 5545 3.8.5.3 leaves it undefined).
 * `next`: the first one that it gives from then on; null when there never is one.
 */
const OFF_RULE = { OFF_RULE: { status: 400, data: z.object({ next: LocalDate.nullable() }) } };
const PROBLEMS = { ...IMPOSSIBLE_TIME, ...OFF_RULE };

const SessionName = z.object({ offerId: OfferId, ruleDay: LocalDate });

export const offers = {
	/** By name, as people sort. `next`: the next session that takes place, within about a year. */
	list: procedure.output(z.array(Offer.extend({ roomName: z.string().nullable(), next: Session.nullable() }))),
	get: procedure.input(z.object({ id: OfferId })).output(Offer.extend({ roomName: z.string().nullable() })),
	/** Sessions of these days by time, of one offer or of all, with those that are cancelled or fall on closed days. */
	sessions: procedure
		.input(
			z
				.object({ from: LocalDate, until: LocalDate, offerId: OfferId.nullable() })
				.refine(
					({ from, until }) => from >= '1970-01-01' && from <= until && until < '2200-01-01' && daysBetween(from, until) <= 400,
				),
		)
		.output(z.array(Session)),
	/**
	 * What a plan would give, before it is saved: its first sessions from today on, up to so many that take place, and what
	 * takes the same room or leader within three months. `offerId`: the one that is changed.
	 */
	preview: procedure
		.input(
			OfferFields.pick({ firstOn: true, from: true, until: true, skipsClosedDays: true, roomId: true, leaders: true }).extend({
				rule: RecurrenceRule.nullable(),
				offerId: OfferId.nullable(),
				sessions: z.int().min(1).max(20),
			}),
		)
		.output(z.object({ days: z.array(PreviewedDay), overlaps: z.array(Overlap) }))
		.errors(PROBLEMS),
	/** NOT_FOUND: the room or somebody is not there (any more). */
	create: procedure
		.input(OfferFields)
		.output(z.object({ id: OfferId }))
		.errors(PROBLEMS),
	/** All sessions. Single changes go along where the days move. Undo is the same with what was before. */
	update: procedure
		.input(z.object({ id: OfferId, changes: OfferFields.partial() }))
		.output(z.void())
		.errors(PROBLEMS),
	/**
	 * This session and those that follow: they become an offer of their own, the other ends the day before. Of the first
	 * session it is `update`, and `id` stays the same. A COUNT in `changes` counts the earlier ones too. `rule`: what the earlier one had, for `rejoin`.
	 */
	split: procedure
		.input(SessionName.extend({ changes: OfferFields.partial() }))
		.output(z.object({ id: OfferId, rule: RecurrenceRule.nullable() }))
		.errors(PROBLEMS),
	/** Takes a split back. */
	rejoin: procedure
		.input(z.object({ id: OfferId, laterId: OfferId, rule: RecurrenceRule }))
		.output(z.void())
		.errors(PROBLEMS),
	/** This session only; `before` is what undo sets again, `helpers` what was not so before. */
	changeSession: procedure
		.input(
			SessionName.extend({
				changes: SessionChange.extend({ times: z.object({ from: WallTime, until: WallTime }).nullable() }).partial(),
				helpers: HelperChange.optional(),
			}),
		)
		.output(z.object({ before: SessionChange, helpers: HelperChange }))
		.errors(IMPOSSIBLE_TIME),
	/** Offers that two PCs planned while apart and that take the same room or leader: each at the first such time, and how many there are. */
	doubles: procedure.output(z.array(z.object({ offers: z.tuple([PlannedSession, PlannedSession]), times: z.int() }))),
	/** It was agreed, for all of their sessions. */
	keepDouble: procedure
		.input(z.object({ ids: z.array(OfferId).length(2) }))
		.output(z.void())
		.errors({
			/** Somebody else has decided already. */
			OUTDATED: { status: 409 },
		}),
	/** Whoever works here says that they help in this session, or do not after all. Undo is the opposite. */
	help: procedure
		.input(SessionName.extend({ helps: z.boolean() }))
		.output(z.void())
		.errors({ NOT_COMING: { status: 409, data: z.object({ why: NotComing }) } }),
	/** Undo is `restore`. */
	remove: procedure.input(z.object({ id: OfferId })).output(z.void()),
	restore: procedure.input(z.object({ id: OfferId })).output(z.void()),
};

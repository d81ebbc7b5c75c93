import { z } from 'zod';
import { BorrowerId, HoldId, ItemId, LoanId, ReservationId } from '#shared/kernel/ids.ts';
import { LocalDate } from '#shared/kernel/local-date.ts';
import { optionalText } from '#shared/kernel/text.ts';

/**
 * Reservations (Reservierung: an item for some days that are still to come) and holds (Vormerkung: whoever waits for
 * something that is out). Availability is computed from them, from loans, states and opening days, and never stored.
 */

export const ReservationFields = z.object({
	borrowerId: BorrowerId,
	/** An item or a kit. */
	itemId: ItemId,
	/** Both days included. */
	fromOn: LocalDate,
	untilOn: LocalDate,
	note: optionalText(500),
	/** Why it was made in spite of a conflict; null where there was none. */
	reason: optionalText(200),
});
export type ReservationFields = z.infer<typeof ReservationFields>;

export const ReservationState = z.enum(['open', 'collected', 'cancelled']);
export type ReservationState = z.infer<typeof ReservationState>;

/** An item or kit by name. */
const ItemName = z.object({ id: ItemId, number: z.string(), name: z.string() });
export type ItemName = z.infer<typeof ItemName>;

/** Days on which something cannot be had, and why. Both days included. */
export const Taken = z.object({
	why: z.enum([
		'lent',
		'overdue', // from today until it is back, whenever that is
		'reserved',
		'held', // lies ready for whoever waited for it
		'waited_for', // is still out, and goes to whoever waits for it first; only said of a new reservation
		'maintenance',
		'missing',
		'retired',
		'test_overdue', // the electrical test has ended
	]),
	from: LocalDate,
	/** Null: nobody knows. */
	until: LocalDate.nullable(),
	/** Whoever has it, or is to have it. */
	who: z.object({ id: BorrowerId, name: z.string() }).nullable(),
	/** Why it is in this state. */
	reason: z.string().nullable(),
	/** The kit it is part of, or the part of this kit, whose days these are; null: its own. */
	through: ItemName.nullable(),
	/** The reservation's or hold's id. */
	claimId: z.string().nullable(),
});
export type Taken = z.infer<typeof Taken>;

export const Reservation = ReservationFields.extend({
	id: ReservationId,
	state: ReservationState,
	/** The loan it became. */
	loanId: LoanId.nullable(),
	/** Why it was cancelled, where somebody said so. */
	cancelNote: z.string().nullable(),
	createdAt: z.number(),
	borrowerName: z.string(),
	itemNumber: z.string(),
	itemName: z.string(),
});
export type Reservation = z.infer<typeof Reservation>;

/** In a list: what stands against it now, if it is still to come. */
export const ReservationRow = Reservation.extend({ conflicts: z.array(Taken) });
export type ReservationRow = z.infer<typeof ReservationRow>;

export const HoldState = z.enum(['waiting', 'ready', 'lapsed', 'collected', 'cancelled']);
export type HoldState = z.infer<typeof HoldState>;

export const Hold = z.object({
	id: HoldId,
	borrowerId: BorrowerId,
	borrowerName: z.string(),
	itemId: ItemId,
	itemNumber: z.string(),
	itemName: z.string(),
	createdAt: z.number(),
	/** 1 is next; 0: does not wait any more. */
	place: z.int(),
	/** ready: the item lies here for them until the end of `until` · waiting: it is still out, or somebody else is first. */
	state: HoldState,
	/** Of one that is ready or has lapsed. */
	until: LocalDate.nullable(),
});
export type Hold = z.infer<typeof Hold>;

/** An end of a period, moved to the next opening day: things are picked up and brought back when somebody is there. */
export const PeriodEnd = z.object({
	asked: LocalDate,
	day: LocalDate,
	/** Why the asked day is closed besides the usual week (a public holiday, a closure by its name). */
	closedFor: z.string().nullable(),
});
export type PeriodEnd = z.infer<typeof PeriodEnd>;

/** Reservations of two PCs that cannot both be kept: somebody says which stays. Until then both do. */
export const DoubleReservation = z.object({
	reservations: z.array(Reservation.extend({ madeBy: z.string() })).min(2),
});
export type DoubleReservation = z.infer<typeof DoubleReservation>;

/** Furthest day that can be reserved, from today. */
export const FURTHEST_AHEAD_DAYS = 730;
/** Longest reservation. */
export const LONGEST_DAYS = 365;

import { z } from 'zod';
import { Page, procedure } from '#shared/contract-base.ts';
import { BorrowerId, HoldId, ItemId, ReservationId } from '#shared/kernel/ids.ts';
import { daysBetween, LocalDate } from '#shared/kernel/local-date.ts';
import { requiredText } from '#shared/kernel/text.ts';
import { DoubleReservation, Hold, PeriodEnd, ReservationFields, ReservationRow, Taken } from './model.ts';

export const ReservationList = z.object({
	/** Folded and matched against borrower, item name and number. */
	text: z.string().max(200),
	/** open: to be collected, today's first · past: collected, cancelled, or nobody came; newest first. */
	filter: z.enum(['open', 'past']),
	borrowerId: BorrowerId.nullable(),
	itemId: ItemId.nullable(),
});

/** Nothing was written: give a reason, or choose other days. */
const CONFLICTS = { CONFLICTS: { status: 409, data: z.object({ conflicts: z.array(Taken) }) } };
/** It ends before it begins, begins before today, or is too far ahead or too long. */
const IMPOSSIBLE_DATE = { IMPOSSIBLE_DATE: { status: 400 } };

export const reservations = {
	list: procedure.input(ReservationList.extend(Page.shape)).output(z.object({ rows: z.array(ReservationRow), total: z.int() })),
	/** What a reservation would meet: its days on opening days, and whatever stands against them. */
	check: procedure
		.input(ReservationFields.pick({ itemId: true, fromOn: true, untilOn: true }).extend({ borrowerId: BorrowerId.nullable() }))
		.output(z.object({ from: PeriodEnd, until: PeriodEnd, conflicts: z.array(Taken) }))
		.errors(IMPOSSIBLE_DATE),
	/** Its ends move to opening days. A conflict needs a reason; without a conflict none is kept. */
	create: procedure
		.input(ReservationFields)
		.output(z.object({ id: ReservationId, fromOn: LocalDate, untilOn: LocalDate }))
		.errors({ ...CONFLICTS, ...IMPOSSIBLE_DATE }),
	/** Undo is `reopen`. */
	cancel: procedure.input(z.object({ id: ReservationId })).output(z.void()),
	/** Open again; where it now meets another, that becomes a decision. */
	reopen: procedure.input(z.object({ ids: z.array(ReservationId).min(1).max(100) })).output(z.void()),
	/** In the order of places. past: collected, cancelled or lapsed, newest first. */
	holds: procedure
		.input(
			z.object({
				filter: z.enum(['waiting', 'past']),
				itemId: ItemId.nullable(),
				borrowerId: BorrowerId.nullable(),
				limit: z.int().min(1).max(500),
			}),
		)
		.output(z.array(Hold)),
	hold: procedure
		.input(z.object({ borrowerId: BorrowerId, itemId: ItemId }))
		.output(Hold)
		.errors({
			/** This borrower already waits for this item. */
			ALREADY_WAITING: { status: 409 },
		}),
	/** Undo is `reopenHold`. */
	cancelHold: procedure.input(z.object({ id: HoldId })).output(z.void()),
	/** With the place it had. */
	reopenHold: procedure.input(z.object({ id: HoldId })).output(z.void()),
	/** What is taken when, from today on; `closed` are the days of the range on which nobody is there. */
	availability: procedure
		.input(
			z
				.object({ itemIds: z.array(ItemId).min(1).max(500), from: LocalDate, until: LocalDate })
				.refine(
					({ from, until }) => from >= '1970-01-01' && from <= until && until < '2200-01-01' && daysBetween(from, until) <= 400,
				),
		)
		.output(
			z.object({
				today: LocalDate,
				closed: z.array(z.object({ day: LocalDate, name: z.string().nullable() })),
				items: z.array(z.object({ itemId: ItemId, taken: z.array(Taken) })),
			}),
		),
	/** Reservations that two PCs made while apart and that cannot both be kept. */
	doubles: procedure.output(z.array(DoubleReservation)),
	/** This one stays; those that cannot be kept beside it are cancelled, with this note. Undo is `reopen`. */
	settleDouble: procedure
		.input(z.object({ stays: ReservationId, note: requiredText(200) }))
		.output(z.object({ cancelled: z.array(ReservationId) }))
		.errors({
			/** Somebody else has decided already. */
			OUTDATED: { status: 409 },
		}),
	exportCsv: procedure.input(ReservationList).output(z.object({ fileName: z.string(), text: z.string() })),
};

import { z } from 'zod';
import { ReservationFields, ReservationState } from '#shared/features/reservations/model.ts';
import { BorrowerId, ItemId, LoanId, ReservationId } from '#shared/kernel/ids.ts';
import { LocalDate } from '#shared/kernel/local-date.ts';
import { mergeKind, NO_ID } from '../../records/kind.ts';
import { hold, reservation } from './tables.ts';

/** More reservations than this cannot be in the way of one. */
export const MOST_DESPITE = 400;

export const reservationKind = mergeKind({
	vault: 'workshop',
	table: reservation,
	fields: ReservationFields.extend({
		state: ReservationState,
		loanId: LoanId.nullable(),
		cancelNote: z.string().max(200).nullable(),
		despite: z.array(ReservationId).max(MOST_DESPITE),
	}),
	empty: {
		borrowerId: NO_ID as BorrowerId,
		itemId: NO_ID as ItemId,
		fromOn: '1970-01-01' as LocalDate,
		untilOn: '1970-01-01' as LocalDate,
		note: null,
		reason: null,
		state: 'open',
		loanId: null,
		cancelNote: null,
		despite: [],
	},
	texts: [],
	unasked: ['borrowerId', 'itemId', 'loanId', 'despite'],
});

export const holdKind = mergeKind({
	vault: 'workshop',
	table: hold,
	fields: z.object({
		borrowerId: BorrowerId,
		itemId: ItemId,
		state: z.enum(['waiting', 'collected', 'cancelled']),
		endedOn: LocalDate.nullable(),
	}),
	empty: { borrowerId: NO_ID as BorrowerId, itemId: NO_ID as ItemId, state: 'waiting', endedOn: null },
	texts: [],
	unasked: ['borrowerId', 'itemId', 'endedOn'],
});

import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const reservation = sqliteTable(
	'reservation',
	{
		id: text('id').primaryKey(),
		createdAt: integer('created_at').notNull(),
		updatedAt: integer('updated_at').notNull(),
		removedAt: integer('removed_at'),
		borrowerId: text('borrower_id').notNull(),
		itemId: text('item_id').notNull(),
		fromOn: text('from_on').notNull(),
		untilOn: text('until_on').notNull(),
		note: text('note'),
		reason: text('reason'),
		state: text('state').notNull(),
		loanId: text('loan_id'),
		/** Why it was cancelled. */
		cancelNote: text('cancel_note'),
		/** Reservations that were known to be in its way when it was made; any other was made on another PC meanwhile. */
		despite: text('despite', { mode: 'json' }).notNull(),
	},
	(t) => [index('reservation_item').on(t.itemId, t.untilOn), index('reservation_borrower').on(t.borrowerId)],
);

/** Whoever waits for an item; who is next is computed from the order, the returns and the days that have passed. */
export const hold = sqliteTable(
	'hold',
	{
		id: text('id').primaryKey(),
		createdAt: integer('created_at').notNull(),
		updatedAt: integer('updated_at').notNull(),
		removedAt: integer('removed_at'),
		borrowerId: text('borrower_id').notNull(),
		itemId: text('item_id').notNull(),
		state: text('state').notNull(),
		/** The day it was collected or cancelled. */
		endedOn: text('ended_on'),
	},
	(t) => [index('hold_item').on(t.itemId), index('hold_borrower').on(t.borrowerId)],
);

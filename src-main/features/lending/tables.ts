import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const loan = sqliteTable(
	'loan',
	{
		id: text('id').primaryKey(),
		createdAt: integer('created_at').notNull(),
		updatedAt: integer('updated_at').notNull(),
		removedAt: integer('removed_at'),
		number: text('number').notNull(),
		numberValue: integer('number_value').notNull(),
		borrowerId: text('borrower_id').notNull(),
		kind: text('kind').notNull(),
		/** ms UTC; earlier than `createdAt` when it was entered later. */
		issuedAt: integer('issued_at').notNull(),
		issuedBy: text('issued_by').notNull(),
		/** Why it was lent in spite of an obstacle. */
		reason: text('reason'),
	},
	(t) => [
		index('loan_number').on(t.number),
		index('loan_number_value').on(t.numberValue),
		index('loan_borrower').on(t.borrowerId),
		// With all that finds a window of the list.
		index('loan_issued').on(t.issuedAt, t.removedAt, t.id),
		// With all that figures and the order of the list ask of a loan.
		index('loan_figures').on(t.id, t.removedAt, t.issuedAt, t.kind, t.borrowerId),
	],
);

export const loanLine = sqliteTable(
	'loan_line',
	{
		id: text('id').primaryKey(),
		createdAt: integer('created_at').notNull(),
		updatedAt: integer('updated_at').notNull(),
		removedAt: integer('removed_at'),
		loanId: text('loan_id').notNull(),
		itemId: text('item_id').notNull(),
		/** The kit that it went out in, a line of the same loan. */
		kitId: text('kit_id'),
		dueOn: text('due_on').notNull(),
		/** How often the due day was moved. */
		extended: integer('extended').notNull(),
		accessoriesOut: text('accessories_out', { mode: 'json' }).notNull(),
		conditionOut: text('condition_out'),
		/** ms UTC; null while it is out. */
		returnedAt: integer('returned_at'),
		returnedBy: text('returned_by'),
		accessoriesIn: text('accessories_in', { mode: 'json' }).notNull(),
		conditionIn: text('condition_in'),
		/** Two PCs lent the same item while apart, and this was not the line that was really out. */
		isDouble: integer('is_double', { mode: 'boolean' }).notNull(),
	},
	(t) => [
		// With all that says whether and when a loan is due, so that lists of very many need not look at the lines themselves.
		index('loan_line_loan').on(t.loanId, t.removedAt, t.returnedAt, t.dueOn),
		index('loan_line_item').on(t.itemId, t.returnedAt),
		// With all that figures ask of a line.
		index('loan_line_figures').on(t.returnedAt, t.removedAt, t.isDouble, t.loanId, t.itemId, t.kitId, t.dueOn),
		// Few of very many are out at a time.
		index('loan_line_out').on(t.itemId, t.dueOn).where(sql`returned_at IS NULL AND removed_at IS NULL`),
	],
);

/** Money that changed hands for a loan; written once. */
export const depositEntry = sqliteTable(
	'deposit_entry',
	{
		id: text('id').primaryKey(),
		at: integer('at').notNull(),
		member: text('member').notNull(),
		device: text('device').notNull(),
		loanId: text('loan_id').notNull(),
		what: text('what').notNull(),
		/** Taken > 0, given back or kept < 0. */
		cents: integer('cents').notNull(),
		receipt: text('receipt').notNull(),
	},
	(t) => [index('deposit_entry_loan').on(t.loanId, t.cents)],
);

/** Somebody was reminded of lines that are due; written once. */
export const reminder = sqliteTable(
	'reminder',
	{
		id: text('id').primaryKey(),
		at: integer('at').notNull(),
		member: text('member').notNull(),
		device: text('device').notNull(),
		borrowerId: text('borrower_id').notNull(),
		lineIds: text('line_ids', { mode: 'json' }).notNull(),
		way: text('way').notNull(),
	},
	(t) => [index('reminder_borrower').on(t.borrowerId, t.at)],
);

/** The site's rules of lending: one record, under the site's id. */
export const lendingRules = sqliteTable('lending_rules', {
	id: text('id').primaryKey(),
	createdAt: integer('created_at').notNull(),
	updatedAt: integer('updated_at').notNull(),
	removedAt: integer('removed_at'),
	loanDays: integer('loan_days').notNull(),
	mostItems: integer('most_items').notNull(),
	holdDays: integer('hold_days').notNull(),
	liabilityText: text('liability_text').notNull(),
	houseRulesText: text('house_rules_text').notNull(),
	reminderText: text('reminder_text').notNull(),
});

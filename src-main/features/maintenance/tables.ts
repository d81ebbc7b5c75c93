import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const damage = sqliteTable(
	'damage',
	{
		id: text('id').primaryKey(),
		createdAt: integer('created_at').notNull(),
		updatedAt: integer('updated_at').notNull(),
		removedAt: integer('removed_at'),
		itemId: text('item_id').notNull(),
		kind: text('kind').notNull(),
		description: text('description').notNull(),
		accessories: text('accessories', { mode: 'json' }).notNull(),
		unusable: integer('unusable', { mode: 'boolean' }).notNull(),
		foundOn: text('found_on').notNull(),
		loanId: text('loan_id'),
		lineId: text('line_id'),
		costCents: integer('cost_cents'),
		chargedCents: integer('charged_cents'),
		paidOn: text('paid_on'),
		notes: text('notes'),
		stage: text('stage').notNull(),
		closedOn: text('closed_on'),
	},
	(t) => [index('damage_item').on(t.itemId), index('damage_loan').on(t.loanId), index('damage_stage').on(t.stage)],
);

/** Manuals by themselves: the newest of an item counts. */
export const itemManual = sqliteTable(
	'item_manual',
	{
		id: text('id').primaryKey(),
		at: integer('at').notNull(),
		member: text('member').notNull(),
		device: text('device').notNull(),
		itemId: text('item_id').notNull(),
		/** Base64; null: removed. */
		pdf: text('pdf'),
	},
	(t) => [index('item_manual_item').on(t.itemId, t.at)],
);

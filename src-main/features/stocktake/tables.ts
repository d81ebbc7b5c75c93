import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const stocktake = sqliteTable('stocktake', {
	id: text('id').primaryKey(),
	createdAt: integer('created_at').notNull(),
	updatedAt: integer('updated_at').notNull(),
	removedAt: integer('removed_at'),
	name: text('name').notNull(),
	location: text('location'),
	category: text('category'),
	startedBy: text('started_by').notNull(),
	finishedAt: integer('finished_at'),
	finishedBy: text('finished_by'),
	/** What was found, as JSON, from when it is finished. */
	protocol: text('protocol'),
});

/** Every scan of every PC; written once. */
export const stocktakeScan = sqliteTable(
	'stocktake_scan',
	{
		id: text('id').primaryKey(),
		at: integer('at').notNull(),
		member: text('member').notNull(),
		device: text('device').notNull(),
		stocktakeId: text('stocktake_id').notNull(),
		/** What was scanned, as it is written; also when nothing here has that number. */
		code: text('code').notNull(),
		itemId: text('item_id'),
		/** The shelf that was being counted. */
		shelf: text('shelf'),
	},
	(t) => [
		index('stocktake_scan_of').on(t.stocktakeId, t.itemId, t.code),
		index('stocktake_scan_last').on(t.stocktakeId, t.at),
		index('stocktake_scan_by').on(t.stocktakeId, t.member, t.at),
	],
);

/** What was done about a finding; written once. */
export const stocktakeAction = sqliteTable(
	'stocktake_action',
	{
		id: text('id').primaryKey(),
		at: integer('at').notNull(),
		member: text('member').notNull(),
		device: text('device').notNull(),
		stocktakeId: text('stocktake_id').notNull(),
		itemId: text('item_id'),
		code: text('code'),
		finding: text('finding').notNull(),
		action: text('action').notNull(),
		/** JSON: what was otherwise before, to take it back. */
		before: text('before'),
		/** The action that this one takes back. */
		undoes: text('undoes'),
	},
	(t) => [index('stocktake_action_of').on(t.stocktakeId)],
);

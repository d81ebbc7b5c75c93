import { index, integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Repairs that others published. One id for a provider's reference, so that a file read twice is there once. */
export const importedRepair = sqliteTable(
	'imported_repair',
	{
		id: text('id').primaryKey(),
		at: integer('at').notNull(),
		member: text('member').notNull(),
		device: text('device').notNull(),
		reference: text('reference').notNull(),
		provider: text('provider').notNull(),
		country: text('country').notNull(),
		partnerCategory: text('partner_category').notNull(),
		category: integer('category').notNull(),
		brand: text('brand'),
		yearOfManufacture: integer('year_of_manufacture'),
		age: real('age'),
		result: text('result').notNull(),
		barrier: text('barrier'),
		group: text('group').notNull(),
		day: text('day').notNull(),
		problem: text('problem').notNull(),
	},
	(t) => [index('imported_repair_day').on(t.day)],
);

/** Under which name the house gives its repairs out: one record, under the site's id. */
export const openRepairSettings = sqliteTable('open_repair_settings', {
	id: text('id').primaryKey(),
	createdAt: integer('created_at').notNull(),
	updatedAt: integer('updated_at').notNull(),
	removedAt: integer('removed_at'),
	provider: text('provider').notNull(),
	country: text('country').notNull(),
	group: text('group').notNull(),
});

import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** How long what is kept: one record, under the site's id, in the office vault. */
export const retentionRules = sqliteTable('retention_rules', {
	id: text('id').primaryKey(),
	createdAt: integer('created_at').notNull(),
	updatedAt: integer('updated_at').notNull(),
	removedAt: integer('removed_at'),
	caseMonths: integer('case_months').notNull(),
	personMonths: integer('person_months').notNull(),
	borrowerMonths: integer('borrower_months').notNull(),
	visitorMonths: integer('visitor_months').notNull(),
});

import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** The site's own settings: one record, in the office vault. */
export const siteProfile = sqliteTable('site_profile', {
	id: text('id').primaryKey(),
	createdAt: integer('created_at').notNull(),
	updatedAt: integer('updated_at').notNull(),
	removedAt: integer('removed_at'),
	name: text('name').notNull(),
	organisation: text('organisation').notNull(),
	lockAfterMinutes: integer('lock_after_minutes').notNull(),
});

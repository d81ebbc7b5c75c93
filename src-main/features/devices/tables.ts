import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** What each device says of itself, under its own id, in the office vault. */
export const deviceStatus = sqliteTable('device_status', {
	id: text('id').primaryKey(),
	createdAt: integer('created_at').notNull(),
	updatedAt: integer('updated_at').notNull(),
	removedAt: integer('removed_at'),
	/** To the hour. */
	seenAt: integer('seen_at').notNull(),
	appVersion: text('app_version').notNull(),
	vaults: text('vaults', { mode: 'json' }).notNull(),
});

import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** The site's own settings: one record, in the office vault. */
export const siteProfile = sqliteTable('site_profile', {
	id: text('id').primaryKey(),
	createdAt: integer('created_at').notNull(),
	updatedAt: integer('updated_at').notNull(),
	removedAt: integer('removed_at'),
	name: text('name').notNull(),
	organisation: text('organisation').notNull(),
	street: text('street'),
	postcode: text('postcode'),
	city: text('city'),
	phone: text('phone'),
	lockAfterMinutes: integer('lock_after_minutes').notNull(),
});

/** When the house is open: one record, in the office vault. */
export const openingHours = sqliteTable('opening_hours', {
	id: text('id').primaryKey(),
	createdAt: integer('created_at').notNull(),
	updatedAt: integer('updated_at').notNull(),
	removedAt: integer('removed_at'),
	/** Seven, Monday first. */
	week: text('week', { mode: 'json' }).notNull(),
	state: text('state').notNull(),
	closures: text('closures', { mode: 'json' }).notNull(),
});

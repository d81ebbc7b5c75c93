import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const room = sqliteTable('room', {
	id: text('id').primaryKey(),
	createdAt: integer('created_at').notNull(),
	updatedAt: integer('updated_at').notNull(),
	removedAt: integer('removed_at'),
	name: text('name').notNull(),
	capacity: integer('capacity'),
	note: text('note'),
	forCounselling: integer('for_counselling', { mode: 'boolean' }).notNull(),
});

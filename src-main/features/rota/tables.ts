import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Somebody opens or closes the house on a day. One each, so that what two PCs write is both kept; the id follows from all three. */
export const duty = sqliteTable(
	'duty',
	{
		id: text('id').primaryKey(),
		createdAt: integer('created_at').notNull(),
		updatedAt: integer('updated_at').notNull(),
		removedAt: integer('removed_at'),
		day: text('day').notNull(),
		kind: text('kind').notNull(),
		memberId: text('member_id').notNull(),
		/** False: not any more. */
		isOn: integer('is_on', { mode: 'boolean' }).notNull(),
	},
	(t) => [index('duty_day').on(t.day)],
);

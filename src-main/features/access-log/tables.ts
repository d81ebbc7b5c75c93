import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * What administrators may see of who did what, in the office vault. Everybody who works here can open that vault, so
 * each entry is sealed to the administrators' own keys.
 */
export const accessEvent = sqliteTable(
	'access_event',
	{
		id: text('id').primaryKey(),
		at: integer('at').notNull(),
		member: text('member').notNull(),
		device: text('device').notNull(),
		/** JSON: sealed boxes in base64 by administrator. */
		sealed: text('sealed').notNull(),
	},
	(t) => [index('access_event_at').on(t.at)],
);

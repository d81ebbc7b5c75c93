import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** What is taken and who is away, in the office vault: nothing here may say anything of a client. */
const record = {
	id: text('id').primaryKey(),
	createdAt: integer('created_at').notNull(),
	updatedAt: integer('updated_at').notNull(),
	removedAt: integer('removed_at'),
};

/** The shadow of an appointment, under its id. */
export const busy = sqliteTable(
	'busy',
	{
		...record,
		counsellorIds: text('counsellor_ids', { mode: 'json' }).$type<string[]>().notNull(),
		roomId: text('room_id'),
		day: text('day').notNull(),
		from: text('from_time').notNull(),
		until: text('until_time').notNull(),
		/** Others that were known to take the same room or counsellor. */
		despite: text('despite', { mode: 'json' }).$type<string[]>().notNull(),
	},
	(t) => [index('busy_day').on(t.day)],
);

export const absence = sqliteTable(
	'absence',
	{
		...record,
		memberId: text('member_id').notNull(),
		from: text('from_day').notNull(),
		until: text('until_day').notNull(),
		note: text('note'),
	},
	(t) => [index('absence_until').on(t.until), index('absence_member').on(t.memberId)],
);

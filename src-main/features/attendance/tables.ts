import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Of somebody with a name, the id follows from the session and the folded name; all others have one of their own. */
export const attendance = sqliteTable(
	'attendance',
	{
		id: text('id').primaryKey(),
		createdAt: integer('created_at').notNull(),
		updatedAt: integer('updated_at').notNull(),
		removedAt: integer('removed_at'),
		offerId: text('offer_id').notNull(),
		/** The day that the rule gives, wherever the session was moved. */
		ruleDay: text('rule_day').notNull(),
		name: text('name'),
		via: text('via').notNull(),
		line: integer('line'),
	},
	(t) => [index('attendance_session').on(t.offerId, t.ruleDay), index('attendance_day').on(t.ruleDay)],
);

import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const offer = sqliteTable('offer', {
	id: text('id').primaryKey(),
	createdAt: integer('created_at').notNull(),
	updatedAt: integer('updated_at').notNull(),
	removedAt: integer('removed_at'),
	name: text('name').notNull(),
	kind: text('kind').notNull(),
	text: text('text'),
	translations: text('translations', { mode: 'json' }).notNull(),
	isPublic: integer('is_public', { mode: 'boolean' }).notNull(),
	leaders: text('leaders', { mode: 'json' }).notNull(),
	helpersWanted: integer('helpers_wanted').notNull(),
	roomId: text('room_id'),
	place: text('place'),
	capacity: integer('capacity'),
	colour: text('colour').notNull(),
	/** First day and rule: each says nothing without the other. */
	series: text('series', { mode: 'json' }).notNull(),
	times: text('times', { mode: 'json' }).notNull(),
	skipsClosedDays: integer('skips_closed_days', { mode: 'boolean' }).notNull(),
	/** Of which first offer it is a later part, and from which session on. */
	continues: text('continues', { mode: 'json' }),
	/** Other offers, and appointments, that were known to take the same room or leader, or were agreed on since. */
	despite: text('despite', { mode: 'json' }).notNull(),
});

/** What is different in one session; its id follows from the offer's and the day that the rule gives. */
export const sessionChange = sqliteTable(
	'session_change',
	{
		id: text('id').primaryKey(),
		createdAt: integer('created_at').notNull(),
		updatedAt: integer('updated_at').notNull(),
		removedAt: integer('removed_at'),
		offerId: text('offer_id').notNull(),
		ruleDay: text('rule_day').notNull(),
		isCancelled: integer('is_cancelled', { mode: 'boolean' }).notNull(),
		note: text('note'),
		day: text('day'),
		times: text('times', { mode: 'json' }),
		roomId: text('room_id'),
		leaders: text('leaders', { mode: 'json' }),
	},
	(t) => [index('session_change_rule_day').on(t.ruleDay), index('session_change_offer').on(t.offerId, t.ruleDay)],
);

/** Somebody helps in one session. One each, so that two who volunteer at two PCs are both kept; the id follows from all three. */
export const sessionHelper = sqliteTable(
	'session_helper',
	{
		id: text('id').primaryKey(),
		createdAt: integer('created_at').notNull(),
		updatedAt: integer('updated_at').notNull(),
		removedAt: integer('removed_at'),
		offerId: text('offer_id').notNull(),
		ruleDay: text('rule_day').notNull(),
		memberId: text('member_id').notNull(),
		/** False: not any more. */
		helps: integer('helps', { mode: 'boolean' }).notNull(),
	},
	(t) => [index('session_helper_rule_day').on(t.ruleDay), index('session_helper_offer').on(t.offerId, t.ruleDay)],
);

import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** What was said at a kiosk, without whom; written once, under an id that follows from the kiosk and what it said. */
export const signIn = sqliteTable(
	'sign_in',
	{
		id: text('id').primaryKey(),
		at: integer('at').notNull(),
		member: text('member').notNull(),
		device: text('device').notNull(),
		kiosk: text('kiosk').notNull(),
		seq: integer('seq').notNull(),
		direction: text('direction').notNull(),
		offerId: text('offer_id'),
		ruleDay: text('rule_day'),
		by: text('by').notNull(),
		language: text('language').notNull(),
		ageBand: text('age_band'),
		sex: text('sex'),
		/** By the kiosk's clock, and the newest office time that it had heard of; ms UTC. */
		saidAt: integer('said_at').notNull(),
		heardAt: integer('heard_at').notNull(),
	},
	(t) => [index('sign_in_said').on(t.saidAt), index('sign_in_at').on(t.at)],
);

/** Who it was, under the sign-in's id, until the name has to go. */
export const signInVisitor = sqliteTable(
	'sign_in_visitor',
	{
		id: text('id').primaryKey(),
		createdAt: integer('created_at').notNull(),
		updatedAt: integer('updated_at').notNull(),
		removedAt: integer('removed_at'),
		name: text('name'),
		card: text('card'),
		/** Whom a member took it for. */
		borrowerId: text('borrower_id'),
		/** When a member said that they have left. */
		leftAt: integer('left_at'),
	},
	(t) => [index('sign_in_visitor_created').on(t.createdAt)],
);

/** One record, under the site's id. */
export const signInRules = sqliteTable('sign_in_rules', {
	id: text('id').primaryKey(),
	createdAt: integer('created_at').notNull(),
	updatedAt: integer('updated_at').notNull(),
	removedAt: integer('removed_at'),
	keptWeeks: integer('kept_weeks').notNull(),
});

import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const repair = sqliteTable(
	'repair',
	{
		id: text('id').primaryKey(),
		createdAt: integer('created_at').notNull(),
		updatedAt: integer('updated_at').notNull(),
		removedAt: integer('removed_at'),
		day: text('day').notNull(),
		arrivedAt: integer('arrived_at').notNull(),
		letter: text('letter').notNull(),
		count: integer('count').notNull(),
		item: text('item').notNull(),
		/** A number of the standard or the name of a group without power. */
		category: text('category', { mode: 'json' }),
		power: text('power').notNull(),
		brand: text('brand'),
		yearOfManufacture: integer('year_of_manufacture'),
		problem: text('problem').notNull(),
		waiverId: text('waiver_id'),
		isSelfHelp: integer('is_self_help', { mode: 'boolean' }).notNull(),
		followUpOf: text('follow_up_of'),
		diagnosis: text('diagnosis'),
		parts: text('parts', { mode: 'json' }).notNull(),
		materials: text('materials'),
		donationCents: integer('donation_cents'),
		electricalTest: text('electrical_test', { mode: 'json' }),
		standing: text('standing', { mode: 'json' }).notNull(),
		/** Of `standing`, to find and sort by; done is 1, everything else 0. */
		stage: text('stage').notNull(),
		result: text('result'),
		barrier: text('barrier'),
		isDone: integer('is_done').notNull(),
		doneOn: text('done_on'),
		itemKey: text('item_key').notNull(),
		/** Went out as repaired without a passed test. */
		isUnsafe: integer('is_unsafe', { mode: 'boolean' }).notNull(),
	},
	(t) => [
		index('repair_day').on(t.day, t.letter, t.count),
		index('repair_done').on(t.isDone, t.doneOn),
		index('repair_follow_up').on(t.followUpOf),
		index('repair_item').on(t.itemKey),
	],
);

/** Who brought it, under the repair's own id: erased after a time, while what was repaired goes on counting. */
export const repairVisitor = sqliteTable(
	'repair_visitor',
	{
		id: text('id').primaryKey(),
		createdAt: integer('created_at').notNull(),
		updatedAt: integer('updated_at').notNull(),
		removedAt: integer('removed_at'),
		visitorName: text('visitor_name'),
		borrowerId: text('borrower_id'),
	},
	(t) => [index('repair_visitor_borrower').on(t.borrowerId)],
);

/** Who has a repair in hand: one for each repair and member, so that two who take it at once both have it. */
export const repairHelper = sqliteTable(
	'repair_helper',
	{
		id: text('id').primaryKey(),
		createdAt: integer('created_at').notNull(),
		updatedAt: integer('updated_at').notNull(),
		removedAt: integer('removed_at'),
		repairId: text('repair_id').notNull(),
		memberId: text('member_id').notNull(),
		helps: integer('helps', { mode: 'boolean' }).notNull(),
	},
	(t) => [index('repair_helper_repair').on(t.repairId)],
);

/** Loans of tools that were made for a repair. */
export const repairLoan = sqliteTable(
	'repair_loan',
	{
		id: text('id').primaryKey(),
		at: integer('at').notNull(),
		member: text('member').notNull(),
		device: text('device').notNull(),
		repairId: text('repair_id').notNull(),
		loanId: text('loan_id').notNull(),
	},
	(t) => [index('repair_loan_repair').on(t.repairId)],
);

/** What visitors accept; the newest counts, and repairs name theirs. */
export const waiverText = sqliteTable('waiver_text', {
	id: text('id').primaryKey(),
	at: integer('at').notNull(),
	member: text('member').notNull(),
	device: text('device').notNull(),
	text: text('text').notNull(),
});

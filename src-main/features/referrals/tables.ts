import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { StoredReferral } from '#shared/features/referrals/model.ts';

/** Who was sent on to whom, with what, and what became of it, in the counselling vault. */
export const referral = sqliteTable(
	'referral',
	{
		id: text('id').primaryKey(),
		createdAt: integer('created_at').notNull(),
		updatedAt: integer('updated_at').notNull(),
		removedAt: integer('removed_at'),
		caseId: text('case_id').notNull(),
		authorId: text('author_id').notNull(),
		recipient: text('recipient', { mode: 'json' }).$type<StoredReferral['recipient']>().notNull(),
		reason: text('reason').notNull(),
		topics: text('topics', { mode: 'json' }).$type<StoredReferral['topics']>().notNull(),
		preparedOn: text('prepared_on').notNull(),
		way: text('way').$type<StoredReferral['way']>(),
		sentOn: text('sent_on'),
		replyDueOn: text('reply_due_on'),
		answeredOn: text('answered_on'),
		replyText: text('reply_text').notNull(),
		outcome: text('outcome').$type<StoredReferral['outcome']>(),
		cancelledOn: text('cancelled_on'),
		cancelReason: text('cancel_reason'),
		override: text('override', { mode: 'json' }).$type<StoredReferral['override']>(),
	},
	(t) => [index('referral_case').on(t.caseId)],
);

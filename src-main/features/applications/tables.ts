import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Channel, Outcome, Reply } from '#shared/features/applications/model.ts';

/** Job applications of case files, in the counselling vault. */
export const application = sqliteTable(
	'application',
	{
		id: text('id').primaryKey(),
		createdAt: integer('created_at').notNull(),
		updatedAt: integer('updated_at').notNull(),
		removedAt: integer('removed_at'),
		caseId: text('case_id').notNull(),
		employer: text('employer').notNull(),
		position: text('position'),
		channel: text('channel').$type<Channel>(),
		foundThrough: text('found_through'),
		sentOn: text('sent_on'),
		reply: text('reply').$type<Reply>().notNull(),
		repliedOn: text('replied_on'),
		interviewsOn: text('interviews_on', { mode: 'json' }).$type<string[]>().notNull(),
		outcome: text('outcome').$type<Outcome>().notNull(),
		reason: text('reason'),
		nextStep: text('next_step'),
		nextStepDue: text('next_step_due'),
	},
	(t) => [index('application_case').on(t.caseId)],
);

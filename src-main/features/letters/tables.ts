import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { FinalLetter, TemplateKind } from '#shared/features/letters/model.ts';

/** Templates of the office and letters of case files, in the counselling vault. */
const record = {
	id: text('id').primaryKey(),
	createdAt: integer('created_at').notNull(),
	updatedAt: integer('updated_at').notNull(),
	removedAt: integer('removed_at'),
};

export const template = sqliteTable('template', {
	...record,
	name: text('name').notNull(),
	kind: text('kind').$type<TemplateKind>().notNull(),
	subject: text('subject'),
	body: text('body').notNull(),
	isRetired: integer('is_retired', { mode: 'boolean' }).notNull(),
});

export const letter = sqliteTable(
	'letter',
	{
		...record,
		caseId: text('case_id').notNull(),
		authorId: text('author_id').notNull(),
		address: text('address').notNull(),
		day: text('day').notNull(),
		subject: text('subject').notNull(),
		body: text('body').notNull(),
		/** As it was when it was finished; null while a draft. */
		final: text('final', { mode: 'json' }).$type<FinalLetter>(),
	},
	(t) => [index('letter_case').on(t.caseId)],
);

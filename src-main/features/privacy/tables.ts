import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { erasureColumns } from './erasure-columns.ts';

/** In the counselling vault: who is left out for a while, and that somebody was erased, without a word of whom. */
export const exclusion = sqliteTable(
	'erasure_exclusion',
	{
		id: text('id').primaryKey(),
		createdAt: integer('created_at').notNull(),
		updatedAt: integer('updated_at').notNull(),
		removedAt: integer('removed_at'),
		personId: text('person_id').notNull(),
		until: text('until').notNull(),
		reason: text('reason').notNull(),
		byId: text('by_id').notNull(),
	},
	(t) => [index('erasure_exclusion_person').on(t.personId)],
);

/** People. */
export const erasure = sqliteTable('erasure', erasureColumns());

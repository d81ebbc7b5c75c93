import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { WaitingFields } from '#shared/features/waiting-list/model.ts';

/** Who waits for an appointment, in the counselling vault. */
export const waiting = sqliteTable(
	'waiting',
	{
		id: text('id').primaryKey(),
		createdAt: integer('created_at').notNull(),
		updatedAt: integer('updated_at').notNull(),
		removedAt: integer('removed_at'),
		personId: text('person_id').notNull(),
		counsellorIds: text('counsellor_ids', { mode: 'json' }).$type<WaitingFields['counsellorIds']>().notNull(),
		kind: text('kind').$type<WaitingFields['kind']>().notNull(),
		minutes: integer('minutes').notNull(),
		weekdays: text('weekdays', { mode: 'json' }).$type<number[]>().notNull(),
		partOfDay: text('part_of_day').$type<WaitingFields['partOfDay']>().notNull(),
		until: text('until'),
		isUrgent: integer('is_urgent', { mode: 'boolean' }).notNull(),
		note: text('note'),
	},
	(t) => [index('waiting_person').on(t.personId)],
);

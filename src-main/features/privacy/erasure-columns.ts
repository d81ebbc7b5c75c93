import { integer, text } from 'drizzle-orm/sqlite-core';
import type { ErasureFields } from '#shared/features/privacy/model.ts';

/** That somebody was erased, without a word of whom: the same in whichever vault they were. */
export const erasureColumns = () => ({
	id: text('id').primaryKey(),
	at: integer('at').notNull(),
	member: text('member').notNull(),
	device: text('device').notNull(),
	reason: text('reason').$type<ErasureFields['reason']>().notNull(),
	counts: text('counts', { mode: 'json' }).$type<ErasureFields['counts']>().notNull(),
	heads: integer('heads').notNull(),
	traces: text('traces', { mode: 'json' }).$type<ErasureFields['traces']>().notNull(),
});

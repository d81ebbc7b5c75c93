import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { getTableName } from 'drizzle-orm';
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { z } from 'zod';
import { type Migration, readMigrations } from '#main/database/migrator.ts';
import { appendKind, mergeKind } from '#main/records/kind.ts';
import { change, decision, draft, feed, localSetting, outgoing, recordState, searchEntry } from '#main/records/tables.ts';

/**
 * A vault with the write path's tables, one small kind that merges, with a long text and found by its words, and one that
 * is appended: a fortieth of the pages of a real one, for tests that make thousands and are about the write path and the share.
 */
const thing = sqliteTable('thing', {
	id: text('id').primaryKey(),
	createdAt: integer('created_at').notNull(),
	updatedAt: integer('updated_at').notNull(),
	removedAt: integer('removed_at'),
	name: text('name').notNull(),
	place: text('place'),
	remarks: text('remarks').notNull(),
});

export const thingKind = mergeKind({
	vault: 'office',
	table: thing,
	fields: z.object({ name: z.string().max(200), place: z.string().nullable(), remarks: z.string() }),
	empty: { name: '', place: null, remarks: '' },
	texts: ['remarks'],
	words: ({ name, place }) => `${name} ${place ?? ''}`,
});

const look = sqliteTable('look', {
	id: text('id').primaryKey(),
	at: integer('at').notNull(),
	member: text('member').notNull(),
	device: text('device').notNull(),
	thingId: text('thing_id').notNull(),
});

export const lookKind = appendKind({ vault: 'office', table: look, fields: z.object({ thingId: z.string() }) });

export const TINY_KINDS = [thingKind, lookKind];
const TABLES = [
	...[change, decision, draft, feed, localSetting, outgoing, recordState, searchEntry].map((table) => getTableName(table)),
	'search_index',
];
const OWN_TABLES = `
	CREATE TABLE thing (id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, removed_at INTEGER,
		name TEXT NOT NULL, place TEXT, remarks TEXT NOT NULL);
	CREATE TABLE look (id TEXT PRIMARY KEY NOT NULL, at INTEGER NOT NULL, member TEXT NOT NULL, device TEXT NOT NULL, thing_id TEXT NOT NULL);`;

/** `folder`: of all vaults' migrations. */
export function tinyMigrations(folder: string): ReadonlyMap<'office', readonly Migration[]> {
	const [first, ...others] = readMigrations(join(folder, 'office'));
	if (!first || others.length > 0) throw new Error('the office vault has one migration');
	const isOurs = (statement: string) => {
		const table = /^CREATE (?:VIRTUAL )?TABLE `(\w+)`|^CREATE (?:UNIQUE )?INDEX `\w+` ON `(\w+)`/.exec(statement.trim());
		return TABLES.includes(table?.[1] ?? table?.[2] ?? '');
	};
	const sql = first.sql.split('--> statement-breakpoint').filter(isOurs).join('\n') + OWN_TABLES;
	return new Map([['office', [{ ...first, sql, hash: createHash('sha256').update(sql).digest('hex') }]]]);
}

import { sql } from 'drizzle-orm';
import { blob, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** Tables of the write path, the same in every vault. Feature tables are projections of `record_state`. */

/** The merged Yjs document of each mutable record. */
export const recordState = sqliteTable(
	'record_state',
	{
		tableName: text('table_name').notNull(),
		recordId: text('record_id').notNull(),
		state: blob('state', { mode: 'buffer' }).notNull(),
		updatedAt: integer('updated_at').notNull(),
	},
	(t) => [primaryKey({ columns: [t.tableName, t.recordId] })],
);

/** Every change ever made, own and others': what feeds carry and history is told from. */
export const change = sqliteTable(
	'change',
	{
		position: integer('position').primaryKey({ autoIncrement: true }),
		device: text('device').notNull(),
		/** Hybrid logical time; with `device` it names a change. */
		hlc: text('hlc').notNull(),
		member: text('member').notNull(),
		tableName: text('table_name').notNull(),
		recordId: text('record_id').notNull(),
		/** An `erase` stays for good, without any content: whatever else comes for its record, also later, is passed over. */
		kind: text('kind', { enum: ['merge', 'append', 'erase'] }).notNull(),
		payload: blob('payload', { mode: 'buffer' }).notNull(),
		/** Sequence of the own segment it left in; null while it waits, 0 for changes of other devices. */
		segment: integer('segment'),
	},
	(t) => [
		uniqueIndex('change_name').on(t.device, t.hlc),
		index('change_record').on(t.tableName, t.recordId),
		index('change_erased').on(t.tableName, t.recordId).where(sql`kind = 'erase'`),
		index('change_waiting').on(t.position).where(sql`segment IS NULL`),
	],
);

/** How far each feed of other devices has been applied here. */
export const feed = sqliteTable('feed', {
	device: text('device').primaryKey(),
	seq: integer('seq').notNull(),
	hash: blob('hash', { mode: 'buffer' }).notNull(),
	lastChangeAt: integer('last_change_at').notNull(),
});

/**
 * Own segments. The head stays for chaining the next; the newest keep their bytes after they were sent, so that a share
 * that forgets what it had confirmed can be given it again. Local to the device.
 */
export const outgoing = sqliteTable('outgoing', {
	seq: integer('seq').primaryKey(),
	hash: blob('hash', { mode: 'buffer' }).notNull(),
	sent: integer('sent', { mode: 'boolean' }).notNull(),
	/** How many changes it holds. */
	changes: integer('changes').notNull(),
	/** Last: SQLite reads everything that stands before a column. */
	bytes: blob('bytes', { mode: 'buffer' }),
});

/** Small facts of this device alone (share folder, writer number …). */
export const localSetting = sqliteTable('local_setting', { key: text('key').primaryKey(), value: text('value').notNull() });

/** Unsaved work, sealed to its author. Local to the device. */
export const draft = sqliteTable(
	'draft',
	{
		member: text('member').notNull(),
		key: text('key').notNull(),
		sealed: blob('sealed', { mode: 'buffer' }).notNull(),
		savedAt: integer('saved_at').notNull(),
	},
	(t) => [primaryKey({ columns: [t.member, t.key] })],
);

/** Fields that somebody has to decide about. Follows from the changes, like rows do; values are told from them when asked for. */
export const decision = sqliteTable(
	'decision',
	{
		tableName: text('table_name').notNull(),
		recordId: text('record_id').notNull(),
		field: text('field').notNull(),
		/** See `forks.ts`: another one when a value joins or leaves. */
		name: text('name').notNull(),
	},
	(t) => [primaryKey({ columns: [t.tableName, t.recordId, t.field] })],
);

/** Row numbers of the full-text index `search_index`, which itself keeps no text, and so cannot be asked what a row says. */
export const searchEntry = sqliteTable(
	'search_entry',
	{
		row: integer('row').primaryKey(),
		tableName: text('table_name').notNull(),
		recordId: text('record_id').notNull(),
		/** Hash of its words: while it stays, they need not be written again. */
		words: text('words').notNull(),
	},
	(t) => [uniqueIndex('search_entry_record').on(t.tableName, t.recordId)],
);

/** Not carried by snapshots: they belong to one device. */
export const LOCAL_TABLES = ['local_setting', 'draft', 'outgoing'] as const;

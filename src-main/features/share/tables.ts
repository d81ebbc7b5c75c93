import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** What was done for the backup itself, in the office vault: drills, second copies, restores. Nothing personal. */
export const backupReport = sqliteTable(
	'backup_report',
	{
		id: text('id').primaryKey(),
		at: integer('at').notNull(),
		member: text('member').notNull(),
		device: text('device').notNull(),
		what: text('what').notNull(),
		isFine: integer('is_fine', { mode: 'boolean' }).notNull(),
		seconds: integer('seconds').notNull(),
		vaults: text('vaults', { mode: 'json' }).notNull(),
		files: integer('files').notNull(),
		damaged: integer('damaged').notNull(),
	},
	(t) => [index('backup_report_at').on(t.at)],
);

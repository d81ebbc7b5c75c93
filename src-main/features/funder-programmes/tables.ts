import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Regime } from '#shared/features/funder-programmes/model.ts';

/** Programmes that pay for the counselling and what they ask for, in the office vault: nothing about anybody. */
const record = {
	id: text('id').primaryKey(),
	createdAt: integer('created_at').notNull(),
	updatedAt: integer('updated_at').notNull(),
	removedAt: integer('removed_at'),
};

export const funderProgramme = sqliteTable('funder_programme', {
	...record,
	name: text('name').notNull(),
	regime: text('regime').$type<Regime>().notNull(),
	startsOn: text('starts_on').notNull(),
	endsOn: text('ends_on'),
	grantNoticeOn: text('grant_notice_on'),
	keepUntil: text('keep_until'),
});

/** One record per programme and first day: two PCs that add terms while apart have added both. */
export const funderTerms = sqliteTable(
	'funder_terms',
	{
		...record,
		programmeId: text('programme_id').notNull(),
		validFrom: text('valid_from').notNull(),
		questionnaireMinutes: integer('questionnaire_minutes').notNull(),
		exitWithinDays: integer('exit_within_days').notNull(),
		followUpMonths: integer('follow_up_months').notNull(),
		followUpWithinDays: integer('follow_up_within_days').notNull(),
		longTermMonths: integer('long_term_months').notNull(),
		longTermMonthsYoung: integer('long_term_months_young').notNull(),
		youngUnder: integer('young_under').notNull(),
		longTermFromLimitOn: integer('long_term_from_limit_on', { mode: 'boolean' }).notNull(),
	},
	(t) => [index('funder_terms_programme').on(t.programmeId)],
);

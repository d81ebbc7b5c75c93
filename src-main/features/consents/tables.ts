import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ConsentFields, ReleaseFields } from '#shared/features/consents/model.ts';

/** Consents of people and releases from confidentiality in cases, in the counselling vault. */
const record = () => ({
	id: text('id').primaryKey(),
	createdAt: integer('created_at').notNull(),
	updatedAt: integer('updated_at').notNull(),
	removedAt: integer('removed_at'),
});

const agreement = () => ({
	textVersion: text('text_version').notNull(),
	language: text('language').notNull(),
	form: text('form').$type<ConsentFields['form']>().notNull(),
	evidence: text('evidence'),
	withdrawnOn: text('withdrawn_on'),
});

export const consent = sqliteTable(
	'consent',
	{
		...record(),
		personId: text('person_id'),
		businessId: text('business_id'),
		purpose: text('purpose').$type<ConsentFields['purpose']>().notNull(),
		decision: text('decision').$type<ConsentFields['decision']>().notNull(),
		decidedOn: text('decided_on').notNull(),
		...agreement(),
	},
	(t) => [index('consent_person').on(t.personId), index('consent_business').on(t.businessId)],
);

/** RELEASE alone is a word of SQL. */
export const release = sqliteTable(
	'confidentiality_release',
	{
		...record(),
		caseId: text('case_id').notNull(),
		recipient: text('recipient', { mode: 'json' }).$type<ReleaseFields['recipient']>().notNull(),
		topics: text('topics', { mode: 'json' }).$type<ReleaseFields['topics']>().notNull(),
		purpose: text('purpose').notNull(),
		givenOn: text('given_on').notNull(),
		validFrom: text('valid_from').notNull(),
		validUntil: text('valid_until').notNull(),
		...agreement(),
	},
	(t) => [index('release_case').on(t.caseId)],
);

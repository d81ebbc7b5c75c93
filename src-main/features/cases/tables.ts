import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ClosingOutcome, ClosingReason, ClosingState } from '#shared/features/cases/closing.ts';
import type { CaseAccessKind, CaseStatus, ContactKind, ContactTopic, SubjectExportForm } from '#shared/features/cases/model.ts';

/** Case files with contact notes, to-dos and the access log, in the counselling vault. */
const record = {
	id: text('id').primaryKey(),
	createdAt: integer('created_at').notNull(),
	updatedAt: integer('updated_at').notNull(),
	removedAt: integer('removed_at'),
};

export const caseFile = sqliteTable(
	'case_file',
	{
		...record,
		number: text('number').notNull(),
		/** Whom it is about: one of the two. */
		personId: text('person_id'),
		businessId: text('business_id'),
		ownerId: text('owner_id').notNull(),
		deputyIds: text('deputy_ids', { mode: 'json' }).$type<string[]>().notNull(),
		openedOn: text('opened_on').notNull(),
		programmeId: text('programme_id'),
		source: text('source'),
		concern: text('concern'),
		status: text('status').$type<CaseStatus>().notNull(),
		/** Derived: the number's digits, to find the next free one. */
		numberValue: integer('number_value').notNull(),
	},
	(t) => [
		index('case_person').on(t.personId),
		index('case_business').on(t.businessId),
		index('case_owner').on(t.ownerId),
		index('case_number').on(t.number),
		index('case_number_value').on(t.numberValue),
	],
);

export const contact = sqliteTable(
	'contact',
	{
		...record,
		caseId: text('case_id').notNull(),
		authorId: text('author_id').notNull(),
		at: integer('at').notNull(),
		duration: integer('duration').notNull(),
		kind: text('kind').$type<ContactKind>().notNull(),
		topics: text('topics', { mode: 'json' }).$type<ContactTopic[]>().notNull(),
		text: text('text').notNull(),
		nextStep: text('next_step'),
		nextStepDue: text('next_step_due'),
		/** Sealed to the author's key, base64; nobody else can open it. */
		privateNote: text('private_note'),
	},
	(t) => [index('contact_case').on(t.caseId, t.at)],
);

export const todo = sqliteTable(
	'todo',
	{
		...record,
		subject: text('subject').notNull(),
		due: text('due'),
		ownerId: text('owner_id').notNull(),
		caseId: text('case_id'),
		doneAt: integer('done_at'),
	},
	(t) => [index('todo_owner').on(t.ownerId, t.doneAt), index('todo_case').on(t.caseId)],
);

/** Who read, printed or exported which case file when. Written once, never changed (design 3, § 203 StGB). */
export const caseAccess = sqliteTable(
	'case_access',
	{
		id: text('id').primaryKey(),
		at: integer('at').notNull(),
		member: text('member').notNull(),
		device: text('device').notNull(),
		what: text('what').$type<CaseAccessKind>().notNull(),
		caseId: text('case_id').notNull(),
		form: text('form').$type<SubjectExportForm>(),
		blackened: integer('blackened'),
	},
	(t) => [index('case_access_case').on(t.caseId, t.at)],
);

/** What a file had come to when it was closed. Written once: also after a reopening it stays as it was said. */
export const caseClosing = sqliteTable(
	'case_closing',
	{
		id: text('id').primaryKey(),
		at: integer('at').notNull(),
		member: text('member').notNull(),
		device: text('device').notNull(),
		caseId: text('case_id').notNull(),
		closedOn: text('closed_on').notNull(),
		reason: text('reason').$type<ClosingReason>().notNull(),
		reasonWords: text('reason_words'),
		outcome: text('outcome').$type<ClosingOutcome>().notNull(),
		outcomeWords: text('outcome_words'),
		summary: text('summary').notNull(),
		missingBecause: text('missing_because'),
		state: text('state', { mode: 'json' }).$type<ClosingState>().notNull(),
	},
	(t) => [index('case_closing_case').on(t.caseId)],
);

export const caseReopening = sqliteTable(
	'case_reopening',
	{
		id: text('id').primaryKey(),
		at: integer('at').notNull(),
		member: text('member').notNull(),
		device: text('device').notNull(),
		caseId: text('case_id').notNull(),
		reopenedOn: text('reopened_on').notNull(),
		reason: text('reason').notNull(),
		/** The closings that it takes back. */
		closingIds: text('closing_ids', { mode: 'json' }).$type<string[]>().notNull(),
	},
	(t) => [index('case_reopening_case').on(t.caseId)],
);

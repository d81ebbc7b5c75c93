import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { FunderEventKind, Part, Participation, Snapshot } from '#shared/features/funder-data/model.ts';

/** What funders ask about participants, in the counselling vault. Codes and days; null: not asked. */
type Of<Field extends keyof Participation> = NonNullable<Participation[Field]>;

export const participation = sqliteTable(
	'funder_participation',
	{
		id: text('id').primaryKey(),
		createdAt: integer('created_at').notNull(),
		updatedAt: integer('updated_at').notNull(),
		removedAt: integer('removed_at'),
		personId: text('person_id').$type<Of<'personId'>>().notNull(),
		programmeId: text('programme_id').$type<Of<'programmeId'>>().notNull(),
		reenteredOn: text('reentered_on').$type<Of<'reenteredOn'>>(),
		entryDoneOn: text('entry_done_on').$type<Of<'entryDoneOn'>>(),
		exitDoneOn: text('exit_done_on').$type<Of<'exitDoneOn'>>(),
		followUpDoneOn: text('follow_up_done_on').$type<Of<'followUpDoneOn'>>(),
		entryOn: text('entry_on').$type<Of<'entryOn'>>(),
		sex: text('sex').$type<Of<'sex'>>(),
		birthDate: text('birth_date').$type<Of<'birthDate'>>(),
		nationality: text('nationality'),
		employment: text('employment').$type<Of<'employment'>>(),
		benefit: text('benefit').$type<Of<'benefit'>>(),
		unemployedSince: text('unemployed_since').$type<Of<'unemployedSince'>>(),
		inEducation: text('in_education').$type<Of<'inEducation'>>(),
		schoolDegree: text('school_degree').$type<Of<'schoolDegree'>>(),
		vocationalDegree: text('vocational_degree').$type<Of<'vocationalDegree'>>(),
		comparableLevel: text('comparable_level').$type<Of<'comparableLevel'>>(),
		joblessHousehold: text('jobless_household').$type<Of<'joblessHousehold'>>(),
		dependentChildren: text('dependent_children').$type<Of<'dependentChildren'>>(),
		singleAdult: text('single_adult').$type<Of<'singleAdult'>>(),
		rural: text('rural').$type<Of<'rural'>>(),
		consentOrigin: text('consent_origin').$type<Of<'consentOrigin'>>(),
		bornAbroad: text('born_abroad').$type<Of<'bornAbroad'>>(),
		parentsBornAbroad: text('parents_born_abroad').$type<Of<'parentsBornAbroad'>>(),
		minority: text('minority').$type<Of<'minority'>>(),
		consentHealth: text('consent_health').$type<Of<'consentHealth'>>(),
		disability: text('disability').$type<Of<'disability'>>(),
		consentSituation: text('consent_situation').$type<Of<'consentSituation'>>(),
		homeless: text('homeless').$type<Of<'homeless'>>(),
		otherDisadvantage: text('other_disadvantage').$type<Of<'otherDisadvantage'>>(),
		exitOn: text('exit_on').$type<Of<'exitOn'>>(),
		exitEmployment: text('exit_employment').$type<Of<'exitEmployment'>>(),
		exitJobSearch: text('exit_job_search').$type<Of<'exitJobSearch'>>(),
		exitInEducation: text('exit_in_education').$type<Of<'exitInEducation'>>(),
		exitQualification: text('exit_qualification').$type<Of<'exitQualification'>>(),
		followUpOn: text('follow_up_on').$type<Of<'followUpOn'>>(),
		followUpEmployment: text('follow_up_employment').$type<Of<'followUpEmployment'>>(),
		followUpBetterPosition: text('follow_up_better_position').$type<Of<'followUpBetterPosition'>>(),
	},
	(t) => [index('participation_person').on(t.personId), index('participation_programme').on(t.programmeId)],
);

/** What happened to completed data. Written once, never changed: what was replaced or corrected stays here. */
export const funderEvent = sqliteTable(
	'funder_event',
	{
		id: text('id').primaryKey(),
		at: integer('at').notNull(),
		member: text('member').notNull(),
		device: text('device').notNull(),
		participationId: text('participation_id').notNull(),
		what: text('what').$type<FunderEventKind>().notNull(),
		part: text('part').$type<Part>().notNull(),
		reason: text('reason'),
		answers: text('answers', { mode: 'json' }).$type<Snapshot>().notNull(),
	},
	(t) => [index('funder_event_participation').on(t.participationId, t.at)],
);

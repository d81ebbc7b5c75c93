import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { z } from 'zod';
import type { MergedFields } from '#shared/features/people/merging.ts';
import type { FormerPerson, Language, Phone } from '#shared/features/people/model.ts';

/** People, in the counselling vault. */
export const person = sqliteTable(
	'person',
	{
		id: text('id').primaryKey(),
		createdAt: integer('created_at').notNull(),
		updatedAt: integer('updated_at').notNull(),
		removedAt: integer('removed_at'),
		number: text('number').notNull(),
		title: text('title'),
		firstName: text('first_name'),
		lastName: text('last_name'),
		birthName: text('birth_name'),
		pronunciation: text('pronunciation'),
		sex: text('sex'),
		birthDate: text('birth_date'),
		nationality: text('nationality'),
		residenceTitle: text('residence_title'),
		residenceUntil: text('residence_until'),
		workAccess: text('work_access'),
		languages: text('languages', { mode: 'json' }).$type<z.infer<typeof Language>[]>().notNull(),
		interpreterNeeded: text('interpreter_needed'),
		addressExtra: text('address_extra'),
		street: text('street'),
		postcode: text('postcode'),
		city: text('city'),
		phones: text('phones', { mode: 'json' }).$type<z.infer<typeof Phone>[]>().notNull(),
		email: text('email'),
		preferredContact: text('preferred_contact'),
		doNotCall: integer('do_not_call', { mode: 'boolean' }).notNull(),
		adults: integer('adults'),
		childBirthYears: text('child_birth_years', { mode: 'json' }).$type<number[]>().notNull(),
		singleParent: text('single_parent'),
		schoolDegree: text('school_degree'),
		vocationalDegree: text('vocational_degree'),
		employment: text('employment'),
		unemployedSince: text('unemployed_since'),
		benefit: text('benefit'),
		drivingLicence: text('driving_licence'),
		disability: text('disability'),
		firstContact: text('first_contact'),
		remarks: text('remarks'),
		borrowerId: text('borrower_id'),
		/** Whose record this one became part of. */
		mergedInto: text('merged_into'),
		formerly: text('formerly', { mode: 'json' }).$type<FormerPerson[]>().notNull(),
		/** Derived: order by DIN 5007-2, and the folded name duplicates are found by. */
		sortName: text('sort_name').notNull(),
		foldedName: text('folded_name').notNull(),
		/** Derived: the number's digits, to find the next free one. */
		numberValue: integer('number_value').notNull(),
	},
	(t) => [
		index('person_sort').on(t.removedAt, t.sortName, t.id),
		index('person_folded').on(t.foldedName),
		index('person_number').on(t.removedAt, t.number, t.sortName, t.id),
		index('person_number_value').on(t.numberValue),
		index('person_updated').on(t.updatedAt),
		index('person_merged').on(t.mergedInto),
	],
);

const record = {
	id: text('id').primaryKey(),
	createdAt: integer('created_at').notNull(),
	updatedAt: integer('updated_at').notNull(),
	removedAt: integer('removed_at'),
};

/** That one record became part of another, and what that changed in it. */
export const personMerge = sqliteTable(
	'person_merge',
	{
		...record,
		keepId: text('keep_id').notNull(),
		awayId: text('away_id').notNull(),
		byId: text('by_id').notNull(),
		before: text('before', { mode: 'json' }).$type<Partial<MergedFields>>().notNull(),
		after: text('after', { mode: 'json' }).$type<Partial<MergedFields>>().notNull(),
	},
	(t) => [index('person_merge_away').on(t.awayId)],
);

/** What a merge moved from one person to another: a case file, an appointment … */
export const personMoved = sqliteTable('person_moved', {
	...record,
	tableName: text('table_name').notNull(),
	recordId: text('record_id').notNull(),
	originId: text('origin_id').notNull(),
	/** As one value, like the record's own column: of two PCs that move it while apart, the same one wins in both. */
	place: text('place', { mode: 'json' }).$type<{ at: string; alongside: boolean }>().notNull(),
});

/** Two who only share a name. */
export const personDistinct = sqliteTable('person_distinct', {
	...record,
	oneId: text('one_id').notNull(),
	otherId: text('other_id').notNull(),
});

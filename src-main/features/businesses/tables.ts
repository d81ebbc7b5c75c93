import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { LegalForm } from '#shared/features/businesses/model.ts';

/** Businesses with their sites and contacts, in the counselling vault. */
const record = {
	id: text('id').primaryKey(),
	createdAt: integer('created_at').notNull(),
	updatedAt: integer('updated_at').notNull(),
	removedAt: integer('removed_at'),
};

export const business = sqliteTable(
	'business',
	{
		...record,
		name: text('name').notNull(),
		legalForm: text('legal_form').$type<LegalForm>(),
		branch: text('branch'),
		founded: text('founded'),
		employees: integer('employees'),
		website: text('website'),
		phone: text('phone'),
		email: text('email'),
		remarks: text('remarks'),
		/** Which of its records are the main ones; null: the oldest. */
		mainSiteId: text('main_site_id'),
		mainContactId: text('main_contact_id'),
		/** Derived: order by DIN 5007-2, and what duplicates are found by. */
		sortName: text('sort_name').notNull(),
		nameKey: text('name_key').notNull(),
	},
	(t) => [index('business_sort').on(t.removedAt, t.sortName, t.id), index('business_key').on(t.nameKey)],
);

export const businessSite = sqliteTable(
	'business_site',
	{
		...record,
		businessId: text('business_id').notNull(),
		name: text('name').notNull(),
		addressExtra: text('address_extra'),
		street: text('street'),
		postcode: text('postcode'),
		city: text('city'),
	},
	(t) => [index('business_site_business').on(t.businessId)],
);

export const businessContact = sqliteTable(
	'business_contact',
	{
		...record,
		businessId: text('business_id').notNull(),
		name: text('name').notNull(),
		role: text('role'),
		phone: text('phone'),
		email: text('email'),
		personId: text('person_id'),
	},
	(t) => [index('business_contact_business').on(t.businessId), index('business_contact_person').on(t.personId)],
);

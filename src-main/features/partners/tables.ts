import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { PartnerContact, PartnerKind } from '#shared/features/partners/model.ts';

/** Organisations that the office works with, in the office vault. */
export const partner = sqliteTable('partner', {
	id: text('id').primaryKey(),
	createdAt: integer('created_at').notNull(),
	updatedAt: integer('updated_at').notNull(),
	removedAt: integer('removed_at'),
	name: text('name').notNull(),
	kind: text('kind').$type<PartnerKind>().notNull(),
	addressExtra: text('address_extra'),
	street: text('street'),
	postcode: text('postcode'),
	city: text('city'),
	phone: text('phone'),
	email: text('email'),
	website: text('website'),
	contacts: text('contacts', { mode: 'json' }).$type<PartnerContact[]>().notNull(),
	opening: text('opening'),
	note: text('note'),
	isRetired: integer('is_retired', { mode: 'boolean' }).notNull(),
});

import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const borrower = sqliteTable(
	'borrower',
	{
		id: text('id').primaryKey(),
		createdAt: integer('created_at').notNull(),
		updatedAt: integer('updated_at').notNull(),
		removedAt: integer('removed_at'),
		/** Card number, `E-00042`. */
		number: text('number').notNull(),
		numberValue: integer('number_value').notNull(),
		firstName: text('first_name'),
		lastName: text('last_name').notNull(),
		nameKey: text('name_key').notNull(),
		/** Folded first and last name, for finding doubles. */
		foldedName: text('folded_name').notNull(),
		street: text('street'),
		postcode: text('postcode'),
		city: text('city'),
		phone: text('phone'),
		email: text('email'),
		idSeenOn: text('id_seen_on'),
		houseRulesOn: text('house_rules_on'),
		mostItems: integer('most_items'),
		remarks: text('remarks'),
		blockedReason: text('blocked_reason'),
	},
	(t) => [index('borrower_number').on(t.number), index('borrower_name').on(t.nameKey), index('borrower_folded').on(t.foldedName)],
);

import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const item = sqliteTable(
	'item',
	{
		id: text('id').primaryKey(),
		createdAt: integer('created_at').notNull(),
		updatedAt: integer('updated_at').notNull(),
		removedAt: integer('removed_at'),
		number: text('number').notNull(),
		/** The digits at its end, for the next number. */
		numberValue: integer('number_value').notNull(),
		name: text('name').notNull(),
		nameKey: text('name_key').notNull(),
		maker: text('maker'),
		type: text('type'),
		category: text('category'),
		serial: text('serial'),
		location: text('location'),
		condition: text('condition'),
		boughtOn: text('bought_on'),
		priceCents: integer('price_cents'),
		depositCents: integer('deposit_cents'),
		loanDays: integer('loan_days'),
		inHouseOnly: integer('in_house_only', { mode: 'boolean' }).notNull(),
		testedUntil: text('tested_until'),
		accessories: text('accessories', { mode: 'json' }).notNull(),
		parts: text('parts', { mode: 'json' }).notNull(),
		remarks: text('remarks'),
		state: text('state').notNull(),
		stateReason: text('state_reason'),
		stateDamageId: text('state_damage_id'),
	},
	(t) => [
		index('item_number').on(t.number),
		index('item_name').on(t.nameKey),
		index('item_category').on(t.category),
		index('item_location').on(t.location),
		// Few items are kits: whose part something is, is asked of them alone.
		index('item_kit').on(t.id).where(sql`parts <> '[]'`),
	],
);

/** Photos by themselves: the newest of an item counts, and a list of items does not carry them along. */
export const itemPhoto = sqliteTable(
	'item_photo',
	{
		id: text('id').primaryKey(),
		at: integer('at').notNull(),
		member: text('member').notNull(),
		device: text('device').notNull(),
		itemId: text('item_id').notNull(),
		/** Base64; null: removed. */
		photo: text('photo'),
	},
	(t) => [index('item_photo_item').on(t.itemId, t.at)],
);

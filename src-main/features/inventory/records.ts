import { z } from 'zod';
import { EMPTY_ITEM, ItemFields, ItemState, Photo } from '#shared/features/inventory/model.ts';
import { sortKey } from '#shared/kernel/fold.ts';
import { DamageId, ItemId } from '#shared/kernel/ids.ts';
import { appendKind, mergeKind } from '../../records/kind.ts';
import { numberValue } from '../../records/numbering.ts';
import { item, itemPhoto } from './tables.ts';

/** An item as stored: the form's fields, its number and its state. */
const StoredItem = ItemFields.extend({
	number: z.string().max(24),
	state: ItemState,
	stateReason: z.string().max(200).nullable(),
	stateDamageId: DamageId.nullable(),
});

export const itemKind = mergeKind({
	vault: 'workshop',
	table: item,
	fields: StoredItem,
	// An item whose name another device sent wrongly can still be shown.
	empty: { ...EMPTY_ITEM, name: '?', number: '', state: 'active', stateReason: null, stateDamageId: null },
	texts: ['remarks'],
	unasked: ['number', 'stateDamageId'],
	derive: ({ number, name }) => ({ numberValue: numberValue(number), nameKey: sortKey(name) }),
	words: ({ number, name, maker, type, serial, category, location }) =>
		[number, number.replace(/\D+0*/, ''), name, maker, type, serial, category, location].filter(Boolean).join(' '),
});

/** The newest of an item counts; null: removed. */
export const itemPhotoKind = appendKind({
	vault: 'workshop',
	table: itemPhoto,
	fields: z.object({ itemId: ItemId, photo: Photo.nullable() }),
});

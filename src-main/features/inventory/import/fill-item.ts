import type { ItemFields } from '#shared/features/inventory/model.ts';
import { fold } from '#shared/kernel/fold.ts';
import { addLines } from '../../../import/add-lines.ts';
import { MAX_REMARKS } from './read-row.ts';

/** What an imported row adds to an item that is there already. Nothing that stands there is ever changed or removed. */

type Field = keyof ItemFields;

/** One value each: the imported one is taken only where there is none. */
const SCALARS = [
	'name',
	'maker',
	'type',
	'category',
	'serial',
	'location',
	'condition',
	'boughtOn',
	'priceCents',
	'depositCents',
	'testedUntil',
] as const satisfies readonly Field[];

/** The changes that complete `existing`; `{}` when there is nothing new. Filling again with the same row gives `{}`. */
export function fillItem(existing: ItemFields, imported: ItemFields): Partial<ItemFields> {
	const changes: Partial<ItemFields> = {};
	for (const field of SCALARS) {
		if (existing[field] === null && imported[field] !== null) Object.assign(changes, { [field]: imported[field] });
	}
	if (existing.accessories.length === 0 && imported.accessories.length > 0) changes.accessories = imported.accessories;
	const remarks = addLines(existing.remarks, imported.remarks, MAX_REMARKS);
	if (remarks !== existing.remarks) changes.remarks = remarks;
	return changes;
}

/** Fields in which both say something and not the same; spelling that folds alike is the same. */
export function differingFields(existing: ItemFields, imported: ItemFields): Field[] {
	const fields: Field[] = SCALARS.filter((field) => {
		const here = existing[field];
		const there = imported[field];
		return here !== null && there !== null && comparable(here) !== comparable(there);
	});
	const known = new Set(existing.accessories.map(comparable));
	if (known.size > 0 && imported.accessories.some((word) => !known.has(comparable(word)))) fields.push('accessories');
	return fields;
}

export const isFilledBy = (existing: ItemFields, imported: ItemFields): boolean =>
	Object.keys(fillItem(existing, imported)).length > 0;

/** The same whenever a list says the same of two items. */
export function contentKey(item: ItemFields): string {
	const scalars = SCALARS.map((field) => {
		const value = item[field];
		return value === null ? null : comparable(value);
	});
	return JSON.stringify([...scalars, item.accessories.map(comparable), item.remarks]);
}

function comparable(value: string | number): string | number {
	return typeof value === 'number' ? value : fold(value) || value;
}

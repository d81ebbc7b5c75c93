import type { ItemRow } from '#shared/features/inventory/model.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';
import type { Wanted } from './LabelChoice.tsx';

/** The items that get a label, out of all there are (retired ones among them: an old label may still be wanted). */
export function wantedItems(
	items: readonly ItemRow[],
	wanted: Wanted,
	one: string | null,
	selected: readonly string[],
): ItemRow[] {
	const ticked = new Set(selected);
	return items.filter((item) => {
		if (wanted.what === 'one') return item.id === one;
		if (wanted.what === 'selected') return ticked.has(item.id);
		if (item.state === 'retired') return false;
		if (wanted.what === 'new') return wanted.since !== null && localDateOf(item.createdAt) >= wanted.since;
		if (wanted.what === 'all') return true;
		return (
			(wanted.category === null || item.category === wanted.category) &&
			(wanted.location === null || item.location === wanted.location)
		);
	});
}

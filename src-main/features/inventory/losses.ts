import type { Item } from '#shared/features/inventory/model.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';
import { historyOf } from '../../records/history.ts';
import type { OpenVault } from '../../vaults/open-vault.ts';
import { allItems } from './queries.ts';
import { itemKind } from './records.ts';

/** An item that is missing or retired now, and since when. */
export interface Loss {
	readonly itemId: Item['id'];
	readonly number: string;
	readonly name: string;
	readonly state: 'missing' | 'retired';
	/** ms UTC */
	readonly at: number;
	readonly priceCents: number | null;
}

/** Told from the histories of the few that are gone; what turned up again is no loss. */
export function lossesOf({ file, reader }: Pick<OpenVault, 'file' | 'reader'>, year: number): Loss[] {
	return allItems(reader, ['missing', 'retired']).flatMap(({ id, number, name, state, priceCents, createdAt }): Loss[] => {
		if (state !== 'missing' && state !== 'retired') return [];
		const since = historyOf(file, itemKind, id).findLast(({ fields }) => fields.some(({ field }) => field === 'state'))?.at;
		const at = since ?? createdAt;
		return localDateOf(at).startsWith(`${year}-`) ? [{ itemId: id, number, name, state, at, priceCents }] : [];
	});
}

import type { ItemFields, ItemState } from '#shared/features/inventory/model.ts';
import type { Ids } from '#shared/kernel/environment.ts';
import type { ItemId, MemberId } from '#shared/kernel/ids.ts';
import type { Fields } from '../../records/merge.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { itemKind } from './records.ts';

/** An invented item; indexes point into the list it is in, at earlier items. */
interface InventedItem extends Omit<ItemFields, 'parts'> {
	readonly number: string;
	readonly state: ItemState;
	readonly stateReason: string | null;
	readonly partIndexes: readonly number[];
}

/** Writes the invented items as whoever invented them for; their ids, in the same order. */
export function sampleItemWriter(ids: Ids) {
	return (session: Session, items: readonly InventedItem[], author: MemberId): ItemId[] => {
		const { store } = openVaultOf(session, 'workshop');
		const written: ItemId[] = [];
		for (const { partIndexes, ...fields } of items) {
			const id = ids.next() as ItemId;
			const parts = partIndexes.flatMap((index) => written[index] ?? []);
			store.insert(itemKind, id, { ...(fields as Fields), parts }, author);
			written.push(id);
		}
		return written;
	};
}

import type { ItemState } from '#shared/features/inventory/model.ts';
import type { ItemId } from '#shared/kernel/ids.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import type { MaintenanceDeps } from './deps.ts';
import { openUnusable, type StoredDamage } from './queries.ts';
import { damageKind } from './records.ts';

/**
 * Keeps items and damage in step: what has an open case that makes it unusable is not active, and what is in maintenance
 * for a damage has such a case. Missing, retired, and maintenance that somebody set by hand are theirs to end.
 */
export interface ItemStates {
	/** After anything that happened to a case of this item. */
	putRight(session: Session, itemId: ItemId): void;
	/** Somebody has set an item's state by hand. */
	setByHand(session: Session, id: ItemId, before: ItemState): void;
	/** After merging: whatever two PCs decided while apart. */
	settle(session: Session): void;
}

/** A reason that fits the item's own field. */
const LONGEST_REASON = 200;

/** What stands at the item as the reason. */
export const reasonOf = ({ description }: Pick<StoredDamage, 'description'>): string =>
	description
		.slice(0, LONGEST_REASON)
		// Half of a sign that takes two places.
		.replace(/[\uD800-\uDBFF]$/, '')
		.trim();

export function createItemStates({ items, inMaintenance, setState }: MaintenanceDeps): ItemStates {
	const vaultOf = (session: Session) => openVaultOf(session, 'workshop');

	function putRight(session: Session, itemId: ItemId): void {
		const item = items(session, [itemId])[0];
		const isOurs = item?.state === 'maintenance' && item.stateDamageId !== null;
		if (item?.state !== 'active' && !isOurs) return;
		const open = openUnusable(vaultOf(session).reader, itemId);
		const because = open.find(({ id }) => id === item.stateDamageId) ?? open[0];
		if (because) setState(session, itemId, 'maintenance', reasonOf(because), because.id);
		else if (isOurs) setState(session, itemId, 'active', null, null);
	}

	return {
		putRight,
		setByHand(session, id, before) {
			const item = items(session, [id])[0];
			const { store, reader } = vaultOf(session);
			if (item?.state === 'active' && before === 'maintenance') {
				// Whoever says that it can be lent again says so of what was wrong with it, too.
				for (const one of openUnusable(reader, id)) store.update(damageKind, one.id, { unusable: false }, session.acting);
			}
			// What turns up again is as broken as it was.
			putRight(session, id);
		},
		settle(session) {
			const { store, reader } = vaultOf(session);
			const concerned = new Set([...openUnusable(reader).map(({ itemId }) => itemId), ...inMaintenance(session)]);
			if (concerned.size === 0) return;
			store.atomically(() => {
				for (const id of concerned) putRight(session, id);
			});
		},
	};
}

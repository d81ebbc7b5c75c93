import type { Item } from '#shared/features/inventory/model.ts';
import type { ItemId } from '#shared/kernel/ids.ts';
import type { Reader } from '../../database/handles.ts';
import { getItem, kitsWith } from './queries.ts';

/** A part that a kit cannot have; empty texts for one that is not here (any more). */
export interface RefusedPart {
	readonly number: string;
	readonly name: string;
}

/**
 * The first part that this kit must not have: one that is not there, is a kit itself, or is part of another kit. An item
 * that is part of a kit becomes none. `kit` is null for a new one; only `added` parts are looked at, so that a kit of
 * which two PCs disagree can still be changed.
 */
export function refusedPart(db: Reader, kit: Item | null, added: readonly ItemId[]): RefusedPart | null {
	if (added.length === 0) return null;
	if (kit && kitsWith(db, kit.id).length > 0) return { number: kit.number, name: kit.name };
	for (const id of added) {
		const part = getItem(db, id);
		if (!part) return { number: '', name: '' };
		const isElsewhere = kitsWith(db, id).some((other) => other.id !== kit?.id);
		if (id === kit?.id || part.parts.length > 0 || isElsewhere) return { number: part.number, name: part.name };
	}
	return null;
}

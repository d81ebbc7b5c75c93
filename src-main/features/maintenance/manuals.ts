import type { Ids } from '#shared/kernel/environment.ts';
import type { ItemId } from '#shared/kernel/ids.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import type { MaintenanceDeps } from './deps.ts';
import { manualFactsOf, manualOf } from './queries.ts';
import { itemManualKind } from './records.ts';

/** Manuals of items, base64. */
export interface Manuals {
	facts(session: Session, itemId: ItemId): { bytes: number; addedAt: number } | null;
	get(session: Session, itemId: ItemId): string | null;
	/** False when there is no such item. */
	set(session: Session, itemId: ItemId, pdf: string | null): boolean;
}

export function createManuals({ ids, items }: { ids: Ids } & Pick<MaintenanceDeps, 'items'>): Manuals {
	const vaultOf = (session: Session) => openVaultOf(session, 'workshop');
	return {
		facts: (session, itemId) => manualFactsOf(vaultOf(session).reader, itemId),
		get: (session, itemId) => manualOf(vaultOf(session).reader, itemId),
		set(session, itemId, pdf) {
			if (items(session, [itemId]).length === 0) return false;
			const { store, reader } = vaultOf(session);
			// The same again, or nothing where nothing was: megabytes that say nothing new.
			if (pdf === manualOf(reader, itemId)) return true;
			store.append(itemManualKind, ids.next(), { itemId, pdf }, session.acting);
			return true;
		},
	};
}

import { eq, isNull } from 'drizzle-orm';
import type { Partner } from '#shared/features/partners/model.ts';
import type { PartnerId } from '#shared/kernel/ids.ts';
import type { Reader } from '../../database/handles.ts';
import { partner } from './tables.ts';

export type StoredPartner = Partner & { readonly isRemoved: boolean };

function storedOf({ createdAt: _, updatedAt: __, removedAt, ...row }: typeof partner.$inferSelect): StoredPartner {
	return { ...(row as Partner), isRemoved: removedAt !== null };
}

/** In no particular order. */
export function allPartners(db: Reader): Partner[] {
	const rows = db.select().from(partner).where(isNull(partner.removedAt)).all();
	return rows.map(storedOf).map(({ isRemoved: _, ...row }) => row);
}

/** A removed one too. */
export function findPartner(db: Reader, id: PartnerId): StoredPartner | undefined {
	const row = db.select().from(partner).where(eq(partner.id, id)).get();
	return row && storedOf(row);
}

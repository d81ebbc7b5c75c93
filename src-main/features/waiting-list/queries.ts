import { and, eq, isNull } from 'drizzle-orm';
import type { WaitingFields } from '#shared/features/waiting-list/model.ts';
import type { PersonId, WaitingId } from '#shared/kernel/ids.ts';
import type { Reader } from '../../database/handles.ts';
import { waiting } from './tables.ts';

export type StoredWaiting = WaitingFields & { readonly id: WaitingId; readonly createdAt: number };

const storedOf = ({ updatedAt: _, removedAt: __, ...row }: typeof waiting.$inferSelect) => row as StoredWaiting;

/** In no particular order. */
export const allWaiting = (db: Reader): StoredWaiting[] =>
	db.select().from(waiting).where(isNull(waiting.removedAt)).all().map(storedOf);

export const isWaiting = (db: Reader, personId: PersonId): boolean =>
	db
		.select({ id: waiting.id })
		.from(waiting)
		.where(and(eq(waiting.personId, personId), isNull(waiting.removedAt)))
		.get() !== undefined;

/** A removed one too. */
export function findWaiting(db: Reader, id: WaitingId): (StoredWaiting & { readonly isRemoved: boolean }) | undefined {
	const row = db.select().from(waiting).where(eq(waiting.id, id)).get();
	return row && { ...storedOf(row), isRemoved: row.removedAt !== null };
}

import { and, asc, desc, eq, isNotNull, isNull, notInArray, type SQL, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { DamageList } from '#shared/features/maintenance/contract.ts';
import type { DamageFields, DamageStage } from '#shared/features/maintenance/model.ts';
import type { DamageId, ItemId, LoanId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { Reader } from '../../database/handles.ts';
import { damage, itemManual } from './tables.ts';

/** Reads of damage cases and manuals. A withdrawn case is never among them, unless the name says so. */
export type Listing = z.infer<typeof DamageList>;

export interface StoredDamage extends DamageFields {
	readonly id: DamageId;
	readonly createdAt: number;
	readonly stage: DamageStage;
	readonly closedOn: LocalDate | null;
}

const IS_OPEN = notInArray(damage.stage, ['fixed', 'retired']);
const IS_UNPAID = and(isNotNull(damage.loanId), sql`${damage.chargedCents} > 0`, isNull(damage.paidOn));

const damageOf = (row: typeof damage.$inferSelect): StoredDamage => {
	const { removedAt: _removedAt, updatedAt: _updatedAt, ...stored } = row;
	return stored as unknown as StoredDamage;
};

/** The oldest first. */
const damagesWhere = (db: Reader, condition: SQL | undefined): StoredDamage[] =>
	db.select().from(damage).where(condition).orderBy(asc(damage.createdAt), asc(damage.id)).all().map(damageOf);

export const getDamage = (db: Reader, id: DamageId): StoredDamage | undefined =>
	damagesWhere(db, and(eq(damage.id, id), isNull(damage.removedAt)))[0];

/** Also true for a withdrawn one. */
export const wasThere = (db: Reader, id: DamageId): boolean =>
	db.select({ id: damage.id }).from(damage).where(eq(damage.id, id)).get() !== undefined;

/** Cases that keep an item from being lent; of all items without one. */
export const openUnusable = (db: Reader, itemId: ItemId | null = null): StoredDamage[] =>
	damagesWhere(
		db,
		and(itemId === null ? undefined : eq(damage.itemId, itemId), eq(damage.unusable, true), IS_OPEN, isNull(damage.removedAt)),
	);

/** Cases of an item of which something is still missing. */
export const openAccessoryCases = (db: Reader, itemId: ItemId): StoredDamage[] =>
	damagesWhere(db, and(eq(damage.itemId, itemId), eq(damage.kind, 'accessory'), IS_OPEN, isNull(damage.removedAt)));

function filterOf(filter: Listing['filter']): SQL | undefined {
	if (filter === 'all') return undefined;
	if (filter === 'open') return IS_OPEN;
	return filter === 'unpaid' ? IS_UNPAID : eq(damage.stage, filter);
}

export const listDamages = (db: Reader, { filter, itemId, loanId }: Pick<Listing, 'filter' | 'itemId' | 'loanId'>) =>
	damagesWhere(
		db,
		and(
			isNull(damage.removedAt),
			filterOf(filter),
			itemId === null ? undefined : eq(damage.itemId, itemId),
			loanId === null ? undefined : eq(damage.loanId, loanId),
		),
	);

/** What was charged and not paid, by the loan it came from. */
export function openCharges(db: Reader): { loanId: LoanId; cents: number }[] {
	return db
		.select({ loanId: damage.loanId, cents: sql<number>`sum(${damage.chargedCents})` })
		.from(damage)
		.where(and(IS_UNPAID, isNull(damage.removedAt)))
		.groupBy(damage.loanId)
		.all() as { loanId: LoanId; cents: number }[];
}

const newestManual = (db: Reader, itemId: ItemId) =>
	db
		.select({ id: itemManual.id })
		.from(itemManual)
		.where(eq(itemManual.itemId, itemId))
		.orderBy(desc(itemManual.at), desc(itemManual.id))
		.get();

/** The base64 of the newest manual; null when there is none, or it was removed. */
export function manualOf(db: Reader, itemId: ItemId): string | null {
	const newest = newestManual(db, itemId);
	if (!newest) return null;
	return db.select({ pdf: itemManual.pdf }).from(itemManual).where(eq(itemManual.id, newest.id)).get()?.pdf ?? null;
}

/** `addedAt`: ms UTC. */
export function manualFactsOf(db: Reader, itemId: ItemId): { bytes: number; addedAt: number } | null {
	const newest = newestManual(db, itemId);
	if (!newest) return null;
	const facts = db
		.select({
			bytes: sql<
				number | null
			>`length(${itemManual.pdf}) * 3 / 4 - (length(${itemManual.pdf}) - length(rtrim(${itemManual.pdf}, '=')))`,
			addedAt: itemManual.at,
		})
		.from(itemManual)
		.where(eq(itemManual.id, newest.id))
		.get();
	return facts?.bytes ? { bytes: facts.bytes, addedAt: facts.addedAt } : null;
}

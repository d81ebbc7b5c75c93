import { and, asc, between, eq, gte, isNull, lte, or } from 'drizzle-orm';
import type { Offer, SessionChange, SessionTimes } from '#shared/features/offers/model.ts';
import type { MemberId, OfferId, RecordId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { Reader } from '../../database/handles.ts';
import type { Series } from './occurrences.ts';
import { offer, sessionChange, sessionHelper } from './tables.ts';

/** `despite`: what was known to be in its way. `continues`: the offer it was split from in the first place, and the day of that one's rule it begins with. */
export type StoredOffer = Offer & {
	readonly continues: { readonly offerId: OfferId; readonly from: LocalDate } | null;
	readonly despite: readonly RecordId[];
};

export interface ChangeRecord extends SessionChange {
	readonly offerId: OfferId;
	readonly ruleDay: LocalDate;
}

export interface HelperRecord {
	readonly offerId: OfferId;
	readonly ruleDay: LocalDate;
	readonly memberId: MemberId;
}

function offerOf({ createdAt: _, updatedAt: __, removedAt: ___, series, times, ...row }: typeof offer.$inferSelect): StoredOffer {
	return { ...row, ...(series as Series), ...(times as SessionTimes) } as StoredOffer;
}

const changeOf = ({ id: _, createdAt: __, updatedAt: ___, removedAt: ____, ...row }: typeof sessionChange.$inferSelect) =>
	row as ChangeRecord;

/** In no particular order. */
export const allOffers = (db: Reader): StoredOffer[] => db.select().from(offer).where(isNull(offer.removedAt)).all().map(offerOf);

export function getOffer(db: Reader, id: OfferId): StoredOffer | undefined {
	const row = db
		.select()
		.from(offer)
		.where(and(eq(offer.id, id), isNull(offer.removedAt)))
		.get();
	return row && offerOf(row);
}

/** Also true for a removed one. */
export const wasThere = (db: Reader, id: OfferId): boolean =>
	db.select({ id: offer.id }).from(offer).where(eq(offer.id, id)).get() !== undefined;

export const changesOf = (db: Reader, id: OfferId): ChangeRecord[] =>
	db.select().from(sessionChange).where(eq(sessionChange.offerId, id)).all().map(changeOf);

/** Of sessions that were planned for these days, or moved to them. */
export function changesBetween(db: Reader, from: LocalDate, until: LocalDate): ChangeRecord[] {
	const within = (column: typeof sessionChange.ruleDay | typeof sessionChange.day) => and(gte(column, from), lte(column, until));
	return db
		.select()
		.from(sessionChange)
		.where(or(within(sessionChange.ruleDay), within(sessionChange.day)))
		.all()
		.map(changeOf);
}

export function getChange(db: Reader, offerId: OfferId, ruleDay: LocalDate): ChangeRecord | undefined {
	const row = db
		.select()
		.from(sessionChange)
		.where(and(eq(sessionChange.offerId, offerId), eq(sessionChange.ruleDay, ruleDay)))
		.get();
	return row && changeOf(row);
}

const helperColumns = { offerId: sessionHelper.offerId, ruleDay: sessionHelper.ruleDay, memberId: sessionHelper.memberId };

/** Of sessions that were planned for these days; who said so first comes first. */
export function helpersBetween(db: Reader, from: LocalDate, until: LocalDate): HelperRecord[] {
	return db
		.select(helperColumns)
		.from(sessionHelper)
		.where(and(eq(sessionHelper.helps, true), between(sessionHelper.ruleDay, from, until)))
		.orderBy(asc(sessionHelper.createdAt), asc(sessionHelper.id))
		.all() as HelperRecord[];
}

export function helpersOf(db: Reader, id: OfferId): HelperRecord[] {
	return db
		.select(helperColumns)
		.from(sessionHelper)
		.where(and(eq(sessionHelper.helps, true), eq(sessionHelper.offerId, id)))
		.all() as HelperRecord[];
}

import { and, desc, eq, isNull } from 'drizzle-orm';
import type { ErasureFields } from '#shared/features/privacy/model.ts';
import { RetentionRules, USUAL_RULES } from '#shared/features/privacy/model.ts';
import type { ErasureId, MemberId, RecordId, SiteId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { Reader } from '../../database/handles.ts';
import { borrowerErasure } from './borrower-tables.ts';
import { retentionRules } from './rules-tables.ts';
import { erasure, exclusion } from './tables.ts';

export function storedRules(db: Reader, site: SiteId): RetentionRules | undefined {
	const row = db.select().from(retentionRules).where(eq(retentionRules.id, site)).get();
	return row && RetentionRules.parse(row);
}

export const rulesOf = (db: Reader, site: SiteId): RetentionRules => storedRules(db, site) ?? USUAL_RULES;

export interface StoredExclusion {
	readonly id: RecordId;
	readonly personId: string;
	readonly until: LocalDate;
	readonly reason: string;
	readonly byId: MemberId;
}

/** The one that lasts longest, where two PCs said different things while apart. */
export function exclusions(db: Reader): ReadonlyMap<string, StoredExclusion> {
	const rows = db
		.select()
		.from(exclusion)
		.where(isNull(exclusion.removedAt))
		.orderBy(exclusion.until, exclusion.id)
		.all() as unknown as StoredExclusion[];
	return new Map(rows.map((row) => [row.personId, row]));
}

export const exclusionsOf = (db: Reader, personId: string): StoredExclusion[] =>
	db
		.select()
		.from(exclusion)
		.where(and(eq(exclusion.personId, personId), isNull(exclusion.removedAt)))
		.all() as unknown as StoredExclusion[];

export interface StoredErasure extends ErasureFields {
	readonly id: ErasureId;
	readonly at: number;
	readonly member: MemberId;
}

export const erasures = (db: Reader): StoredErasure[] =>
	db.select().from(erasure).orderBy(desc(erasure.at), desc(erasure.id)).all() as unknown as StoredErasure[];

export const borrowerErasures = (db: Reader): StoredErasure[] =>
	db
		.select()
		.from(borrowerErasure)
		.orderBy(desc(borrowerErasure.at), desc(borrowerErasure.id))
		.all() as unknown as StoredErasure[];

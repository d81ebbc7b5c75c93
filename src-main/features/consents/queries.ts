import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { Client } from '#shared/features/cases/client.ts';
import type { Consent, Release } from '#shared/features/consents/model.ts';
import type { CaseId, ConsentId, ReleaseId } from '#shared/kernel/ids.ts';
import type { Reader } from '../../database/handles.ts';
import { consent, release } from './tables.ts';

export type StoredRelease = Omit<Release, 'recipientName'>;

function stored<Row extends { createdAt: number; updatedAt: number; removedAt: number | null }>(row: Row) {
	const { createdAt: _, updatedAt: __, removedAt: ___, ...fields } = row;
	return fields;
}

/** The newest decision first. */
export function consentsOf(db: Reader, { personId, businessId }: Client): Consent[] {
	const whose = personId === null ? eq(consent.businessId, businessId) : eq(consent.personId, personId);
	return db
		.select()
		.from(consent)
		.where(and(whose, isNull(consent.removedAt)))
		.orderBy(desc(consent.decidedOn), desc(consent.id))
		.all()
		.map(stored) as Consent[];
}

/** A removed one too. */
export const findConsent = (db: Reader, id: ConsentId): Consent | undefined => {
	const row = db.select().from(consent).where(eq(consent.id, id)).get();
	return row && (stored(row) as Consent);
};

/** The newest first. */
export function releasesOf(db: Reader, caseIds: readonly CaseId[]): StoredRelease[] {
	return db
		.select()
		.from(release)
		.where(and(inArray(release.caseId, [...caseIds]), isNull(release.removedAt)))
		.orderBy(desc(release.givenOn), desc(release.id))
		.all()
		.map(stored) as StoredRelease[];
}

/** A removed one too. */
export const findRelease = (db: Reader, id: ReleaseId): StoredRelease | undefined => {
	const row = db.select().from(release).where(eq(release.id, id)).get();
	return row && (stored(row) as StoredRelease);
};

import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { StoredReferral } from '#shared/features/referrals/model.ts';
import type { CaseId, ReferralId } from '#shared/kernel/ids.ts';
import type { Reader } from '../../database/handles.ts';
import { referral } from './tables.ts';

function storedOf({ createdAt: _, updatedAt: __, removedAt: ___, ...row }: typeof referral.$inferSelect): StoredReferral {
	return row as StoredReferral;
}

/** The newest first. */
export function referralsOf(db: Reader, caseIds: readonly CaseId[]): StoredReferral[] {
	return db
		.select()
		.from(referral)
		.where(and(inArray(referral.caseId, [...caseIds]), isNull(referral.removedAt)))
		.orderBy(desc(referral.preparedOn), desc(referral.id))
		.all()
		.map(storedOf);
}

/** A removed one too. */
export function findReferral(db: Reader, id: ReferralId): (StoredReferral & { readonly isRemoved: boolean }) | undefined {
	const row = db.select().from(referral).where(eq(referral.id, id)).get();
	return row && { ...storedOf(row), isRemoved: row.removedAt !== null };
}

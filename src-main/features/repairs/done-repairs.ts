import { and, asc, eq, gte, isNull, lte } from 'drizzle-orm';
import type { BorrowerId, MemberId, RepairId } from '#shared/kernel/ids.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import type { RepairsDeps } from './deps.ts';
import { helpersOf, repairsAmong, type StoredRepair } from './queries.ts';
import { repair } from './tables.ts';

/** A repair that is done, with who worked on it and every name its visitor goes by here. */
export type DoneRepair = StoredRepair &
	Pick<StoredRepair['standing'], 'result' | 'barrier'> & {
		readonly helpers: readonly MemberId[];
		readonly names: readonly string[];
	};

/** Of one year by the day they came, or of all years; in the order in which they came. */
export function doneRepairs(
	{ borrowerNames }: Pick<RepairsDeps, 'borrowerNames'>,
	session: Session,
	year: number | null,
): DoneRepair[] {
	const { reader } = openVaultOf(session, 'workshop');
	const ids = reader
		.select({ id: repair.id })
		.from(repair)
		.where(
			and(
				eq(repair.isDone, 1),
				isNull(repair.removedAt),
				year === null ? undefined : and(gte(repair.day, `${year}-01-01`), lte(repair.day, `${year}-12-31`)),
			),
		)
		.orderBy(asc(repair.arrivedAt), asc(repair.id))
		.all()
		.map(({ id }) => id as RepairId);
	const found = repairsAmong(reader, ids);
	const helpers = helpersOf(reader, ids);
	const cards = [...new Set(found.flatMap(({ borrowerId }) => borrowerId ?? []))];
	const named = cards.length === 0 ? new Map<BorrowerId, string>() : borrowerNames(session, cards);
	return found.map((one) => ({
		...one,
		...{ result: one.standing.result, barrier: one.standing.barrier, helpers: helpers.get(one.id) ?? [] },
		names: [one.visitorName, one.borrowerId === null ? null : named.get(one.borrowerId)].flatMap((name) => name ?? []),
	}));
}

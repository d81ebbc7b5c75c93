import { queueLabel, type Repair, type RepairRow } from '#shared/features/repairs/model.ts';
import type { BorrowerId } from '#shared/kernel/ids.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import type { RepairsDeps } from './deps.ts';
import { helpersOf, type StoredRepair, visitsAround } from './queries.ts';

/** Repairs as the screen shows them: with the names of visitors and helpers. */
export function repairViews({ borrowerNames, memberName }: Pick<RepairsDeps, 'borrowerNames' | 'memberName'>) {
	const readerOf = (session: Session) => openVaultOf(session, 'workshop').reader;

	function rows(session: Session, repairs: readonly StoredRepair[]): RepairRow[] {
		const cards = [...new Set(repairs.flatMap(({ borrowerId }) => borrowerId ?? []))];
		const names = cards.length === 0 ? new Map<BorrowerId, string>() : borrowerNames(session, cards);
		const helpers = helpersOf(
			readerOf(session),
			repairs.map(({ id }) => id),
		);
		return repairs.map(({ standing, ...repair }) => ({
			...{ id: repair.id, day: repair.day, number: queueLabel(repair), item: repair.item, category: repair.category },
			...{ power: repair.power, brand: repair.brand, problem: repair.problem, isSelfHelp: repair.isSelfHelp },
			...{ borrowerId: repair.borrowerId, waiverId: repair.waiverId, electricalTest: repair.electricalTest },
			...{ donationCents: repair.donationCents, arrivedAt: repair.arrivedAt, ...standing },
			visitor: (repair.borrowerId === null ? undefined : names.get(repair.borrowerId)) ?? repair.visitorName,
			helpers: (helpers.get(repair.id) ?? []).map((id) => ({ id, name: memberName(session, id) })),
		}));
	}

	return {
		rows,
		whole(session: Session, repair: StoredRepair): Repair {
			const [row] = rows(session, [repair]);
			if (!row) throw new Error('a repair without a row');
			const { standing: _standing, ...fields } = repair;
			return {
				...fields,
				...row,
				...visitsAround(readerOf(session), repair),
				testedBy: repair.electricalTest === null ? '' : memberName(session, repair.electricalTest.by),
			};
		},
	};
}

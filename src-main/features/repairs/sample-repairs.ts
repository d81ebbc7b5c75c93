import type { ElectricalTest, RepairFields, RepairPart } from '#shared/features/repairs/model.ts';
import { DEFAULT_WAIVER_ID } from '#shared/features/repairs/waiver.ts';
import { instantOf } from '#shared/kernel/berlin-time.ts';
import type { Clock, Ids } from '#shared/kernel/environment.ts';
import type { BorrowerId, MemberId, RepairId } from '#shared/kernel/ids.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';
import { derivedId } from '../../records/derived-id.ts';
import type { Fields } from '../../records/merge.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { repairHelperKind, repairKind, repairVisitorKind } from './records.ts';

interface InventedRepair
	extends Pick<
		RepairFields,
		'day' | 'item' | 'category' | 'power' | 'brand' | 'problem' | 'isSelfHelp' | 'diagnosis' | 'materials' | 'donationCents'
	> {
	readonly minutes: number;
	readonly visitor: string | null;
	readonly borrowerIndex: number | null;
	readonly year: number | null;
	readonly hasAgreed: boolean;
	readonly stage: RepairFields['standing']['stage'];
	readonly helperIndexes: readonly number[];
	readonly parts: readonly RepairPart[];
	readonly test: ElectricalTest['result'] | null;
	readonly result: RepairFields['standing']['result'];
	readonly barrier: RepairFields['standing']['barrier'];
	readonly followUpIndex: number | null;
}

const MINUTE = 60_000;
const WAITED = 12 * MINUTE;
const WORKED = 25 * MINUTE;

/** Writes the invented repairs; indexes point into the given members and borrowers, and into the repairs themselves. */
export function sampleRepairWriter({ ids, clock }: { ids: Ids; clock: Clock }) {
	return (
		session: Session,
		repairs: readonly InventedRepair[],
		of: { readonly members: readonly MemberId[]; readonly borrowers: readonly BorrowerId[] },
		author: MemberId,
	): void => {
		const { store } = openVaultOf(session, 'workshop');
		const now = clock.now();
		const written: RepairId[] = [];
		const counts = new Map<string, number>();
		for (const repair of repairs) {
			const { day, minutes, stage, result, barrier } = repair;
			const id = ids.next() as RepairId;
			const count = (counts.get(day) ?? 0) + 1;
			counts.set(day, count);
			const arrivedAt = day === localDateOf(now) ? now - minutes * MINUTE : instantOf(day, '10:00') + minutes * MINUTE;
			const by = of.members[repair.helperIndexes[0] ?? -1] ?? author;
			const fields: RepairFields = {
				...{ day, arrivedAt, letter: 'A', count, item: repair.item, category: repair.category, power: repair.power },
				...{ brand: repair.brand, yearOfManufacture: repair.year, problem: repair.problem },
				waiverId: repair.hasAgreed ? DEFAULT_WAIVER_ID : null,
				isSelfHelp: repair.isSelfHelp,
				followUpOf: written[repair.followUpIndex ?? -1] ?? null,
				...{ diagnosis: repair.diagnosis, materials: repair.materials, donationCents: repair.donationCents },
				parts: [...repair.parts],
				electricalTest: repair.test === null ? null : { result: repair.test, by, on: day },
				standing: {
					...{ stage, result, barrier },
					takenAt: stage === 'waiting' ? null : arrivedAt + WAITED,
					doneAt: stage === 'done' ? arrivedAt + WAITED + WORKED : null,
				},
			};
			store.insert(repairKind, id, fields as unknown as Fields, author);
			const borrowerId = of.borrowers[repair.borrowerIndex ?? -1] ?? null;
			if (repair.visitor !== null || borrowerId !== null)
				store.put(repairVisitorKind, id, {}, { visitorName: repair.visitor, borrowerId }, author);
			for (const index of repair.helperIndexes) {
				const memberId = of.members[index];
				if (memberId === undefined) throw new Error('an invented repair by nobody');
				store.put(repairHelperKind, derivedId(id, memberId), { repairId: id, memberId }, { helps: true }, author);
			}
			written.push(id);
		}
	};
}

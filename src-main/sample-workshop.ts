import type { Clock, Ids } from '#shared/kernel/environment.ts';
import { sampleBorrowerWriter } from './features/borrowers/sample-borrowers.ts';
import { sampleItemWriter } from './features/inventory/sample-items.ts';
import { sampleLoanWriter } from './features/lending/sample-loans.ts';
import type { MaintenanceDeps } from './features/maintenance/deps.ts';
import { sampleDamageWriter } from './features/maintenance/sample-damages.ts';
import { sampleRepairWriter } from './features/repairs/sample-repairs.ts';
import { sampleReservationWriter } from './features/reservations/sample-reservations.ts';
import type { SampleWriters } from './features/site/sample-service.ts';

interface Parts extends Pick<MaintenanceDeps, 'setState'> {
	readonly ids: Ids;
	readonly clock: Clock;
}

/** Part of the composition root: the workshop of the sample office is written by several features, each its own. */
export function sampleWorkshopWriter({ ids, clock, setState }: Parts): SampleWriters['writeWorkshop'] {
	const writeItems = sampleItemWriter(ids);
	const writeBorrowers = sampleBorrowerWriter(ids);
	const writeLoans = sampleLoanWriter({ ids, clock });
	const writeReservations = sampleReservationWriter(ids);
	const writeDamages = sampleDamageWriter({ ids, setState });
	const writeRepairs = sampleRepairWriter({ ids, clock });
	return (session, { items, workshop }, author, members) => {
		const itemIds = writeItems(session, items, author);
		const written = items.flatMap(({ accessories }, index) => {
			const id = itemIds[index];
			return id === undefined ? [] : [{ id, accessories }];
		});
		const borrowers = writeBorrowers(session, workshop.borrowers, author);
		const loans = writeLoans(session, workshop.loans, { items: written, borrowers }, author);
		writeReservations(session, workshop, { items: written, borrowers }, author);
		writeDamages(session, workshop.damages, { items: written, loans }, author);
		writeRepairs(session, workshop.repairs, { members, borrowers }, author);
		return borrowers;
	};
}

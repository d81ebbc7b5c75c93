import { type DamageKind, type DamageStage, isOpen } from '#shared/features/maintenance/model.ts';
import type { Ids } from '#shared/kernel/environment.ts';
import type { DamageId, ItemId, LoanId, LoanLineId, MemberId } from '#shared/kernel/ids.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import type { MaintenanceDeps } from './deps.ts';
import { reasonOf } from './item-state.ts';
import { damageKind } from './records.ts';

interface InventedDamage {
	readonly itemIndex: number;
	readonly loanIndex: number | null;
	readonly kind: DamageKind;
	readonly description: string;
	readonly accessories: readonly string[];
	readonly unusable: boolean;
	readonly foundOn: LocalDate;
	readonly stage: DamageStage;
	readonly notes: string | null;
	readonly costCents: number | null;
}

/** A loan as it was written; its lines name their items. */
interface Loan {
	readonly id: LoanId;
	readonly lines: readonly { readonly id: LoanLineId; readonly itemIndex: number }[];
}

const REPAIRED_AFTER_DAYS = 6;

/** Writes the invented damage cases; indexes point into the given items and loans. */
export function sampleDamageWriter({ ids, setState }: { ids: Ids } & Pick<MaintenanceDeps, 'setState'>) {
	return (
		session: Session,
		damages: readonly InventedDamage[],
		of: { readonly items: readonly { readonly id: ItemId }[]; readonly loans: readonly Loan[] },
		author: MemberId,
	): void => {
		const { store } = openVaultOf(session, 'workshop');
		for (const { itemIndex, loanIndex, accessories, ...fields } of damages) {
			const item = of.items[itemIndex];
			if (!item) throw new Error('invented damage of nothing');
			const loan = loanIndex === null ? undefined : of.loans[loanIndex];
			const id = ids.next() as DamageId;
			store.insert(
				damageKind,
				id,
				{
					...fields,
					itemId: item.id,
					accessories: [...accessories],
					loanId: loan?.id ?? null,
					lineId: loan?.lines.find((line) => line.itemIndex === itemIndex)?.id ?? null,
					closedOn: fields.stage === 'fixed' ? addDays(fields.foundOn, REPAIRED_AFTER_DAYS) : null,
				},
				author,
			);
			if (fields.unusable && isOpen(fields.stage)) setState(session, item.id, 'maintenance', reasonOf(fields), id);
		}
	};
}

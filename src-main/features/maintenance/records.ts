import { z } from 'zod';
import { DamageFields, DamageStage, Manual } from '#shared/features/maintenance/model.ts';
import { ItemId } from '#shared/kernel/ids.ts';
import { LocalDate } from '#shared/kernel/local-date.ts';
import { appendKind, mergeKind, NO_ID } from '../../records/kind.ts';
import { damage, itemManual } from './tables.ts';

export const damageKind = mergeKind({
	vault: 'workshop',
	table: damage,
	fields: DamageFields.extend({ stage: DamageStage, closedOn: LocalDate.nullable() }),
	empty: {
		itemId: NO_ID as ItemId,
		kind: 'broken',
		description: '?',
		accessories: [],
		unusable: false,
		foundOn: '1970-01-01' as LocalDate,
		loanId: null,
		lineId: null,
		costCents: null,
		chargedCents: null,
		paidOn: null,
		notes: null,
		stage: 'found',
		closedOn: null,
	},
	texts: ['notes'],
	unasked: ['itemId', 'loanId', 'lineId', 'closedOn'],
});

/** The newest of an item counts; null: removed. */
export const itemManualKind = appendKind({
	vault: 'workshop',
	table: itemManual,
	fields: z.object({ itemId: ItemId, pdf: Manual.nullable() }),
});

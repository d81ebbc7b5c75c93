import { WaitingFields } from '#shared/features/waiting-list/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { mergeKind, NO_ID } from '../../records/kind.ts';
import { waiting } from './tables.ts';

export const waitingKind = mergeKind({
	vault: 'counselling',
	table: waiting,
	fields: WaitingFields,
	empty: {
		...{ personId: NO_ID as PersonId, counsellorIds: [], kind: 'counselling', minutes: 45, weekdays: [], partOfDay: 'any' },
		...{ until: null, isUrgent: false, note: null },
	},
	texts: [],
	unasked: ['personId'],
});

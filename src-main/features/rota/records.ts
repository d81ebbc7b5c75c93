import { z } from 'zod';
import { Duty } from '#shared/features/rota/model.ts';
import type { MemberId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { mergeKind, NO_ID } from '../../records/kind.ts';
import { duty } from './tables.ts';

export const dutyKind = mergeKind({
	vault: 'office',
	table: duty,
	fields: Duty.extend({ isOn: z.boolean() }),
	empty: { day: '1970-01-01' as LocalDate, kind: 'open', memberId: NO_ID as MemberId, isOn: false },
	texts: [],
	unasked: ['day', 'kind', 'memberId'],
});

import { z } from 'zod';
import { AbsenceFields, BusyFields } from '#shared/features/schedule/model.ts';
import { type MemberId, RecordId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { WallTime } from '#shared/kernel/wall-time.ts';
import { mergeKind, NO_ID } from '../../records/kind.ts';
import { absence, busy } from './tables.ts';

/** More than this cannot be in the way of one. */
const MOST_DESPITE = 100;

const noDay = '1970-01-01' as LocalDate;

export const busyKind = mergeKind({
	vault: 'office',
	table: busy,
	fields: BusyFields.extend({ despite: z.array(RecordId).max(MOST_DESPITE) }),
	empty: {
		counsellorIds: [],
		roomId: null,
		day: noDay,
		from: '00:00' as WallTime,
		until: '00:01' as WallTime,
		despite: [],
	},
	texts: [],
	unasked: 'all',
});

export const absenceKind = mergeKind({
	vault: 'office',
	table: absence,
	fields: AbsenceFields,
	empty: { memberId: NO_ID as MemberId, from: noDay, until: noDay, note: null },
	texts: [],
	unasked: ['memberId'],
});

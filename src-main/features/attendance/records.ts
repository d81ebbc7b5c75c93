import { z } from 'zod';
import { AttendanceVia, LONGEST_NAME, SheetLine } from '#shared/features/attendance/model.ts';
import { OfferId } from '#shared/kernel/ids.ts';
import { LocalDate } from '#shared/kernel/local-date.ts';
import { optionalText } from '#shared/kernel/text.ts';
import { mergeKind, NO_ID } from '../../records/kind.ts';
import { attendance } from './tables.ts';

export const attendanceKind = mergeKind({
	vault: 'office',
	table: attendance,
	fields: z.object({
		offerId: OfferId,
		ruleDay: LocalDate,
		name: optionalText(LONGEST_NAME),
		via: AttendanceVia,
		line: SheetLine.nullable(),
	}),
	empty: { offerId: NO_ID as OfferId, ruleDay: '1970-01-01' as LocalDate, name: null, via: 'roll_call', line: null },
	texts: [],
	unasked: ['offerId', 'ruleDay', 'via', 'line'],
});

import { nameKey } from '#shared/features/attendance/model.ts';
import type { SubjectPart } from '../../records/subject-part.ts';
import { attendanceKind } from './records.ts';

/** Only a name says who was there: of two who are called the same it may be the other. */
export const ATTENDANCE_SUBJECT: readonly SubjectPart[] = [
	{
		section: 'attendance',
		kind: attendanceKind,
		isNamed: ({ name }, names) =>
			typeof name === 'string' && names.some((one) => nameKey(one) === nameKey(name.replace(/ \(\d+\)$/, ''))),
		names: { offerId: 'offer' },
	},
];

import type { SubjectPart } from '../../records/subject-part.ts';
import { appointmentKind } from './records.ts';

export const APPOINTMENTS_SUBJECT: readonly SubjectPart[] = [
	{
		section: 'appointments',
		kind: appointmentKind,
		about: [
			{ field: 'personIds', table: 'person' },
			{ field: 'caseId', table: 'case_file' },
		],
		people: ['personIds'],
		names: { counsellorIds: 'member', roomId: 'room' },
		// Other people's appointments, and which were booked together.
		without: { despite: 'technical', seriesId: 'technical' },
	},
];

import { z } from 'zod';
import { AppointmentFields, AppointmentState } from '#shared/features/appointments/model.ts';
import { RecordId, SeriesId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { WallTime } from '#shared/kernel/wall-time.ts';
import { mergeKind } from '../../records/kind.ts';
import { appointment } from './tables.ts';

/** More than this cannot be in the way of one. */
export const MOST_DESPITE = 100;

/** Stored without the least number of counsellors: what another device sends wrongly counts as nobody. */
export const appointmentKind = mergeKind({
	vault: 'counselling',
	table: appointment,
	fields: AppointmentFields.extend({
		counsellorIds: z.array(AppointmentFields.shape.counsellorIds.element).max(10),
		state: AppointmentState,
		seriesId: SeriesId.nullable(),
		despite: z.array(RecordId).max(MOST_DESPITE),
	}),
	empty: {
		personIds: [],
		businessId: null,
		caseId: null,
		counsellorIds: [],
		roomId: null,
		place: null,
		day: '1970-01-01' as LocalDate,
		from: '00:00' as WallTime,
		until: '00:01' as WallTime,
		kind: 'counselling',
		note: null,
		reason: null,
		state: 'planned',
		seriesId: null,
		despite: [],
	},
	texts: [],
	unasked: ['seriesId', 'despite'],
});

import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { AppointmentKind, AppointmentState } from '#shared/features/appointments/model.ts';

/** Appointments of counselling, in the counselling vault. */
export const appointment = sqliteTable(
	'appointment',
	{
		id: text('id').primaryKey(),
		createdAt: integer('created_at').notNull(),
		updatedAt: integer('updated_at').notNull(),
		removedAt: integer('removed_at'),
		personIds: text('person_ids', { mode: 'json' }).$type<string[]>().notNull(),
		businessId: text('business_id'),
		caseId: text('case_id'),
		counsellorIds: text('counsellor_ids', { mode: 'json' }).$type<string[]>().notNull(),
		roomId: text('room_id'),
		place: text('place'),
		day: text('day').notNull(),
		from: text('from_time').notNull(),
		until: text('until_time').notNull(),
		kind: text('kind').$type<AppointmentKind>().notNull(),
		note: text('note'),
		reason: text('reason'),
		state: text('state').$type<AppointmentState>().notNull(),
		seriesId: text('series_id'),
		/** Others that were known to take the same room or counsellor; any other was made on another PC meanwhile. */
		despite: text('despite', { mode: 'json' }).$type<string[]>().notNull(),
	},
	(t) => [
		index('appointment_day').on(t.day, t.from),
		index('appointment_case').on(t.caseId),
		index('appointment_series').on(t.seriesId),
		index('appointment_state').on(t.state, t.day),
	],
);

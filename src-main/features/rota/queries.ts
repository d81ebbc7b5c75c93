import { and, asc, between, eq } from 'drizzle-orm';
import type { Duty } from '#shared/features/rota/model.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { Reader } from '../../database/handles.ts';
import { duty } from './tables.ts';

export function dutiesBetween(db: Reader, from: LocalDate, until: LocalDate): Duty[] {
	return db
		.select({ day: duty.day, kind: duty.kind, memberId: duty.memberId })
		.from(duty)
		.where(and(eq(duty.isOn, true), between(duty.day, from, until)))
		.orderBy(asc(duty.day), asc(duty.createdAt), asc(duty.id))
		.all() as Duty[];
}

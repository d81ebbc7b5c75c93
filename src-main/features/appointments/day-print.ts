import type { Appointment } from '#shared/features/appointments/model.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { Session } from '../../vaults/session.ts';

export interface DayPrintDeps {
	openWithin(session: Session, from: LocalDate, until: LocalDate): readonly Appointment[];
	note(session: Session, kind: 'day_printed', details: { count: number }): void;
}

/** Tells the access log that a counsellor's day went to a printer, with how many appointments; nothing of an empty one. */
export function createDayPrint({ openWithin, note }: DayPrintDeps) {
	return (session: Session, day: LocalDate): void => {
		const count = openWithin(session, day, day).filter(({ counsellorIds }) => counsellorIds.includes(session.member)).length;
		if (count > 0) note(session, 'day_printed', { count });
	};
}

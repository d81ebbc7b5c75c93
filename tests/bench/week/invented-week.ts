import type { Appointment } from '#shared/features/appointments/model.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';
import { wallTimeAt } from '#shared/kernel/wall-time.ts';

export const MONDAY = '2026-03-09' as LocalDate;

/** So many appointments from Monday to Friday: ten counsellors with a client each, again and again. */
export function inventedWeek(count: number): Appointment[] {
	return Array.from({ length: count }, (_, at) => {
		const perDay = Math.ceil(count / 5);
		const [day, nth] = [Math.floor(at / perDay), at % perDay];
		const counsellor = nth % 10;
		const begins = 9 * 60 + Math.floor(nth / 10) * 50 + counsellor;
		return {
			...{ id: `appointment-${at}`, personIds: [`person-${at}`], caseId: null, counsellorIds: [`member-${counsellor}`] },
			...{ roomId: `room-${counsellor}`, place: null, day: addDays(MONDAY, day), kind: 'counselling' },
			...{ from: wallTimeAt(begins), until: wallTimeAt(begins + 45), note: null, reason: null, state: 'planned' },
			...{ seriesId: null, personNames: [`Muster, Person ${at}`], counsellorNames: [`Kollegin Nummer ${counsellor}`] },
			roomName: `Raum ${counsellor}`,
		} as unknown as Appointment;
	});
}

import type { AppointmentFields, Repeat } from '#shared/features/appointments/model.ts';
import { wallTimeOf } from '#shared/kernel/berlin-time.ts';
import type { BusinessId, CaseId, MemberId, PersonId, RoomId } from '#shared/kernel/ids.ts';
import { type LocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import { minutesOf, type WallTime, wallTimeAt } from '#shared/kernel/wall-time.ts';
import type { Start } from '../booking-start.ts';

/** What stands in the fields of the dialog while somebody types. */
export interface AppointmentForm {
	/** A picker each; null where nobody is chosen yet. */
	readonly people: readonly (PersonId | null)[];
	/** Whom it is with, besides or instead of people. */
	readonly businessId: BusinessId | null;
	/** undefined: nobody has chosen, so the only one there is counts. */
	readonly caseId: CaseId | null | undefined;
	readonly counsellorIds: readonly MemberId[];
	readonly roomId: RoomId | null;
	readonly place: string;
	readonly day: LocalDate | null;
	readonly from: WallTime | null;
	readonly until: WallTime | null;
	readonly kind: AppointmentFields['kind'];
	readonly note: string;
	readonly reason: string;
	readonly every: Repeat['every'] | 'once';
	readonly times: number | null;
}

const USUAL_MINUTES = 45;

/** A new one begins at the next half hour, when the house is probably open. */
export function startOf({ place: dropped, ...start }: Start, me: MemberId | null): AppointmentForm {
	const form = usualStart(start, me);
	if (!dropped) return form;
	const { from, until, roomId = form.roomId, counsellorIds = form.counsellorIds } = dropped;
	const ends = until ?? wallTimeAt(Math.min(minutesOf(from) + USUAL_MINUTES, 24 * 60 - 1));
	// A reason was given for where it stood before.
	return { ...form, day: start.day ?? form.day, from, until: ends, roomId, counsellorIds, reason: '' };
}

function usualStart(
	{ personId = null, businessId = null, caseId, day, kind = 'counselling', appointment }: Omit<Start, 'place'>,
	me: MemberId | null,
): AppointmentForm {
	if (appointment) {
		const { personIds, place, note, reason, ...same } = appointment;
		return { ...same, people: personIds, place: place ?? '', note: note ?? '', reason: reason ?? '', every: 'once', times: 4 };
	}
	const now = minutesOf(wallTimeOf(Date.now()));
	const next = Math.min(Math.max(Math.ceil(now / 30) * 30, 9 * 60), 17 * 60);
	const isToday = (day ?? localDateOf(Date.now())) === localDateOf(Date.now());
	const begins = isToday ? next : 10 * 60;
	return {
		...{
			people: businessId === null ? [personId] : [],
			businessId,
			caseId: caseId ?? undefined,
			counsellorIds: me === null ? [] : [me],
			roomId: null,
			place: '',
		},
		...{ day: day ?? localDateOf(Date.now()), from: wallTimeAt(begins), until: wallTimeAt(begins + USUAL_MINUTES) },
		...{ kind, note: '', reason: '', every: 'once', times: 4 },
	};
}

/** A new beginning keeps how long it takes. */
export function movedTo(form: AppointmentForm, from: WallTime | null): AppointmentForm {
	if (from === null || form.from === null || form.until === null || form.until <= form.from) return { ...form, from };
	const ends = minutesOf(from) + minutesOf(form.until) - minutesOf(form.from);
	return { ...form, from, until: ends < 24 * 60 ? wallTimeAt(ends) : form.until };
}

export function minutesIn({ from, until }: AppointmentForm): number | null {
	return from === null || until === null || until <= from ? null : minutesOf(until) - minutesOf(from);
}

/** How it is repeated; undefined where the fields do not say it properly. */
export function repeatOf({ every, times }: AppointmentForm): Repeat | null | undefined {
	if (every === 'once') return null;
	return times !== null && Number.isInteger(times) && times >= 2 && times <= 52 ? { every, times } : undefined;
}

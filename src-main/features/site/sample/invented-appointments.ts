import type { AppointmentKind, AppointmentState } from '#shared/features/appointments/model.ts';
import type { WaitingFields } from '#shared/features/waiting-list/model.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';
import { overlap, type TimeSpan, type WallTime, wallTimeAt } from '#shared/kernel/wall-time.ts';
import { isWorkingDay, workingDayFrom } from './calendar.ts';
import type { Dice } from './dice.ts';

/** Appointments of the week around today and of some weeks to come, and who is away. Everything invented. */

export interface SampleAppointment {
	readonly caseIndex: number;
	readonly counsellorIndex: number;
	/** Among the rooms for counselling; null: in none. */
	readonly roomIndex: number | null;
	readonly place: string | null;
	readonly day: LocalDate;
	readonly from: WallTime;
	readonly until: WallTime;
	readonly kind: AppointmentKind;
	readonly state: AppointmentState;
	readonly note: string | null;
	/** Those with the same one were planned together. */
	readonly series: number | null;
}

export interface SampleAbsence {
	readonly memberIndex: number;
	readonly from: LocalDate;
	readonly until: LocalDate;
	readonly note: string | null;
}

export interface SampleWaiting extends Omit<WaitingFields, 'personId' | 'counsellorIds'> {
	readonly caseIndex: number;
	/** Null: whoever counsels. */
	readonly counsellorIndex: number | null;
}

export interface SampleSchedule {
	readonly appointments: readonly SampleAppointment[];
	readonly waiting: readonly SampleWaiting[];
	readonly absences: readonly SampleAbsence[];
}

interface Clients {
	/** The current case files of each counsellor. */
	readonly counsellorIndex: number;
	readonly caseIndexes: readonly number[];
	/** When they lead an offer that day. */
	leads(day: LocalDate): readonly TimeSpan[];
}

const BEGINNINGS = [9 * 60, 10 * 60, 11 * 60 + 15, 13 * 60 + 30, 14 * 60 + 30, 15 * 60 + 45];
const NOTES = [
	'bringt den Bescheid mit',
	'kommt mit ihrer Schwester',
	'bitte Zeugnisse kopieren',
	'ruft vorher an',
	null,
	null,
	null,
	null,
];
const HOME = 'bei der Person zu Hause';
const DAYS_BACK = 7;
const DAYS_AHEAD = 11;

export function inventSchedule(dice: Dice, clients: readonly Clients[], today: LocalDate): SampleSchedule {
	const appointments: SampleAppointment[] = [];
	for (let ahead = -DAYS_BACK; ahead <= DAYS_AHEAD; ahead++) {
		const day = addDays(today, ahead);
		if (!isWorkingDay(day)) continue;
		for (const [at, { counsellorIndex, caseIndexes }] of clients.entries()) {
			const perDay = ahead > 5 ? 2 : ahead === 0 ? 5 : 4;
			const times = dice
				.shuffled(BEGINNINGS)
				.slice(0, perDay)
				.sort((a, b) => a - b);
			const chosen = dice.shuffled(caseIndexes);
			for (const [nth, begins] of times.entries()) {
				const caseIndex = chosen[nth];
				if (caseIndex === undefined) continue;
				const kind = dice.weighted<AppointmentKind>([
					['counselling', 10],
					['first', 2],
					['phone', 2],
					['home_visit', 1],
					['accompaniment', 1],
				]);
				const isHere = kind === 'counselling' || kind === 'first';
				appointments.push({
					...{ caseIndex, counsellorIndex, day, kind, series: null, note: dice.pick(NOTES) },
					...{ from: wallTimeAt(begins), until: wallTimeAt(begins + (kind === 'first' ? 60 : 45)) },
					...{ roomIndex: isHere ? at : null, place: kind === 'home_visit' ? HOME : null },
					state: stateOn(dice, ahead, nth),
				});
			}
		}
	}
	const last = clients.at(-1);
	const away = workingDayFrom(addDays(today, 14));
	if (last) appointments.push(...inventSeries(last, today));
	const isFree = ({ counsellorIndex, day, ...time }: SampleAppointment) =>
		!clients.some((one) => one.counsellorIndex === counsellorIndex && one.leads(day).some((led) => overlap(led, time)));
	return {
		appointments: appointments.filter(isFree),
		waiting: inventWaiting(clients, appointments, today),
		absences: last
			? [{ memberIndex: last.counsellorIndex, from: away, until: addDays(away, 6), note: 'In dringenden Fällen: Miriam Berger' }]
			: [],
	};
}

/** Yesterday's are decided but for one a day or two ago; today the first ones have come. */
function stateOn(dice: Dice, ahead: number, nth: number): AppointmentState {
	if (ahead > 0) return nth === 3 ? 'excused' : 'planned';
	if (ahead === 0) return nth === 0 ? 'attended' : nth === 1 ? 'arrived' : 'planned';
	if (ahead >= -4 && nth === 3) return 'planned';
	return dice.weighted<AppointmentState>([
		['attended', 12],
		['no_show', 2],
		['excused', 2],
		['cancelled_by_us', 1],
	]);
}

/** Every week at five, after everything else, so that some of them meet the absence and nothing else. */
function inventSeries({ counsellorIndex, caseIndexes }: Clients, today: LocalDate): SampleAppointment[] {
	const caseIndex = caseIndexes[0];
	if (caseIndex === undefined) return [];
	const first = workingDayFrom(addDays(today, 1));
	return [0, 1, 2, 3, 4, 5]
		.map((week) => addDays(first, week * 7))
		.filter(isWorkingDay)
		.map((day) => ({
			...{ caseIndex, counsellorIndex, roomIndex: 1, place: null, day, kind: 'counselling', state: 'planned' },
			...{ from: wallTimeAt(17 * 60), until: wallTimeAt(17 * 60 + 45), note: null, series: 0 },
		}));
}

/** Three who have no appointment soon: one whom it is urgent to, one who can only come in the afternoon, one who would take any time. */
function inventWaiting(
	clients: readonly Clients[],
	appointments: readonly SampleAppointment[],
	today: LocalDate,
): SampleWaiting[] {
	const soon = new Set(appointments.filter(({ day }) => day >= today).map(({ caseIndex }) => caseIndex));
	const free = clients.flatMap(({ counsellorIndex, caseIndexes }) =>
		caseIndexes.filter((one) => !soon.has(one)).map((caseIndex) => ({ caseIndex, counsellorIndex })),
	);
	const wishes: Omit<SampleWaiting, 'caseIndex' | 'counsellorIndex'>[] = [
		{ ...ANY_TIME, isUrgent: true, note: 'Räumungsklage, bitte sofort anrufen' },
		{ ...ANY_TIME, partOfDay: 'afternoon', weekdays: [0, 2, 3], note: 'arbeitet vormittags' },
		{ ...ANY_TIME, note: null },
	];
	return wishes.flatMap((wish, at) => {
		const chosen = free[at];
		return chosen ? [{ ...wish, ...chosen, ...(at === 2 && { counsellorIndex: null }) }] : [];
	});
}

const ANY_TIME: Omit<SampleWaiting, 'caseIndex' | 'counsellorIndex' | 'note'> = {
	...{ kind: 'counselling', minutes: 45, weekdays: [], partOfDay: 'any', until: null, isUrgent: false },
};

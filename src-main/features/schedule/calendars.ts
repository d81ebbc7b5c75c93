import type { Appointment } from '#shared/features/appointments/model.ts';
import type { Session as OfferSession } from '#shared/features/offers/model.ts';
import type { CalendarOf, FoundClosures } from '#shared/features/schedule/calendars.ts';
import type { Busy } from '#shared/features/schedule/model.ts';
import type { OpeningHours } from '#shared/features/site/opening-hours.ts';
import type { Clock } from '#shared/kernel/environment.ts';
import { addDays, type LocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { Session } from '../../vaults/session.ts';
import { type CalendarProblem, type DaysOfRule, readClosures } from './read-closures.ts';
import { type CalendarEntry, writeCalendar } from './write-calendar.ts';

/** Calendar files: the week for other programs, and holidays from them. Only one's own may name clients, when that is asked for. */
export interface CalendarService {
	/** From some days ago to a year ahead. Null: clients are not for whoever asks to know, or not here and now. */
	write(session: Session, of: CalendarOf): { fileName: string; text: string } | null;
	/** Closures of today and later. */
	read(session: Session, text: string): Result<FoundClosures, CalendarProblem>;
}

export interface CalendarDeps {
	readonly clock: Clock;
	sessions(session: Session, from: LocalDate, until: LocalDate): readonly OfferSession[];
	busy(session: Session, from: LocalDate, until: LocalDate): readonly Busy[];
	/** Those that still take their time. Only for readers of counselling. */
	appointments(session: Session, from: LocalDate, until: LocalDate): readonly Appointment[];
	/** To the access log. */
	note(session: Session, kind: 'calendar_saved', details: { count: number }): void;
	hours(session: Session): OpeningHours;
	readonly daysOfRule: DaysOfRule;
}

const BACK_DAYS = 14;
const AHEAD_DAYS = 370;
/** School holidays are known for about two years. */
const CLOSURES_AHEAD_DAYS = 800;

export function createCalendarService(deps: CalendarDeps): CalendarService {
	const { clock, sessions, busy, appointments, note, hours, daysOfRule } = deps;

	function counselling(session: Session, of: CalendarOf, from: LocalDate, until: LocalDate): CalendarEntry[] {
		if (of.kind === 'public') return [];
		if (of.kind !== 'own_with_names') {
			return busy(session, from, until)
				.filter((one) => isBusyOf(one, of))
				.map(busyEntry);
		}
		const own = appointments(session, from, until).filter(({ counsellorIds }) => counsellorIds.includes(session.member));
		note(session, 'calendar_saved', { count: own.length });
		return own.map(appointmentEntry);
	}

	return {
		write(session, of) {
			const today = localDateOf(clock.now());
			const [from, until] = [addDays(today, -BACK_DAYS), addDays(today, AHEAD_DAYS)];
			if (of.kind === 'own_with_names' && !mayNameClients(session)) return null;
			const whose = of.kind === 'own_with_names' ? ({ kind: 'member', id: session.member } as const) : of;
			const shown = sessions(session, from, until).filter((one) => one.state !== 'closed' && isOf(one, whose));
			const entries = [...shown.map(sessionEntry), ...counselling(session, of, from, until)];
			const name = NAMES[of.kind];
			return { fileName: `${name} ${today}.ics`, text: writeCalendar(name, entries, clock.now()) };
		},
		read(session, text) {
			const today = localDateOf(clock.now());
			const found = readClosures(text, today, addDays(today, CLOSURES_AHEAD_DAYS), daysOfRule);
			if (!found.ok) return found;
			const { closures } = hours(session);
			const isKnown = (one: { from: LocalDate; until: LocalDate }) =>
				closures.some(({ from, until }) => from <= one.from && one.until <= until);
			return ok(found.value.map((one) => ({ ...one, isKnown: isKnown(one) })));
		},
	};
}

const NAMES: Readonly<Record<CalendarOf['kind'], string>> = {
	...{ public: 'Angebote', room: 'Plan', member: 'Plan', own_with_names: 'Meine Termine mit Namen' },
};

/** Not while somebody else has taken a turn at the desk. */
const mayNameClients = (session: Session): boolean =>
	session.vault('counselling') !== undefined && session.acting === session.member;

type Whose = Exclude<CalendarOf, { kind: 'own_with_names' }>;

function isOf({ isPublic, roomId, leaders, helpers }: OfferSession, of: Whose): boolean {
	if (of.kind === 'public') return isPublic;
	return of.kind === 'room' ? roomId === of.id : [...leaders, ...helpers].includes(of.id);
}

const isBusyOf = ({ roomId, counsellorIds }: Busy, of: Exclude<Whose, { kind: 'public' }>): boolean =>
	of.kind === 'room' ? roomId === of.id : counsellorIds.includes(of.id);

const sessionEntry = ({
	offerId,
	ruleDay,
	name,
	roomName,
	place,
	note,
	day,
	from,
	until,
	state,
}: OfferSession): CalendarEntry => ({
	...{ uid: `${offerId}-${ruleDay}`, title: name, place: roomName ?? place, note, day, from, until },
	isCancelled: state === 'cancelled',
});

const busyEntry = ({ id, roomName, day, from, until }: Busy): CalendarEntry => ({
	...{ uid: id, title: 'Beratung', place: roomName, note: null, day, from, until, isCancelled: false },
});

const appointmentEntry = ({ id, clientNames, roomName, place, day, from, until }: Appointment): CalendarEntry => ({
	...{ uid: id, title: clientNames.join('; '), place: roomName ?? place, note: null, day, from, until, isCancelled: false },
});

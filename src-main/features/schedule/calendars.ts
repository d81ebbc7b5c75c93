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

/** Calendar files: the week for other programs, and holidays from them. No file names a client. */
export interface CalendarService {
	/** From some days ago to a year ahead. */
	write(session: Session, of: CalendarOf): { fileName: string; text: string };
	/** Closures of today and later. */
	read(session: Session, text: string): Result<FoundClosures, CalendarProblem>;
}

export interface CalendarDeps {
	readonly clock: Clock;
	sessions(session: Session, from: LocalDate, until: LocalDate): readonly OfferSession[];
	busy(session: Session, from: LocalDate, until: LocalDate): readonly Busy[];
	hours(session: Session): OpeningHours;
	readonly daysOfRule: DaysOfRule;
}

const BACK_DAYS = 14;
const AHEAD_DAYS = 370;
/** School holidays are known for about two years. */
const CLOSURES_AHEAD_DAYS = 800;

export function createCalendarService({ clock, sessions, busy, hours, daysOfRule }: CalendarDeps): CalendarService {
	return {
		write(session, of) {
			const today = localDateOf(clock.now());
			const [from, until] = [addDays(today, -BACK_DAYS), addDays(today, AHEAD_DAYS)];
			const shown = sessions(session, from, until).filter((one) => one.state !== 'closed' && isOf(one, of));
			const taken = of.kind === 'public' ? [] : busy(session, from, until).filter((one) => isBusyOf(one, of));
			const entries = [...shown.map(sessionEntry), ...taken.map(busyEntry)];
			const name = of.kind === 'public' ? 'Angebote' : 'Plan';
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

function isOf({ isPublic, roomId, leaders, helpers }: OfferSession, of: CalendarOf): boolean {
	if (of.kind === 'public') return isPublic;
	return of.kind === 'room' ? roomId === of.id : [...leaders, ...helpers].includes(of.id);
}

const isBusyOf = ({ roomId, counsellorIds }: Busy, of: Exclude<CalendarOf, { kind: 'public' }>): boolean =>
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

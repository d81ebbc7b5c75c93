import type { Session } from '#shared/features/offers/model.ts';
import type { Away } from '#shared/features/schedule/occupancy.ts';
import type { Opening } from '#shared/features/site/opening.ts';
import type { MemberId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { type Duty, DutyKind } from './model.ts';

/** The rota day by day, and what is open in it. Knows nothing of where it comes from. */

export interface RotaFacts {
	readonly sessions: readonly Session[];
	readonly duties: readonly Duty[];
	readonly away: readonly Away[];
	readonly opening: Pick<Opening, 'hoursOn' | 'closedFor'>;
	/** Nothing is open any more in what is over by then. */
	readonly now: { readonly day: LocalDate; readonly time: string };
}

interface Shift {
	readonly key: string;
	readonly day: LocalDate;
	/** Who is in the plan and not there that day. */
	readonly awayIds: readonly MemberId[];
	/** How many people are still needed: whoever is away does not count. */
	readonly missing: number;
	readonly isOver: boolean;
}

/** One person is enough. */
export interface DutyShift extends Shift {
	readonly kind: DutyKind;
	/** When the house opens or closes. */
	readonly time: string;
	readonly memberIds: readonly MemberId[];
}

export interface SessionShift extends Shift {
	readonly session: Session;
}

export interface RotaDay {
	readonly day: LocalDate;
	/** Why the house is closed besides the usual week. */
	readonly closedFor: string | null;
	/** Empty on a day the house does not open. */
	readonly duties: readonly DutyShift[];
	/** What takes place, in the order of time. */
	readonly sessions: readonly SessionShift[];
}

export const rotaDays = (facts: RotaFacts, days: readonly LocalDate[]): RotaDay[] => days.map((day) => rotaDay(facts, day));

function rotaDay({ sessions, duties, away, opening, now }: RotaFacts, day: LocalDate): RotaDay {
	const absent = new Set(away.filter(({ from, until }) => from <= day && day <= until).map(({ memberId }) => memberId));
	const awayAmong = (ids: readonly MemberId[]) => [...new Set(ids)].filter((id) => absent.has(id));
	const isOverAt = (time: string) => `${day} ${time}` <= `${now.day} ${now.time}`;
	const needed = (wanted: number, ids: readonly MemberId[], time: string) =>
		isOverAt(time) ? 0 : Math.max(0, wanted - ids.filter((id) => !absent.has(id)).length);
	const hours = opening.hoursOn(day);
	return {
		day,
		closedFor: opening.closedFor(day),
		duties:
			hours === null
				? []
				: DutyKind.options.map((kind): DutyShift => {
						const time = kind === 'open' ? hours.from : hours.until;
						const memberIds = duties.filter((one) => one.day === day && one.kind === kind).map(({ memberId }) => memberId);
						const missing = needed(1, memberIds, time);
						return {
							...{ key: `${day} ${kind}`, day, kind, time, memberIds },
							...{ awayIds: awayAmong(memberIds), missing, isOver: isOverAt(time) },
						};
					}),
		sessions: sessions
			.filter((session) => session.day === day && session.state === 'on')
			.map((session): SessionShift => {
				const { offerId, ruleDay, leaders, helpers, helpersWanted, until } = session;
				return {
					...{ key: `${offerId} ${ruleDay}`, day, session },
					...{
						awayIds: awayAmong([...leaders, ...helpers]),
						missing: needed(helpersWanted, helpers, until),
						isOver: isOverAt(until),
					},
				};
			}),
	};
}

export const shiftsOf = ({ duties, sessions }: RotaDay): (DutyShift | SessionShift)[] => [...duties, ...sessions];

/** How many people are missing in all of them. */
export const openShifts = (days: readonly RotaDay[]): number =>
	days.flatMap(shiftsOf).reduce((sum, { missing }) => sum + missing, 0);

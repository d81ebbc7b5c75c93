import { type FederalState, OpeningHours } from '#shared/features/site/opening-hours.ts';
import { parseWallTime } from '#shared/kernel/berlin-time.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';

/** Opening hours while somebody types them: a closed day keeps the times that it had. */
export interface HoursValues {
	readonly week: readonly DayValues[];
	readonly state: FederalState;
	readonly closures: readonly ClosureValues[];
}
export interface DayValues {
	readonly open: boolean;
	readonly from: string;
	readonly until: string;
}
export interface ClosureValues {
	readonly from: LocalDate | null;
	readonly until: LocalDate | null;
	readonly name: string;
}

export type HoursProblem = 'time' | 'order' | 'missing' | 'days';

/** Offered for a day that was closed so far. */
const USUAL_DAY = { from: '09:00', until: '18:00' };
export const NO_CLOSURE: ClosureValues = { from: null, until: null, name: '' };

export function hoursValues({ week, state, closures }: OpeningHours): HoursValues {
	return {
		week: week.map((day) => ({ open: day !== null, ...(day ?? USUAL_DAY) })),
		state,
		closures: [...closures].sort((a, b) => (a.from < b.from ? -1 : 1)),
	};
}

/** What does not fit, by field: `week.0.from`, `closures.2.name`. */
export function hoursProblems({ week, closures }: HoursValues): Partial<Record<string, HoursProblem>> {
	const problems: Partial<Record<string, HoursProblem>> = {};
	for (const [index, { open, from, until }] of week.entries()) {
		if (!open) continue;
		const [begin, end] = [parseWallTime(from), parseWallTime(until)];
		if (begin === null) problems[`week.${index}.from`] = 'time';
		if (end === null) problems[`week.${index}.until`] = 'time';
		if (begin !== null && end !== null && begin >= end) problems[`week.${index}.until`] = 'order';
	}
	for (const [index, { from, until, name }] of closures.entries()) {
		if (from === null) problems[`closures.${index}.from`] = 'missing';
		if (from !== null && until !== null && until < from) problems[`closures.${index}.until`] = 'days';
		if (name.trim() === '') problems[`closures.${index}.name`] = 'missing';
	}
	return problems;
}

/** What is saved; null while something does not fit. A closure without an end is a single day. */
export function hoursOf({ week, state, closures }: HoursValues): OpeningHours | null {
	const hours = OpeningHours.safeParse({
		week: week.map(({ open, from, until }) => (open ? { from: parseWallTime(from), until: parseWallTime(until) } : null)),
		state,
		closures: closures.map(({ from, until, name }) => ({ from, until: until ?? from, name })),
	});
	return hours.success ? hours.data : null;
}

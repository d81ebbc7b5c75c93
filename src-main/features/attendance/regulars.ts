import { nameKey } from '#shared/features/attendance/model.ts';
import { sortKey } from '#shared/kernel/fold.ts';
import { daysBetween, type LocalDate } from '#shared/kernel/local-date.ts';

/** How many sessions say who usually comes. */
export const SESSIONS_ASKED = 12;

/** Of the days on which somebody was there, those that are nearest: a sheet may be typed in long after its session. */
export function nearestDays(days: readonly LocalDate[], ruleDay: LocalDate): LocalDate[] {
	const distance = (day: LocalDate) => Math.abs(daysBetween(ruleDay, day));
	return days
		.filter((day) => day !== ruleDay)
		.sort((a, b) => distance(a) - distance(b) || (a < b ? 1 : -1))
		.slice(0, SESSIONS_ASKED);
}

export interface NamedVisit {
	readonly ruleDay: LocalDate;
	readonly name: string;
}

/**
 * Names by how many sessions they came to, then by how people sort; as last written, and without those that are present.
 * A name counts once a session.
 */
export function regularNames(visits: readonly NamedVisit[], present: readonly string[]): string[] {
	const isPresent = new Set(present.map(nameKey));
	const found = new Map<string, { name: string; day: LocalDate; days: Set<LocalDate> }>();
	for (const { ruleDay, name } of visits) {
		const key = nameKey(name);
		if (isPresent.has(key)) continue;
		const known = found.get(key);
		if (!known) {
			found.set(key, { name, day: ruleDay, days: new Set([ruleDay]) });
			continue;
		}
		known.days.add(ruleDay);
		if (ruleDay > known.day || (ruleDay === known.day && name < known.name)) {
			known.name = name;
			known.day = ruleDay;
		}
	}
	return [...found.values()]
		.map(({ name, days }) => ({ name, times: days.size, order: `${sortKey(name)} ${name}` }))
		.sort((a, b) => b.times - a.times || (a.order < b.order ? -1 : 1))
		.map(({ name }) => name);
}

import { type RecurrenceRule, ruleDate, rulePart, withParts } from '#shared/features/offers/recurrence.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';

/** One rule becomes two that together give the days of the one. */

/** The rule up to the day before. */
export const endedBefore = (rule: RecurrenceRule, day: LocalDate): RecurrenceRule =>
	withParts(rule, { COUNT: null, UNTIL: ruleDate(addDays(day, -1)) });

/** What is left of it after so many sessions, which a COUNT counts too; null when it counts no more than them. */
export function restFrom(rule: RecurrenceRule, sessionsBefore: number): RecurrenceRule | null {
	const count = rulePart(rule, 'COUNT');
	if (count === null) return rule;
	const left = Number(count) - sessionsBefore;
	return left > 0 ? withParts(rule, { COUNT: String(left) }) : null;
}

import { type RecurrenceRule, ruleDate, rulePart, withParts } from '#shared/features/offers/recurrence.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';

/** One rule becomes two that together give the days of the one. */

/** The rule up to the day before. */
export const endedBefore = (rule: RecurrenceRule, day: LocalDate): RecurrenceRule =>
	withParts(rule, { COUNT: null, UNTIL: ruleDate(addDays(day, -1)) });

/** What is left of it after so many sessions. */
export function restFrom(rule: RecurrenceRule, sessionsBefore: number): RecurrenceRule {
	const count = rulePart(rule, 'COUNT');
	return count === null ? rule : withParts(rule, { COUNT: String(Number(count) - sessionsBefore) });
}

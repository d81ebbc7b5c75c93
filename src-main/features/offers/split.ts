import { type RecurrenceRule, ruleDate, rulePart, withParts } from '#shared/features/offers/recurrence.ts';
import type { OfferId } from '#shared/kernel/ids.ts';
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

/**
 * Of the offers that were split from one another, the first day that is not theirs any more: the next part begins there.
 * Mostly that is what their rules say too; but two PCs may have split one offer at different sessions while apart, and
 * then each part goes as far as the next one, however it came to be. Parts that were removed are not among them.
 */
export function endsOf(offers: readonly Part[]): Map<OfferId, LocalDate> {
	const ends = new Map<OfferId, LocalDate>();
	for (const [first, parts] of Map.groupBy(offers, ({ id, continues }) => continues?.offerId ?? id)) {
		if (parts.length === 1 && parts[0]?.id === first) continue;
		const beginOf = ({ id, continues }: Part) => (id === first ? '' : (continues?.from ?? ''));
		const ordered = [...parts].sort((a, b) =>
			beginOf(a) < beginOf(b) ? -1 : beginOf(a) > beginOf(b) ? 1 : a.id < b.id ? -1 : 1,
		);
		for (const [at, part] of ordered.entries()) {
			const next = ordered[at + 1]?.continues;
			if (next) ends.set(part.id, next.from);
		}
	}
	return ends;
}

interface Part {
	readonly id: OfferId;
	readonly continues: { readonly offerId: OfferId; readonly from: LocalDate } | null;
}

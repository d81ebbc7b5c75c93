import { daysBetween, type LocalDate } from '#shared/kernel/local-date.ts';

/** How it stands with a due day: late by so many days (0: since closing time today), today, tomorrow, or later. */
export type DueStanding = { readonly kind: 'overdue'; readonly days: number } | { readonly kind: 'today' | 'tomorrow' | 'later' };

/** `isOverdue` as the backend says it, which knows the closing time of today. */
export function dueStanding(dueOn: LocalDate, isOverdue: boolean, today: LocalDate): DueStanding {
	const days = daysBetween(dueOn, today);
	if (isOverdue || days > 0) return { kind: 'overdue', days: Math.max(0, days) };
	if (days === 0) return { kind: 'today' };
	return { kind: days === -1 ? 'tomorrow' : 'later' };
}

import type { Action, Goal } from '#shared/features/goals/model.ts';
import { isOpenAction } from '#shared/features/goals/progress.ts';
import { formatLocalDate, type LocalDate } from '#shared/kernel/local-date.ts';
import type { texts } from './texts.ts';

type Words = (typeof texts)['de'];

export function doerWords(
	t: Words,
	{ doer, memberName, thirdParty }: Pick<Action, 'doer' | 'memberName' | 'thirdParty'>,
): string {
	if (doer === 'client') return t.client;
	return (doer === 'member' ? memberName : thirdParty) ?? t.thirdParty;
}

/** By when, and whether that is over; null: no day. */
export function dueWords(
	t: Words,
	day: LocalDate | null,
	isOpen: boolean,
	today: LocalDate,
): { words: string; isLate: boolean } | null {
	if (day === null) return null;
	const isLate = isOpen && day < today;
	return { words: isLate ? t.overdue(formatLocalDate(day)) : t.until(formatLocalDate(day)), isLate };
}

/** The earliest of what is late: of the goal itself or one of its steps. */
export function lateSince(goal: Pick<Goal, 'balance' | 'targetOn' | 'actions'>, today: LocalDate): LocalDate | null {
	if (goal.balance !== null) return null;
	const days = [goal.targetOn, ...goal.actions.filter(isOpenAction).map(({ due }) => due)];
	return days.filter((day) => day !== null && day < today).sort()[0] ?? null;
}

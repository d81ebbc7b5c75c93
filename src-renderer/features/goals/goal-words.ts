import type { Action } from '#shared/features/goals/model.ts';
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

import { type LocalDate, localDateOf } from '#shared/kernel/local-date.ts';

/** Days ahead from which a test counts as due soon: the same as in the list's filter. */
const SOON_DAYS = 30;

/** How it stands with the electrical test on a day; null: none is needed. It is valid to the end of its last day. */
export function testStanding(testedUntil: LocalDate | null, today: LocalDate): 'valid' | 'soon' | 'overdue' | null {
	if (testedUntil === null) return null;
	if (testedUntil < today) return 'overdue';
	const soon = localDateOf(Date.parse(`${today}T12:00:00Z`) + SOON_DAYS * 86_400_000);
	return testedUntil <= soon ? 'soon' : 'valid';
}

export const today = (): LocalDate => localDateOf(Date.now());

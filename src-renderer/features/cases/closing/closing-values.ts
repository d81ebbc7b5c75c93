import { ClosingFields, type ClosingOutcome, type ClosingReason } from '#shared/features/cases/closing.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';

/** What is typed into the closing form; it is kept as a draft until the file is closed. */
export interface ClosingValues {
	readonly closedOn: LocalDate | null;
	readonly reason: ClosingReason | null;
	readonly reasonWords: string;
	readonly outcome: ClosingOutcome | null;
	readonly outcomeWords: string;
	readonly summary: string;
	readonly missingBecause: string;
}

const blankClosing = (today: LocalDate): ClosingValues => ({
	...{ closedOn: today, reason: null, reasonWords: '', outcome: null, outcomeWords: '', summary: '', missingBecause: '' },
});

export type ClosingProblem = 'day' | 'reason' | 'other' | 'outcome' | 'missing';

/** `isWhole`: nothing is missing that would have to be explained. */
export function problemsOf(
	values: ClosingValues,
	{ openedOn, today, isWhole }: { openedOn: LocalDate; today: LocalDate; isWhole: boolean },
): ReadonlySet<ClosingProblem> {
	const problems = new Set<ClosingProblem>();
	if (values.closedOn === null || values.closedOn < openedOn || values.closedOn > today) problems.add('day');
	if (values.reason === null) problems.add('reason');
	if (values.reason === 'other' && values.reasonWords.trim() === '') problems.add('other');
	if (values.outcome === null) problems.add('outcome');
	if (!isWhole && values.missingBecause.trim() === '') problems.add('missing');
	return problems;
}

/** Null where something is wrong. */
export function closingFields(values: ClosingValues): ClosingFields | null {
	const parsed = ClosingFields.safeParse(values);
	return parsed.success ? parsed.data : null;
}

/** A draft of an earlier version, or of something else, is no draft. */
export function readDraft(text: string | null, today: LocalDate): ClosingValues {
	const blank = blankClosing(today);
	if (text === null) return blank;
	try {
		const read: unknown = JSON.parse(text);
		return typeof read === 'object' && read !== null ? { ...blank, ...read } : blank;
	} catch {
		return blank;
	}
}

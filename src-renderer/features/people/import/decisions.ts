import type { ImportDecision, ImportRow } from '#shared/features/people/import-model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';

/** What the person at the screen decided about the rows of an import, and what follows for the numbers at the top. */

export interface Choice {
	decision: ImportDecision;
	/** Whom to complete; null: the row's first match. */
	personId: PersonId | null;
}

/** Decisions that differ from the preview's suggestion, by line. */
export type Choices = ReadonlyMap<number, Choice>;

export type RowFilter = 'all' | 'issues' | 'duplicates' | 'errors';

export const isError = (row: ImportRow): boolean => row.person === null;

/** What happens with the row as things stand. */
export function choiceOf(row: ImportRow, choices: Choices): Choice {
	if (isError(row)) return { decision: 'skip', personId: null };
	return choices.get(row.line) ?? { decision: row.suggestion, personId: null };
}

/** The choices after one row was decided; going back to the suggestion forgets the decision. */
export function withChoice(choices: Choices, row: ImportRow, choice: Choice): Choices {
	const next = new Map(choices);
	const first = row.matches[0]?.personId ?? null;
	const suggested = choice.decision === row.suggestion && (choice.personId === null || choice.personId === first);
	if (suggested) next.delete(row.line);
	else next.set(row.line, choice);
	return next;
}

/** The choices after the same was decided for many rows; rows it does not fit stay as they were. */
export function withChoiceForAll(choices: Choices, rows: readonly ImportRow[], decision: ImportDecision | null): Choices {
	let next = choices;
	for (const row of rows) {
		if (isError(row)) continue;
		if (decision === 'fill' && row.matches.length === 0) continue;
		next = withChoice(next, row, { decision: decision ?? row.suggestion, personId: null });
	}
	return next;
}

export interface ImportCounts {
	create: number;
	fill: number;
	/** Left out by decision; rows that are known or unreadable are counted there. */
	skip: number;
	known: number;
	errors: number;
	warnings: number;
}

export function countsOf(rows: readonly ImportRow[], choices: Choices): ImportCounts {
	const counts: ImportCounts = { create: 0, fill: 0, skip: 0, known: 0, errors: 0, warnings: 0 };
	for (const row of rows) {
		const { decision } = choiceOf(row, choices);
		if (isError(row)) counts.errors++;
		else if (decision === 'skip' && row.known) counts.known++;
		else counts[decision]++;
		if (!isError(row) && row.issues.length > 0) counts.warnings++;
	}
	return counts;
}

export function rowsOf(rows: readonly ImportRow[], filter: RowFilter): readonly ImportRow[] {
	switch (filter) {
		case 'all':
			return rows;
		case 'issues':
			return rows.filter((row) => row.issues.length > 0);
		case 'duplicates':
			return rows.filter((row) => row.matches.length > 0);
		case 'errors':
			return rows.filter(isError);
	}
}

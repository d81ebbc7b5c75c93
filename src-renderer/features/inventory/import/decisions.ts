import type { ItemDecision, ItemImportRow } from '#shared/features/inventory/import-model.ts';

/** What the person at the screen decided about the rows of a tool list, and what follows for the numbers at the top. */

/** Decisions that differ from the preview's suggestion, by line. */
export type Choices = ReadonlyMap<number, ItemDecision>;

export type RowFilter = 'all' | 'issues' | 'existing' | 'errors';

export const isError = (row: ItemImportRow): boolean => row.item === null;

/** What can be decided about a row: only what is here already can be completed. */
export const decisionsFor = (row: ItemImportRow): readonly ItemDecision[] =>
	row.existing === null ? ['create', 'skip'] : ['fill', 'create', 'skip'];

/** What happens with the row as things stand. */
export const choiceOf = (row: ItemImportRow, choices: Choices): ItemDecision =>
	isError(row) ? 'skip' : (choices.get(row.line) ?? row.suggestion);

/** The choices after one row was decided; going back to the suggestion forgets the decision. */
export function withChoice(choices: Choices, row: ItemImportRow, decision: ItemDecision): Choices {
	const next = new Map(choices);
	if (decision === row.suggestion) next.delete(row.line);
	else next.set(row.line, decision);
	return next;
}

/** The choices after the same was decided for many rows (null: as suggested); rows it does not fit stay as they were. */
export function withChoiceForAll(choices: Choices, rows: readonly ItemImportRow[], decision: ItemDecision | null): Choices {
	let next = choices;
	for (const row of rows) {
		if (isError(row) || row.known) continue;
		if (decision !== null && !decisionsFor(row).includes(decision)) continue;
		next = withChoice(next, row, decision ?? row.suggestion);
	}
	return next;
}

export type ImportCounts = Record<'create' | 'fill' | 'skip' | 'known' | 'errors' | 'warnings', number>;

export function countsOf(rows: readonly ItemImportRow[], choices: Choices): ImportCounts {
	const counts: ImportCounts = { create: 0, fill: 0, skip: 0, known: 0, errors: 0, warnings: 0 };
	for (const row of rows) {
		const decision = choiceOf(row, choices);
		if (isError(row)) counts.errors++;
		else if (decision === 'skip' && row.known) counts.known++;
		else counts[decision]++;
		if (!isError(row) && row.issues.length > 0) counts.warnings++;
	}
	return counts;
}

export function rowsOf(rows: readonly ItemImportRow[], filter: RowFilter): readonly ItemImportRow[] {
	if (filter === 'all') return rows;
	if (filter === 'errors') return rows.filter(isError);
	return rows.filter((row) => (filter === 'issues' ? row.issues.length > 0 : row.existing !== null));
}

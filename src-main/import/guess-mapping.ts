import { cleanLine, isEmptyCell, isRefusal } from './cell.ts';
import type { Table } from './read-table.ts';

/** Which column means what: first by its heading, then by what stands in it. The person at the screen has the last word. */
export interface Guessing<Target extends string> {
	/** By heading, one for each column; null for an unknown one. */
	ofHeadings(headings: readonly string[]): (Target | null)[];
	/** By the filled cells of a column; `used` are the targets that other columns have already. */
	ofCells(cells: readonly string[], used: ReadonlySet<Target>): Target | null;
	/** Targets that several columns may have: they are put together. */
	readonly shared: ReadonlySet<Target>;
}

const PROBE_ROWS = 200;
/** So much of a column has to look alike before its content decides. */
const ENOUGH = 0.8;

/** One target for each column; `ignore` where nothing fits. Every target that is not shared at most once. */
export function guessTargets<Target extends string>(
	table: Table,
	{ ofHeadings, ofCells, shared }: Guessing<Target>,
): (Target | 'ignore')[] {
	const mapping = ofHeadings(table.headings);
	const used = new Set<Target>();
	for (const [index, target] of mapping.entries()) {
		if (target === null || shared.has(target)) continue;
		// The second column of a kind may be anything; its content has a say below.
		if (used.has(target)) mapping[index] = null;
		used.add(target);
	}
	return mapping.map((target, index) => {
		if (target !== null) return target;
		const cells = filledCells(table, index);
		const guess = cells.length === 0 ? null : ofCells(cells, used);
		if (guess === null || (used.has(guess) && !shared.has(guess))) return 'ignore';
		used.add(guess);
		return guess;
	});
}

function filledCells(table: Table, column: number): string[] {
	return table.rows
		.slice(0, PROBE_ROWS)
		.map((row) => cleanLine(row.cells[column] ?? ''))
		.filter((cell) => !isEmptyCell(cell) && !isRefusal(cell));
}

/** Whether nearly all of these cells look like that. */
export function mostOf(cells: readonly string[], test: (cell: string) => boolean): boolean {
	return cells.filter(test).length >= cells.length * ENOUGH;
}

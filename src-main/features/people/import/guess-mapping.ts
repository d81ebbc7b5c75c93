import type { ImportTarget } from '#shared/features/people/import-model.ts';
import { cleanLine, isEmptyCell, isRefusal } from './cell.ts';
import { targetOfHeading } from './headings.ts';
import { readSex, readYesNo } from './read-choice.ts';
import { readNationality } from './read-nationality.ts';
import type { Table } from './read-table.ts';

/** Which column means what: first by its heading, then by what stands in it. The person at the screen has the last word. */

const PROBE_ROWS = 200;
/** So much of a column has to look alike before its content decides. */
const ENOUGH = 0.8;
/** Targets that several columns may have: they are put together. */
const SHARED: ReadonlySet<ImportTarget> = new Set(['ignore', 'phone', 'remarks', 'street']);

/** One target for each column; `ignore` where nothing fits. Every target but phone, street and remarks at most once. */
export function guessMapping(table: Table): ImportTarget[] {
	const mapping: (ImportTarget | null)[] = table.headings.map(targetOfHeading);
	// "Name" beside "Vorname" is the last name, alone it is the whole one.
	const bareName = mapping.indexOf('fullName');
	if (bareName !== -1 && mapping.includes('firstName') && !mapping.includes('lastName')) mapping[bareName] = 'lastName';
	const used = new Set<ImportTarget>();
	for (const [index, target] of mapping.entries()) {
		if (target === null || SHARED.has(target)) continue;
		// The second column of a kind may be anything; its content has a say below.
		if (used.has(target)) mapping[index] = null;
		used.add(target);
	}
	return mapping.map((target, index) => {
		if (target !== null) return target;
		const guess = targetOfContent(table, index, used);
		if (guess === null || (used.has(guess) && !SHARED.has(guess))) return 'ignore';
		used.add(guess);
		return guess;
	});
}

function targetOfContent(table: Table, column: number, used: ReadonlySet<ImportTarget>): ImportTarget | null {
	const cells = table.rows
		.slice(0, PROBE_ROWS)
		.map((row) => cleanLine(row.cells[column] ?? ''))
		.filter((cell) => !isEmptyCell(cell) && !isRefusal(cell));
	if (cells.length === 0) return null;
	const most = (test: (cell: string) => boolean): boolean => cells.filter(test).length >= cells.length * ENOUGH;

	if (most((cell) => /^[^\s@]+@[^\s@]+\.\p{L}{2,}$/u.test(cell))) return 'email';
	if (most((cell) => /^\d{5}$/u.test(cell)) && !used.has('postcode')) return 'postcode';
	if (most((cell) => /^(\d{1,2}\.\d{1,2}\.(\d{4}|\d{2})|\d{4}-\d{2}-\d{2})$/u.test(cell))) return dateTarget(cells);
	if (most((cell) => /^(\+|00?)[1-9][\d /()–-]{5,}$/u.test(cell))) return 'phone';
	if (most((cell) => readSex(cell).value !== null && readYesNo(cell).value === null)) return 'sex';
	if (most((cell) => readNationality(cell).value !== null)) return 'nationality';
	if (most((cell) => /^\p{L}[\p{L}.' -]+(str\.|straße|strasse|weg|platz|allee|gasse|ring) ?\d+ ?\p{L}?$/iu.test(cell)))
		return 'street';
	const named = used.has('lastName') || used.has('firstName') || used.has('fullName');
	if (!named && most((cell) => /^[\p{L}’' -]+, [\p{L}’' -]+$/u.test(cell))) return 'fullName';
	return null;
}

/** Birth dates are spread over many years; days on which something happened in the office are not. */
function dateTarget(cells: readonly string[]): ImportTarget | null {
	const years = cells.map((cell) => (/^\d{4}-/u.test(cell) ? cell.slice(2, 4) : cell.slice(-2)));
	return new Set(years).size > 5 ? 'birthDate' : null;
}

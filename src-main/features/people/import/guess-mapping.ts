import type { ImportTarget } from '#shared/features/people/import-model.ts';
import { guessTargets, mostOf } from '../../../import/guess-mapping.ts';
import type { Table } from '../../../import/read-table.ts';
import { targetOfHeading } from './headings.ts';
import { readSex, readYesNo } from './read-choice.ts';
import { readNationality } from './read-nationality.ts';

const SHARED: ReadonlySet<ImportTarget> = new Set(['ignore', 'phone', 'remarks', 'street']);

/** One target for each column of a client list. */
export function guessMapping(table: Table): ImportTarget[] {
	return guessTargets(table, { ofHeadings: targetsOfHeadings, ofCells: targetOfCells, shared: SHARED });
}

function targetsOfHeadings(headings: readonly string[]): (ImportTarget | null)[] {
	const mapping = headings.map(targetOfHeading);
	// "Name" beside "Vorname" is the last name, alone it is the whole one.
	const bareName = mapping.indexOf('fullName');
	if (bareName !== -1 && mapping.includes('firstName') && !mapping.includes('lastName')) mapping[bareName] = 'lastName';
	return mapping;
}

function targetOfCells(cells: readonly string[], used: ReadonlySet<ImportTarget>): ImportTarget | null {
	const most = (test: (cell: string) => boolean): boolean => mostOf(cells, test);
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

import { fold } from '#shared/kernel/fold.ts';

/** What offices write into a cell when there is nothing to write, and how the readers of cells answer. */

/**
 * A cell that was read. `problem` says what is not as it stands in the file; `keep` says that text would be lost and
 * belongs into the remarks.
 */
export interface Reading<T, Problem extends string> {
	readonly value: T | null;
	readonly problem: Problem | null;
	readonly keep: boolean;
}

export const taken = <T>(value: T): Reading<T, never> => ({ value, problem: null, keep: false });
export const notTaken = <Problem extends string>(problem: Problem): Reading<never, Problem> => ({
	value: null,
	problem,
	keep: true,
});

/** One line, single spaces, NFC, without the invisible marks that copying from web pages leaves. */
export function cleanLine(cell: string): string {
	return cleanText(cell).replace(/\s+/gu, ' ');
}

/** Keeps line breaks. */
export function cleanText(cell: string): string {
	return cell.normalize('NFC').replace(INVISIBLE, '').trim();
}

/** Soft hyphen, zero-width space and marks of writing direction, byte order mark. */
const INVISIBLE = /\u00AD|\u200B|\u200E|\u200F|\u2060|\uFEFF/gu;

const NOTHING = new Set(
	[
		'keins',
		'keine',
		'keiner',
		'kein',
		'n/a',
		'n.v.',
		'n.n.',
		'unbekannt',
		'nicht bekannt',
		'nicht vorhanden',
		'entfällt',
		'leer',
		'null',
	].map(fold),
);
const REFUSED = new Set(
	[
		'k.A.',
		'k. A',
		'keine Angabe',
		'keine Angaben',
		'ohne Angabe',
		'o. A.',
		'verweigert',
		'Angabe verweigert',
		'möchte nicht sagen',
	].map(fold),
);

/** `-`, `?`, ` keins `, `n/a`: nobody was asked, or there is nothing. */
export function isEmptyCell(cell: string): boolean {
	const words = fold(cell);
	return words === '' || NOTHING.has(words);
}

/** `k.A.`: asked, and no answer given (design 5 keeps that apart from empty). */
export function isRefusal(cell: string): boolean {
	return REFUSED.has(fold(cell)) || /^k\.?\/?a\.?$/iu.test(cell.trim());
}

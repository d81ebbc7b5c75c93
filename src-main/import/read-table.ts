import { parse } from 'csv-parse/sync';
import type { Encoding, Separator } from '#shared/import-model.ts';
import { unprotectCell } from '#shared/kernel/csv.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { decodeText } from './decode-text.ts';

/**
 * Reads an office's list, whatever program wrote it: bytes become headings and rows with their line numbers. Nothing
 * is interpreted here, and no bytes make it throw: what is no table is refused with a reason.
 */

/** What base64 of at most 40 million characters can carry (`ImportOptions.content`). */
export const MAX_BYTES = 30_000_000;
/** As many decisions as one import may carry (`runImport`). */
const MAX_ROWS = 100_000;
/** As many targets as a mapping may carry (`ImportOptions.mapping`). */
const MAX_COLUMNS = 200;

export type TableProblem = 'empty' | 'not_text' | 'no_table' | 'too_large';

export interface TableRow {
	/** Line of the file the row starts at, from 1, as a spreadsheet or editor counts. */
	readonly line: number;
	/** As they stand in the file, untrimmed; may be fewer or more than the headings. */
	readonly cells: readonly string[];
}

export interface Table {
	readonly encoding: Encoding;
	readonly separator: Separator;
	/** One for each column, never empty: a column without one is called `Spalte 3`. */
	readonly headings: readonly string[];
	/** Rows with at least one cell that is not blank. */
	readonly rows: readonly TableRow[];
}

const SEPARATORS: readonly Separator[] = [';', ',', '\t', '|'];
const PROBE_LETTERS = 20_000;
/** How many lines may stand above the headings ("Klientenliste, Stand Mai 2026"). */
const MAX_PREAMBLE = 10;

/**
 * The table in a file's bytes. `wanted` overrides what is guessed. Refusals: `empty` (nothing but white space),
 * `not_text` (a picture, an Excel workbook …), `no_table` (fewer than two columns, or nothing below the headings),
 * `too_large` (see the limits above).
 */
export function readTable(
	bytes: Uint8Array,
	wanted: { encoding: Encoding | null; separator: Separator | null },
): Result<Table, TableProblem> {
	if (bytes.length > MAX_BYTES) return err('too_large');
	if (bytes.length === 0) return err('empty');
	const decoded = decodeText(bytes, wanted.encoding);
	if (decoded === null) return err('not_text');
	if (decoded.text.trim() === '') return err('empty');

	const named = /^\s*"?sep=([;,\t|])"?[ \t]*(?:\r\n|\r|\n)/i.exec(decoded.text);
	const text = named === null ? decoded.text : decoded.text.slice(named[0].length);
	const separator = wanted.separator ?? ((named?.[1] as Separator | undefined) || guessSeparator(text));
	const rows = parseRows(text, separator, named === null ? 0 : linesIn(named[0]));
	const start = headingRow(rows);
	const first = rows[start];
	if (first === undefined) return err('no_table');

	const headless = looksLikeData(first.cells);
	const below = headless ? rows.slice(start) : rows.slice(start + 1);
	// A list without headings is as wide as its widest row; otherwise cells beyond the headings are to be reported.
	const width = headless ? below.reduce((widest, row) => Math.max(widest, row.cells.length), 0) : lastFilled(first.cells);
	if (width < 2 || below.length === 0) return err('no_table');
	if (width > MAX_COLUMNS || below.length > MAX_ROWS) return err('too_large');
	const headings = Array.from({ length: width }, (_, index) => {
		const heading = headless ? '' : (first.cells[index] ?? '').replace(/\s+/gu, ' ').trim();
		return heading === '' ? `Spalte ${index + 1}` : heading.slice(0, 200);
	});
	return ok({ encoding: decoded.encoding, separator, headings, rows: below });
}

/** A quote that is never closed would swallow the rest of the file: then quotes are taken as ordinary letters. */
function parseRows(text: string, separator: Separator, linesBefore: number): TableRow[] {
	for (const quote of ['"', false] as const) {
		try {
			return parseWith(text, separator, quote, linesBefore);
		} catch {
			// Tried again without quotes; without them nothing is left that could be malformed.
		}
	}
	return [];
}

function parseWith(text: string, separator: Separator, quote: '"' | false, linesBefore: number): TableRow[] {
	const records = parse(text, {
		delimiter: separator,
		quote,
		escape: quote === false ? null : quote,
		info: true,
		relax_quotes: true,
		relax_column_count: true,
		skip_empty_lines: true,
		record_delimiter: ['\r\n', '\n', '\r'],
	}) as unknown as { record: string[]; info: { lines: number } }[];
	const rows: TableRow[] = [];
	// The parser counts up to the end of a record, and CRLF inside a cell as two lines; both are taken back.
	let countedTwice = 0;
	for (const { record, info } of records) {
		const breaks = record.flatMap((cell) => cell.match(/\r\n|\r|\n/g) ?? []);
		const line = linesBefore + info.lines - breaks.reduce((sum, mark) => sum + mark.length, 0) - countedTwice;
		countedTwice += breaks.filter((mark) => mark.length === 2).length;
		if (record.some((cell) => cell.trim() !== '')) rows.push({ line, cells: record.map(unprotectCell) });
	}
	return rows;
}

/** The candidate that cuts the most of the first rows into the same number of cells, and into more rather than fewer. */
function guessSeparator(text: string): Separator {
	const whole = text.length <= PROBE_LETTERS;
	const probe = whole ? text : text.slice(0, PROBE_LETTERS);
	let best: Separator = ';';
	let bestScore = 0;
	for (const candidate of SEPARATORS) {
		const rows = parseRows(probe, candidate, 0);
		// The probe may end in the middle of a row.
		if (!whole) rows.pop();
		const counts = new Map<number, number>();
		for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
		let score = 0;
		for (const [cells, times] of counts) {
			if (cells > 1) score = Math.max(score, (times / rows.length) ** 2 * Math.min(cells, 12));
		}
		if (score > bestScore) [best, bestScore] = [candidate, score];
	}
	return best;
}

/** Index of the headings: the first row that is at least half as full as the fullest of the rows below it. */
function headingRow(rows: readonly TableRow[]): number {
	const near = rows.slice(0, MAX_PREAMBLE + 20);
	const filled = near.map((row) => row.cells.filter((cell) => cell.trim() !== '').length);
	const fullest = Math.max(0, ...filled);
	const found = filled.findIndex((count, index) => index <= MAX_PREAMBLE && count * 2 >= fullest && count >= 2);
	return found === -1 ? 0 : found;
}

/** Headings are words; a date, an e-mail address or a long number among them means that the list starts at once. */
function looksLikeData(cells: readonly string[]): boolean {
	return cells.some((cell) =>
		/^(\d{1,2}\.\d{1,2}\.\d{2,4}|\d{4}-\d{2}-\d{2}|[+\d][\d /()-]{4,}|[^\s@]+@[^\s@]+)$/u.test(cell.trim()),
	);
}

function lastFilled(cells: readonly string[]): number {
	return cells.findLastIndex((cell) => cell.trim() !== '') + 1;
}

function linesIn(text: string): number {
	return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}

import { parse } from 'csv-parse/sync';
import {
	COLUMNS,
	type Column,
	type FileProblem,
	type OpenRepair,
	type RowIssue,
} from '#shared/features/open-repair-data/model.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { decodeText } from '../../import/decode-text.ts';
import { MAX_BYTES } from '../../import/read-table.ts';
import { type LogicalRow, logicalRows } from './logical-rows.ts';
import { readRow } from './read-row.ts';

/** Reads a file of open repair data in slices; in between other work has its turn. No bytes make it throw. */

const ROWS_AT_ONCE = 500;
/** Stands for a NUL, so that its row is left out as no text. */
const CONTROL_FOR_NUL = 1;
const SHOWN_OF_A_REFERENCE = 80;
const MOST_LINES = 250_000;

export interface FileRow {
	readonly line: number;
	/** As far as it can be read. */
	readonly reference: string;
	/** Null: left out. */
	readonly repair: OpenRepair | null;
	readonly issues: readonly RowIssue[];
}

export async function readOpenRepairFile(
	bytes: Uint8Array,
	{ today, report }: { today: LocalDate; report(read: number, total: number): void },
): Promise<Result<FileRow[], FileProblem>> {
	const refused = (reason: FileProblem['reason'], missing: Column[] = []) => err({ reason, missing });
	if (bytes.length > MAX_BYTES) return refused('too_large');
	const text = decodeText(bytes, null)?.text ?? withoutNuls(bytes);
	if (text === null) return refused('not_text');
	if (text.trim() === '') return refused('empty');
	if (hasTooManyLines(text)) return refused('too_large');
	const [heading] = logicalRows(text, () => true);
	if (heading === undefined) return refused('empty');
	const delimiter = [',', ';', '\t'].find((candidate) => heading.text?.includes(candidate)) ?? ',';
	const names = (cellsOf([heading], delimiter)[0] ?? []).map((name) => name.trim());
	const missing = COLUMNS.filter((column) => !names.includes(column));
	if (missing.length > 0) return refused('wrong_header', missing);
	const [, ...below] = logicalRows(text, (row) => parsedRows(row, delimiter)[0]?.length === names.length);

	const rows: FileRow[] = [];
	const seen = new Set<string>();
	const places = COLUMNS.map((column) => names.indexOf(column));
	for (let at = 0; at < below.length; at += ROWS_AT_ONCE) {
		const slice = below.slice(at, at + ROWS_AT_ONCE);
		const cells = cellsOf(slice, delimiter);
		for (const [index, { line }] of slice.entries()) rows.push(rowOf(line, cells[index] ?? null));
		report(rows.length, below.length);
		await new Promise<void>((resolve) => setImmediate(resolve));
	}
	return ok(rows);

	function rowOf(line: number, record: readonly string[] | null): FileRow {
		const leftOut = (reference: string, ...issues: RowIssue[]): FileRow => ({ line, reference, repair: null, issues });
		if (record === null) return leftOut('', { code: 'broken', column: null, cell: '' });
		const reference = (record[places[0] ?? 0] ?? '').slice(0, SHOWN_OF_A_REFERENCE);
		if (record.length !== names.length) return leftOut(reference, { code: 'cells', column: null, cell: String(record.length) });
		const cells = {} as Record<Column, string>;
		for (const [at, column] of COLUMNS.entries()) cells[column] = record[places[at] ?? 0] ?? '';
		const { repair, issues } = readRow(cells, today);
		if (repair === null) return leftOut(reference, ...issues);
		const key = JSON.stringify([repair.provider, repair.reference]);
		if (seen.has(key)) return leftOut(reference, { code: 'id_twice', column: 'id', cell: reference });
		seen.add(key);
		return { line, reference, repair, issues };
	}
}

function hasTooManyLines(text: string): boolean {
	let lines = 0;
	for (let at = text.indexOf('\n'); at !== -1 && lines <= MOST_LINES; at = text.indexOf('\n', at + 1)) lines += 1;
	return lines > MOST_LINES;
}

/** The cells of each row; null: its quotes are broken. */
function cellsOf(rows: readonly LogicalRow[], delimiter: string): (string[] | null)[] {
	const whole = rows.filter(({ text }) => text !== null);
	const parsed = parsedRows(whole.map(({ text }) => text).join('\n'), delimiter);
	if (parsed.length === rows.length) return parsed;
	return rows.map(({ text }) => (text === null ? null : (parsedRows(text, delimiter)[0] ?? null)));
}

/** Broken ones are missing. */
function parsedRows(text: string, delimiter: string): string[][] {
	return parse(text, { delimiter, record_delimiter: '\n', relax_column_count: true, skip_records_with_error: true });
}

/** A text with a few NUL bytes is a text with some broken rows; with many it is none. */
function withoutNuls(bytes: Uint8Array): string | null {
	let nuls = 0;
	for (const byte of bytes) if (byte === 0) nuls++;
	if (nuls === 0 || nuls > bytes.length / 1000 + 1) return null;
	const marked = bytes.map((byte) => (byte === 0 ? CONTROL_FOR_NUL : byte));
	return decodeText(marked, null)?.text ?? null;
}

/**
 * CSV as German Excel opens it with a double click: UTF-8 with byte order mark, semicolons, CRLF, quotes where needed.
 * It lives in the kernel because it is pure text work which every feature's export needs and which no feature owns;
 * the import undoes the protection with `unprotectCell`, so that our own export can be read back.
 */

export type CsvCell = string | number | null;

/**
 * What a spreadsheet would run as a formula (OWASP, CSV injection): `=`, `+`, `-`, `@`, tab or carriage return at the
 * beginning, also behind apostrophes that are there already, so that protecting and unprotecting are exact opposites.
 */
const FORMULA = /^'*[=+\-@\t\r]/u;
/**
 * `+49 2102 94467`: stays as it is, because an apostrophe would spoil the number for dialling and mail merge. Nothing
 * but digit groups between spaces cannot be a formula, and the space keeps Excel from turning it into 4,92E+11.
 */
const PHONE = /^\+\d{1,3}(?: \d+)+$/u;

/**
 * Headings and rows as one file's text, byte order mark included. Numbers are written with a decimal comma; a text that
 * a spreadsheet would take for a formula gets a leading apostrophe. An empty cell is null.
 */
export function writeCsv(headings: readonly string[], rows: Iterable<readonly CsvCell[]>): string {
	const lines = [headings.map(writeCell).join(';')];
	for (const row of rows) lines.push(row.map(writeCell).join(';'));
	return `\uFEFF${lines.join('\r\n')}\r\n`;
}

/** Takes off the apostrophe that `writeCsv` put before a text. */
export function unprotectCell(cell: string): string {
	return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}

function writeCell(cell: CsvCell): string {
	if (cell === null) return '';
	if (typeof cell === 'number') return String(cell).replace('.', ',');
	const safe = FORMULA.test(cell) && !PHONE.test(cell) ? `'${cell}` : cell;
	// White space at the ends is quoted too: some programs trim it otherwise.
	return /[";\r\n]|^\s|\s$/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

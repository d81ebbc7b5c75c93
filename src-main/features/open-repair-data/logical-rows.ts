/**
 * The rows of a CSV file with the line each starts at: a row goes on over line breaks inside quotes, when that makes it
 * whole. Otherwise its first line is a broken row, and the next line is a row again; so is a line beyond all measure.
 */

export interface LogicalRow {
	readonly line: number;
	/** Null: broken. */
	readonly text: string | null;
}

/** No row of a published file comes near it. */
const MOST_LETTERS = 100_000;
const MOST_LINES = 60;

export function* logicalRows(text: string, isWhole: (row: string) => boolean): Iterable<LogicalRow> {
	const ends = lineEnds(text);
	let at = 0;
	let line = 1;
	let next = ends.next();
	/** Lines that were read ahead and then turned out not to belong to the row. */
	const ahead: string[] = [];
	const take = (): string | null => {
		const kept = ahead.shift();
		if (kept !== undefined) return kept;
		if (at >= text.length) return null;
		const found = next.value;
		const end = found?.from ?? text.length;
		const whole = text.slice(at, end);
		at = found?.to ?? text.length;
		next = ends.next();
		return whole;
	};
	for (let first = take(); first !== null; first = take()) {
		const start = line;
		line += 1;
		if (first.length > MOST_LETTERS) {
			yield { line: start, text: null };
			continue;
		}
		let whole = first;
		let isOpen = hasOpenQuote(first);
		const more: string[] = [];
		while (isOpen && more.length < MOST_LINES && whole.length < MOST_LETTERS) {
			const following = take();
			if (following === null) break;
			more.push(following);
			whole += `\n${following}`;
			isOpen = isOpen !== hasOpenQuote(following);
		}
		if (isOpen || (more.length > 0 && !isWhole(whole))) {
			ahead.unshift(...more);
			yield { line: start, text: null };
		} else {
			line += more.length;
			if (whole.trim() !== '') yield { line: start, text: whole };
		}
	}
}

function* lineEnds(text: string): Iterator<{ from: number; to: number }, undefined> {
	for (const { index, 0: mark } of text.matchAll(/\r\n|\r|\n/gu)) yield { from: index, to: index + mark.length };
	return undefined;
}

/** An odd number of quotes: one that is doubled inside a cell counts twice. */
function hasOpenQuote(line: string): boolean {
	let isOpen = false;
	for (let at = line.indexOf('"'); at !== -1; at = line.indexOf('"', at + 1)) isOpen = !isOpen;
	return isOpen;
}

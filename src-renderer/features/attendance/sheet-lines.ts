import { z } from 'zod';
import { AttendeeName, MOST_AT_ONCE, nameKey } from '#shared/features/attendance/model.ts';
import { foldedWords } from '#shared/kernel/fold.ts';

/** A signed sheet while it is typed in: its lines as typed, counted as on paper from 1, and how many had no name. */
const Sheet = z.object({ lines: z.array(z.string()).max(MOST_AT_ONCE), anonymous: z.string().max(9) });
export type Sheet = z.infer<typeof Sheet>;

export const EMPTY_SHEET: Sheet = { lines: [], anonymous: '' };

export const sheetDraft = (sheet: Sheet): string => (isUnwritten(sheet) ? '' : JSON.stringify(sheet));

export function sheetFromDraft(text: string | null): Sheet {
	if (text === null || text === '') return EMPTY_SHEET;
	try {
		return Sheet.parse(JSON.parse(text));
	} catch {
		return EMPTY_SHEET;
	}
}

export const isUnwritten = ({ lines, anonymous }: Sheet): boolean =>
	anonymous.trim() === '' && lines.every((line) => line.trim() === '');

const FEWEST_SHOWN = 15;
const ALWAYS_FREE = 3;

/** As many lines as a printed sheet has at least, and always some that are free. */
export function linesShown({ lines }: Sheet): number {
	const last = lines.findLastIndex((line) => line.trim() !== '');
	return Math.min(MOST_AT_ONCE, Math.max(FEWEST_SHOWN, last + 1 + ALWAYS_FREE));
}

export function withLine(sheet: Sheet, at: number, text: string): Sheet {
	const lines = [...sheet.lines];
	while (lines.length <= at) lines.push('');
	lines[at] = text;
	return { ...sheet, lines };
}

/**
 * Several lines at once go into free lines from here on; what is typed already stays. `last`: the line that was filled
 * last. `rest`: what found no place any more.
 */
export function withPasted(sheet: Sheet, at: number, pasted: string): { sheet: Sheet; last: number; rest: string[] } {
	const waiting = pasted
		.split(/\r\n|\r|\n/)
		.map((line) => line.replace(NUMBERED, '').replaceAll('\t', ' ').trim())
		.filter((line) => line !== '');
	let [filled, line, last] = [sheet, at, at];
	for (; waiting.length > 0 && line < MOST_AT_ONCE; line++) {
		if ((filled.lines[line] ?? '').trim() !== '') continue;
		filled = withLine(filled, line, waiting.shift() as string);
		last = line;
	}
	return { sheet: filled, last, rest: waiting };
}

/** `12. `, `12) ` or `12<tab>` in front of a name. */
const NUMBERED = /^\s*\d{1,3}(?:[.)]\s*|\t)/;

export type LineProblem =
	| { readonly what: 'too_long' }
	/** The number of the line that says the same. */
	| { readonly what: 'twice'; readonly asLine: number };

/** By index. Of two lines with one name the later one is asked about. */
export function problemsOf({ lines }: Sheet): Map<number, LineProblem> {
	const problems = new Map<number, LineProblem>();
	const first = new Map<string, number>();
	for (const [at, line] of lines.entries()) {
		if (line.trim() === '') continue;
		const key = nameKey(line);
		const before = first.get(key);
		if (!AttendeeName.safeParse(line).success) problems.set(at, { what: 'too_long' });
		else if (before !== undefined) problems.set(at, { what: 'twice', asLine: before + 1 });
		else first.set(key, at);
	}
	return problems;
}

/** Null: no whole number from 0 to what one call takes. */
export function anonymousOf({ anonymous }: Sheet): number | null {
	const text = anonymous.trim();
	if (text === '') return 0;
	return /^\d{1,3}$/.test(text) && Number(text) <= MOST_AT_ONCE ? Number(text) : null;
}

export const namesOf = ({ lines }: Sheet): { name: string; line: number }[] =>
	lines.flatMap((line, at) => (line.trim() === '' ? [] : [{ name: line.trim(), line: at + 1 }]));

const MOST_SUGGESTED = 6;

/** Known names that begin like what is typed, or have a word that does; none for one that stands there already. */
export function suggestionsFor(typed: string, known: readonly string[]): string[] {
	const words = foldedWords(typed);
	if (words.length === 0) return [];
	const text = words.join(' ');
	const key = nameKey(typed);
	const starts = known.filter((name) => nameKey(name) !== key && foldedWords(name).join(' ').startsWith(text));
	const within = known.filter((name) => !starts.includes(name) && foldedWords(name).some((word) => word.startsWith(text)));
	return [...starts, ...within.filter((name) => nameKey(name) !== key)].slice(0, MOST_SUGGESTED);
}

import { err, ok, type Result } from '#shared/kernel/result.ts';
import { fieldOf, isOfHistory, type Leaf, leavesOf, mapLeaves, type Scalar } from './leaves.ts';
import { type Extract, LONGEST_QUOTE, type Mark, type MarkReason, type SubjectRecord } from './model.ts';

/**
 * Blackening (Schwärzen): what is marked is taken out of the data themselves, before paper or file are made of them, so
 * that nothing of it is under the bar. A mark holds for the very text it was made on; on any other it is stale.
 */

/** Whatever stood there, and however long it was. */
export const BAR = '██';

export interface Range {
	readonly from: number;
	readonly to: number;
}
export interface Bar extends Range {
	readonly reason: MarkReason;
}

/** Which text it was: two independent hashes of 53 bits and the length. Not a secret, only a difference. */
export function stampOf(text: string): string {
	return `${text.length}.${hash53(text, 1).toString(36)}.${hash53(text, 2).toString(36)}`;
}

/** cyrb53. */
function hash53(text: string, seed: number): number {
	let high = 0xdeadbeef ^ seed;
	let low = 0x41c6ce57 ^ seed;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		high = Math.imul(high ^ code, 2654435761);
		low = Math.imul(low ^ code, 1597334677);
	}
	high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
	low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
	return 4294967296 * (2097151 & low) + (high >>> 0);
}

/** The text of a value that marks are made on. */
export const textOf = (value: Scalar): string => (value === null ? '' : String(value));

export function markOn(recordId: string, { path, value }: Leaf, range: Range | null, reason: MarkReason): Mark {
	const text = textOf(value);
	const marked = range === null || (range.from === 0 && range.to === text.length) ? null : wholeSigns(text, range);
	const quote = (marked ? text.slice(marked.from, marked.to) : text).slice(0, LONGEST_QUOTE);
	return { recordId, path, range: marked, stamp: stampOf(text), quote, reason };
}

/** Half of a sign would be left over as rubbish: signs outside of the basic plane are two units. */
function wholeSigns(text: string, { from, to }: Range): Range {
	const cuts = (at: number) => isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at));
	return { from: cuts(from) ? from - 1 : from, to: cuts(to) ? to + 1 : to };
}
const isHigh = (code: number) => code >= 0xd800 && code < 0xdc00;
const isLow = (code: number) => code >= 0xdc00 && code < 0xe000;

/** Marks that overlap or touch are one bar, for the reason of the first. */
export function barsOn(text: string, marks: readonly Pick<Mark, 'range' | 'reason'>[]): Bar[] {
	const ranges = marks
		.map(({ range, reason }) => ({ ...wholeSigns(text, range ?? { from: 0, to: text.length }), reason }))
		.sort((one, other) => one.from - other.from || other.to - one.to);
	const bars: Bar[] = [];
	for (const range of ranges) {
		const last = bars.at(-1);
		if (last && range.from <= last.to) bars[bars.length - 1] = { ...last, to: Math.max(last.to, range.to) };
		else bars.push(range);
	}
	return bars;
}

function blackenText(text: string, bars: readonly Range[]): string {
	let rest = 0;
	let said = '';
	for (const { from, to } of bars) {
		said += text.slice(rest, from) + BAR;
		rest = to;
	}
	return said + text.slice(rest);
}

const isStale = ({ stamp, range, quote }: Mark, text: string): boolean =>
	stamp !== stampOf(text) ||
	(range !== null && range.to > text.length) ||
	text.slice(range?.from ?? 0, range?.to).slice(0, LONGEST_QUOTE) !== quote;

/** Marks whose text is not there any more, or is another one by now. */
export function staleMarks(extract: Extract, marks: readonly Mark[]): Mark[] {
	const texts = new Map<string, string>();
	for (const record of recordsOf(extract)) {
		for (const { path, value } of leavesOf(record)) texts.set(placeOf(record.id, path), textOf(value));
	}
	return marks.filter((mark) => {
		const text = texts.get(placeOf(mark.recordId, mark.path));
		return text === undefined || isStale(mark, text);
	});
}

export interface Blackened {
	readonly extract: Extract;
	/** What was taken out, once for each bar. Earlier versions that went along are not counted. */
	readonly reasons: readonly MarkReason[];
}

/** Nothing is given away as long as a mark is stale. */
export function blacken(extract: Extract, marks: readonly Mark[]): Result<Blackened, readonly Mark[]> {
	const stale = staleMarks(extract, marks);
	if (stale.length > 0) return err(stale);
	const byRecord = Map.groupBy(marks, ({ recordId }) => recordId);
	const reasons: MarkReason[] = [];
	const withNumbers = extract.sections.map(({ section, records }) => ({
		section,
		records: records.map((record) => blackenRecord(record, byRecord.get(record.id) ?? [], reasons)),
	}));
	const sections = withFileNumbers(extract, withNumbers);
	return ok({ extract: { ...extract, sections, names: namesStillUsed(extract, sections) }, reasons });
}

function blackenRecord(record: SubjectRecord, marks: readonly Mark[], reasons: MarkReason[]): SubjectRecord {
	if (marks.length === 0) return record;
	const byPath = Map.groupBy(marks, ({ path }) => path);
	// What was said in an earlier version of the same field may be the same words, or more of them.
	const touched = new Set(marks.filter(({ path }) => !isOfHistory(path)).map(({ path }) => fieldOf(path)));
	return mapLeaves(record, ({ path, value }) => {
		const text = textOf(value);
		const bars = barsOn(text, byPath.get(path) ?? []);
		if (text !== '') reasons.push(...bars.map(({ reason }) => reason));
		if (isOfHistory(path) && touched.has(fieldOf(path))) return value === null ? null : BAR;
		return bars.length === 0 || text === '' ? value : blackenText(text, bars);
	});
}

/** What hangs on a file tells its number as the file itself does. */
function withFileNumbers(before: Extract, sections: Extract['sections']): Extract['sections'] {
	const numberOf = (all: Extract['sections']) =>
		all.flatMap(({ records }) => records).flatMap(({ table, fields }) => (table === 'case_file' ? [String(fields.number)] : []));
	const now = numberOf(sections);
	const told = new Map(numberOf(before.sections).map((number, at) => [number, now[at] ?? number]));
	return sections.map(({ section, records }) => ({
		section,
		records: records.map((record) => {
			const { fileNumber } = record;
			return fileNumber === null ? record : { ...record, fileNumber: told.get(fileNumber) ?? fileNumber };
		}),
	}));
}

/** A name whose every mention was blackened is not told beside them either. */
function namesStillUsed({ names }: Extract, sections: Extract['sections']): Extract['names'] {
	const used = new Set(
		sections.flatMap(({ records }) => records.flatMap((record) => leavesOf(record).map(({ value }) => value))),
	);
	return Object.fromEntries(Object.entries(names).filter(([id]) => used.has(id)));
}

export const recordsOf = ({ sections }: Extract): SubjectRecord[] => sections.flatMap(({ records }) => records);
const placeOf = (recordId: string, path: string): string => `${recordId}/${path}`;

/** The same words at other places, which no mark covers yet: whoever blackens a name once usually means it everywhere. */
export function sameWords(
	extract: Extract,
	words: string,
	marks: readonly Mark[],
): { recordId: string; leaf: Leaf; range: Range }[] {
	if (words.trim().length < 2) return [];
	const byPlace = Map.groupBy(marks, ({ recordId, path }) => placeOf(recordId, path));
	const found: { recordId: string; leaf: Leaf; range: Range }[] = [];
	for (const record of recordsOf(extract)) {
		const touched = new Set(
			marks.filter(({ recordId, path }) => recordId === record.id && !isOfHistory(path)).map(({ path }) => fieldOf(path)),
		);
		for (const leaf of leavesOf(record)) {
			if (typeof leaf.value !== 'string' || (isOfHistory(leaf.path) && touched.has(fieldOf(leaf.path)))) continue;
			const bars = barsOn(leaf.value, byPlace.get(placeOf(record.id, leaf.path)) ?? []);
			for (const range of occurrences(leaf.value, words)) {
				if (!bars.some(({ from, to }) => from <= range.from && range.to <= to)) found.push({ recordId: record.id, leaf, range });
			}
		}
	}
	return found;
}

function occurrences(text: string, words: string): Range[] {
	const found: Range[] = [];
	for (let from = text.indexOf(words); from !== -1; from = text.indexOf(words, from + words.length)) {
		found.push({ from, to: from + words.length });
	}
	return found;
}

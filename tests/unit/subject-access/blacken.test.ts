import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { BAR, barsOn, blacken, markOn, sameWords, staleMarks, stampOf } from '#shared/features/subject-access/blacken.ts';
import { leavesOf } from '#shared/features/subject-access/leaves.ts';
import type { Extract, Json, Mark, SubjectRecord } from '#shared/features/subject-access/model.ts';
import { campaign } from '#tests/support/campaign.ts';

const record = (fields: Record<string, Json>, more: Partial<SubjectRecord> = {}): SubjectRecord => ({
	...{ table: 'contact', id: 'r1', fileNumber: null, createdAt: 0, removedAt: null, by: null, device: null, history: [] },
	fields,
	...more,
});
const extractOf = (...records: SubjectRecord[]): Extract => ({
	sections: [{ section: 'contacts', records }],
	names: {},
	missing: [],
});
const only = (extract: Extract): SubjectRecord => {
	const found = extract.sections[0]?.records[0];
	if (!found) throw new Error('nothing there');
	return found;
};
const mark = (from: SubjectRecord, path: string, range: Mark['range'], reason: Mark['reason'] = 'third_party') => {
	const leaf = leavesOf(from).find((one) => one.path === path);
	if (!leaf) throw new Error(`no ${path}`);
	return markOn(from.id, leaf, range, reason);
};
function out(extract: Extract, marks: readonly Mark[]) {
	const done = blacken(extract, marks);
	if (!done.ok) throw new Error('stale');
	return done.value;
}
const runs = { numRuns: campaign(200, 5000) };

/** Any text around words that occur nowhere else. */
const SECRET = 'ⓢⓔⓒⓡⓔⓣ';
const around = fc.string({ unit: 'grapheme', maxLength: 30 }).filter((text) => ![...SECRET].some((sign) => text.includes(sign)));

describe('what is blackened', () => {
	test('is nowhere in what goes out, whatever stands around it and however the bars overlap', () => {
		fc.assert(
			fc.property(around, around, fc.nat(6), fc.nat(6), fc.nat(6), fc.nat(6), (before, after, a, b, c, d) => {
				const text = before + SECRET + after;
				const start = before.length;
				const end = start + SECRET.length;
				// Two bars that together cover the secret, and reach out of it as far as they like.
				const cut = start + 1 + (a % (SECRET.length - 1));
				const ranges = [
					{ from: Math.max(0, start - b), to: Math.min(end, cut + c) },
					{ from: Math.max(0, cut - d), to: end },
				];
				const made = record({ text, nested: { list: ['x', text] } }, { history: [step({ text: `früher ${text}` })] });
				const marks = [
					...ranges.map((range) => mark(made, 'text', range)),
					...ranges.map((range) => mark(made, 'nested.list.1', range)),
				];
				const { extract, reasons } = out(extractOf(made), marks);
				const json = JSON.stringify(extract);
				expect([...SECRET].filter((sign) => json.includes(sign))).toEqual([]);
				expect(only(extract).fields.text).toBe(`${text.slice(0, barsOf(text, marks))}${BAR}${text.slice(end)}`);
				// Overlapping bars are one, at each of the two places.
				expect(reasons).toHaveLength(2);
			}),
			runs,
		);
	});

	test('leaves everything else as it was', () => {
		const ranges = fc.array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 12 })), { maxLength: 6 });
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), ranges, (text, wanted) => {
				const made = record({ text, other: 'bleibt' });
				const marks = wanted
					.map(([from, length]) => ({ from: from % text.length, to: Math.min(text.length, (from % text.length) + length) }))
					.map((range) => mark(made, 'text', range));
				const { extract, reasons } = out(extractOf(made), marks);
				const said = String(only(extract).fields.text);
				const bars = barsOn(text, marks);
				expect(only(extract).fields.other).toBe('bleibt');
				expect(reasons).toHaveLength(bars.length);
				expect(said.length).toBe(text.length + bars.reduce((sum, { from, to }) => sum + BAR.length - (to - from), 0));
				expect(bars.every(({ from }, at) => from > (bars[at - 1]?.to ?? -1))).toBe(true);
				// Never half a sign.
				if (text.isWellFormed()) expect(said.isWellFormed()).toBe(true);
			}),
			runs,
		);
	});

	it('goes out of earlier versions of the same field, whole, and of no other field', () => {
		const made = record({ text: 'Anna war da', place: 'hier' }, { history: [step({ text: 'Anna und Bert', place: 'dort' })] });
		const { extract, reasons } = out(extractOf(made), [mark(made, 'text', { from: 0, to: 4 })]);
		expect(only(extract)).toMatchObject({
			fields: { text: `${BAR} war da`, place: 'hier' },
			history: [{ fields: { text: BAR, place: 'dort' } }],
		});
		expect(reasons).toEqual(['third_party']);
	});

	it('takes numbers and ids out with what they are called', () => {
		const made = record({ ownerId: 'id-1', duration: 45, isUrgent: true });
		const extract = { ...extractOf(made), names: { 'id-1': 'Miriam Berger' } };
		const marks = ['ownerId', 'duration', 'isUrgent'].map((path) => mark(made, path, null, 'other'));
		const done = out(extract, marks);
		expect(only(done.extract).fields).toEqual({ ownerId: BAR, duration: BAR, isUrgent: BAR });
		expect(done.extract.names).toEqual({});
		expect(done.reasons).toEqual(['other', 'other', 'other']);
	});
});

describe('a mark whose text has changed', () => {
	test('is noticed, whatever the change was, and nothing goes out', () => {
		fc.assert(
			fc.property(fc.string({ minLength: 1, maxLength: 40 }), fc.string({ maxLength: 40 }), (before, after) => {
				fc.pre(before !== after);
				const made = record({ text: before });
				const marks = [mark(made, 'text', { from: 0, to: 1 }), mark(made, 'text', null)];
				const changed = extractOf(record({ text: after }));
				expect(staleMarks(changed, marks)).toEqual(marks);
				expect(blacken(changed, marks)).toEqual({ ok: false, error: marks });
				expect(stampOf(before)).not.toBe(stampOf(after));
			}),
			runs,
		);
	});

	it('is noticed when the record, or the field, is gone, and when somebody moves its range', () => {
		const made = record({ text: 'Herr Schulz rief an' });
		const good = mark(made, 'text', { from: 0, to: 11 });
		expect(staleMarks(extractOf(), [good])).toEqual([good]);
		expect(staleMarks(extractOf(record({ place: 'x' })), [good])).toEqual([good]);
		for (const range of [{ from: 1, to: 12 }, { from: 0, to: 400 }, null]) {
			const moved = { ...good, range };
			expect(staleMarks(extractOf(made), [moved])).toEqual([moved]);
		}
		expect(staleMarks(extractOf(made), [good])).toEqual([]);
	});
});

it('finds the same words elsewhere, and not those that are blackened already', () => {
	const note = record({ text: 'Bert kam. Bert ging.' });
	const other = record({ subject: 'Bert anrufen' }, { id: 'r2', table: 'todo' });
	const extract = extractOf(note, other);
	const first = mark(note, 'text', { from: 0, to: 4 });
	expect(sameWords(extract, 'Bert', [first]).map(({ recordId, range }) => [recordId, range.from])).toEqual([
		['r1', 10],
		['r2', 0],
	]);
	const marks = [first, mark(note, 'text', { from: 10, to: 14 }), mark(other, 'subject', null)];
	expect(sameWords(extract, 'Bert', marks)).toEqual([]);
	// A single letter is no word.
	expect(sameWords(extract, 'B', [])).toEqual([]);
});

function step(fields: Record<string, Json>): SubjectRecord['history'][number] {
	return { at: 0, by: 'Miriam', device: 'Büro', fields, current: [] };
}
/** Where the first bar on the text begins. */
const barsOf = (text: string, marks: readonly Mark[]): number =>
	barsOn(
		text,
		marks.filter(({ path }) => path === 'text'),
	)[0]?.from ?? -1;

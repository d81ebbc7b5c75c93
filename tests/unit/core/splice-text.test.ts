import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editRecord, mergeRecord, readRecord } from '#main/records/merge.ts';
import { wordDiff } from '#main/records/word-diff.ts';
import { campaign } from '#tests/support/campaign.ts';

const TEXTS = ['remarks'];
const RUNS = { numRuns: campaign(200, 2000) };

/** Somebody wrote `current` since `base`; who began from `base` saves `wanted`. */
function saved(base: string | undefined, current: string, wanted: string): string {
	const state = editRecord(null, { remarks: current }, TEXTS, 1).state;
	const edit = editRecord(state, { remarks: wanted }, TEXTS, 2, base === undefined ? {} : { remarks: base });
	// What travels makes the same text elsewhere.
	expect(readRecord(edit.state, TEXTS)).toEqual(edit.fields);
	return String(edit.fields.remarks);
}

const words = fc.array(fc.stringMatching(/^[a-zäöüß]{2,8}$/), { minLength: 4, maxLength: 12 });
const anything = fc.oneof(
	fc.string({ unit: 'grapheme', maxLength: 20 }),
	fc.string({ unit: 'binary', maxLength: 20 }),
	fc.array(fc.constantFrom('😀', '😁', '👩‍👩‍👧', '🇩🇪', 'a', 'ä', '\n'), { maxLength: 12 }).map((parts) => parts.join('')),
);

describe('saving a long text that others changed since', () => {
	it('keeps both people’s words when they wrote into different places', () => {
		const Case = words.chain((all) =>
			fc.tuple(fc.constant(all), fc.nat(all.length - 1), fc.nat(all.length - 1), fc.boolean()).filter(([, a, b]) => a !== b),
		);
		fc.assert(
			fc.property(Case, ([all, mine, theirs, replace]) => {
				const put = (into: readonly string[], at: number, word: string) =>
					into.map((old, index) => (index === at ? (replace ? word : `${old}${word}`) : old));
				const base = all.join(' ');
				const wanted = put(all, mine, '😀MEIN').join(' ');
				const current = put(all, theirs, '😁IHR').join(' ');
				const both = put(put(all, mine, '😀MEIN'), theirs, '😁IHR').join(' ');
				const text = saved(base, current, wanted);
				if (!replace) expect(text).toBe(both);
				expect(text).toContain('😀MEIN');
				expect(text).toContain('😁IHR');
			}),
			RUNS,
		);
	});

	it('keeps each word whole of two people who rewrite the same while apart', () => {
		const rewritten = (pattern: RegExp) =>
			fc.array(fc.oneof(fc.nat(9), fc.stringMatching(pattern)), { minLength: 1, maxLength: 10 });
		fc.assert(
			fc.property(words, rewritten(/^[A-Z]{3,8}$/), rewritten(/^[1-9]{3,8}$/), (base, mine, theirs) => {
				const begin = (parts: readonly string[]) => ['Notiz:', ...parts].join(' ');
				const wanted = [mine, theirs].map((parts) =>
					begin(parts.map((part) => (typeof part === 'number' ? (base[part] ?? 'da') : part))),
				);
				const { state } = editRecord(null, { remarks: begin(base) }, TEXTS, 1);
				const updates = wanted.map((remarks, at) => editRecord(state, { remarks }, TEXTS, 2 + at).update);
				const both = String(mergeRecord(state, updates, TEXTS).fields.remarks).split(/\s+/);
				for (const part of [...mine, ...theirs]) if (typeof part === 'string') expect(both).toContain(part);
			}),
			RUNS,
		);
	});

	it('gives both sentences of two people who rewrite one while apart', () => {
		const base = 'Kommt dienstags. Braucht Hilfe bei Briefen vom Jobcenter.';
		const mine = 'Kommt mittwochs. Liest Briefe vom Jobcenter jetzt selbst.';
		const theirs = 'Kommt freitags mit seiner Tochter. Braucht Hilfe bei Anträgen.';
		const { state } = editRecord(null, { remarks: base }, TEXTS, 1);
		const updates = [mine, theirs].map((remarks, at) => editRecord(state, { remarks }, TEXTS, 2 + at).update);
		const both = mergeRecord(state, updates, TEXTS).fields.remarks;
		expect(both).toContain('mittwochs. Liest Briefe vom Jobcenter jetzt selbst');
		expect(both).toContain('freitags mit seiner Tochter. Braucht Hilfe bei Anträgen');
	});

	it('tells what becomes of a text completely', () => {
		fc.assert(
			fc.property(anything, anything, (before, after) => {
				const parts = wordDiff(before, after);
				const without = (kind: number) => parts.flatMap(([one, part]) => (one === kind ? [] : part)).join('');
				expect([without(1), without(-1)]).toEqual([before, after]);
			}),
			RUNS,
		);
	});

	it('is a plain edit when nobody changed anything', () => {
		fc.assert(
			fc.property(anything, anything, (base, wanted) => {
				expect(saved(base, base, wanted)).toBe(saved(undefined, base, wanted));
			}),
			RUNS,
		);
	});

	it('takes any three texts, and tears no character apart', () => {
		fc.assert(
			fc.property(anything, anything, anything, (base, current, wanted) => {
				const text = saved(base, current, wanted);
				expect(text.isWellFormed()).toBe(true);
				expect(text.includes('\ufffd') && ![base, current, wanted].some((one) => one.includes('\ufffd'))).toBe(false);
			}),
			RUNS,
		);
	});

	it('adds nothing twice when the same is saved again', () => {
		fc.assert(
			fc.property(anything, anything, (base, wanted) => {
				expect(saved(base, wanted, wanted)).toBe(wanted);
			}),
			RUNS,
		);
	});

	it.each([
		[
			'Miete offen.',
			'Miete offen. Anruf vom Vermieter.',
			'Miete offen. Termin am Montag.',
			['Anruf vom Vermieter.', 'Termin am Montag.'],
		],
		['', 'Erstes', 'Zweites', ['Erstes', 'Zweites']],
		['Hallo Welt', 'Hallo', 'Hallo Welt, ja', ['Hallo', ', ja']],
		['Hallo Welt', 'Hallo Welt!', 'Hallo Erde', ['Erde!']],
	])('of „%s“ changed to „%s“ and to „%s“', (base, current, wanted, kept) => {
		for (const words of kept) expect(saved(base, current, wanted)).toContain(words);
	});
});

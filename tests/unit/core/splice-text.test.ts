import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editRecord, readRecord } from '#main/records/merge.ts';
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

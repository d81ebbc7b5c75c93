import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Edit, editRecord, type Fields, mergeUpdates, readRecord } from '#main/records/merge.ts';
import { campaign } from '#tests/support/campaign.ts';

const TEXTS = ['remarks'];
const RUNS = { numRuns: campaign(100, 2000) };

/** Several writers, each editing what it has seen so far: what offices do between two meetings on the share. */
const Step = fc.record({
	writer: fc.integer({ min: 1, max: 4 }),
	/** What the writer takes note of first: a bit for each update so far. */
	sees: fc.bigInt({ min: 0n, max: 2n ** 40n - 1n }),
	changes: fc.dictionary(
		fc.constantFrom('firstName', 'city', 'phones', 'remarks'),
		fc.oneof(fc.string({ unit: 'grapheme', maxLength: 12 }), fc.constantFrom('Miete', 'Miete bezahlt', 'Die Miete')),
		{ minKeys: 1, noNullPrototype: true },
	),
});
const Story = fc.array(Step, { minLength: 1, maxLength: 12 });

/** Gives every update that was made. */
function play(story: readonly { writer: number; sees: bigint; changes: Fields }[]): Uint8Array[] {
	const states = new Map<number, Uint8Array | null>();
	const updates: Uint8Array[] = [];
	for (const { writer, sees, changes } of story) {
		const seen = updates.filter((_update, at) => (sees >> BigInt(at)) & 1n);
		const before = states.get(writer) ?? null;
		const known = seen.length > 0 ? mergeUpdates(before, seen) : before;
		const edit: Edit = editRecord(known, changes, TEXTS, writer);
		states.set(writer, edit.state);
		updates.push(edit.update);
	}
	return updates;
}

const read = (state: Uint8Array) => readRecord(state, TEXTS);

describe('merging a record', () => {
	it('gives the same fields for any order, repetition and grouping of updates', () => {
		const Shuffled = Story.chain((story) =>
			fc.tuple(
				fc.constant(story),
				fc.shuffledSubarray(
					story.map((_step, at) => at),
					{ minLength: story.length },
				),
				fc.array(fc.nat({ max: story.length - 1 }), { maxLength: 5 }),
				fc.array(fc.nat({ max: story.length }), { maxLength: 4 }),
			),
		);
		fc.assert(
			fc.property(Shuffled, ([story, order, again, cuts]) => {
				const updates = play(story);
				const inOrder = read(mergeUpdates(null, updates));
				const arrived = [...order, ...again].map((at) => updates[at] as Uint8Array);
				expect(read(mergeUpdates(null, arrived))).toEqual(inOrder);
				let state: Uint8Array | null = null;
				let from = 0;
				for (const cut of [...cuts, arrived.length].sort((a, b) => a - b)) {
					state = mergeUpdates(state, arrived.slice(from, cut));
					from = cut;
				}
				expect(read(state ?? new Uint8Array())).toEqual(inOrder);
			}),
			RUNS,
		);
	});

	it('keeps exactly what one writer wrote, emoji and umlauts included', () => {
		const text = fc.string({ unit: 'grapheme', maxLength: 30 }).filter((value) => value.isWellFormed());
		fc.assert(
			fc.property(fc.array(text, { minLength: 1, maxLength: 8 }), (versions) => {
				let state: Uint8Array | null = null;
				for (const remarks of versions) {
					state = editRecord(state, { remarks, city: remarks }, TEXTS, 7).state;
					expect(read(state)).toEqual({ remarks, city: remarks });
				}
			}),
			RUNS,
		);
	});

	it('keeps both people’s words when they write into one text at the same time', () => {
		const word = fc.stringMatching(/^[a-zäöüß]{4,12}$/);
		fc.assert(
			fc.property(word, word, word, (shared, left, right) => {
				const base = editRecord(null, { remarks: `${shared}.` }, TEXTS, 1);
				const one = editRecord(base.state, { remarks: `${left.toUpperCase()} ${shared}.` }, TEXTS, 2);
				const two = editRecord(base.state, { remarks: `${shared}. ${right.toUpperCase()}` }, TEXTS, 3);
				const { remarks } = read(mergeUpdates(base.state, [two.update, one.update]));
				expect(remarks).toBe(`${left.toUpperCase()} ${shared}. ${right.toUpperCase()}`);
			}),
			RUNS,
		);
	});

	it('keeps both people’s fields, and one of two values for the same field, the same everywhere', () => {
		const base = editRecord(null, { firstName: 'Ana', city: 'Köln' }, TEXTS, 1);
		const one = editRecord(base.state, { firstName: 'Anna' }, TEXTS, 2);
		const two = editRecord(base.state, { city: 'Bonn', firstName: 'Anne' }, TEXTS, 3);
		const merged = read(mergeUpdates(one.state, [two.update]));
		expect(merged).toEqual(read(mergeUpdates(two.state, [one.update])));
		expect(merged.city).toBe('Bonn');
		expect(['Anna', 'Anne']).toContain(merged.firstName);
	});

	it('sees that nothing changed, whatever was merged before', () => {
		fc.assert(
			fc.property(Story, (story) => {
				const state = mergeUpdates(null, play(story));
				const { remarks, ...fields } = read(state);
				const edit = editRecord(state, { ...fields, ...(remarks ? { remarks } : {}) }, TEXTS, 9);
				// The store compares bytes to see whether there is anything to write.
				expect(Buffer.from(edit.state).equals(state)).toBe(true);
			}),
			RUNS,
		);
	});

	it('throws on bytes that are no update, so that nothing half-read is stored', () => {
		const good = editRecord(null, { remarks: 'Miete bezahlt' }, TEXTS, 1).update;
		for (let length = 1; length < good.length - 1; length++) {
			expect(() => mergeUpdates(null, [good.subarray(0, length)]), `first ${length} bytes`).toThrow();
		}
	});
});

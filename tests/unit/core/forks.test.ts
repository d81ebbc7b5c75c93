import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { personKind } from '#main/features/people/records.ts';
import { type Fork, forksOf } from '#main/records/forks.ts';
import type { MergeKind } from '#main/records/kind.ts';
import { type Edit, editRecord, mergeRecord, type Scalar } from '#main/records/merge.ts';
import { cryptoReady } from '#main/vaults/crypto.ts';
import { campaign } from '#tests/support/campaign.ts';

const RUNS = { numRuns: campaign(150, 3000) };
const KIND: MergeKind = {
	...(personKind as unknown as MergeKind),
	fields: z.object({ city: z.string(), number: z.string(), remarks: z.string() }),
	unasked: ['number'],
	texts: ['remarks'],
};

/** A device as the store drives it: what it knows, in the order of hybrid times, and its merged state. */
class Device {
	readonly known = new Map<number, Uint8Array>();
	state: Uint8Array | null = null;

	readonly writer: number;
	readonly all: Uint8Array[];

	constructor(writer: number, all: Uint8Array[]) {
		this.writer = writer;
		this.all = all;
	}

	take(at: number): void {
		const update = this.all[at];
		if (!update || this.known.has(at)) return;
		this.known.set(at, update);
		this.state = mergeRecord(this.state, [update], KIND.texts).state;
	}

	write(changes: Record<string, Scalar>, open?: readonly string[], isSettled = true): Edit {
		const marks = Object.fromEntries((open ?? []).map((id) => [id, isSettled]));
		const edit = editRecord(this.state, changes, KIND.texts, this.writer, {}, open !== undefined, marks);
		this.known.set(this.all.length, edit.update);
		this.all.push(edit.update);
		this.state = edit.state;
		return edit;
	}

	forks(): Fork[] {
		const inOrder = [...this.known].sort(([a], [b]) => a - b).map(([, update]) => update);
		return forksOf(KIND, 'record', inOrder);
	}

	shown(): Scalar {
		return mergeRecord(this.state, [], KIND.texts).fields.city ?? null;
	}
}

const valuesOf = (forks: readonly Fork[]) => forks.flatMap(({ sides }) => sides.map(({ value }) => value));

/** Two who know the same base and set the city apart. */
function apart(one: string, two: string): { all: Uint8Array[]; a: Device; b: Device; meet(): void } {
	const all: Uint8Array[] = [];
	const a = new Device(11, all);
	const b = new Device(22, all);
	a.write({ city: 'Köln' });
	b.take(0);
	a.write({ city: one });
	b.write({ city: two });
	const meet = () => {
		for (const at of all.keys()) for (const device of [a, b]) device.take(at);
	};
	return { all, a, b, meet };
}

describe('fields that two people set apart', () => {
	beforeAll(() => cryptoReady);

	it('are one decision with both values, the same on both devices, and none before they meet', () => {
		const { a, b, meet } = apart('Bonn', 'Essen');
		expect([a.forks(), b.forks()]).toEqual([[], []]);
		meet();
		expect(a.forks()).toEqual(b.forks());
		expect(valuesOf(a.forks()).toSorted()).toEqual(['Bonn', 'Essen']);
		expect(a.forks()[0]?.sides[0]?.value).toBe(a.shown());
		expect(
			a
				.forks()[0]
				?.sides.flatMap(({ changes }) => changes)
				.toSorted(),
		).toEqual([1, 2]);
	});

	it('are none when they agree, when nobody is asked about the field, when texts are woven, or one had seen the other', () => {
		const same = apart('Bonn', 'Bonn');
		same.meet();
		expect(same.a.forks()).toEqual([]);
		const { a, b, meet } = apart('Bonn', 'Bonn');
		a.write({ number: 'P-1', remarks: 'eins' });
		b.write({ number: 'P-2', remarks: 'zwei' });
		meet();
		b.write({ city: 'Ulm' });
		meet();
		expect(a.forks()).toEqual([]);
		const { remarks } = mergeRecord(a.state, [], KIND.texts).fields;
		expect(remarks).toContain('eins');
		expect(remarks).toContain('zwei');
	});

	it('are closed everywhere by a decision for either value or a third, and by nothing else', () => {
		for (const value of ['Bonn', 'Essen', 'Ulm']) {
			const { a, b, meet } = apart('Bonn', 'Essen');
			meet();
			const lost = ['Bonn', 'Essen'].find((city) => city !== a.shown());
			b.write({ number: 'P-7' });
			meet();
			expect(a.forks()).toHaveLength(1);
			b.write({ city: value }, b.forks()[0]?.open);
			meet();
			expect([a.forks(), b.forks()]).toEqual([[], []]);
			expect([a.shown(), b.shown()]).toEqual([value, value]);
			expect(lost).toBeDefined();
		}
	});

	it('stay open when somebody edits the field without having been asked: what lost is still there', () => {
		const { a, b, meet } = apart('Bonn', 'Essen');
		meet();
		const lost = ['Bonn', 'Essen'].find((city) => city !== a.shown()) ?? '';
		b.write({ city: 'Ulm' });
		meet();
		expect(valuesOf(a.forks())).toEqual(['Ulm', lost]);
	});

	it('are a decision again when two decide apart and differently, and none when they agree', () => {
		for (const second of ['Bonn', 'Essen']) {
			const { a, b, meet } = apart('Bonn', 'Essen');
			meet();
			a.write({ city: 'Bonn' }, a.forks()[0]?.open);
			b.write({ city: second }, b.forks()[0]?.open);
			meet();
			expect(valuesOf(a.forks()).toSorted()).toEqual(second === 'Bonn' ? [] : ['Bonn', 'Essen']);
		}
	});

	it('are open again when the decision is taken back, by those who had written them', () => {
		for (const chosen of ['Bonn', 'Essen', 'Ulm']) {
			const { a, b, meet } = apart('Bonn', 'Essen');
			meet();
			const [fork] = a.forks();
			const stood = a.shown();
			// As the ordinary procedure does it, and then what says that it is a decision.
			b.write({ city: chosen });
			b.write({ city: chosen }, fork?.open);
			meet();
			expect(a.forks()).toEqual([]);
			b.write({ city: stood }, fork?.open, false);
			meet();
			expect(a.forks().map(({ sides }) => sides)).toEqual([fork?.sides]);
		}
	});

	it('are told the same by every device, whatever arrived when: three devices against a model', () => {
		const Step = fc.record({
			device: fc.nat({ max: 2 }),
			/** Whom it meets first: a bit for each device. */
			meets: fc.nat({ max: 7 }),
			what: fc.constantFrom('write', 'write', 'decide', 'keep'),
		});
		fc.assert(
			fc.property(fc.array(Step, { minLength: 2, maxLength: 14 }), fc.infiniteStream(fc.nat()), (story, dice) => {
				const all: Uint8Array[] = [];
				const devices = [7, 900, 30].map((writer) => new Device(writer, all));
				// The model: every value is another text, replaces the one that was shown, and may be decided against.
				const replaced = new Map<string, string | null>();
				const decided = new Set<string>();
				for (const [at, { device: which, meets, what }] of story.entries()) {
					const device = devices[which] as Device;
					for (const [other, { known }] of devices.entries()) {
						if ((meets >> other) & 1) for (const change of [...known.keys()]) device.take(change);
					}
					const shown = device.shown() as string | null;
					const [fork] = device.forks();
					const value = `Ort ${at}`;
					if (what === 'write' || !fork) {
						device.write({ city: value });
					} else {
						for (const against of valuesOf([fork])) if (against !== shown) decided.add(String(against));
						device.write({ city: value }, fork.open);
					}
					replaced.set(value, shown);
				}
				const heads = [...replaced.keys()].filter((value) => ![...replaced.values()].includes(value) && !decided.has(value));
				for (const device of devices) {
					const order = all.map((_update, at) => ({ at, by: dice.next().value ?? 0 })).sort((a, b) => a.by - b.by);
					for (const { at } of order) device.take(at);
				}
				for (const device of devices) {
					expect(valuesOf(device.forks()).toSorted()).toEqual(heads.length > 1 ? heads.toSorted() : []);
					expect(device.forks()).toEqual(devices[0]?.forks());
					// What the store looks at first must not miss any.
					if (heads.length > 1) expect(mergeRecord(device.state, [], []).isForked).toBe(true);
				}
			}),
			RUNS,
		);
	});
});

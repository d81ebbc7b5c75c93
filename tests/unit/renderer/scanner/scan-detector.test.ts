import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createScanDetector, PAUSE_MS } from '#renderer/ui/scanner/scan-detector.ts';
import { campaign } from '#tests/support/campaign.ts';

interface Press {
	readonly key: string;
	/** ms after the key before. */
	readonly after: number;
	readonly by: 'scanner' | 'person';
}

/** What a field and a listener end up with, as the hook would do it. */
function play(presses: readonly Press[], isTyping = true) {
	const detector = createScanDetector();
	let time = 1000;
	let field = '';
	let before = '';
	let entered = 0;
	const scans: string[] = [];
	const hear = (code: string | null) => void (code !== null && scans.push(code));
	for (const { key, after } of presses) {
		// The hook notices a pause.
		if (after > PAUSE_MS) hear(detector.pause());
		time += after;
		const { begins, swallow, putBack, scan } = detector.key(key, time, isTyping);
		if (begins) before = field;
		if (putBack) field = before;
		if (!swallow) {
			if (key === 'Enter') entered += 1;
			else if ([...key].length === 1) field += key;
		}
		hear(scan);
	}
	hear(detector.pause());
	return { field, scans, entered };
}

const CODE_LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-:./ßÖ '];
const Code = fc.array(fc.constantFrom(...CODE_LETTERS), { minLength: 4, maxLength: 40 }).map((letters) => letters.join(''));
const RUNS = { numRuns: campaign(300, 5000) };

const scanned = (code: string, gaps: readonly number[], first: number, end: 'Enter' | 'Tab' | null = 'Enter'): Press[] => [
	...[...code].map((key, at): Press => ({ key, after: at === 0 ? first : (gaps[at % gaps.length] ?? 20), by: 'scanner' })),
	...(end === null ? [] : [{ key: end, after: gaps[0] ?? 20, by: 'scanner' } as const]),
];
const typed = (text: string, gaps: readonly number[]): Press[] =>
	[...text].map((key, at) => ({ key, after: gaps[at % gaps.length] ?? 90, by: 'person' }));

const ScannerGaps = fc.array(fc.integer({ min: 1, max: 35 }), { minLength: 1, maxLength: 12 });
const PersonGaps = fc.array(fc.integer({ min: 60, max: 700 }), { minLength: 1, maxLength: 12 });
const Pause = fc.integer({ min: PAUSE_MS + 1, max: 3000 });
const Word = fc
	.array(fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz äöü0123'), { maxLength: 20 })
	.map((letters) => letters.join(''));

describe('a scanner', () => {
	it('is heard whole, and leaves nothing in the field, whatever a person types around it', () => {
		const Part = fc.record({ word: Word, code: Code, end: fc.constantFrom('Enter' as const, 'Tab' as const, null) });
		fc.assert(
			fc.property(fc.array(Part, { minLength: 1, maxLength: 4 }), ScannerGaps, PersonGaps, Pause, (parts, fast, slow, pause) => {
				const presses = parts.flatMap(({ word, code, end }) => [
					...typed(word, slow).map((press, at) => (at === 0 ? { ...press, after: pause } : press)),
					...scanned(code, fast, pause, end),
				]);
				const { field, scans, entered } = play(presses);
				expect(field).toBe(parts.map(({ word }) => word).join(''));
				expect(scans).toEqual(parts.map(({ code }) => code));
				expect(entered).toBe(0);
			}),
			RUNS,
		);
	});

	it('is told from a person: what is typed stays, its Enter counts', () => {
		fc.assert(
			fc.property(Word, PersonGaps, fc.boolean(), (word, gaps, isTyping) => {
				const slow = isTyping ? gaps : gaps.map((gap) => gap + 200);
				const { field, scans, entered } = play([...typed(word, slow), { key: 'Enter', after: 250, by: 'person' }], isTyping);
				expect({ field, scans, entered }).toEqual({ field: word, scans: [], entered: 1 });
			}),
			RUNS,
		);
	});

	it('that is slow is heard where nobody types, and takes no letter away before it is done', () => {
		const slow = scanned('KONTOR-ITEM:WZ-0017', [90, 120], 1000);
		expect(play(slow, false)).toEqual({ field: '', scans: ['KONTOR-ITEM:WZ-0017'], entered: 0 });
		expect(play(slow.slice(0, 8), false)).toEqual({ field: 'KONTOR-I', scans: [], entered: 0 });
	});

	it('may send two keys for a short code', () => {
		expect(play(scanned('42', [20], 1000))).toEqual({ field: '', scans: ['42'], entered: 0 });
	});

	it('is not a person who rolls over two keys, or lets go of Enter quickly', () => {
		expect(play(typed('ab', [500, 30]))).toEqual({ field: 'ab', scans: [], entered: 0 });
		expect(play([...typed('x', [500]), { key: 'Enter', after: 20, by: 'person' }])).toEqual({
			field: 'x',
			scans: [],
			entered: 1,
		});
	});

	it('may stumble once it is known', () => {
		const presses = scanned('KONTOR-ITEM:WZ-0017', [20], 1000).map((press, at) => ({
			...press,
			after: at === 9 ? 140 : press.after,
		}));
		expect(play(presses)).toEqual({ field: '', scans: ['KONTOR-ITEM:WZ-0017'], entered: 0 });
	});

	it('types capitals with Shift', () => {
		const presses = scanned('INV-0001', [15], 1000).flatMap((press) => [{ ...press, key: 'Shift', after: 0 }, press]);
		expect(play(presses)).toEqual({ field: '', scans: ['INV-0001'], entered: 0 });
	});

	it('without Enter is ended by the Enter of a person, who then has pressed it', () => {
		const presses: Press[] = [...scanned('INV-0001', [15], 1000, null), { key: 'Enter', after: 200, by: 'person' }];
		expect(play(presses)).toEqual({ field: '', scans: ['INV-0001'], entered: 1 });
	});

	it('is not a key that somebody holds down', () => {
		const detector = createScanDetector();
		const verdicts = Array.from({ length: 12 }, (_, at) => {
			detector.interrupt();
			return detector.key('0', 1000 + at * 30, true);
		});
		expect(verdicts.every(({ swallow, scan }) => !swallow && scan === null)).toBe(true);
		expect(detector.pause()).toBeNull();
	});

	it('that is slow is a doubt, which the page settles', () => {
		const detector = createScanDetector();
		for (const [at, key] of [...'lind'].entries()) detector.key(key, 1000 + at * 120, false);
		expect(detector.key('Enter', 1480, false)).toMatchObject({ scan: 'lind', isDoubtful: true });
		for (const [at, key] of [...'WZ-7'].entries()) detector.key(key, 9000 + at * 20, false);
		expect(detector.key('Enter', 9080, false)).toMatchObject({ scan: 'WZ-7', isDoubtful: false });
	});

	it('is being read until it has paused', () => {
		const detector = createScanDetector();
		for (const [at, key] of [...'WZ-70'].entries()) detector.key(key, 1000 + at * 20, true);
		expect([detector.isReading(1100), detector.isReading(1300)]).toEqual([true, false]);
	});
});

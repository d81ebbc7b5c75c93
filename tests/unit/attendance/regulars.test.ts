import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nearestDays, regularNames, SESSIONS_ASKED } from '#main/features/attendance/regulars.ts';
import { AttendeeName, anotherOfTheName, LONGEST_NAME, nameKey } from '#shared/features/attendance/model.ts';
import { addDays, daysBetween, type LocalDate } from '#shared/kernel/local-date.ts';
import { campaign, printedSeed } from '#tests/support/campaign.ts';

/** Who usually comes, against counting it by hand. */

const seed = printedSeed('regulars');
const runs = { seed, numRuns: campaign(300, 5000) };
const FIRST = '2026-01-06' as LocalDate;

const day = fc.integer({ min: 0, max: 60 }).map((week) => addDays(FIRST, 7 * week));
/** Few names, in several spellings, so that they meet. */
const name = fc.constantFrom(
	'Anna K.',
	'anna k',
	'Anna K. (2)',
	'Müller',
	'Mueller',
	'MULLER',
	'Cem',
	'Ümit',
	'???',
	'Ольга',
	'Olga',
);
const visits = fc.array(fc.record({ ruleDay: day, name }), { maxLength: 60 });

it('asks the nearest sessions, before and after, and never the session itself', () => {
	fc.assert(
		fc.property(fc.uniqueArray(day, { maxLength: 40 }), day, (days, of) => {
			const near = nearestDays(days, of);
			const others = days.filter((one) => one !== of);
			expect(near).toHaveLength(Math.min(others.length, SESSIONS_ASKED));
			expect(near).not.toContain(of);
			const far = others.filter((one) => !near.includes(one));
			const distance = (one: LocalDate) => Math.abs(daysBetween(one, of));
			for (const one of far) expect(distance(one)).toBeGreaterThanOrEqual(Math.max(...near.map(distance)));
		}),
		runs,
	);
});

it('names each who came once, the most regular first, and nobody who is present', () => {
	fc.assert(
		fc.property(visits, fc.array(name, { maxLength: 4 }), (came, present) => {
			const known = regularNames(came, present);
			const keys = known.map(nameKey);
			expect(new Set(keys).size).toBe(keys.length);
			for (const one of present) expect(keys).not.toContain(nameKey(one));
			const timesOf = (key: string) =>
				new Set(came.filter(({ name: one }) => nameKey(one) === key).map(({ ruleDay }) => ruleDay)).size;
			const wanted = new Set(came.map(({ name: one }) => nameKey(one)));
			for (const one of present) wanted.delete(nameKey(one));
			expect(new Set(keys)).toEqual(wanted);
			const times = keys.map(timesOf);
			expect(times).toEqual([...times].sort((a, b) => b - a));
			// Whatever order they are read in.
			expect(regularNames([...came].reverse(), present)).toEqual(known);
		}),
		runs,
	);
});

it('shows a name as it was last written', () => {
	const came = [
		{ ruleDay: FIRST, name: 'fatma fabel' },
		{ ruleDay: addDays(FIRST, 7), name: 'Fatma Fabel' },
		{ ruleDay: addDays(FIRST, 7), name: 'Cem' },
	];
	expect(regularNames(came, [])).toEqual(['Fatma Fabel', 'Cem']);
});

it('finds a name for somebody else who is called the same, always one that is free and fits', () => {
	expect(anotherOfTheName('Anna K.', new Set(['anna k']))).toBe('Anna K. (2)');
	expect(anotherOfTheName('Anna K. (2)', new Set(['anna k', 'anna k 2']))).toBe('Anna K. (3)');
	fc.assert(
		fc.property(fc.string({ minLength: 1, maxLength: LONGEST_NAME }), fc.integer({ min: 0, max: 12 }), (typed, others) => {
			fc.pre(AttendeeName.safeParse(typed).success);
			const taken = new Set([nameKey(typed)]);
			for (let nth = 0; nth <= others; nth++) {
				const next = anotherOfTheName(typed, taken);
				expect(AttendeeName.parse(next)).toBe(next.normalize('NFC').trim());
				expect(taken.has(nameKey(next))).toBe(false);
				taken.add(nameKey(next));
			}
		}),
		runs,
	);
});

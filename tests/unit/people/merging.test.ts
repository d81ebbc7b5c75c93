import { describe, expect, it } from 'vitest';
import {
	choicesBetween,
	fieldsOfChoice,
	MergeChoice,
	MergedFields,
	rootsOf,
	settledReference,
	unite,
	usuallyFromAway,
} from '#shared/features/people/merging.ts';
import { EMPTY_PERSON } from '#shared/features/people/model.ts';
import { seededRandom } from '#tests/support/seeded-random.ts';

const record = (fields: Partial<MergedFields> = {}): MergedFields => ({ ...EMPTY_PERSON, borrowerId: null, ...fields });
const day = (text: string) => text as NonNullable<MergedFields['birthDate']>;
const united = (keep: MergedFields, away: MergedFields, fromAway: readonly MergeChoice[] = []) => {
	const result = unite(keep, away, fromAway);
	if (!result.ok) throw new Error(`refused: ${result.error.field}`);
	return result.value;
};

describe('uniting two records of one person', () => {
	it('decides about every field, each once', () => {
		const chosen = MergeChoice.options.flatMap(fieldsOfChoice);
		const rest = ['languages', 'phones', 'childBirthYears', 'remarks', 'doNotCall'];
		expect([...chosen, ...rest].sort()).toEqual(Object.keys(MergedFields.shape).sort());
	});

	it('fills in what is missing, and keeps what is there', () => {
		const keep = record({ firstName: 'Fatma', lastName: 'Yılmaz', sex: 'w' });
		const away = record({ lastName: 'Yilmaz', birthDate: day('1980-04-03'), sex: 'keine_angabe', adults: 2 });
		expect(united(keep, away)).toEqual({ ...keep, birthDate: '1980-04-03', adults: 2 });
		expect(choicesBetween(keep, away)).toEqual(['lastName', 'sex']);
		expect(united(keep, away, ['lastName', 'firstName'])).toMatchObject({ firstName: 'Fatma', lastName: 'Yilmaz', sex: 'w' });
	});

	it('never makes one address of two', () => {
		const keep = record({ street: 'Lindenweg 3', city: 'Ratingen' });
		const other = record({ street: 'Ahornweg 1', addressExtra: 'bei Becker', postcode: '40880', city: 'Ratingen' });
		expect(choicesBetween(keep, other)).toEqual(['address']);
		expect(united(keep, other)).toMatchObject({ street: 'Lindenweg 3', addressExtra: null, postcode: null });
		expect(united(keep, other, ['address'])).toMatchObject({
			street: 'Ahornweg 1',
			addressExtra: 'bei Becker',
			postcode: '40880',
		});
		const same = record({ street: 'Lindenweg 3', postcode: '40880' });
		expect(choicesBetween(keep, same)).toEqual([]);
		expect(united(keep, same)).toMatchObject({ street: 'Lindenweg 3', postcode: '40880', city: 'Ratingen' });
	});

	it('unites languages by code, phones by number, children by year and how many', () => {
		const keep = record({
			languages: [
				{ code: 'tr', level: 'native' },
				{ code: 'de', level: 'unknown' },
			],
			phones: [{ number: '+4917139200', label: '' }],
			childBirthYears: [2010, 2010, 2015],
		});
		const away = record({
			languages: [
				{ code: 'de', level: 'B1' },
				{ code: 'ku', level: 'C1' },
			],
			phones: [
				{ number: '+4917139200', label: 'mobil' },
				{ number: '+49210294467', label: 'Tochter' },
			],
			childBirthYears: [2010, 2012],
		});
		expect(united(keep, away)).toMatchObject({
			languages: [
				{ code: 'tr', level: 'native' },
				{ code: 'de', level: 'B1' },
				{ code: 'ku', level: 'C1' },
			],
			phones: [
				{ number: '+4917139200', label: 'mobil' },
				{ number: '+49210294467', label: 'Tochter' },
			],
			childBirthYears: [2010, 2010, 2012, 2015],
		});
	});

	it('puts remarks under each other, once', () => {
		expect(united(record({ remarks: 'Eins' }), record({ remarks: 'Zwei' })).remarks).toBe('Eins\n\nZwei');
		expect(united(record({ remarks: 'Eins. Zwei.' }), record({ remarks: 'Zwei.' })).remarks).toBe('Eins. Zwei.');
		expect(united(record(), record({ remarks: 'Zwei' })).remarks).toBe('Zwei');
	});

	it('does not call whom one of them does not want called, and remembers the first day in the house', () => {
		const keep = record({ firstContact: day('2026-05-01') });
		const away = record({ doNotCall: true, firstContact: day('2025-11-03') });
		expect(united(keep, away).doNotCall).toBe(true);
		expect(usuallyFromAway('firstContact', keep, away)).toBe(true);
		expect(usuallyFromAway('firstContact', away, keep)).toBe(false);
	});

	it('refuses what would not fit rather than lose some of it', () => {
		const long = (letter: string) => record({ remarks: letter.repeat(2500) });
		expect(unite(long('a'), long('b'), [])).toEqual({ ok: false, error: { field: 'remarks' } });
		const phones = (from: number) =>
			record({ phones: Array.from({ length: 6 }, (_, at) => ({ number: `+492102${from + at}`, label: '' })) });
		expect(unite(phones(1000), phones(2000), [])).toEqual({ ok: false, error: { field: 'phones' } });
	});
});

describe('who stands for whom', () => {
	it('follows merges of merges, and makes the oldest of a circle stand for all', () => {
		const chain = rootsOf(new Map(Object.entries({ a: 'b', b: 'c' })));
		expect(['a', 'b', 'c', 'd'].map(chain.of)).toEqual(['c', 'c', 'c', 'd']);
		expect(chain.circular).toEqual([]);
		const circle = rootsOf(new Map(Object.entries({ b: 'c', c: 'a', a: 'b', d: 'c' })));
		expect(['a', 'b', 'c', 'd'].map(circle.of)).toEqual(['a', 'a', 'a', 'a']);
		expect(circle.circular).toEqual(['a']);
		expect(rootsOf(new Map([['a', 'a']])).circular).toEqual(['a']);
	});
});

describe('whom a record is about', () => {
	const roots = (pointers: Record<string, string>) => rootsOf(new Map(Object.entries(pointers)));

	it('follows its person there and back, over several merges', () => {
		const there = settledReference(['a'], [], roots({ a: 'b' }));
		expect(there).toEqual({ people: ['b'], moved: [{ origin: 'a', at: 'b', alongside: false }] });
		const further = settledReference(there.people, there.moved, roots({ a: 'b', b: 'c' }));
		expect(further.people).toEqual(['c']);
		expect(settledReference(further.people, further.moved, roots({ a: 'b' })).people).toEqual(['b']);
		expect(settledReference(further.people, further.moved, roots({ b: 'c' }))).toEqual({ people: ['a'], moved: [] });
	});

	it('keeps both of an appointment with both', () => {
		const merged = settledReference(['x', 'a', 'b'], [], roots({ a: 'b' }));
		expect(merged.people).toEqual(['x', 'b']);
		expect(settledReference(merged.people, merged.moved, roots({})).people.sort()).toEqual(['a', 'b', 'x']);
	});

	it('leaves what somebody changed since as they left it', () => {
		const merged = settledReference(['a'], [], roots({ a: 'b' }));
		expect(settledReference(['z'], merged.moved, roots({}))).toEqual({ people: ['z'], moved: [] });
	});

	it('forgets nobody, whatever was merged and separated before', () => {
		const random = seededRandom(20_261);
		const names = ['a', 'b', 'c', 'd', 'e'];
		for (let round = 0; round < 300; round++) {
			const about = names.filter(() => random.below(2) === 0);
			const first = about.length === 0 ? ['a'] : about;
			let state: { people: string[]; moved: Parameters<typeof settledReference>[1] } = { people: first, moved: [] };
			for (let step = 0; step < 6; step++) {
				const into = new Map(names.filter(() => random.below(3) === 0).map((name) => [name, random.pick(names)]));
				for (const name of rootsOf(into).circular) into.delete(name);
				const known = rootsOf(into);
				state = settledReference(state.people, state.moved, known);
				expect(state.people.toSorted()).toEqual([...new Set(first.map(known.of))].sort());
				// Once more changes nothing.
				expect(settledReference(state.people, state.moved, known)).toEqual(state);
			}
			expect(settledReference(state.people, state.moved, roots({})).people.toSorted()).toEqual(first.toSorted());
		}
	});
});

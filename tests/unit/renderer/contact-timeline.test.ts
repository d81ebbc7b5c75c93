import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	ALL_CONTACTS,
	matching,
	minutesByTopic,
	minutesOf,
	narrowedBy,
	searchable,
	type TimelineFilter,
} from '#renderer/features/cases/contact/timeline.ts';
import { type Contact, ContactKind, ContactTopic } from '#shared/features/cases/model.ts';
import type { ContactId, MemberId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';

const AUTHORS = ['Miriam Berger', 'Tomasz Nowak'];
const contact = (fields: Partial<Contact>): Contact => ({
	...{ id: 'a' as ContactId, at: Date.parse('2026-03-09T09:00:00Z'), duration: 30, kind: 'planned', topics: ['work'] },
	...{ text: 'Bescheid kam, Widerspruch geplant', nextStep: null, nextStepDue: null, authorId: 'm0' as MemberId },
	...{ authorName: AUTHORS[0] ?? '', updatedAt: 0, privateNoteState: 'none', privateNote: null, ...fields },
});
const found = (contacts: readonly Contact[], filter: Partial<TimelineFilter>) =>
	matching(searchable(contacts), { ...ALL_CONTACTS, ...filter });

const anyContact = fc
	.record({
		at: fc.integer({ min: Date.UTC(2025, 11, 30), max: Date.UTC(2026, 0, 2) }),
		duration: fc.integer({ min: 0, max: 240 }),
		kind: fc.constantFrom(...ContactKind.options.slice(0, 3)),
		topics: fc.uniqueArray(fc.constantFrom(...ContactTopic.options.slice(0, 4)), { maxLength: 3 }),
		author: fc.integer({ min: 0, max: 1 }),
		text: fc.constantFrom('Miete gezahlt', 'Übung fürs Gespräch', 'Termin Jobcenter'),
	})
	.map(({ author, ...fields }) => contact({ ...fields, authorId: `m${author}` as MemberId, authorName: AUTHORS[author] ?? '' }));
const anyDay = fc.option(
	fc.constantFrom('2025-12-30', '2025-12-31', '2026-01-01', '2026-01-02'),
) as fc.Arbitrary<LocalDate | null>;
const anyFilter = fc.record({
	text: fc.constantFrom('', 'miete', 'ubung', 'job term', 'nichts'),
	topics: fc.uniqueArray(fc.constantFrom(...ContactTopic.options.slice(0, 4)), { maxLength: 2 }),
	kinds: fc.uniqueArray(fc.constantFrom(...ContactKind.options.slice(0, 3)), { maxLength: 2 }),
	authorIds: fc.uniqueArray(fc.constantFrom('m0' as MemberId, 'm1' as MemberId), { maxLength: 2 }),
	...{ from: anyDay, until: anyDay },
});

describe('the filter of the timeline', () => {
	it('finds words in any order and spelling, of the author too', () => {
		const one = [contact({ nextStep: 'Änderungsbescheid prüfen' })];
		for (const text of ['bescheid WIDERSPRUCH', 'berger', 'aenderungsbescheid', '  '])
			expect(found(one, { text })).toHaveLength(1);
		for (const text of ['Miete', 'bescheid miete']) expect(found(one, { text })).toHaveLength(0);
	});
	it('takes the days of the period from midnight to midnight in Berlin', () => {
		const late = contact({ at: Date.parse('2026-01-31T22:59:00Z') });
		const next = contact({ at: Date.parse('2026-01-31T23:00:00Z') });
		const january = { from: '2026-01-01' as LocalDate, until: '2026-01-31' as LocalDate };
		expect(found([next, late], january)).toEqual([late]);
		expect(found([next, late], { from: '2026-02-01' as LocalDate })).toEqual([next]);
	});
	it('gives what passes each of its parts, in the given order', () => {
		fc.assert(
			fc.property(fc.array(anyContact), anyFilter, (contacts, filter) => {
				const parts: Partial<TimelineFilter>[] = Object.entries(filter).map(([name, value]) => ({ [name]: value }));
				const passing = contacts.filter((one) => parts.every((part) => found([one], part).length === 1));
				expect(matching(searchable(contacts), filter)).toEqual(passing);
			}),
		);
	});
	it('leaves nothing out when nothing is chosen, and says how many parts do', () => {
		fc.assert(fc.property(fc.array(anyContact), (contacts) => void expect(found(contacts, {})).toEqual(contacts)));
		expect(narrowedBy(ALL_CONTACTS)).toBe(0);
		expect(narrowedBy({ ...ALL_CONTACTS, text: 'x', kinds: ['phone'], until: '2026-01-01' as LocalDate })).toBe(2);
	});
});

describe('time by topic', () => {
	it('is the whole time of each note under each of its topics', () => {
		fc.assert(
			fc.property(fc.array(anyContact), (contacts) => {
				const sums = minutesByTopic(contacts);
				for (const topic of ContactTopic.options) {
					const expected = minutesOf(contacts.filter(({ topics }) => topics.includes(topic)));
					expect(sums.find((one) => one.topic === topic)?.minutes ?? 0).toBe(expected);
				}
				expect(sums.map(({ minutes }) => minutes)).toEqual(sums.map(({ minutes }) => minutes).toSorted((a, b) => b - a));
			}),
		);
	});
});

it('searches 500 long notes within a frame', () => {
	const words = 'Gespräch über die Übernahme der Mietschulden und den Widerspruch gegen den Bescheid vom Jobcenter '.repeat(20);
	const many = searchable(
		Array.from({ length: 500 }, (_, at) => contact({ text: `${at} ${words}`, at: Date.UTC(2026, 0, 1) + at * 3_600_000 })),
	);
	const times = Array.from({ length: 20 }, (_, at) => {
		const before = performance.now();
		matching(many, { ...ALL_CONTACTS, text: `widerspruch ${at}`, topics: ['work'] });
		return performance.now() - before;
	}).sort((a, b) => a - b);
	expect(times[10]).toBeLessThan(16);
});

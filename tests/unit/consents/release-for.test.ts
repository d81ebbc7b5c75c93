import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type Recipient, type Release, ReleaseTopic, usualEnd } from '#shared/features/consents/model.ts';
import { endsSoon, type Gate, isSameRecipient, releaseFor, releaseState } from '#shared/features/consents/release-for.ts';
import type { PartnerId } from '#shared/kernel/ids.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';

const partner = (last: number): Recipient => ({
	partnerId: `01890000-0000-7000-8000-00000000000${last}` as PartnerId,
});
const JOB_CENTRE = partner(1);
const SCHOOL = partner(2);
const UNCLE: Recipient = { name: 'Herr Yıldız', address: null };

const day = (text: string) => text as LocalDate;
const FROM = day('2026-03-01');
const UNTIL = day('2026-08-31');

type Given = Parameters<typeof releaseFor>[0][number];
const release = (more: Partial<Given> = {}): Given => ({
	...{ recipient: JOB_CENTRE, topics: ['work', 'debts'], validFrom: FROM, validUntil: UNTIL, withdrawnOn: null, ...more },
});

type Case = [what: string, releases: readonly Given[], topics: readonly ReleaseTopic[], on: string, expected: Gate];

describe('what may be told to the job centre', () => {
	const table: Case[] = [
		['nothing was ever released', [], ['work'], '2026-05-01', { state: 'none' }],
		['only to somebody else', [release({ recipient: SCHOOL })], ['work'], '2026-05-01', { state: 'none' }],
		['in the time', [release()], ['work'], '2026-05-01', { state: 'valid' }],
		['all of the topics', [release()], ['debts', 'work'], '2026-05-01', { state: 'valid' }],
		['the first day', [release()], ['work'], '2026-03-01', { state: 'valid' }],
		['the last day', [release()], ['work'], '2026-08-31', { state: 'valid' }],
		['the day before', [release()], ['work'], '2026-02-28', { state: 'not_yet' }],
		['the day after', [release()], ['work'], '2026-09-01', { state: 'expired' }],
		['another topic', [release()], ['health'], '2026-05-01', { state: 'topics_missing', missing: ['health'] }],
		['one topic more', [release()], ['work', 'health'], '2026-05-01', { state: 'topics_missing', missing: ['health'] }],
		['before it was withdrawn', [release({ withdrawnOn: day('2026-05-02') })], ['work'], '2026-05-01', { state: 'valid' }],
		['the day it was withdrawn', [release({ withdrawnOn: day('2026-05-01') })], ['work'], '2026-05-01', { state: 'withdrawn' }],
		['after it was withdrawn', [release({ withdrawnOn: day('2026-04-01') })], ['work'], '2026-05-01', { state: 'withdrawn' }],
		['withdrawn before it began', [release({ withdrawnOn: day('2026-02-01') })], ['work'], '2026-02-15', { state: 'withdrawn' }],
		['withdrawn, then over', [release({ withdrawnOn: day('2026-04-01') })], ['work'], '2026-12-01', { state: 'withdrawn' }],
		[
			'two releases together',
			[release({ topics: ['work'] }), release({ topics: ['health'] })],
			['work', 'health'],
			'2026-05-01',
			{ state: 'valid' },
		],
		[
			'two releases of which one is withdrawn',
			[release({ topics: ['work'] }), release({ topics: ['health'], withdrawnOn: day('2026-04-01') })],
			['work', 'health'],
			'2026-05-01',
			{ state: 'topics_missing', missing: ['health'] },
		],
		[
			'a new one after a withdrawal',
			[release({ withdrawnOn: day('2026-04-01') }), release({ validFrom: day('2026-04-15') })],
			['work'],
			'2026-05-01',
			{ state: 'valid' },
		],
		[
			'an old one withdrawn, a later one over',
			[release({ validFrom: day('2025-01-01'), validUntil: day('2025-12-31'), withdrawnOn: day('2025-06-01') }), release()],
			['work'],
			'2026-10-01',
			{ state: 'expired' },
		],
		[
			'one over, another still to come',
			[release(), release({ validFrom: day('2026-11-01'), validUntil: day('2026-12-31') })],
			['work'],
			'2026-10-01',
			{ state: 'not_yet' },
		],
	];
	test.each(table)('%s', (_, releases, topics, on, expected) => {
		expect(releaseFor(releases, { recipient: JOB_CENTRE, topics, on: day(on) })).toEqual(expected);
		expect(releaseFor(releases.toReversed(), { recipient: JOB_CENTRE, topics, on: day(on) })).toEqual(expected);
	});
});

describe('a release', () => {
	const days = fc.integer({ min: 0, max: 800 }).map((ahead) => addDays(day('2025-06-01'), ahead));
	const topics = fc.uniqueArray(fc.constantFrom(...ReleaseTopic.options), { minLength: 1, maxLength: 5 });
	const given = fc
		.record({ recipient: fc.constantFrom(JOB_CENTRE, SCHOOL, UNCLE), topics, a: days, b: days, withdrawnOn: fc.option(days) })
		.map(({ a, b, ...rest }): Given => {
			const [validFrom = a, validUntil = b] = [a, b].sort();
			return { ...rest, validFrom, validUntil };
		});

	it('lets a topic through exactly when some release to them, valid on that day, names it', () => {
		fc.assert(
			fc.property(fc.array(given, { maxLength: 5 }), topics, days, (releases, wanted, on) => {
				const isReleased = (topic: ReleaseTopic) =>
					releases.some(
						(one) =>
							one.recipient === JOB_CENTRE &&
							one.topics.includes(topic) &&
							one.validFrom <= on &&
							on <= one.validUntil &&
							!(one.withdrawnOn !== null && one.withdrawnOn <= on),
					);
				const gate = releaseFor(releases, { recipient: JOB_CENTRE, topics: wanted, on });
				expect(gate.state === 'valid').toBe(wanted.every(isReleased));
				if (gate.state === 'topics_missing') expect(gate.missing).toEqual(wanted.filter((topic) => !isReleased(topic)));
			}),
		);
	});

	it('stays withdrawn, whatever the day after it', () => {
		fc.assert(
			fc.property(given, days, fc.nat(400), (one, on, ahead) => {
				const withdrawn = { ...one, withdrawnOn: on };
				expect(releaseState(withdrawn, addDays(on, ahead))).toBe('withdrawn');
			}),
		);
	});

	it('ends soon in its last thirty days only', () => {
		expect(endsSoon(release(), addDays(UNTIL, -31))).toBe(false);
		expect(endsSoon(release(), addDays(UNTIL, -30))).toBe(true);
		expect(endsSoon(release(), UNTIL)).toBe(true);
		expect(endsSoon(release(), addDays(UNTIL, 1))).toBe(false);
		expect(endsSoon(release({ withdrawnOn: addDays(UNTIL, -9) }), addDays(UNTIL, -5))).toBe(false);
	});

	it('is for twelve months when nobody says otherwise', () => {
		expect(usualEnd(day('2026-11-25'))).toBe('2027-11-24');
		expect(usualEnd(day('2026-01-01'))).toBe('2026-12-31');
		expect(usualEnd(day('2028-02-29'))).toBe('2029-02-28');
	});
});

it('knows whoever is not in the directory by name, however it is spelled, and nobody in it by that', () => {
	expect(isSameRecipient(UNCLE, { name: ' HERR Yildiz', address: 'Hauptstraße 3' })).toBe(true);
	expect(isSameRecipient(UNCLE, { name: 'Frau Yıldız', address: null })).toBe(false);
	expect(isSameRecipient(UNCLE, JOB_CENTRE)).toBe(false);
	expect(isSameRecipient(JOB_CENTRE, { ...JOB_CENTRE } as Release['recipient'])).toBe(true);
	expect(isSameRecipient(JOB_CENTRE, SCHOOL)).toBe(false);
});

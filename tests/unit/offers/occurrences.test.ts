import rrule from 'rrule';
import { expect, it } from 'vitest';
import { createSeriesDays, type Series } from '#main/features/offers/occurrences.ts';
import { RecurrenceRule } from '#shared/features/offers/recurrence.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';
import { campaign, printedSeed } from '#tests/support/campaign.ts';
import { seededRandom } from '#tests/support/seeded-random.ts';

/** The days of a series against rrule, another implementation of RFC 5545 by other people. */

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
/** Ten years, with the days on which the clocks of Europe/Berlin change. */
const [FROM, UNTIL] = ['2024-01-01', '2033-12-31'] as LocalDate[] as [LocalDate, LocalDate];

function dice(seed: number) {
	const random = seededRandom(seed);
	const whole = (from: number, to: number) =>
		from + (random.bytes(4).reduce((sum, byte) => sum * 256 + byte, 0) % (to - from + 1));
	const pick = <T>(list: readonly T[]): T => list[whole(0, list.length - 1)] as T;
	const some = <T>(list: readonly T[], most: number): T[] => [
		...new Set(Array.from({ length: whole(1, most) }, () => pick(list))),
	];
	return { whole, pick, some };
}

function randomSeries(seed: number): Series {
	const { whole, pick, some } = dice(seed);
	const firstOn = addDays('2024-01-01' as LocalDate, whole(0, 900));
	const freq = pick(['DAILY', 'WEEKLY', 'WEEKLY', 'MONTHLY', 'MONTHLY', 'YEARLY']);
	const parts = [`FREQ=${freq}`];
	if (whole(0, 1)) parts.push(`INTERVAL=${whole(1, freq === 'YEARLY' ? 3 : 6)}`);
	const numbered = () => `${pick([1, 2, 3, 4, 5, -1, -2])}${pick(DAYS)}`;
	const hasMonth = whole(0, 4) === 0 || (freq === 'YEARLY' && whole(0, 1) === 1);
	if (hasMonth) parts.push(`BYMONTH=${some([1, 2, 3, 6, 10, 12], 3).join(',')}`);
	const shape = whole(0, 4);
	if (shape === 0) parts.push(`BYDAY=${some(DAYS, 4).join(',')}`);
	else if (shape === 1 && (freq === 'MONTHLY' || (freq === 'YEARLY' && hasMonth))) {
		parts.push(`BYDAY=${[...new Set(Array.from({ length: whole(1, 3) }, numbered))].join(',')}`);
	} else if (shape === 2 && freq !== 'WEEKLY') parts.push(`BYMONTHDAY=${some([1, 15, 28, 29, 30, 31, -1, -3], 3).join(',')}`);
	else if (shape === 3 && freq === 'MONTHLY') parts.push(`BYDAY=${some(DAYS, 5).join(',')}`, `BYSETPOS=${pick([1, 2, -1])}`);
	const end = whole(0, 3);
	if (end === 0) parts.push(`COUNT=${whole(1, 60)}`);
	else if (end === 1) parts.push(`UNTIL=${addDays(firstOn, whole(0, 2000)).replaceAll('-', '')}`);
	return { firstOn, rule: RecurrenceRule.parse(parts.join(';')) };
}

function daysByRrule({ firstOn, rule }: Series): string[] {
	const until = /UNTIL=(\d+)/.exec(rule ?? '')?.[1];
	const text = until ? rule?.replace(until, `${until}T000000Z`) : rule;
	const other = rrule.rrulestr(`DTSTART:${firstOn.replaceAll('-', '')}T000000Z\nRRULE:${text}`);
	return other.between(new Date(FROM), new Date(UNTIL), true).map((date) => date.toISOString().slice(0, 10));
}

it('the same days as an independent implementation, for random rules over ten years', () => {
	const seed = printedSeed('occurrences');
	let found = 0;
	for (let at = 0; at < campaign(300, 5000); at++) {
		const series = randomSeries(seed + at);
		const days = createSeriesDays();
		const expected = daysByRrule(series);
		const got = days.between(series, FROM, UNTIL);
		expect({ at: seed + at, ...series, days: got }).toEqual({ at: seed + at, ...series, days: expected });
		found += got.length;
		// Whatever window is asked for, it is a part of the whole.
		const { whole } = dice(seed + at);
		const from = addDays(FROM, whole(0, 3000));
		const until = addDays(from, whole(0, 400));
		expect(days.between(series, from, until)).toEqual(got.filter((day) => from <= day && day <= until));
		const next = got.find((day) => day >= from);
		if (next) expect([{ ...series, from }, days.first(series, from)]).toEqual([{ ...series, from }, next]);
	}
	expect(found).toBeGreaterThan(1000);
}, 300_000);

/** Whatever the model lets through, however little sense it makes. */
function strangeRule(seed: number): RecurrenceRule | null {
	const { whole, pick } = dice(seed);
	const some = (one: () => string, most: number) => Array.from({ length: whole(1, most) }, one).join(',');
	const parts = [`FREQ=${pick(['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'])}`];
	if (whole(0, 1)) parts.push(`INTERVAL=${whole(1, 99)}`);
	const end = whole(0, 2);
	if (end === 0) parts.push(`COUNT=${whole(1, 999)}`);
	else if (end === 1) parts.push(`UNTIL=20${whole(10, 89)}${pick(['0131', '0229', '0231', '1231'])}`);
	if (whole(0, 1)) parts.push(`BYDAY=${some(() => `${whole(0, 1) ? pick(['1', '+2', '-5', '5']) : ''}${pick(DAYS)}`, 4)}`);
	if (whole(0, 2) === 0) parts.push(`BYMONTHDAY=${some(() => `${pick(['', '-'])}${whole(1, 31)}`, 4)}`);
	if (whole(0, 2) === 0) parts.push(`BYMONTH=${some(() => String(whole(1, 12)), 3)}`);
	if (whole(0, 3) === 0) parts.push(`BYSETPOS=${some(() => `${pick(['', '-'])}${whole(1, 5)}`, 2)}`);
	return RecurrenceRule.safeParse(parts.join(';')).data ?? null;
}

it('answers for every rule that can be written, and no day is outside of what was asked', () => {
	const seed = printedSeed('strange rules');
	let asked = 0;
	for (let at = 0; at < campaign(200, 3000); at++) {
		const rule = strangeRule(seed + at);
		if (rule === null) continue;
		const days = createSeriesDays();
		const series = { firstOn: addDays('2010-01-01' as LocalDate, dice(seed - at).whole(0, 9000)), rule };
		const got = days.between(series, '2026-03-01' as LocalDate, '2026-11-30' as LocalDate);
		expect(got).toEqual([...new Set(got)].toSorted());
		for (const day of got) expect(day >= series.firstOn && day >= '2026-03-01' && day <= '2026-11-30').toBe(true);
		asked += 1;
	}
	expect(asked).toBeGreaterThan(50);
}, 300_000);

it('takes place on the days on which clocks change', () => {
	const days = createSeriesDays();
	const sundays = { firstOn: '2026-01-04' as LocalDate, rule: RecurrenceRule.parse('FREQ=WEEKLY;BYDAY=SU') };
	for (const day of ['2026-03-29', '2026-10-25', '2031-03-30', '2031-10-26'])
		expect(days.includes(sundays, day as LocalDate)).toBe(true);
	expect(days.between(sundays, '2026-01-01' as LocalDate, '2026-12-31' as LocalDate)).toHaveLength(52);
});

it('knows what never occurs, what ends, and what comes back only after years', () => {
	const days = createSeriesDays();
	const first = (firstOn: string, rule: string | null) =>
		days.first({ firstOn: firstOn as LocalDate, rule: rule && RecurrenceRule.parse(rule) } as Series, firstOn as LocalDate);
	expect(first('2026-02-28', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31')).toBeNull();
	expect(first('2026-01-31', 'FREQ=MONTHLY;BYMONTH=4;BYMONTHDAY=31')).toBeNull();
	expect(first('2026-03-03', 'FREQ=WEEKLY;BYDAY=TU;UNTIL=20260302')).toBeNull();
	expect(first('2024-02-29', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO')).toBe('2044-02-29');
	expect(first('2024-02-28', 'FREQ=YEARLY;COUNT=618;BYSETPOS=4,-4;BYMONTH=6,5,11')).toBeNull();
	expect(first('2028-03-18', 'FREQ=YEARLY;INTERVAL=91;BYMONTH=2;BYMONTHDAY=30')).toBeNull();
	for (const rule of [
		'FREQ=MONTHLY;UNTIL=20330231',
		'FREQ=WEEKLY;COUNT=2;UNTIL=20330201',
		'FREQ=WEEKLY;BYDAY=2TU',
		'FREQ=SECONDLY',
	])
		expect([rule, RecurrenceRule.safeParse(rule).success]).toEqual([rule, false]);
	expect(first('2026-03-03', null)).toBe('2026-03-03');
	const leapDay = { firstOn: '2024-02-29' as LocalDate, rule: RecurrenceRule.parse('FREQ=YEARLY') };
	expect(days.between(leapDay, '2020-01-01' as LocalDate, '2034-12-31' as LocalDate)).toEqual([
		'2024-02-29',
		'2028-02-29',
		'2032-02-29',
	]);
	const thirtyFirst = { firstOn: '2026-01-31' as LocalDate, rule: RecurrenceRule.parse('FREQ=MONTHLY') };
	expect(days.between(thirtyFirst, '2026-01-01' as LocalDate, '2026-06-30' as LocalDate)).toEqual([
		'2026-01-31',
		'2026-03-31',
		'2026-05-31',
	]);
});

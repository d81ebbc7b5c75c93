import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { openingOf } from '#shared/features/site/opening.ts';
import { FederalState, OpeningHours, USUAL_HOURS } from '#shared/features/site/opening-hours.ts';
import { addDays, daysBetween, type LocalDate } from '#shared/kernel/local-date.ts';
import { campaign } from '#tests/support/campaign.ts';

const on = (text: string) => text as LocalDate;
const DAILY: OpeningHours['week'] = Array.from({ length: 7 }, () => ({ from: '08:00', until: '20:00' }));
const always = (more: Partial<OpeningHours> = {}) => openingOf({ ...USUAL_HOURS, week: DAILY, ...more });

function closedIn(year: number, opening = always()): string[] {
	const days = Array.from({ length: daysBetween(on(`${year}-01-01`), on(`${year + 1}-01-01`)) }, (_, ahead) =>
		addDays(on(`${year}-01-01`), ahead),
	);
	return days.filter((day) => !opening.isOpen(day)).map((day) => day.slice(5));
}

describe('public holidays', () => {
	// As the calendars of the state chancellery print them. The fixed ones are the same each year.
	const NORTH_RHINE_WESTPHALIA: Record<number, string[]> = {
		2019: ['04-19', '04-22', '05-30', '06-10', '06-20'],
		2024: ['03-29', '04-01', '05-09', '05-20', '05-30'],
		2025: ['04-18', '04-21', '05-29', '06-09', '06-19'],
		2026: ['04-03', '04-06', '05-14', '05-25', '06-04'],
		2027: ['03-26', '03-29', '05-06', '05-17', '05-27'],
		2038: ['04-23', '04-26', '06-03', '06-14', '06-24'],
	};
	const FIXED = ['01-01', '05-01', '10-03', '11-01', '12-25', '12-26'];
	it.each(Object.entries(NORTH_RHINE_WESTPHALIA))('of North Rhine-Westphalia in %s', (year, movable) => {
		expect(closedIn(Number(year))).toEqual([...FIXED, ...movable].sort());
	});

	it('on which a fixed and a movable one meet, or one was there only once', () => {
		// Ascension Day on 1 May; five hundred years of the Reformation.
		expect(closedIn(2008)).toHaveLength(10);
		expect(always().closedFor(on('2017-10-31'))).toBe('Reformationstag');
		expect(always().isOpen(on('2018-10-31'))).toBe(true);
	});

	it('are those of the state that is set', () => {
		const closed = (day: string) => FederalState.options.filter((state) => !always({ state }).isOpen(on(day)));
		expect(closed('2026-01-06')).toEqual(['BW', 'BY', 'ST']);
		expect(closed('2026-11-18')).toEqual(['SN']);
		expect(closed('2026-03-08')).toEqual(['BE', 'MV']);
		expect(closed('2026-06-04')).toEqual(['BW', 'BY', 'HE', 'NW', 'RP', 'SL']);
		expect(closed('2026-10-03')).toEqual(FederalState.options);
	});

	it('say their name, and a weekend none', () => {
		const opening = openingOf(USUAL_HOURS);
		expect(opening.closedFor(on('2026-05-14'))).toBe('Christi Himmelfahrt');
		expect(opening.closedFor(on('2026-05-16'))).toBeNull();
		expect(opening.isOpen(on('2026-05-16'))).toBe(false);
		expect(opening.closedFor(on('2026-05-15'))).toBeNull();
	});

	describe('wherever the clock of the PC is set to', () => {
		const before = process.env.TZ;
		afterEach(() => {
			if (before === undefined) delete process.env.TZ;
			else process.env.TZ = before;
		});
		it.each([
			['Europe/Berlin', -60],
			['America/Los_Angeles', 480],
			['Pacific/Auckland', -780],
			['Pacific/Kiritimati', -840],
		])('%s', (zone, offset) => {
			process.env.TZ = zone;
			expect(new Date('2026-01-15').getTimezoneOffset()).toBe(offset);
			expect(closedIn(2026)).toEqual([...FIXED, ...(NORTH_RHINE_WESTPHALIA[2026] ?? [])].sort());
			expect(openingOf(USUAL_HOURS).nextOpenDay(on('2026-04-03'))).toBe('2026-04-07');
		});
	});
});

describe('the week and closures', () => {
	const week: OpeningHours['week'] = [
		null,
		{ from: '14:00', until: '18:00' },
		null,
		null,
		{ from: '10:00', until: '13:30' },
		null,
		null,
	];

	it('closes when that day of the week does', () => {
		const opening = openingOf({ ...USUAL_HOURS, week });
		expect(opening.closingTime(on('2026-03-10'))).toBe('18:00');
		expect(opening.closingTime(on('2026-03-13'))).toBe('13:30');
		expect(opening.closingTime(on('2026-03-09'))).toBeNull();
		expect(opening.nextOpenDay(on('2026-03-11'))).toBe('2026-03-13');
		expect(opening.nextOpenDay(on('2026-03-13'))).toBe('2026-03-13');
	});

	it('leaps over closures, first and last day included, and over the new year', () => {
		const closures = [{ from: on('2026-12-23'), until: on('2027-01-06'), name: 'Betriebsferien' }];
		const opening = openingOf({ ...USUAL_HOURS, closures });
		expect(opening.isOpen(on('2026-12-22'))).toBe(true);
		expect(opening.closedFor(on('2026-12-23'))).toBe('Betriebsferien');
		expect(opening.closedFor(on('2027-01-06'))).toBe('Betriebsferien');
		expect(opening.closingTime(on('2027-01-06'))).toBeNull();
		expect(opening.nextOpenDay(on('2026-12-23'))).toBe('2027-01-07');
		// Public holidays come first: they are closed anyway.
		expect(opening.closedFor(on('2026-12-25'))).toBe('1. Weihnachtstag');
	});

	it('gives the day back where the house never opens, or not for longer than anybody waits', () => {
		const shut = openingOf({ ...USUAL_HOURS, week: Array.from({ length: 7 }, () => null) });
		expect(shut.nextOpenDay(on('2026-03-09'))).toBe('2026-03-09');
		expect(shut.isOpen(on('2026-03-09'))).toBe(false);
		const rebuilt = always({ closures: [{ from: on('2026-01-01'), until: on('2029-12-31'), name: 'Umbau' }] });
		expect(rebuilt.nextOpenDay(on('2026-03-09'))).toBe('2026-03-09');
	});

	it('finds the first open day, whatever the hours and closures are', () => {
		const Day = fc.integer({ min: 0, max: 20_000 }).map((ahead) => addDays(on('2000-01-01'), ahead));
		const Hours = fc.record({
			week: fc.array(fc.option(fc.constant({ from: '09:00', until: '18:00' })), { minLength: 7, maxLength: 7 }),
			state: fc.constantFrom(...FederalState.options),
			closures: fc.array(
				fc.tuple(Day, fc.integer({ min: 0, max: 60 })).map(([from, days]) => ({ from, until: addDays(from, days), name: 'zu' })),
				{ maxLength: 8 },
			),
		});
		fc.assert(
			fc.property(Hours, Day, fc.integer({ min: 0, max: 30 }), (hours, near, before) => {
				expect(OpeningHours.safeParse(hours).success).toBe(true);
				const opening = openingOf(hours);
				const day = addDays(hours.closures[0]?.from ?? near, -before);
				const next = opening.nextOpenDay(day);
				const ahead = daysBetween(day, next);
				expect(ahead).toBeGreaterThanOrEqual(0);
				for (let between = 0; between < ahead; between++) expect(opening.isOpen(addDays(day, between))).toBe(false);
				expect(opening.isOpen(next)).toBe(hours.week.some((usual) => usual !== null));
				expect(opening.closingTime(next) === null).toBe(!opening.isOpen(next));
				expect(opening.nextOpenDay(next)).toBe(next);
			}),
			{ numRuns: campaign(300, 2000) },
		);
	});
});

describe('hours that can be saved', () => {
	const saved = (more: object) => OpeningHours.safeParse({ ...USUAL_HOURS, ...more }).success;
	it('end after they begin, on seven days, and closures likewise', () => {
		expect(saved({})).toBe(true);
		expect(saved({ week: USUAL_HOURS.week.slice(1) })).toBe(false);
		expect(saved({ week: DAILY.with(0, { from: '18:00', until: '09:00' }) })).toBe(false);
		expect(saved({ week: DAILY.with(0, { from: '09:00', until: '09:00' }) })).toBe(false);
		expect(saved({ week: DAILY.with(0, { from: '9:00', until: '18:00' }) })).toBe(false);
		expect(saved({ week: DAILY.with(0, { from: '09:00', until: '24:00' }) })).toBe(false);
		expect(saved({ closures: [{ from: '2026-08-02', until: '2026-08-01', name: 'Ferien' }] })).toBe(false);
		expect(saved({ closures: [{ from: '2026-08-01', until: '2026-08-01', name: ' ' }] })).toBe(false);
		expect(saved({ closures: [{ from: '2026-08-01', until: '2026-08-01', name: 'Ferien' }] })).toBe(true);
		expect(saved({ state: 'XX' })).toBe(false);
	});
});

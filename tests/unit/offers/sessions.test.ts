import { expect, it } from 'vitest';
import { createSeriesDays } from '#main/features/offers/occurrences.ts';
import { type Planned, sessionsBetween } from '#main/features/offers/sessions.ts';
import { type Offer, type Session, UNCHANGED } from '#shared/features/offers/model.ts';
import { openingOf } from '#shared/features/site/opening.ts';
import { USUAL_HOURS } from '#shared/features/site/opening-hours.ts';
import type { OfferId } from '#shared/kernel/ids.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';
import type { WallTime } from '#shared/kernel/wall-time.ts';
import { campaign, printedSeed } from '#tests/support/campaign.ts';
import { PLAN, rule } from '#tests/support/offer-plan.ts';
import { seededRandom } from '#tests/support/seeded-random.ts';

/** From rules and single changes to sessions, without a database. */

const days = createSeriesDays();
const house = { closedFor: openingOf(USUAL_HOURS).closedFor, roomName: () => null };
const [FROM, UNTIL] = ['2026-01-01', '2026-12-31'] as LocalDate[] as [LocalDate, LocalDate];
const RULES = [
	'FREQ=WEEKLY;BYDAY=TU,FR',
	'FREQ=MONTHLY;BYDAY=2WE',
	'FREQ=MONTHLY;BYMONTHDAY=31',
	'FREQ=DAILY;INTERVAL=5;COUNT=80',
	null,
];

const offerOf = (at: number, firstOn: LocalDate): Offer => {
	const text = RULES[at % RULES.length] ?? null;
	return { ...PLAN, id: `01890000-0000-7000-8000-00000000000${at}` as OfferId, firstOn, rule: text && rule(text) } as Offer;
};
const nameOf = ({ offerId, ruleDay }: Session) => `${offerId} ${ruleDay}`;
const sessions = (planned: Omit<Planned, 'ends' | 'helpers'>, from = FROM, until = UNTIL) =>
	sessionsBetween({ ...planned, ends: new Map(), helpers: [] }, days, house, from, until);

it('moving, cancelling or staffing one session never changes another', () => {
	const random = seededRandom(printedSeed('sessions'));
	for (let round = 0; round < campaign(200, 3000); round++) {
		const offers = Array.from({ length: 5 }, (_, at) => offerOf(at, addDays('2025-11-03' as LocalDate, random.below(200))));
		const before = sessions({ offers, changes: [] });
		const chosen = random.pick(before);
		const day = addDays(chosen.ruleDay, random.below(61) - 30);
		const change = random.pick([
			{ day },
			{ isCancelled: true, note: 'krank' },
			{ times: { from: '08:00' as WallTime, until: '09:00' as WallTime } },
			{ day, times: { from: '20:00' as WallTime, until: '21:00' as WallTime } },
		]);
		const changes = [{ ...UNCHANGED, ...change, offerId: chosen.offerId, ruleDay: chosen.ruleDay }];
		const after = sessions({ offers, changes });
		const others = (list: readonly Session[]) =>
			list.filter((one) => nameOf(one) !== nameOf(chosen)).map((one) => [nameOf(one), one]);
		expect(new Map(others(after) as [string, Session][])).toEqual(new Map(others(before) as [string, Session][]));
		const [moved, ...more] = after.filter((one) => nameOf(one) === nameOf(chosen));
		expect(more).toEqual([]);
		const goesTo = 'day' in change ? day : chosen.ruleDay;
		expect(moved?.day ?? null).toBe(goesTo >= FROM && goesTo <= UNTIL ? goesTo : null);
		// It is found in exactly the week that it went to, whatever week it was planned for.
		const found = sessions({ offers, changes }, addDays(goesTo, -3), addDays(goesTo, 3));
		expect(found.filter((one) => nameOf(one) === nameOf(chosen))).toHaveLength(1);
		// In order of time.
		const order = after.map(({ day: on, from }) => `${on} ${from}`);
		expect(order).toEqual(order.toSorted());
	}
});

it('a change of a day that the rule has left says nothing; a move to a holiday takes place', () => {
	const offer = { ...offerOf(0, '2026-03-03' as LocalDate), rule: rule('FREQ=WEEKLY;BYDAY=TU') };
	const of = (ruleDay: string, change: Partial<typeof UNCHANGED>) => ({
		...{ ...UNCHANGED, ...change, offerId: offer.id, ruleDay: ruleDay as LocalDate },
	});
	const changes = [of('2026-03-04', { day: '2026-03-05' as LocalDate }), of('2026-04-28', { day: '2026-05-01' as LocalDate })];
	const found = sessions({ offers: [offer], changes }, '2026-03-01' as LocalDate, '2026-05-31' as LocalDate);
	expect(found.some(({ day }) => day === '2026-03-05')).toBe(false);
	expect(found.find(({ day }) => day === '2026-05-01')).toMatchObject({ state: 'on', isMoved: true, ruleDay: '2026-04-28' });
	expect(found).toHaveLength(13);
});

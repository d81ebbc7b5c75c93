import { createSeriesDays } from '#main/features/offers/occurrences.ts';
import { sessionsBetween } from '#main/features/offers/sessions.ts';
import { type Offer, UNCHANGED } from '#shared/features/offers/model.ts';
import { RecurrenceRule } from '#shared/features/offers/recurrence.ts';
import { openingOf } from '#shared/features/site/opening.ts';
import { USUAL_HOURS } from '#shared/features/site/opening-hours.ts';
import type { OfferId } from '#shared/kernel/ids.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';
import { seededRandom } from '#tests/support/seeded-random.ts';
import { percentile, timesOf } from './measure.ts';
import { type Line, ms } from './report.ts';

/** From the rules of many offers to every session of a year, holidays and single changes included. */
const OFFERS = 200;
const RUNS = 40;
const RULES = [
	'FREQ=WEEKLY;BYDAY=TU',
	'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH',
	'FREQ=MONTHLY;BYDAY=2TU',
	'FREQ=MONTHLY;BYDAY=-1FR',
	'FREQ=MONTHLY;BYMONTHDAY=15',
	'FREQ=WEEKLY;COUNT=120;BYDAY=WE',
	'FREQ=WEEKLY;BYDAY=SA;UNTIL=20281231',
	'FREQ=DAILY;INTERVAL=3',
].map((rule) => RecurrenceRule.parse(rule));
const [FROM, UNTIL] = ['2026-01-01', '2026-12-31'] as LocalDate[] as [LocalDate, LocalDate];

export async function offersOfAYear(): Promise<Line[]> {
	const random = seededRandom(5);
	const offers = Array.from({ length: OFFERS }, (_, at) => offerOf(at, addDays('2024-01-01' as LocalDate, random.below(700))));
	const changes = offers.flatMap(({ id }) => [
		{ ...UNCHANGED, offerId: id, ruleDay: addDays(FROM, random.below(365)), day: addDays(FROM, random.below(365)) },
		{ ...UNCHANGED, offerId: id, ruleDay: addDays(FROM, random.below(365)), isCancelled: true },
	]);
	const house = { closedFor: openingOf(USUAL_HOURS).closedFor, roomName: () => null };
	let found = 0;
	const expand = (days = createSeriesDays()) => {
		found = sessionsBetween({ offers, ends: new Map(), changes, helpers: [] }, days, house, FROM, UNTIL).length;
	};
	await timesOf(5, () => expand());
	const first = await timesOf(RUNS, () => expand());
	const known = createSeriesDays();
	expand(known);
	const again = await timesOf(RUNS, () => expand(known));
	const p95 = percentile(first, 95);
	const none = { compared: '', ratio: '' };
	return [
		{
			what: `offers: ${OFFERS} over a year, ${found} sessions, nothing remembered`,
			measured: `p50 ${ms(percentile(first, 50))}, p95 ${ms(p95)}`,
			...none,
			target: 'p95 ≤ 50 ms',
			met: p95 <= 50,
		},
		{ what: '  asked for again', measured: `p50 ${ms(percentile(again, 50))}`, ...none, target: '', met: null },
	];
}

function offerOf(at: number, firstOn: LocalDate): Offer {
	const rule = RULES[at % RULES.length] as RecurrenceRule;
	const id = `01890000-0000-7000-8000-${String(at).padStart(12, '0')}` as OfferId;
	return {
		...{ id, name: `Angebot ${at}`, kind: 'group', text: null, translations: [], isPublic: true, leaders: [], helpersWanted: 0 },
		...{ roomId: null, place: null, capacity: null, colour: 'blue', firstOn, rule, skipsClosedDays: true },
		...({ from: '14:00', until: '16:00' } as Pick<Offer, 'from' | 'until'>),
	};
}

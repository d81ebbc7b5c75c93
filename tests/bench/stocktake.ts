import { type LentBackend, SIZE, somewhere } from './lent-backend.ts';
import { percentile, timesOf } from './measure.ts';
import { type Line, ms, p95Of } from './report.ts';

/** Counting everything: one scan, its answer, and what the screen then fetches again. */
const SCANS = 120;
const LAST = 10;

export async function stocktakeScans({ client, items, stocktakeId: id }: LentBackend): Promise<Line[]> {
	const scan = async (text: string, shelf: string) => {
		await client.stocktake.scan({ id, text, shelf, itemId: null });
		await Promise.all([client.stocktake.standing({ id }), client.stocktake.lastScans({ id, limit: LAST })]);
	};
	const left = items.filter((_item, at) => at % 2 === 1);
	const counted = items.filter((_item, at) => at % 2 === 0);
	const [here, out] = [left.filter(({ isOut }) => !isOut), left.filter(({ isOut }) => isOut)];
	await timesOf(10, (at) => scan(somewhere(here, at).number, somewhere(here, at).location));
	const of = (list: typeof items, shelfOf: (item: (typeof items)[number]) => string) =>
		timesOf(SCANS, (at) => scan(somewhere(list, at + 10).number, shelfOf(somewhere(list, at + 10))));
	const times = {
		'in its place': await of(here, ({ location }) => location),
		elsewhere: await of(counted, () => 'Keller'),
		again: await of(counted, ({ location }) => location),
		kit: await of(
			items.filter(({ isKit }) => isKit),
			({ location }) => location,
		),
		out: await of(out, ({ location }) => location),
		unknown: await timesOf(SCANS, (at) => scan(`XX-${at}`, 'Keller')),
		shelf: await timesOf(SCANS, (at) => scan(`KONTOR-ORT:${somewhere(items, at).location}`, 'Keller')),
	};
	const all = Object.values(times).flat();
	const p95 = percentile(all, 95);
	const none = { compared: '', ratio: '' };
	return [
		{
			what: `stocktake: scan to answer and standing, ${SIZE}`,
			measured: `p50 ${ms(percentile(all, 50))}, p95 ${ms(p95)}`,
			...none,
			target: 'p95 ≤ 50 ms',
			met: p95 <= 50,
		},
		{ what: '  p95 in ms by what is scanned', measured: p95Of(times), ...none, target: '', met: null },
	];
}

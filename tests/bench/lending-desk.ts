import type { DeskStep, StepDone } from '#shared/features/lending/model.ts';
import type { ItemId, LoanLineId } from '#shared/kernel/ids.ts';
import { type LentBackend, SIZE, somewhere } from './lent-backend.ts';
import { percentile, timesOf } from './measure.ts';
import { type Line, ms, p95Of } from './report.ts';

/** The lending desk after years: what people with their hands full wait for, through the whole backend. */
const SCANS = 400;
const STEPS = 60;

export async function lendingDesk({ client, items, borrowers }: LentBackend): Promise<Line[]> {
	const here = items.filter(({ isKit, isOut }) => !isKit && !isOut);
	const kinds: Record<string, readonly { readonly number: string }[]> = {
		...{ item: here, card: borrowers },
		...{ kit: items.filter(({ isKit }) => isKit), out: items.filter(({ isOut }) => isOut) },
	};
	const onDesk = here.slice(0, 6).map(({ id }) => id);
	const scan = (text: string, at: number) =>
		client.lending.scan({ text, borrowerId: somewhere(borrowers, at).id, onDesk, inHouse: at % 3 === 0, issuedOn: null });
	const scans: Record<string, number[]> = {};
	for (const [kind, list] of Object.entries(kinds)) {
		await timesOf(10, (at) => scan(somewhere(list, at).number, at));
		scans[kind] = await timesOf(SCANS, (at) => scan(somewhere(list, at + 10).number, at));
	}
	scans.unknown = await timesOf(SCANS / 4, (at) => scan(`XX-${at}`, at));
	const all = Object.values(scans).flat();

	const step = (more: Partial<DeskStep>) =>
		client.lending.complete({
			borrowerId: null,
			out: [],
			back: [],
			depositInCents: 0,
			issuedOn: null,
			reason: 'Messung',
			...more,
		});
	const lent: StepDone[] = [];
	const steps = await timesOf(STEPS, async (at) => {
		const out = here.slice(100 + at * 3, 103 + at * 3).map(({ id }) => ({
			...{ itemId: id as ItemId, kitId: null, accessories: [], condition: null, inHouse: false, dueOn: null },
		}));
		lent.push(await step({ borrowerId: somewhere(borrowers, at).id, out }));
	});
	const returns = await timesOf(STEPS, async (at) => {
		const lines = lent[at]?.loans.flatMap((loan) => loan.lines) ?? [];
		await step({ back: lines.map((lineId: LoanLineId) => ({ lineId, accessories: [], condition: null, damage: null })) });
	});

	const none = { compared: '', ratio: '' };
	const p95 = percentile(all, 95);
	const stepP95 = percentile([...steps, ...returns], 95);
	return [
		{
			what: `desk: scan to answer, ${SIZE}`,
			measured: `p50 ${ms(percentile(all, 50))}, p95 ${ms(p95)}`,
			...none,
			target: 'p95 ≤ 50 ms',
			met: p95 <= 50,
		},
		{ what: '  p95 in ms by what is scanned', measured: p95Of(scans), ...none, target: '', met: null },
		{
			what: 'desk: three items out, three back',
			measured: `p50 ${ms(percentile(steps, 50))} and ${ms(percentile(returns, 50))}, p95 ${ms(stepP95)}`,
			...none,
			target: 'p95 ≤ 100 ms',
			met: stepP95 <= 100,
		},
	];
}

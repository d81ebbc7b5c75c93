import type { z } from 'zod';
import type { LoanList } from '#shared/features/lending/contract.ts';
import { type LentBackend, SIZE } from './lent-backend.ts';
import { percentile, timesOf } from './measure.ts';
import { type Line, ms, p95Of } from './report.ts';

/** Lists, reminders and figures of a workshop that has lent for years, through the whole backend. */
const PAGES = 12;
const CALLS = 12;
/** No screen takes longer to its data. */
const TARGET = 100;

export async function lendingLists({ client }: LentBackend): Promise<Line[]> {
	const list = (more: Partial<z.infer<typeof LoanList>>) =>
		timesOf(PAGES, (at) =>
			client.lending.loans({
				...{ text: '', filter: 'open', borrowerId: null, itemId: null, sort: { by: 'dueOn', descending: false } },
				...{ ...more, offset: at * 50, limit: 100 },
			}),
		);
	const pages = {
		open: await list({}),
		newest: await list({ filter: 'all', sort: { by: 'issuedAt', descending: true } }),
		'all by day': await list({ filter: 'all' }),
		'closed by day': await list({ filter: 'closed' }),
		'all by name': await list({ filter: 'all', sort: { by: 'borrower', descending: false } }),
		text: await list({ filter: 'all', text: 'yilmaz 12' }),
	};
	const due = {
		'end of day': await timesOf(CALLS, () => client.lending.endOfDay()),
		reminders: await timesOf(CALLS, () => client.lending.reminders()),
		accounts: await timesOf(CALLS, () => client.lending.accounts()),
	};
	const thisYear = new Date().getFullYear();
	const figures = {
		'this year': await timesOf(CALLS, () => client.lending.figures({ year: thisYear })),
		'a whole year': await timesOf(CALLS, () => client.lending.figures({ year: thisYear - 1 })),
	};
	return [
		...[lineOf('page of the list of loans', pages), detailsOf('list', pages)],
		...[lineOf('who is late, who owes', due), detailsOf('list', due)],
		...[lineOf('figures of a year', figures), detailsOf('year', figures)],
	];
}

function lineOf(what: string, times: Record<string, number[]>): Line {
	const slowest = Math.max(...Object.values(times).map((list) => percentile(list, 95)));
	return {
		what: `${what}, ${SIZE}`,
		measured: `slowest p95 ${ms(slowest)}`,
		...{ compared: '', ratio: '' },
		target: `≤ ${TARGET} ms`,
		met: slowest <= TARGET,
	};
}

const detailsOf = (by: string, times: Record<string, number[]>): Line => ({
	...{ what: `  p95 in ms by ${by}`, measured: p95Of(times), compared: '', ratio: '', target: '', met: null },
});

import { type SignInFigures, SMALLEST_SHOWN } from '#shared/features/sign-ins/model.ts';
import type { OfferId } from '#shared/kernel/ids.ts';
import type { FigureRow } from './queries.ts';

/** Counts by month and offer; one that is too small to be told is null, and its like with it where a sum would tell it. */
export function figuresOf(rows: readonly FigureRow[], names: ReadonlyMap<OfferId, string>): SignInFigures[] {
	const groups = Map.groupBy(rows, ({ month, offerId }) => `${month} ${offerId ?? ''}`);
	return [...groups.values()].flatMap((group) => {
		const [first] = group;
		if (!first) return [];
		const { month, offerId } = first;
		return {
			month,
			offerId,
			offerName: offerId === null ? null : (names.get(offerId) ?? null),
			total: group.reduce((sum, { count }) => sum + count, 0),
			ageBands: counted(group, ({ ageBand }) => ageBand),
			sexes: counted(group, ({ sex }) => sex),
			languages: counted(group, ({ language }) => language),
		};
	});
}

function counted<Of>(rows: readonly FigureRow[], of: (row: FigureRow) => Of): { of: Of; count: number | null }[] {
	const sums = new Map<Of, number>();
	for (const row of rows) sums.set(of(row), (sums.get(of(row)) ?? 0) + row.count);
	const sorted = [...sums].sort(([, a], [, b]) => b - a);
	const small = sorted.filter(([, count]) => count < SMALLEST_SHOWN);
	// The total less all the others would give a single hidden one away: the next larger one is hidden with it.
	const hidden = new Set(small.map(([key]) => key));
	const next = sorted[sorted.length - small.length - 1];
	if (small.length === 1 && next) hidden.add(next[0]);
	return sorted.map(([key, count]) => ({ of: key, count: hidden.has(key) ? null : count }));
}

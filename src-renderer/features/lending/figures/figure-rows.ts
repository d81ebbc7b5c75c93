import type { Figures } from '#shared/features/lending/model.ts';

type Month = Figures['months'][number];

export interface Totals {
	readonly loans: number;
	readonly takeHome: number;
	readonly inHouse: number;
	readonly overdue: number;
}

export function totalsOf(months: readonly Month[]): Totals {
	const sum = (key: 'takeHome' | 'inHouse' | 'overdue') => months.reduce((total, month) => total + month[key], 0);
	const takeHome = sum('takeHome');
	const inHouse = sum('inHouse');
	return { loans: takeHome + inHouse, takeHome, inHouse, overdue: sum('overdue') };
}

/** What lost items had cost, and for how many of them nobody wrote that down. */
export function lostValue(losses: Figures['losses']): { cents: number; unpriced: number } {
	return {
		cents: losses.reduce((total, { priceCents }) => total + (priceCents ?? 0), 0),
		unpriced: losses.filter(({ priceCents }) => priceCents === null).length,
	};
}

export interface MonthColumn extends Month {
	/** Heights in percent of the chart. */
	readonly takeHomeHeight: number;
	readonly inHouseHeight: number;
}

/** Columns under a common scale that ends at a round number, and the numbers that its lines stand for. */
export function monthColumns(months: readonly Month[]): { columns: MonthColumn[]; lines: number[] } {
	const top = roundUp(Math.max(0, ...months.map(({ takeHome, inHouse }) => takeHome + inHouse)));
	return {
		columns: months.map((month) => ({
			...month,
			takeHomeHeight: (month.takeHome / top) * 100,
			inHouseHeight: (month.inHouse / top) * 100,
		})),
		lines: [0, top / 2, top],
	};
}

/** The next even number that reads well on a scale: 2, 4, 10, 20, 40, 100 …; at least 2, so that its half is whole. */
function roundUp(most: number): number {
	for (let step = 1; ; step *= 10) {
		const fits = [2, 4, 6, 10].map((times) => times * step).find((end) => end >= most);
		if (fits !== undefined) return fits;
	}
}

/** Width of a bar in percent of the longest one. */
export const barWidth = (value: number, most: number): number => (most <= 0 ? 0 : Math.min(100, (value / most) * 100));

import { type RepairFigures, type ResultCounts, totalOf } from '#shared/features/open-repair-data/figures.ts';

/** Of all categories together, in kg. */
export function savedOf({ saved }: RepairFigures): { kilograms: number; co2: number } {
	return saved.reduce((sum, one) => ({ kilograms: sum.kilograms + one.kilograms, co2: sum.co2 + one.co2 }), {
		kilograms: 0,
		co2: 0,
	});
}

/** Share of what was fixed among what is known. */
export function fixedShareOf(counts: ResultCounts): number {
	const known = totalOf(counts) - counts.Unknown;
	return known === 0 ? 0 : counts.Fixed / known;
}

import type { ProductCategoryId } from '#shared/features/repairs/open-repair.ts';

/**
 * Average weight and CO₂ of making and delivering a thing, by category: reference data of The Restart Project (2021,
 * CC BY-SA 4.0) as the Open Repair Alliance maps it to its categories (github.com/openrepair/tools,
 * dat/ords_category_lca_reference.csv). `Misc` has no average there, and things without power are not in it.
 */
interface Impact {
	readonly kilograms: number;
	/** kg CO₂ equivalent before it is first used. */
	readonly footprint: number;
}

/** A repair is taken to put off half of a new purchase (The Restart Project, environmental-impact-data, methodology). */
export const DISPLACEMENT = 0.5;

const IMPACT: readonly (readonly [kilograms: number, footprint: number])[] = [
	[7.6, 99.41],
	[1.65, 26.65],
	[0.46, 14.72],
	[6.69, 414.17],
	[0.48, 29.73],
	[0.59, 16.03],
	[3.9, 15.6],
	[8.268, 308.952],
	[0.67, 10.28],
	[0.14, 22.71],
	[0.4, 3],
	[8.95, 186.5],
	[8.72, 123.86],
	[1.25, 44.32],
	[2.68, 14.96],
	[1.83, 265.32],
	[10, 26.65],
	[0, 0],
	[0.15, 50.51],
	[17.7, 109.5],
	[3.8, 59.5],
	[0.44, 15.94],
	[2.06, 54.65],
	[1.65, 26.65],
	[12.47, 100.69],
	[2.68, 57.58],
	[8.6, 35],
	[2.95, 30.9],
	[2.95, 30.9],
	[0.77, 114.49],
	[1.47, 8.13],
	[0.93, 10.4],
	[1.99, 51.33],
	[6.8, 36.01],
	[1.3, 28.29],
	[1.28, 17.5],
	[2.95, 30.9],
	[3.22, 140.67],
	[0.67, 10.28],
	[1.17, 11],
];

/** Null where there is no average. */
export function impactOf(category: ProductCategoryId): Impact | null {
	const [kilograms, footprint] = IMPACT[category - 1] ?? [0, 0];
	return kilograms === 0 ? null : { kilograms, footprint };
}

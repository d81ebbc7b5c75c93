import { z } from 'zod';

/** Words of the Open Repair Data Standard v0.3 (openrepair.org), spelt as the standard spells them. */

export const RepairResult = z.enum(['Fixed', 'Repairable', 'End of life', 'Unknown']);
export type RepairResult = z.infer<typeof RepairResult>;

/** Said only of what is at its end of life. */
export const RepairBarrier = z.enum([
	'Spare parts not available',
	'Spare parts too expensive',
	'No way to open product',
	'Repair information not available',
	'Lack of equipment',
	'Item too worn out',
]);
export type RepairBarrier = z.infer<typeof RepairBarrier>;

/** One of the 40 powered categories, by the standard's number. */
export const ProductCategoryId = z.int().min(1).max(40);
export type ProductCategoryId = z.infer<typeof ProductCategoryId>;

/** Repairs without power: the standard counts them and no more. */
export const UnpoweredGroup = z.enum(['Bicycle', 'Furniture', 'Household', 'Jewellery', 'Textile', 'Other']);
export type UnpoweredGroup = z.infer<typeof UnpoweredGroup>;

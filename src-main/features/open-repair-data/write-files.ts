import { COLUMNS, type Column, type OpenRepair } from '#shared/features/open-repair-data/model.ts';
import type { RepairResult, UnpoweredGroup } from '#shared/features/repairs/open-repair.ts';
import { productCategory } from '#shared/features/repairs/product-categories.ts';

/**
 * Files of the Open Repair Data Standard v0.3, byte for byte as the Alliance publishes them: UTF-8 without a mark, commas,
 * line feeds, a cell in quotes where it holds a space, comma, quote, tab, backslash or line break.
 */

const CELLS: Readonly<Record<Column, (repair: OpenRepair) => string>> = {
	// The published files join letters and number with a low line; the standard's schema wants a hyphen.
	id: ({ reference }) => reference.replace('_', '-'),
	data_provider: ({ provider }) => provider,
	country: ({ country }) => country,
	partner_product_category: ({ partnerCategory }) => partnerCategory,
	product_category: ({ category }) => productCategory(category).name,
	product_category_id: ({ category }) => String(category),
	brand: ({ brand }) => brand ?? 'Unknown',
	year_of_manufacture: ({ yearOfManufacture }) => (yearOfManufacture === null ? '' : String(yearOfManufacture)),
	product_age: ({ age }) => (age === null ? '' : String(age)),
	repair_status: ({ result }) => result,
	repair_barrier_if_end_of_life: ({ barrier }) => barrier ?? '',
	group_identifier: ({ group }) => group,
	event_date: ({ day }) => day,
	problem: ({ problem }) => problem,
};

export function openRepairFile(repairs: readonly OpenRepair[]): string {
	const lines = repairs.map((repair) => COLUMNS.map((column) => inQuotes(CELLS[column](repair), /[\s,"\\]/u)).join(','));
	return `${[COLUMNS.join(','), ...lines].join('\n')}\n`;
}

/** The Alliance's summary of what has no power: counts and no more; here a cell is in quotes only where it must be. */
export function unpoweredFile(provider: string, repairs: readonly { category: UnpoweredGroup; result: RepairResult }[]): string {
	const totals = new Map<string, number>();
	for (const { category, result } of repairs) {
		const row = `${inQuotes(provider, /[,"\r\n]/u)},Unpowered - ${category},${result}`;
		totals.set(row, (totals.get(row) ?? 0) + 1);
	}
	const lines = [...totals].map(([row, total]) => `${row},${total}`).sort();
	return `${['data_provider,product_category,repair_status,total', ...lines].join('\n')}\n`;
}

const inQuotes = (cell: string, where: RegExp): string => (where.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

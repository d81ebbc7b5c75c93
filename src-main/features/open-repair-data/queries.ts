import { and, asc, count, eq, gte, inArray, lte, type SQL, sql } from 'drizzle-orm';
import type { OpenRepair, OpenRepairSettings } from '#shared/features/open-repair-data/model.ts';
import type { RepairBarrier, RepairResult } from '#shared/features/repairs/open-repair.ts';
import type { Reader } from '../../database/handles.ts';
import { importedRepair, openRepairSettings } from './tables.ts';

const FIELDS = {
	reference: importedRepair.reference,
	provider: importedRepair.provider,
	country: importedRepair.country,
	partnerCategory: importedRepair.partnerCategory,
	category: importedRepair.category,
	brand: importedRepair.brand,
	yearOfManufacture: importedRepair.yearOfManufacture,
	age: importedRepair.age,
	result: importedRepair.result,
	barrier: importedRepair.barrier,
	group: importedRepair.group,
	day: importedRepair.day,
	problem: importedRepair.problem,
};

/** Rows of one year, or of all of them. */
const inYear = (year: number | null): SQL | undefined =>
	year === null ? undefined : and(gte(importedRepair.day, `${year}-01-01`), lte(importedRepair.day, `${year}-12-31`));

/** What has been read of these providers, by id. */
export function importedOf(db: Reader, providers: readonly string[]): Map<string, OpenRepair> {
	const rows = db
		.select({ id: importedRepair.id, ...FIELDS })
		.from(importedRepair)
		.where(inArray(importedRepair.provider, [...providers]))
		.all();
	return new Map(rows.map(({ id, ...repair }) => [id, repair as OpenRepair]));
}

/** In the order of a file: by day, then by provider and number. */
export function importedRows(db: Reader, year: number | null): OpenRepair[] {
	return db
		.select(FIELDS)
		.from(importedRepair)
		.where(inYear(year))
		.orderBy(asc(importedRepair.day), asc(importedRepair.provider), asc(importedRepair.reference))
		.all() as OpenRepair[];
}

export function importedCount(db: Reader, year: number | null): number {
	return db.select({ rows: count() }).from(importedRepair).where(inYear(year)).get()?.rows ?? 0;
}

export function importedYears(db: Reader): number[] {
	const year = sql<number>`cast(substr(${importedRepair.day}, 1, 4) as integer)`;
	return db
		.selectDistinct({ year })
		.from(importedRepair)
		.all()
		.map((row) => row.year);
}

export function importedProviders(db: Reader): string[] {
	return db
		.selectDistinct({ provider: importedRepair.provider })
		.from(importedRepair)
		.orderBy(asc(importedRepair.provider))
		.all()
		.map(({ provider }) => provider);
}

export interface ImportedGroup {
	readonly category: number;
	readonly result: RepairResult;
	readonly barrier: RepairBarrier | null;
	/** `2023-05` */
	readonly month: string;
	readonly age: number | null;
	readonly items: number;
}

/** Repairs that agree in all that the figures ask for, counted. */
export function importedGroups(db: Reader, year: number | null): ImportedGroup[] {
	const month = sql<string>`substr(${importedRepair.day}, 1, 7)`;
	const { category, result, barrier, age } = importedRepair;
	return db
		.select({ category, result, barrier, month, age, items: count() })
		.from(importedRepair)
		.where(inYear(year))
		.groupBy(category, result, barrier, month, age)
		.all() as ImportedGroup[];
}

export function settingsOf(db: Reader, site: string): OpenRepairSettings | null {
	const { provider, country, group } = openRepairSettings;
	return db.select({ provider, country, group }).from(openRepairSettings).where(eq(openRepairSettings.id, site)).get() ?? null;
}

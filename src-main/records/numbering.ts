import type { DeviceId } from '#shared/kernel/ids.ts';
import type { SqliteFile } from '../database/open.ts';

/**
 * Short numbers for people to say and write (`P-00042`). Ids are what counts; a number only has to be unique once two
 * PCs have met. The table needs `number` and `number_value`.
 */
export function numberValue(number: string): number {
	return Number(/\d+$/.exec(number)?.[0] ?? 0);
}

export function nextNumber(file: SqliteFile, table: string, letter: string): string {
	const highest = file.prepare(`SELECT max(number_value) FROM "${table}"`).pluck().get() as number | null;
	return `${letter}-${String((highest ?? 0) + 1).padStart(5, '0')}`;
}

/**
 * A number that two PCs gave out while apart stays with the older record; the younger ones that were made on this
 * device get new ones (the other device sees to its own).
 */
export function settleDoubledNumbers(
	file: SqliteFile,
	table: string,
	letter: string,
	device: DeviceId,
	renumber: (id: string, number: string) => void,
): void {
	const doubled = file
		.prepare<[], { id: string; number: string }>(
			`SELECT id, number FROM "${table}" WHERE number IN (SELECT number FROM "${table}" GROUP BY number HAVING count(*) > 1) ORDER BY number, id`,
		)
		.all();
	const maker = file
		.prepare<[string], string>('SELECT device FROM change WHERE record_id = ? ORDER BY hlc, device LIMIT 1')
		.pluck();
	const taken = new Set<string>();
	for (const { id, number } of doubled) {
		if (taken.has(number) && maker.get(id) === device) renumber(id, nextNumber(file, table, letter));
		taken.add(number);
	}
}

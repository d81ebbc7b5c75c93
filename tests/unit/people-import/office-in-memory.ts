import { guessMapping } from '#main/features/people/import/guess-mapping.ts';
import { type ImportPlan, planImport } from '#main/features/people/import/plan-import.ts';
import { type ImportContext, previewRows } from '#main/features/people/import/preview-rows.ts';
import { readTable, type Table } from '#main/import/read-table.ts';
import type { ImportRow } from '#shared/features/people/import-model.ts';
import type { PersonFields } from '#shared/features/people/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';

const TODAY = '2026-11-22' as LocalDate;

/** An office's people in memory: what the database does for the importer. */
export function createOffice(start: PersonFields[] = [], members: { name: string }[] = []) {
	const people = new Map<PersonId, PersonFields>();
	const add = (person: PersonFields) => people.set(`p${people.size + 1}` as PersonId, person);
	for (const person of start) add(person);
	const context = (): ImportContext => ({
		today: TODAY,
		people: [...people].map(([id, person]) => ({ id, ...person })),
		fieldsOf: (id) => people.get(id) ?? null,
		members,
	});
	return {
		people,
		preview: (table: Table) => previewRows(table, guessMapping(table), context()),
		run(rows: ImportRow[], decisions: Parameters<typeof planImport>[1] = new Map()): ImportPlan {
			const plan = planImport(rows, decisions, (id) => people.get(id) ?? null);
			for (const { person } of plan.create) add(person);
			for (const { personId, changes } of plan.fill)
				people.set(personId, { ...(people.get(personId) as PersonFields), ...changes });
			return plan;
		},
	};
}

export function read(content: string | Uint8Array): Table {
	const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
	const table = readTable(bytes, { encoding: null, separator: null });
	if (!table.ok) throw new Error(table.error);
	return table.value;
}

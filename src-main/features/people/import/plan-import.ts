import type { ImportDecision, ImportReport, ImportRow } from '#shared/features/people/import-model.ts';
import type { PersonFields } from '#shared/features/people/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { fillPerson } from './fill-person.ts';

/**
 * From a confirmed preview to what is to be written. Rows of the file that are one person are put together here, so
 * that every person is written once.
 */

export interface PlannedPerson {
	readonly line: number;
	person: PersonFields;
	/** The counsellor as the list names them (see matchOwner). */
	caseOwner: string | null;
}

export interface ImportPlan {
	readonly create: readonly PlannedPerson[];
	/** Never empty changes. */
	readonly fill: readonly { readonly personId: PersonId; readonly changes: Partial<PersonFields> }[];
	/** Rows left out, and rows that add nothing; `created + filled rows + skipped + unchanged` is all rows. */
	readonly skipped: number;
	readonly unchanged: number;
}

export interface RowDecision {
	readonly decision: ImportDecision;
	/** Whom to fill; null: the first match of the row. */
	readonly personId: PersonId | null;
}

type Target = PlannedPerson | PersonId;

/**
 * The plan for a preview's rows. A row without a decision takes its suggestion. Filling a person who is gone meanwhile,
 * or an earlier row that was left out, makes a new person when it was decided so, and is skipped when only suggested.
 */
export function planImport(
	rows: readonly ImportRow[],
	decisions: ReadonlyMap<number, RowDecision>,
	fieldsOf: (id: PersonId) => PersonFields | null,
): ImportPlan {
	const create: PlannedPerson[] = [];
	const filled = new Map<PersonId, { before: PersonFields; changes: Partial<PersonFields> }>();
	const targets = new Map<number, Target>();
	let skipped = 0;
	let unchanged = 0;

	const matched = (row: ImportRow): Target | null => {
		const match = row.matches[0];
		if (match === undefined) return null;
		return match.personId !== null ? (match.personId as PersonId) : (targets.get(match.line ?? -1) ?? null);
	};
	const add = (row: ImportRow, person: PersonFields): void => {
		const planned: PlannedPerson = { line: row.line, person, caseOwner: row.caseOwner };
		create.push(planned);
		targets.set(row.line, planned);
	};
	/** False when there is nobody to complete. */
	const complete = (target: Target | null, row: ImportRow, person: PersonFields): boolean => {
		if (target === null) return false;
		if (typeof target === 'object') {
			const changes = fillPerson(target.person, person);
			if (Object.keys(changes).length === 0) unchanged++;
			target.person = { ...target.person, ...changes };
			target.caseOwner ??= row.caseOwner;
		} else {
			const before = filled.get(target)?.before ?? fieldsOf(target);
			if (before === null) return false;
			const earlier = filled.get(target)?.changes ?? {};
			const changes = fillPerson({ ...before, ...earlier }, person);
			if (Object.keys(changes).length === 0) unchanged++;
			filled.set(target, { before, changes: { ...earlier, ...changes } });
		}
		targets.set(row.line, target);
		return true;
	};

	for (const row of rows) {
		const decided = decisions.get(row.line);
		const decision = decided?.decision ?? row.suggestion;
		if (row.person === null) skipped++;
		else if (decision === 'create') add(row, row.person);
		else if (decision === 'fill') {
			if (complete(decided?.personId ?? matched(row), row, row.person)) continue;
			if (decided === undefined) skipped++;
			else add(row, row.person);
		} else {
			const target = matched(row);
			if (target !== null) targets.set(row.line, target);
			if (row.known) unchanged++;
			else skipped++;
		}
	}
	const fill = [...filled].map(([personId, { changes }]) => ({ personId, changes }));
	return { create, fill: fill.filter(({ changes }) => Object.keys(changes).length > 0), skipped, unchanged };
}

/** The report's numbers before case files are opened. */
export function reportOf(plan: ImportPlan): ImportReport {
	return { created: plan.create.length, filled: plan.fill.length, skipped: plan.skipped, unchanged: plan.unchanged, cases: 0 };
}

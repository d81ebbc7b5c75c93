import type { ImportDecision, ImportOptions, ImportPreview, ImportReport } from '#shared/features/people/import-model.ts';
import type { PersonFields } from '#shared/features/people/model.ts';
import type { Clock } from '#shared/kernel/environment.ts';
import type { MemberId, PersonId } from '#shared/kernel/ids.ts';
import { type LocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { readTable, type TableProblem } from '../../import/read-table.ts';
import { columnsOf, knownMapping, rememberMapping, runSteps } from '../../import/table-import.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { guessMapping } from './import/guess-mapping.ts';
import { matchOwner } from './import/match-owner.ts';
import { planImport, reportOf } from './import/plan-import.ts';
import { previewRows } from './import/preview-rows.ts';
import { allPeople } from './queries.ts';
import type { PeopleService } from './service.ts';

/** Import of an office's client list: the preview decides nothing, the run writes exactly what the preview showed. */
export interface ImportService {
	preview(session: Session, options: ImportOptions): Result<ImportPreview, TableProblem>;
	run(
		session: Session,
		options: ImportOptions & { openCases: boolean; decisions: readonly RowChoice[] },
		report: (progress: { step: string; done: number; total: number; report: ImportReport | null }) => void,
		isCancelled: () => boolean,
	): Promise<Result<void, TableProblem>>;
}

interface RowChoice {
	readonly line: number;
	readonly decision: ImportDecision;
	readonly personId: PersonId | null;
}

export interface ImportDeps {
	readonly clock: Clock;
	readonly people: PeopleService;
	members(session: Session): readonly { readonly id: MemberId; readonly name: string }[];
	openCase(session: Session, personId: PersonId, ownerId: MemberId, openedOn: LocalDate): void;
}

export function createImportService({ clock, people, members, openCase }: ImportDeps): ImportService {
	function read(session: Session, options: ImportOptions) {
		const table = readTable(new Uint8Array(Buffer.from(options.content, 'base64')), options);
		if (!table.ok) return table;
		const vault = openVaultOf(session, 'counselling');
		const known = new Map(allPeople(vault.reader).map((person) => [person.id, person]));
		const fieldsOf = (id: PersonId): PersonFields | null => known.get(id) ?? null;
		const mapping = knownMapping(vault, table.value, options.mapping) ?? guessMapping(table.value);
		const today = localDateOf(clock.now());
		const rows = previewRows(table.value, mapping, { today, people: [...known.values()], fieldsOf, members: members(session) });
		return ok({ table: table.value, mapping, rows, fieldsOf, today });
	}

	return {
		preview(session, options) {
			const result = read(session, options);
			if (!result.ok) return err(result.error);
			const { table, mapping, rows } = result.value;
			return ok({ encoding: table.encoding, separator: table.separator, columns: columnsOf(table, mapping), rows });
		},
		async run(session, options, report, isCancelled) {
			const result = read(session, options);
			if (!result.ok) return err(result.error);
			const { table, mapping, rows, fieldsOf, today } = result.value;
			const decisions = new Map(options.decisions.map(({ line, decision, personId }) => [line, { decision, personId }]));
			const plan = planImport(rows, decisions, fieldsOf);
			const vault = openVaultOf(session, 'counselling');
			rememberMapping(vault, table, mapping);
			const everyone = members(session);
			const total = plan.create.length + plan.fill.length;
			const count = { created: 0, filled: 0, cases: 0 };
			const steps = [
				...plan.create.map((planned) => () => {
					const id = people.create(session, planned.person);
					count.created += 1;
					if (!options.openCases) return;
					const owner = planned.caseOwner === null ? null : matchOwner(planned.caseOwner, everyone);
					openCase(session, id, owner?.id ?? session.member, pastOr(planned.person.firstContact, today));
					count.cases += 1;
				}),
				...plan.fill.map(({ personId, changes }) => () => {
					if (people.update(session, personId, changes)) count.filled += 1;
				}),
			];
			const tell = (done: number) => report({ step: 'people', done, total, report: null });
			await runSteps(vault, steps, tell, isCancelled);
			report({ step: 'people', done: total, total, report: { ...reportOf(plan), ...count } });
			return ok(undefined);
		},
	};
}

/** A first contact in the future is a typing error in the list; the file opens today then. */
function pastOr(firstContact: string | null, today: LocalDate): LocalDate {
	return firstContact !== null && firstContact <= today ? (firstContact as LocalDate) : today;
}

import type { AccessKind } from '#shared/features/access-log/model.ts';
import { blacken } from '#shared/features/subject-access/blacken.ts';
import { leavesOf } from '#shared/features/subject-access/leaves.ts';
import {
	type Extract,
	type Identity,
	type MarkReason,
	type Selection,
	type SubjectRecord,
	SubjectSection,
} from '#shared/features/subject-access/model.ts';
import type { Clock } from '#shared/kernel/environment.ts';
import type { CaseId, PersonId } from '#shared/kernel/ids.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { readPart, type SubjectName, type SubjectPart, type SubjectScope } from '../../records/subject-part.ts';
import type { Session } from '../../vaults/session.ts';

/** What is stored about a person, gathered from the parts of all features, and given away without what is blackened. */
export interface SubjectAccessService {
	/** Undefined when there is no such person. Counts as reading each of their files. */
	get(session: Session, id: PersonId): Extract | undefined;
	prepare(session: Session, id: PersonId, selection: Selection & { identity: Identity }): Result<Prepared, PrepareRefusal>;
	/** False when there is no such person. */
	noteExport(session: Session, id: PersonId, export_: ExportNote): boolean;
}

export interface Prepared {
	readonly extract: Extract;
	readonly reasons: MarkReason[];
	readonly at: number;
}
/** stale: the text under a mark is another one by now. */
export type PrepareRefusal = 'not_found' | 'day' | 'stale';
export interface ExportNote {
	readonly form: 'subject_print' | 'subject_archive';
	/** How many passages. */
	readonly blackened: number;
}

export interface SubjectAccessDeps {
	readonly clock: Clock;
	/** In an order in which what a part is about was found before. */
	readonly parts: readonly SubjectPart[];
	/** The person with all whose records became part of theirs; empty when there is no such person. */
	people(session: Session, id: PersonId): readonly { id: PersonId; names: readonly string[]; borrowerId: string | null }[];
	/** Of members and devices. */
	nameOf(session: Session, id: string): string;
	/** Undefined when nothing is called so, or its vault is not open. */
	namesOf(session: Session, kind: Exclude<SubjectName, 'member'>, ids: readonly string[]): ReadonlyMap<string, string>;
	noteRead(session: Session, id: CaseId): void;
	noteExported(session: Session, id: CaseId, note: ExportNote): void;
	/** To the administrators' access log. */
	note(session: Session, kind: AccessKind, details?: { count: number }): void;
}

const ID_WITHOUT_LIST = /\.\d+(?=\.|$)/g;

export function createSubjectAccessService(deps: SubjectAccessDeps): SubjectAccessService {
	const { clock, parts, nameOf } = deps;

	function gather(session: Session, id: PersonId): { extract: Extract; cases: readonly CaseId[] } | undefined {
		const people = deps.people(session, id);
		if (people.length === 0) return undefined;
		const scope: SubjectScope = new Map([
			['person', new Set(people.map((one) => one.id))],
			['borrower', new Set(people.flatMap(({ borrowerId }) => borrowerId ?? []))],
		]);
		const names = people.flatMap((one) => one.names);
		const bySection = new Map<SubjectSection, SubjectRecord[]>();
		const missing = new Set<Extract['missing'][number]>();
		const named = new Map<SubjectName, Set<string>>();
		for (const part of parts) {
			const vault = session.vault(part.kind.vault);
			if (!vault) {
				if (part.kind.vault !== 'counselling') missing.add(part.kind.vault);
				continue;
			}
			const records = readPart(vault, part, scope, { nameOf: (one) => nameOf(session, one), names });
			for (const { table, id: found } of records) scope.set(table, (scope.get(table) ?? new Set()).add(found));
			collectNames(part, records, named);
			bySection.set(part.section, [...(bySection.get(part.section) ?? []), ...records]);
		}
		const fileNumbers = new Map((bySection.get('cases') ?? []).map((one) => [one.id, String(one.fields.number)]));
		const fileOf = ({ fields }: SubjectRecord) => fileNumbers.get(String(fields.caseId)) ?? null;
		const sections = SubjectSection.options.flatMap((section) => {
			const records = bySection.get(section) ?? [];
			return records.length === 0 ? [] : { section, records: records.map((one) => ({ ...one, fileNumber: fileOf(one) })) };
		});
		return {
			extract: { sections, names: namesOf(session, named), missing: [...missing] },
			cases: [...fileNumbers.keys()] as CaseId[],
		};
	}

	function namesOf(session: Session, named: ReadonlyMap<SubjectName, ReadonlySet<string>>): Record<string, string> {
		const found: [string, string][] = [];
		for (const [kind, ids] of named) {
			if (kind === 'member') for (const id of ids) found.push([id, nameOf(session, id)]);
			else found.push(...deps.namesOf(session, kind, [...ids]));
		}
		return Object.fromEntries(found.filter(([, name]) => name !== ''));
	}

	return {
		get(session, id) {
			const gathered = gather(session, id);
			if (!gathered) return undefined;
			for (const one of gathered.cases) deps.noteRead(session, one);
			return gathered.extract;
		},
		prepare(session, id, { marks, identity }) {
			if (identity.checkedOn > localDateOf(clock.now())) return err('day');
			const gathered = gather(session, id);
			if (!gathered) return err('not_found');
			const blackened = blacken(gathered.extract, marks);
			if (!blackened.ok) return err('stale');
			return ok({ extract: blackened.value.extract, reasons: [...blackened.value.reasons], at: clock.now() });
		},
		noteExport(session, id, note) {
			const gathered = gather(session, id);
			if (!gathered) return false;
			for (const one of gathered.cases) deps.noteExported(session, one, note);
			deps.note(session, 'subject_exported', { count: note.blackened });
			return true;
		},
	};
}

/** Ids whose names are told beside them. */
function collectNames(
	{ names = {} }: SubjectPart,
	records: readonly SubjectRecord[],
	found: Map<SubjectName, Set<string>>,
): void {
	for (const record of records) {
		for (const { path, value } of leavesOf(record)) {
			const kind = names[path.replace(/^@\d+\./, '').replace(ID_WITHOUT_LIST, '')];
			if (kind && typeof value === 'string') found.set(kind, (found.get(kind) ?? new Set()).add(value));
		}
	}
}

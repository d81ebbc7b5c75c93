import type { FieldDecision, RecordDecisions, Undo } from '#shared/features/decisions/model.ts';
import type { MemberId, RecordId } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { kindName, type MergeKind } from '../../records/kind.ts';
import { type Fields, isSame } from '../../records/merge.ts';
import { openForksOf, storedField } from '../../records/open-forks.ts';
import type { OpenVault } from '../../vaults/open-vault.ts';
import type { Session } from '../../vaults/session.ts';
import { openDecisions, type Row, rowOf } from './queries.ts';
import { inputOf } from './value-input.ts';

/**
 * What two people wrote apart, shown to whoever may change the record, and decided by them. What there is to decide
 * follows from the changes (see `records/forks.ts`); here is only who may, how, and under which name.
 */
export interface DecisionService {
	list(session: Session): { records: RecordDecisions[]; names: Record<string, string> };
	count(session: Session): number;
	decide(session: Session, of: FieldOf, name: string, value: unknown): Promise<Result<Undo, DecisionRefusal>>;
	undo(session: Session, of: FieldOf, undo: Undo): Result<void, DecisionRefusal>;
}

export type DecisionRefusal = 'no_access' | 'not_found' | 'outdated' | 'closed' | 'completed' | 'invalid';

export interface FieldOf {
	readonly table: string;
	readonly id: RecordId;
	readonly field: string;
}

/** How records of a kind are named and changed. */
export interface Subject {
	readonly kind: MergeKind;
	/** Whether whoever is signed in may change it: as the access table says of the procedure that does. */
	mayChange(session: Session): boolean;
	/** Empty: it is told by what it belongs to. */
	name(row: Row, nameOf: (id: string) => string): string;
	/** Nothing of it changes while its case file is closed. */
	readonly isOfCaseFile: boolean;
	/** The field has been completed: it is corrected in another way. */
	isCompleted?(row: Row, field: string): boolean;
	/** The ordinary procedure for these fields, with all that it checks. */
	readonly change?: { readonly fields: readonly string[]; by(id: RecordId, changes: Fields): Promise<unknown> } | undefined;
}

export interface DecisionDeps {
	readonly subjects: readonly Subject[];
	/** Of a member or device; empty when there is none. */
	nameOf(session: Session, id: string): string;
}

/** Columns that say to what a record belongs, the nearest first. */
const BELONGS_TO: readonly (readonly [string, string])[] = [
	['goalId', 'goal'],
	['caseId', 'case_file'],
	['personId', 'person'],
	['businessId', 'business'],
	['itemId', 'item'],
	['loanId', 'loan'],
	['borrowerId', 'borrower'],
	['offerId', 'offer'],
	['programmeId', 'funder_programme'],
];
const ID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g;

export function createDecisionService({ subjects, nameOf }: DecisionDeps): DecisionService {
	const byTable = new Map(subjects.map((subject) => [kindName(subject.kind), subject]));
	const isMine = (session: Session, { kind, mayChange }: Subject) =>
		session.vault(kind.vault) !== undefined && mayChange(session);
	const author = (session: Session, { vault }: MergeKind): MemberId =>
		vault === 'counselling' ? session.member : session.acting;

	function find(session: Session, table: string, id: string): { subject: Subject; vault: OpenVault; row: Row } | null {
		const subject = byTable.get(table);
		const vault = subject && session.vault(subject.kind.vault);
		const row = vault && rowOf(vault.reader, subject.kind, id);
		return row ? { subject, vault, row } : null;
	}

	function named(session: Session, table: string, id: string) {
		const found = find(session, table, id);
		return (
			found && { table, id: id as RecordId, name: found.subject.name(found.row, (one) => nameOf(session, one)), row: found.row }
		);
	}

	/** What a record belongs to, and that to what it belongs. */
	function chainOf(session: Session, row: Row): NonNullable<ReturnType<typeof named>>[] {
		const first = BELONGS_TO.map(([column, table]) => [row[column], table] as const).find(([id]) => typeof id === 'string');
		const next = first && named(session, first[1], String(first[0]));
		return next ? [next, ...chainOf(session, next.row)] : [];
	}

	function frozen(session: Session, subject: Subject, row: Row, field: string): FieldDecision['frozen'] {
		if (subject.isCompleted?.(row, field)) return 'completed';
		if (!subject.isOfCaseFile) return null;
		const file =
			kindName(subject.kind) === 'case_file' ? row : chainOf(session, row).find(({ table }) => table === 'case_file')?.row;
		return file?.status === 'closed' ? 'closed' : null;
	}

	/** Ids in values become names: of members, and of records that are open here. */
	function namesIn(session: Session, values: readonly unknown[]): Record<string, string> {
		const names: Record<string, string> = {};
		for (const id of new Set(JSON.stringify(values).match(ID))) {
			const name = nameOf(session, id) || [...byTable.keys()].map((table) => named(session, table, id)?.name).find(Boolean);
			if (name) names[id] = name;
		}
		return names;
	}

	function recordOf(session: Session, table: string, id: string): RecordDecisions | null {
		const found = find(session, table, id);
		if (!found || found.row.removedAt !== null) return null;
		const { subject, vault, row } = found;
		const plain = ({ table, id, name }: { table: string; id: RecordId; name: string }) => ({ table, id, name });
		const fields = openForksOf(vault.file, subject.kind, id).map(
			({ field, id: name, sides }): FieldDecision => ({
				field,
				name,
				sides: sides.map(({ value, writers }) => ({
					value,
					writers: writers.map(({ member, device, at }) => ({
						...{ memberName: nameOf(session, member), deviceName: nameOf(session, device), at },
					})),
				})),
				input: subject.change?.fields.includes(field) ? inputOf(subject.kind, field) : null,
				frozen: frozen(session, subject, row, field),
			}),
		);
		if (fields.length === 0) return null;
		return {
			...{ table, id: id as RecordId, name: subject.name(row, (one) => nameOf(session, one)) },
			...{ belongsTo: chainOf(session, row).map(plain), fields },
		};
	}

	const mine = (session: Session) => subjects.filter((subject) => isMine(session, subject));
	const newest = ({ fields }: RecordDecisions) =>
		Math.max(...fields.flatMap(({ sides }) => sides.flatMap(({ writers }) => writers.map(({ at }) => at))));

	function checked(session: Session, { table, id, field }: FieldOf) {
		const found = find(session, table, id);
		const subject = byTable.get(table);
		if (subject && !isMine(session, subject)) return err('no_access');
		if (!found || found.row.removedAt !== null) return err('not_found');
		return ok({ ...found, stops: frozen(session, found.subject, found.row, field) });
	}

	return {
		list(session) {
			const records = mine(session)
				.flatMap(({ kind }) => openDecisions(session.vault(kind.vault)?.reader, kind))
				.flatMap(({ tableName, recordId }) => recordOf(session, tableName, recordId) ?? [])
				.sort((a, b) => newest(b) - newest(a));
			const values = records.flatMap(({ fields }) => fields.flatMap(({ sides }) => sides.map(({ value }) => value)));
			return { records, names: namesIn(session, values) };
		},
		count: (session) =>
			mine(session)
				.flatMap(({ kind }) => openDecisions(session.vault(kind.vault)?.reader, kind))
				.reduce((count, { fields }) => count + fields, 0),
		async decide(session, of, name, value) {
			const about = checked(session, of);
			if (!about.ok) return about;
			const { subject, vault, stops } = about.value;
			const { kind, change } = subject;
			const fork = openForksOf(vault.file, kind, of.id).find(({ field, id }) => field === of.field && id === name);
			if (!fork) return err('outdated');
			if (stops === 'closed') return err('closed');
			const given = kind.fields.shape[of.field].safeParse(value);
			if (!given.success) return err('invalid');
			const before = storedField(vault.file, kind, of.id, of.field);
			const isOther = !isSame(before, given.data);
			if (stops === 'completed' && isOther) return err('completed');
			if (isOther && change?.fields.includes(of.field)) {
				await change.by(of.id, { [of.field]: given.data });
				const now = session.vault(kind.vault);
				// What another PC wrote in this moment was not among what somebody has just seen.
				if (!now || !isSame(storedField(now.file, kind, of.id, of.field), given.data)) return err('outdated');
			}
			const { store } = session.vault(kind.vault) ?? vault;
			store.decide(kind, of.id, { [of.field]: given.data }, fork.open, true, author(session, kind));
			return ok({ before, decided: given.data, values: [...fork.open] });
		},
		undo(session, of, { before, decided, values }) {
			const about = checked(session, of);
			if (!about.ok) return about;
			const { subject, vault, stops } = about.value;
			if (stops !== null && (stops === 'closed' || !isSame(before, decided))) return err(stops);
			const given = subject.kind.fields.shape[of.field]?.safeParse(before);
			if (!given?.success) return err('invalid');
			if (!isSame(storedField(vault.file, subject.kind, of.id, of.field), decided)) return err('outdated');
			vault.store.decide(subject.kind, of.id, { [of.field]: given.data }, values, false, author(session, subject.kind));
			return ok(undefined);
		},
	};
}

import { type BorrowerRow, borrowerName } from '#shared/features/borrowers/model.ts';
import type { CaseRow } from '#shared/features/cases/model.ts';
import type { ItemRow } from '#shared/features/inventory/model.ts';
import { nameOf, type PersonRow } from '#shared/features/people/model.ts';
import { queueLabel } from '#shared/features/repairs/model.ts';
import { formatLocalDate, LocalDate } from '#shared/kernel/local-date.ts';
import type { Session } from '../../vaults/session.ts';

/** What a record is called in a list of many kinds: by the first of its fields that says who or what it is. */
const NAMING = [
	'name',
	'title',
	'subject',
	'fileName',
	'employer',
	'number',
	'label',
	'text',
	'concern',
	'description',
	'reason',
] as const;
const LONGEST = 80;

export function labelOf(fields: Readonly<Record<string, unknown>>, about: string | null): string {
	const own = ownLabel(fields);
	const day = [fields.day, fields.openedOn, fields.decidedOn, fields.givenOn].find((value) => LocalDate.safeParse(value).success);
	const parts = [about, own === about ? null : own, day === undefined ? null : formatLocalDate(String(day))];
	const known = parts.filter((part): part is string => part !== null && part !== '');
	return known.length === 0 ? '–' : known.join(' · ');
}

function ownLabel(fields: Readonly<Record<string, unknown>>): string | null {
	const { letter, count, item } = fields;
	if (typeof letter === 'string' && typeof count === 'number')
		return `${queueLabel({ letter, count })} ${String(item ?? '')}`.trim();
	const person = [fields.lastName, fields.firstName].filter((part) => typeof part === 'string' && part !== '');
	if (person.length > 0) return person.join(', ');
	for (const field of NAMING) {
		const value = fields[field];
		if (typeof value !== 'string' || value.trim() === '' || value === '–') continue;
		const [line = ''] = value.trim().split('\n');
		return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
	}
	return null;
}

export interface AboutDeps {
	people(session: Session, ids: readonly string[]): PersonRow[];
	cases(session: Session, ids: readonly string[]): CaseRow[];
	items(session: Session, ids: readonly string[]): ItemRow[];
	borrowers(session: Session, ids: readonly string[]): BorrowerRow[];
}

/** Of the vaults that are open: the ids in a record's fields as names. */
export function aboutRecord({ people, cases, items, borrowers }: AboutDeps) {
	return (session: Session, table: string, id: string, fields: Readonly<Record<string, unknown>>): string | null => {
		const ids = (field: string): string[] => [fields[field]].flat().filter((value): value is string => typeof value === 'string');
		const names: string[] = [];
		if (session.vault('counselling')) {
			const caseIds = table === 'case_file' ? [id] : ids('caseId');
			names.push(...people(session, [...ids('personId'), ...ids('personIds')]).map(nameOf));
			if (names.length === 0) names.push(...cases(session, caseIds).map(({ clientName }) => clientName));
		}
		if (session.vault('workshop')) {
			names.push(...borrowers(session, ids('borrowerId')).map(borrowerName));
			names.push(...items(session, ids('itemId')).map(({ name }) => name));
		}
		return names.length === 0 ? null : names.join(', ');
	};
}

import type { ImportIssue } from '#shared/features/people/import-model.ts';
import { EMPTY_PERSON, PersonFields } from '#shared/features/people/model.ts';
import { cleanLine, type Reading } from '../../../import/cell.ts';

export interface RowReading {
	readonly person: PersonFields | null;
	/** The counsellor as the list names them. */
	readonly caseOwner: { readonly text: string; readonly column: string } | null;
	readonly issues: ImportIssue[];
	/** The cell a field came from. */
	readonly sources: ReadonlyMap<keyof PersonFields, { column: string; cell: string }>;
}

const MAX_PHONES = 10;
const MAX_REMARKS = 4000;
/** Limits of PersonFields for texts of one line; an e-mail address has checked its own. */
const MAX_TEXT: Partial<Record<keyof PersonFields, number>> = { title: 60, postcode: 12, email: 200 };
const MAX_LINE = 120;

export type RowDraft = ReturnType<typeof createRowDraft>;

/** A person being put together: every way of adding something also says what happens to what does not fit. */
export function createRowDraft() {
	const person: PersonFields = { ...EMPTY_PERSON, phones: [] };
	const issues: ImportIssue[] = [];
	const sources = new Map<keyof PersonFields, { column: string; cell: string }>();
	let owner: RowReading['caseOwner'] = null;

	const issue = (
		code: ImportIssue['code'],
		column: string,
		cell: string,
		severity: ImportIssue['severity'] = 'warning',
	): void => {
		issues.push({ code, column, cell, severity });
	};
	const remark = (line: string, column: string, cell: string): void => {
		const remarks = person.remarks === null ? line : `${person.remarks}\n${line}`;
		if (remarks.length > MAX_REMARKS) issue('too_long', column, cell);
		person.remarks = remarks.slice(0, MAX_REMARKS);
	};
	const keep = (column: string, cell: string): void => remark(`${column}: ${cleanLine(cell)}`, column, cell);
	const refuse = (code: ImportIssue['code'], column: string, cell: string): void => {
		issue(code, column, cell);
		keep(column, cell);
	};
	return {
		person,
		issue,
		remark,
		refuse,
		put<F extends keyof PersonFields>(
			field: F,
			reading: Reading<PersonFields[F], ImportIssue['code']>,
			column: string,
			cell: string,
		): void {
			if (reading.problem !== null) issue(reading.problem, column, cell);
			if (reading.keep) keep(column, cell);
			if (reading.value === null) return;
			if (typeof reading.value === 'string' && reading.value.length > (MAX_TEXT[field] ?? MAX_LINE)) {
				refuse('too_long', column, cell);
				return;
			}
			person[field] = reading.value;
			sources.set(field, { column, cell });
		},
		addPhone(phone: PersonFields['phones'][number], column: string, cell: string): void {
			if (person.phones.some((other) => other.number === phone.number)) return;
			if (person.phones.length >= MAX_PHONES) refuse('too_long', column, cell);
			else person.phones.push(phone);
		},
		setOwner(text: string, column: string): void {
			owner = { text, column };
		},
		finish(): RowReading {
			const isLeftOut = issues.some(({ severity }) => severity === 'error');
			return { person: isLeftOut ? null : PersonFields.parse(person), caseOwner: owner, issues, sources };
		},
	};
}

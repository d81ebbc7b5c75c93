import type { ImportDecision, ImportIssue, ImportRow, ImportTarget } from '#shared/features/people/import-model.ts';
import type { PersonFields } from '#shared/features/people/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { Table } from '../../../import/read-table.ts';
import { differingFields, fillPerson } from './fill-person.ts';
import { type Candidate, createMatcher, type Found, labelOf, type Matcher, type MatchKeys } from './find-matches.ts';
import { matchOwner } from './match-owner.ts';
import { type Column, readRow } from './read-row.ts';
import type { RowReading } from './row-draft.ts';

/**
 * What the import would do, row by row, without doing anything: the preview the person at the screen confirms.
 *
 * The suggestion follows from who the row may be:
 * - certain (same name and birth date): complete that person, or skip when there is nothing to add;
 * - likely (same name and postcode or street): a new person, with the match shown. Two records of one human are merged
 *   with one click later; two humans mixed into one record are a breach that nobody can undo, so that needs a decision;
 * - a row that says nothing which the other does not say already is skipped whatever the match: creating it could only
 *   make a duplicate. This is also what makes importing the same file twice change nothing.
 */

export interface ImportContext {
	readonly today: LocalDate;
	/** Everybody in the counselling vault; only what comparing needs, so that 100,000 of them are no burden. */
	readonly people: readonly (MatchKeys & { readonly id: PersonId })[];
	/** All fields of one of them; asked only for people a row may be. Null when gone meanwhile. */
	fieldsOf(id: PersonId): PersonFields | null;
	/** Who may own a case file. */
	readonly members: readonly { readonly name: string }[];
}

const MAX_SHOWN = 5;

/** One preview row for each row of the table; `mapping` has one target for each heading. */
export function previewRows(table: Table, mapping: readonly ImportTarget[], context: ImportContext): ImportRow[] {
	const columns = table.headings.map((heading, index): Column => ({ heading, target: mapping[index] ?? 'ignore' }));
	const matcher = createMatcher();
	for (const person of context.people) matcher.add({ personId: person.id, line: null, label: labelOf(person) }, person);
	const people = createPeople(context);
	return table.rows.map(({ line, cells }) => {
		const reading = withOwner(readRow(cells, columns, context.today), context.members);
		return reading.person === null ? leftOut(line, reading) : previewRow(line, reading, reading.person, matcher, people);
	});
}

function leftOut(line: number, { issues, caseOwner }: RowReading): ImportRow {
	return { line, person: null, caseOwner: caseOwner?.text ?? null, issues, matches: [], known: false, suggestion: 'skip' };
}

function previewRow(line: number, reading: RowReading, person: PersonFields, matcher: Matcher, people: People): ImportRow {
	const judged = matcher
		.find(person)
		.map((found) => judge(found, person, people))
		.filter((judgement) => judgement !== null)
		.sort((a, b) => a.rank - b.rank);
	const best = judged[0];
	const { suggestion, known } = suggest(best);
	const target: Candidate =
		best === undefined || suggestion === 'create' ? { personId: null, line, label: labelOf(person) } : best.found.candidate;
	const issues = [...reading.issues];
	if (best !== undefined && suggestion !== 'create') {
		issues.push(...keptIssues(reading, person, best.now));
		if (suggestion === 'fill') people.complete(target, person);
	} else people.complete(target, person);
	// Later rows find this one under its own spelling, whoever it belongs to.
	matcher.add(target, person);
	return {
		line,
		person,
		caseOwner: reading.caseOwner?.text ?? null,
		issues,
		matches: judged.slice(0, MAX_SHOWN).map(({ found: { candidate, strength } }) => ({
			...candidate,
			strength: strength === 'certain' ? ('certain' as const) : ('likely' as const),
		})),
		known,
		suggestion,
	};
}

interface Judgement {
	readonly found: Found;
	/** The candidate with everything that earlier rows add to them. */
	readonly now: PersonFields;
	/** The row adds nothing to the candidate as they are now. */
	readonly addsNothing: boolean;
	/** … nor says anything different. */
	readonly saysNothingElse: boolean;
	/** The row would add nothing to what is stored today. */
	readonly isStored: boolean;
	readonly rank: number;
}

/** Null for somebody of the same name about whom nothing else is known, unless the row is entirely contained in them. */
function judge(found: Found, person: PersonFields, people: People): Judgement | null {
	const now = people.now(found.candidate);
	if (now === null) return null;
	const addsNothing = isEmpty(fillPerson(now, person));
	const saysNothingElse = addsNothing && differingFields(now, person).length === 0;
	if (found.strength === 'name_only' && !saysNothingElse) return null;
	const stored = people.stored(found.candidate);
	const isStored = stored !== null && isEmpty(fillPerson(stored, person));
	const certain = found.strength === 'certain';
	const order = [certain && saysNothingElse, certain && addsNothing, saysNothingElse, certain].indexOf(true);
	return { found, now, addsNothing, saysNothingElse, isStored, rank: order === -1 ? 4 : order };
}

function suggest(best: Judgement | undefined): { suggestion: ImportDecision; known: boolean } {
	if (best === undefined) return { suggestion: 'create', known: false };
	if (best.saysNothingElse || (best.found.strength === 'certain' && best.addsNothing))
		return { suggestion: 'skip', known: best.isStored };
	return { suggestion: best.found.strength === 'certain' ? 'fill' : 'create', known: false };
}

/** What the row says differently from the person it is completed into: theirs stays, and the screen shows it. */
function keptIssues(reading: RowReading, person: PersonFields, now: PersonFields): ImportIssue[] {
	const issues = differingFields(now, person).flatMap((field): ImportIssue[] => {
		const source = reading.sources.get(field);
		return source === undefined ? [] : [{ code: 'kept_existing', ...source, severity: 'warning' }];
	});
	return issues.filter((issue, index) => issues.findIndex(({ column }) => column === issue.column) === index);
}

/** An owner nobody here is called: the name goes to the remarks, so that the person's counsellor is not forgotten. */
function withOwner(reading: RowReading, members: ImportContext['members']): RowReading {
	const { caseOwner, person } = reading;
	if (caseOwner === null || matchOwner(caseOwner.text, members) !== null) return reading;
	const { text, column } = caseOwner;
	const issues: ImportIssue[] = [...reading.issues, { code: 'owner_unknown', column, cell: text, severity: 'warning' }];
	if (person === null) return { ...reading, issues };
	return { ...reading, issues, person: { ...person, ...fillPerson(person, { ...person, remarks: `${column}: ${text}` }) } };
}

interface People {
	/** As stored; null for the person of an earlier row. */
	stored(candidate: Candidate): PersonFields | null;
	now(candidate: Candidate): PersonFields | null;
	complete(candidate: Candidate, person: PersonFields): void;
}

function createPeople(context: ImportContext): People {
	const now = new Map<Candidate, PersonFields>();
	const stored = (candidate: Candidate): PersonFields | null =>
		candidate.personId === null ? null : context.fieldsOf(candidate.personId as PersonId);
	return {
		stored,
		now: (candidate) => now.get(candidate) ?? stored(candidate),
		complete(candidate, person) {
			const before = now.get(candidate) ?? stored(candidate);
			now.set(candidate, before === null ? person : { ...before, ...fillPerson(before, person) });
		},
	};
}

const isEmpty = (changes: object): boolean => Object.keys(changes).length === 0;

import { describe, expect, it } from 'vitest';
import { choiceOf, countsOf, rowsOf, withChoice, withChoiceForAll } from '#renderer/features/people/import/decisions.ts';
import type { ImportRow } from '#shared/features/people/import-model.ts';
import { EMPTY_PERSON } from '#shared/features/people/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';

const ADA = '0190a000-0000-7000-8000-000000000001' as PersonId;
const row = (line: number, more: Partial<ImportRow> = {}): ImportRow => ({
	line,
	person: { ...EMPTY_PERSON, lastName: 'Öztürk' },
	caseOwner: null,
	issues: [],
	matches: [],
	known: false,
	suggestion: 'create',
	...more,
});
const fresh = row(2);
const double = row(3, {
	suggestion: 'fill',
	matches: [{ personId: ADA, line: null, label: 'Öztürk, Ada', strength: 'certain' }],
});
const known = row(4, { suggestion: 'skip', known: true, matches: double.matches });
const broken = row(5, {
	person: null,
	suggestion: 'skip',
	issues: [{ code: 'name_missing', column: '', cell: '', severity: 'error' }],
});
const rows = [fresh, double, known, broken];
const none = new Map();

describe('decisions about the rows of an import', () => {
	it('are the suggestions until somebody decides', () => {
		expect(countsOf(rows, none)).toEqual({ create: 1, fill: 1, skip: 0, known: 1, errors: 1, warnings: 0 });
	});

	it('that equal the suggestion are none', () => {
		const skipped = withChoice(none, double, { decision: 'skip', personId: null });
		expect(countsOf(rows, skipped)).toMatchObject({ fill: 0, skip: 1 });
		expect(withChoice(skipped, double, { decision: 'fill', personId: ADA }).size).toBe(0);
	});

	it('for many rows leave those alone that they do not fit', () => {
		const filled = withChoiceForAll(none, rows, 'fill');
		expect(choiceOf(fresh, filled).decision).toBe('create');
		expect(choiceOf(known, filled).decision).toBe('fill');
		expect(choiceOf(broken, filled).decision).toBe('skip');
		expect(withChoiceForAll(filled, rows, null).size).toBe(0);
	});

	it('can be looked at by kind', () => {
		expect(rowsOf(rows, 'duplicates')).toEqual([double, known]);
		expect(rowsOf(rows, 'errors')).toEqual([broken]);
		expect(rowsOf(rows, 'issues')).toEqual([broken]);
	});
});

import { describe, expect, it } from 'vitest';
import { type ClosingValues, closingFields, problemsOf, readDraft } from '#renderer/features/cases/closing/closing-values.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';

const [OPENED, TODAY] = ['2026-03-02' as LocalDate, '2026-03-10' as LocalDate];
const FILLED: ClosingValues = {
	...readDraft(null, TODAY),
	...{ reason: 'moved_away', outcome: 'improved', summary: '  Gutes Ende. ' },
};

describe('what is typed into the closing form', () => {
	it.each<[string, Partial<ClosingValues>, boolean, string[]]>([
		['everything that is needed', {}, true, []],
		['something is missing in the file', {}, false, ['missing']],
		['and why', { missingBecause: 'umgezogen' }, false, []],
		['neither reason nor outcome', { reason: null, outcome: null }, true, ['outcome', 'reason']],
		['another reason without saying which', { reason: 'other', reasonWords: ' ' }, true, ['other']],
		['no day', { closedOn: null }, true, ['day']],
		['before the file was opened', { closedOn: '2026-03-01' as LocalDate }, true, ['day']],
		['the day it was opened', { closedOn: OPENED }, true, []],
		['tomorrow', { closedOn: '2026-03-11' as LocalDate }, true, ['day']],
	])('%s', (_, typed, isWhole, expected) => {
		expect([...problemsOf({ ...FILLED, ...typed }, { openedOn: OPENED, today: TODAY, isWhole })].sort()).toEqual(expected);
	});

	it('becomes fields, with nothing where nothing was typed', () => {
		expect(closingFields(FILLED)).toEqual({
			...{ closedOn: TODAY, reason: 'moved_away', reasonWords: null, outcome: 'improved', outcomeWords: null },
			...{ summary: 'Gutes Ende.', missingBecause: null },
		});
		expect(closingFields({ ...FILLED, reason: null })).toBeNull();
	});

	it('comes back from its draft; what is no draft is none', () => {
		expect(readDraft(JSON.stringify(FILLED), TODAY)).toEqual(FILLED);
		for (const text of [null, '', 'kein Entwurf', 'null', '7']) expect(readDraft(text, TODAY)).toEqual(readDraft(null, TODAY));
	});
});

import { expect, test } from 'vitest';
import { draftText, NO_DRAFT, readDraft } from '#renderer/features/lending/settings/settings-draft.ts';

const DAY = { open: true, from: '9', until: '14:30' };

test('what is typed survives as it was typed, also what does not fit yet', () => {
	const typed = {
		hours: {
			week: Array.from({ length: 7 }, () => DAY),
			state: 'NW' as const,
			closures: [{ from: null, until: null, name: '' }],
		},
		rules: { loanDays: '', houseRulesText: 'Akkus laden' },
	};
	expect(readDraft(draftText(typed))).toEqual(typed);
});

test('nothing typed is no draft, and what is none is not read', () => {
	expect(draftText(NO_DRAFT)).toBe('');
	for (const text of [null, '', 'x', '[]', '{"hours":{"week":[]},"rules":{}}']) expect(readDraft(text)).toBeNull();
});

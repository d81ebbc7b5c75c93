import { expect, it } from 'vitest';
import { addressLines, changedLetterFields, emphasised, isWrittenOn, type Letter } from '#shared/features/letters/model.ts';
import type { CaseId, LetterId, MemberId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';

const fields = { address: 'A\nB', day: '2026-03-09' as LocalDate, subject: 'S', body: 'Text' };
const letter: Letter = {
	...fields,
	...{ id: 'l' as LetterId, caseId: 'c' as CaseId, authorId: 'm' as MemberId, authorName: 'Anna', final: null, updatedAt: 1 },
};

it('emphasises what stands between asterisks, and nothing else', () => {
	const strong = (text: string) => emphasised(text).filter((part) => part.strong);
	expect(emphasised('Bitte *bis Freitag* melden')).toEqual([
		{ text: 'Bitte ', strong: false },
		{ text: 'bis Freitag', strong: true },
		{ text: ' melden', strong: false },
	]);
	expect(strong('2 * 3 * 4 und 5*')).toEqual([]);
	expect(strong('*über\nzwei Zeilen*')).toEqual([]);
	expect(strong('**')).toEqual([]);
	for (const text of ['', 'Bitte *bis Freitag* melden', '2 * 3 * 4', '*a* *b*'])
		expect(
			emphasised(text)
				.map((part) => (part.strong ? `*${part.text}*` : part.text))
				.join(''),
		).toBe(text);
});

it('sends only what was changed', () => {
	expect(changedLetterFields(fields, { ...fields, subject: 'T' })).toEqual({ subject: 'T' });
	expect(changedLetterFields(fields, { ...fields })).toEqual({});
});

it('knows when somebody went on writing in a finished letter', () => {
	const final = { ...fields, at: 2, memberId: 'm' as MemberId };
	expect(isWrittenOn(letter)).toBe(false);
	expect(isWrittenOn({ ...letter, final })).toBe(false);
	expect(isWrittenOn({ ...letter, final, body: 'Text, und mehr' })).toBe(true);
});

it('takes empty lines out of an address', () => {
	expect(addressLines(' Stadt Musterstadt \n\n  Rathausplatz 1\n')).toEqual(['Stadt Musterstadt', 'Rathausplatz 1']);
});

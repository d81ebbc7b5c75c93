import fc from 'fast-check';
import { expect, it } from 'vitest';
import { averageHeads, fullBar } from '#renderer/features/attendance/attended-figures.ts';
import { keptUntil } from '#renderer/features/attendance/kept-until.ts';
import {
	anonymousOf,
	EMPTY_SHEET,
	linesShown,
	namesOf,
	problemsOf,
	sheetDraft,
	sheetFromDraft,
	suggestionsFor,
	withLine,
	withPasted,
} from '#renderer/features/attendance/sheet-lines.ts';
import { linesOnPaper, MOST_LINES } from '#renderer/print/sign-in-lines.ts';
import { MOST_AT_ONCE, nameKey } from '#shared/features/attendance/model.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { campaign, printedSeed } from '#tests/support/campaign.ts';

/** A signed sheet on its way from paper into the fields. */

const runs = { seed: printedSeed('sheet lines'), numRuns: campaign(300, 5000) };
const name = fc.constantFrom('Anna K.', 'anna k', 'Cem', 'Dilek Dichtung', 'Öykü', ' ', '', 'x'.repeat(81));
const sheetOf = (lines: readonly string[]) => ({ ...EMPTY_SHEET, lines: [...lines] });

it('loses nothing that is pasted, and touches nothing that is typed', () => {
	fc.assert(
		fc.property(
			fc.array(name, { maxLength: 205 }).map((lines) => lines.slice(0, MOST_AT_ONCE)),
			fc.integer({ min: 0, max: MOST_AT_ONCE - 1 }),
			fc.array(name, { maxLength: 250 }),
			fc.constantFrom('\n', '\r\n', '\r'),
			(lines, at, pasted, lineBreak) => {
				const { sheet, last, rest } = withPasted(sheetOf(lines), at, pasted.join(lineBreak));
				for (const [index, line] of lines.entries()) if (line.trim() !== '' || index < at) expect(sheet.lines[index]).toBe(line);
				const wanted = pasted.map((line) => line.trim()).filter((line) => line !== '');
				const written = sheet.lines.filter((line, index) => line.trim() !== '' && (lines[index] ?? '').trim() === '');
				expect([...written, ...rest]).toEqual(wanted);
				expect(sheet.lines.length).toBeLessThanOrEqual(MOST_AT_ONCE);
				expect(last).toBeLessThan(MOST_AT_ONCE);
			},
		),
		runs,
	);
});

it('takes the numbers of a pasted list away, and leaves those that belong to a name', () => {
	const { sheet } = withPasted(EMPTY_SHEET, 1, '1. Anna\n 2) Berta\n3\tCem\n\n2 Kinder von Dilek\n');
	expect(sheet.lines).toEqual(['', 'Anna', 'Berta', 'Cem', '2 Kinder von Dilek']);
});

it('asks about each name that stands there a second time, and nothing else', () => {
	fc.assert(
		fc.property(fc.array(name, { maxLength: 30 }), (lines) => {
			const problems = problemsOf(sheetOf(lines));
			for (const [at, line] of lines.entries()) {
				const text = line.trim();
				const before = lines.findIndex((other) => other.trim() !== '' && other.length <= 80 && nameKey(other) === nameKey(line));
				const wanted =
					text === ''
						? undefined
						: text.length > 80
							? { what: 'too_long' }
							: before < at
								? { what: 'twice', asLine: before + 1 }
								: undefined;
				expect(problems.get(at)).toEqual(wanted);
			}
			// With what is asked about settled, every name is one head.
			const settled = namesOf(sheetOf(lines)).filter(({ line }) => !problems.has(line - 1));
			expect(new Set(settled.map(({ name: one }) => nameKey(one))).size).toBe(settled.length);
		}),
		runs,
	);
});

it('keeps a sheet as a draft, and begins anew with one that cannot be read', () => {
	const sheet = { lines: ['Anna', '', 'Cem'], anonymous: '4' };
	expect(sheetFromDraft(sheetDraft(sheet))).toEqual(sheet);
	expect(sheetDraft(sheetOf([' ', '']))).toBe('');
	for (const text of [null, '', '{', '{"lines":[1]}']) expect(sheetFromDraft(text)).toEqual(EMPTY_SHEET);
});

it('reads how many had no name', () => {
	const read = (anonymous: string) => anonymousOf({ lines: [], anonymous });
	expect(['', ' 7 ', '0', '200'].map(read)).toEqual([0, 7, 0, 200]);
	expect(['201', '500', '-1', '2,5', 'drei'].map(read)).toEqual([null, null, null, null, null]);
});

it('shows as many lines as a sheet has, and always free ones', () => {
	expect(linesShown(EMPTY_SHEET)).toBe(15);
	expect(linesShown(withLine(EMPTY_SHEET, 20, 'Anna'))).toBe(24);
	expect(linesShown(withLine(EMPTY_SHEET, MOST_AT_ONCE - 1, 'Anna'))).toBe(MOST_AT_ONCE);
});

it('suggests known names by the beginning of each of their words', () => {
	const known = ['Dilek Dichtung', 'Anna K.', 'Karl Anders', 'Öykü', 'Ali'];
	expect(suggestionsFor('an', known)).toEqual(['Anna K.', 'Karl Anders']);
	expect(suggestionsFor('dilek di', known)).toEqual(['Dilek Dichtung']);
	expect(suggestionsFor('OE', known)).toEqual(['Öykü']);
	// Nothing to choose where it stands there already, or nothing does.
	expect(suggestionsFor('anna k', known)).toEqual([]);
	expect(suggestionsFor(' ', known)).toEqual([]);
});

it('prints one page or full ones', () => {
	expect([1, 15, 18, 20, null].map((capacity) => linesOnPaper(capacity, 0))).toEqual([15, 15, 18, 20, 20]);
	expect([21, 47, 48, 2000].map((capacity) => linesOnPaper(capacity, 0))).toEqual([47, 47, 74, MOST_LINES]);
	expect([0, 17, 18].map((names) => linesOnPaper(8, names))).toEqual([15, 20, 47]);
});

it('names the day until which names are kept', () => {
	expect(keptUntil('2026-11-26' as LocalDate, 12)).toBe('2027-11-26');
	expect(keptUntil('2026-11-30' as LocalDate, 3)).toBe('2027-02-28');
	expect(keptUntil('2026-12-31' as LocalDate, 24)).toBe('2028-12-31');
});

it('averages over the sessions that somebody was entered in', () => {
	expect(averageHeads([{ heads: 0 }])).toBeNull();
	expect(averageHeads([{ heads: 4 }, { heads: 0 }, { heads: 7 }])).toEqual({ heads: 5.5, sessions: 2 });
	expect([fullBar([{ heads: 4 }], 8), fullBar([{ heads: 12 }], 8), fullBar([], null)]).toEqual([8, 12, 1]);
});

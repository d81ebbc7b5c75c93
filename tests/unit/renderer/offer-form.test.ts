import { expect, it } from 'vitest';
import {
	changedFields,
	emptyValues,
	problemsOf,
	rhythmChoices,
	ruleOfValues,
	toSave,
	toValues,
	withFirstDay,
} from '#renderer/features/offers/form/offer-values.ts';
import { rhythmWords, timesWords } from '#renderer/features/offers/offer-words.ts';
import type { OfferFields } from '#shared/features/offers/model.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { TimeSpan } from '#shared/kernel/wall-time.ts';
import { PLAN, rule } from '#tests/support/offer-plan.ts';

/** What the form of an offer makes of a plan, and how a plan is said. */

const plan = (firstOn: string, text: string | null, more: Partial<OfferFields> = {}): OfferFields => ({
	...{ ...PLAN, ...more, firstOn: firstOn as LocalDate, rule: text === null ? null : rule(text) },
});

it.each([
	['2026-03-03', null, 'einmal, am 03.03.2026'],
	['2026-03-03', 'FREQ=WEEKLY;BYDAY=TU', 'jeden Dienstag'],
	['2026-03-03', 'FREQ=WEEKLY;BYDAY=TU,TH', 'dienstags und donnerstags'],
	['2026-03-02', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE,FR', 'alle 2 Wochen montags, mittwochs und freitags'],
	['2026-03-10', 'FREQ=MONTHLY;BYDAY=2TU', 'jeden 2. Dienstag im Monat'],
	['2026-03-27', 'FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20261231', 'jeden letzten Freitag im Monat, bis 31.12.2026'],
	['2026-03-15', 'FREQ=MONTHLY;BYMONTHDAY=15', 'am 15. jedes Monats'],
	['2026-03-15', 'FREQ=YEARLY', 'jedes Jahr am 15. März'],
	['2026-03-03', 'FREQ=WEEKLY;BYDAY=TU;COUNT=6', 'jeden Dienstag, 6-mal'],
	['2026-03-03', 'FREQ=DAILY;INTERVAL=3', 'nach einer besonderen Regel'],
])('%s %s is said as “%s”, and the form gives it back as it was', (firstOn, text, words) => {
	const offer = plan(firstOn, text);
	expect(rhythmWords(offer)).toBe(words);
	const saved = toSave(toValues(offer)) as OfferFields;
	expect(rhythmWords(saved)).toBe(words);
	expect({ ...saved, rule: null }).toEqual({ ...offer, rule: null });
	expect(saved.rule?.split(';').sort()).toEqual(offer.rule?.split(';').sort());
	if (saved.rule === offer.rule) expect(changedFields(offer, saved)).toEqual({});
});

it('times as people say them', () => {
	const said = (from: string, until: string) => timesWords({ from, until } as TimeSpan);
	expect([said('14:00', '16:00'), said('09:30', '11:00'), said('00:00', '23:59')]).toEqual([
		...['14–16 Uhr', '9:30–11 Uhr', '0–23:59 Uhr'],
	]);
});

it('the rhythm follows the first day', () => {
	const start = emptyValues('2026-03-03' as LocalDate);
	expect(ruleOfValues(start)).toBe('FREQ=WEEKLY;BYDAY=TU');
	expect(ruleOfValues(withFirstDay(start, '2026-03-05' as LocalDate))).toBe('FREQ=WEEKLY;BYDAY=TH');
	expect(rhythmChoices(start)).not.toContain('last');
	expect(rhythmChoices(start)).not.toContain('other');
	const lastTuesday = withFirstDay({ ...start, rhythm: 'nth' }, '2026-03-31' as LocalDate);
	expect(rhythmChoices(lastTuesday)).toContain('last');
	expect(ruleOfValues({ ...lastTuesday, rhythm: 'last' })).toBe('FREQ=MONTHLY;BYDAY=-1TU');
	const earlier = withFirstDay({ ...lastTuesday, rhythm: 'last' }, '2026-03-10' as LocalDate);
	expect([earlier.rhythm, ruleOfValues(earlier)]).toEqual(['nth', 'FREQ=MONTHLY;BYDAY=2TU']);
});

it('says what does not fit, and saves none of it', () => {
	const start = { ...emptyValues('2026-03-03' as LocalDate), name: 'Chor', from: '18', until: '19.30' };
	expect(toSave(start)).toMatchObject({ name: 'Chor', from: '18:00', until: '19:30', capacity: null, helpersWanted: 0 });
	for (const [changes, problem] of [
		[{ name: ' ' }, 'name'],
		[{ firstOn: null }, 'firstOn'],
		[{ from: '25' }, 'from'],
		[{ until: '' }, 'until'],
		[{ until: '18:00' }, 'order'],
		[{ ends: 'until' }, 'untilOn'],
		[{ ends: 'until', untilOn: '2026-03-02' as LocalDate }, 'untilOn'],
		[{ capacity: '0' }, 'capacity'],
		[{ capacity: 'viele' }, 'capacity'],
		[{ helpersWanted: '51' }, 'helpersWanted'],
		[{ translations: [{ language: 'tr', name: '', text: 'x' }] }, 'translations'],
	] as const) {
		const values = { ...start, ...changes } as typeof start;
		expect([...problemsOf(values)]).toEqual([problem]);
		expect(toSave(values)).toBeNull();
	}
});

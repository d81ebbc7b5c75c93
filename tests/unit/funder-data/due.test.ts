import { describe, expect, it } from 'vitest';
import { type DueFacts, duesOf } from '#shared/features/funder-data/due.ts';
import { type DatedTerms, termsOn, USUAL_TERMS } from '#shared/features/funder-programmes/model.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';

const day = (text: string) => text as LocalDate;
const terms = (validFrom: string, changes: Partial<DatedTerms> = {}): DatedTerms => ({
	...{ ...USUAL_TERMS.esf_plus_2021, ...changes, validFrom: day(validFrom) },
});
const programme = { terms: [terms('2024-01-01')] };
const nothing = { reenteredOn: null, exitOn: null, entryDoneOn: null, exitDoneOn: null, followUpDoneOn: null };
const entered = { ...nothing, entryOn: day('2026-01-10'), entryDoneOn: day('2026-01-12') };
const due = (facts: Partial<DueFacts>) =>
	duesOf({ programme, participation: null, minutes: 0, closedOn: null, today: day('2026-03-10'), ...facts });

describe('the entry questionnaire', () => {
	it('is due from the programme’s minutes on', () => {
		expect(due({ minutes: 479 })).toMatchObject([{ part: 'entry', state: 'later', minutesLeft: 1 }]);
		expect(due({ minutes: 480 })).toMatchObject([{ part: 'entry', state: 'due', minutesLeft: 0 }]);
		const short = { terms: [terms('2024-01-01', { questionnaireMinutes: 0 })] };
		expect(due({ programme: short })).toMatchObject([{ state: 'due' }]);
	});
	it('is due until it is completed, however much was written', () => {
		expect(due({ minutes: 500, participation: { ...nothing, entryOn: day('2026-01-10') } })).toMatchObject([{ state: 'due' }]);
		expect(due({ minutes: 5000, participation: entered })).toEqual([]);
	});
	it('goes by what applied on the day of entry', () => {
		const changed = {
			terms: [terms('2024-01-01', { questionnaireMinutes: 600 }), terms('2026-02-01', { questionnaireMinutes: 60 })],
		};
		expect(due({ programme: changed, minutes: 100 })).toMatchObject([{ state: 'due' }]);
		const before = { ...nothing, entryOn: day('2026-01-31') };
		expect(due({ programme: changed, minutes: 100, participation: before })).toMatchObject([{ minutesLeft: 500 }]);
	});
});

describe('the exit data', () => {
	it('are due within 28 days of leaving, or of closing where no day was given', () => {
		const left = { ...entered, exitOn: day('2026-02-01') };
		const on = (today: string, facts: Partial<DueFacts> = {}) => due({ participation: left, today: day(today), ...facts })[0];
		expect(on('2026-02-01')).toMatchObject({ part: 'exit', state: 'due', from: '2026-02-01', until: '2026-03-01' });
		expect(on('2026-03-01')).toMatchObject({ state: 'due' });
		expect(on('2026-03-02')).toMatchObject({ state: 'overdue' });
		expect(due({ participation: entered, closedOn: day('2026-03-01') })).toMatchObject([{ until: '2026-03-29', state: 'due' }]);
		expect(on('2026-02-20', { closedOn: day('2026-02-15') })).toMatchObject({ until: '2026-03-01' });
	});
	it('are counted from the day somebody came back', () => {
		const back = { ...entered, reenteredOn: day('2026-03-05') };
		expect(due({ participation: back, closedOn: day('2026-02-01') })).toMatchObject([{ until: '2026-04-02' }]);
	});
	it('are not asked of who did not enter', () =>
		expect(due({ closedOn: day('2026-02-01'), minutes: 30 })).toMatchObject([{ part: 'entry' }]));
});

describe('the follow-up', () => {
	const left = (exitOn: string) => ({ ...entered, exitOn: day(exitOn), exitDoneOn: day(exitOn) });
	it('begins six months after leaving and is open for 28 days', () => {
		const on = (today: string) => due({ participation: left('2025-08-31'), today: day(today) })[0];
		expect(on('2026-02-27')).toMatchObject({ part: 'follow_up', state: 'later', from: '2026-02-28', until: '2026-03-28' });
		expect(on('2026-02-28')).toMatchObject({ state: 'due' });
		expect(on('2026-03-28')).toMatchObject({ state: 'due' });
		expect(on('2026-03-29')).toMatchObject({ state: 'overdue' });
	});
	it('knows leap days', () => expect(due({ participation: left('2023-08-31') })).toMatchObject([{ from: '2024-02-29' }]));
	it('ends with the follow-up', () =>
		expect(due({ participation: { ...left('2025-01-01'), followUpDoneOn: day('2025-07-01') } })).toEqual([]));
});

it('applies the terms of a day, and the first before all', () => {
	const several = { terms: [terms('2024-01-01', { exitWithinDays: 1 }), terms('2025-01-01', { exitWithinDays: 2 })] };
	expect(
		['2020-01-01', '2024-01-01', '2024-12-31', '2025-01-01', '2030-01-01'].map((on) => termsOn(several, day(on)).exitWithinDays),
	).toEqual([1, 1, 1, 2, 2]);
});

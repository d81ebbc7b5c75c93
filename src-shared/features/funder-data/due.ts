import { type DatedTerms, termsOn } from '#shared/features/funder-programmes/model.ts';
import { addDays, addMonths, type LocalDate, laterOf } from '#shared/kernel/local-date.ts';
import type { Due, Participation } from './model.ts';

/** When what is to be asked. Pure; all limits are the programme's. */

export interface DueFacts {
	readonly programme: { readonly terms: readonly DatedTerms[] };
	/** Null: nothing was written yet. */
	readonly participation: Pick<
		Participation,
		'entryOn' | 'exitOn' | 'reenteredOn' | 'entryDoneOn' | 'exitDoneOn' | 'followUpDoneOn'
	> | null;
	/** Of counselling in this programme. */
	readonly minutes: number;
	/** When the last file of the person in this programme was closed; null while one is current. */
	readonly closedOn: LocalDate | null;
	readonly today: LocalDate;
}

/** At most one part at a time: each begins when the one before it is completed. Empty when nothing is to come yet, or any more. */
export function duesOf({ programme, participation, minutes, closedOn, today }: DueFacts): Due[] {
	if (participation === null || participation.entryDoneOn === null) {
		const { questionnaireMinutes } = termsOn(programme, participation?.entryOn ?? today);
		const minutesLeft = Math.max(0, questionnaireMinutes - minutes);
		return [{ part: 'entry', state: minutesLeft === 0 ? 'due' : 'later', from: null, until: null, minutesLeft }];
	}
	if (participation.exitDoneOn === null) {
		// Who came back after the file had been closed before is not leaving.
		const left = participation.exitOn ?? (closedOn === null ? null : laterOf(closedOn, participation.reenteredOn ?? closedOn));
		if (left === null) return [];
		const until = addDays(left, termsOn(programme, left).exitWithinDays);
		return [within('exit', left, until, today)];
	}
	if (participation.followUpDoneOn !== null || participation.exitOn === null) return [];
	const { followUpMonths, followUpWithinDays } = termsOn(programme, participation.exitOn);
	const from = addMonths(participation.exitOn, followUpMonths);
	return [within('follow_up', from, addDays(from, followUpWithinDays), today)];
}

function within(part: Due['part'], from: LocalDate, until: LocalDate, today: LocalDate): Due {
	return { part, state: today < from ? 'later' : today <= until ? 'due' : 'overdue', from, until, minutesLeft: 0 };
}

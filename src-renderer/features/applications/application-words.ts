import type { Application } from '#shared/features/applications/model.ts';
import { formatLocalDate, type LocalDate } from '#shared/kernel/local-date.ts';
import type { texts } from './texts.ts';

/** What has happened so far, in the order it did. */
export function factsOf({ sentOn, channel, repliedOn, reply, interviewsOn }: Application, t: (typeof texts)['de']): string {
	const facts = [
		sentOn !== null && [t.sentOn(formatLocalDate(sentOn)), channel && t.channel[channel]].filter(Boolean).join(', '),
		sentOn === null && channel !== null && t.channel[channel],
		repliedOn !== null && reply !== 'none' && t.repliedOn(formatLocalDate(repliedOn)),
		interviewsOn.length > 0 && t.interviewOn([...interviewsOn].sort().map(formatLocalDate).join(', ')),
	];
	return facts.filter(Boolean).join(' · ');
}

export const isLate = (due: LocalDate | null, today: LocalDate): due is LocalDate => due !== null && due < today;

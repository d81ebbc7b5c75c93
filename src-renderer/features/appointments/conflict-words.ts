import { weekdayOf } from '#renderer/i18n/days.ts';
import { currentTexts } from '#renderer/i18n/texts.ts';
import type { AppointmentConflict } from '#shared/features/appointments/model.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import { dialogTexts } from './dialog/texts.ts';

/** What stands against an appointment, each in one sentence; with its day where there are several. */
export function conflictSentences(conflicts: readonly AppointmentConflict[]): string[] {
	const t = currentTexts(dialogTexts).conflict;
	const isOneDay = new Set(conflicts.map(({ day }) => day)).size === 1;
	const sentences = conflicts.map((one) => {
		const sentence = one.other === null || one.why === 'person' ? sentenceOf(one) : t.with(sentenceOf(one), one.other);
		return isOneDay ? sentence : t.on(`${weekdayOf(one.day)} ${formatLocalDate(one.day)}`, sentence);
	});
	return [...new Set(sentences)];
}

function sentenceOf({ why, name, from, until, awayUntil }: AppointmentConflict): string {
	const t = currentTexts(dialogTexts).conflict;
	const who = name ?? '–';
	switch (why) {
		case 'closed':
			return name === null ? t.closed : t.closedFor(name);
		case 'hours':
			return t.hours(from ?? '', until ?? '');
		case 'away':
			return t.away(who, awayUntil === null ? '' : formatLocalDate(awayUntil));
		default:
			return t[why](who, t.span(from ?? '', until ?? ''));
	}
}

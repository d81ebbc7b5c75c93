import { longDayOf } from '#renderer/i18n/days.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import type { Absence } from '#shared/features/schedule/model.ts';
import type { Opening } from '#shared/features/site/opening.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import classes from './DayNotes.module.css';
import { texts } from './week-texts.ts';

/** What is true of whole days: holidays, closures, who is away. Nothing when there is nothing to say. */
export function DayNotes({
	days,
	absences,
	opening,
}: {
	days: readonly LocalDate[];
	absences: readonly Absence[];
	opening: Opening;
}) {
	const t = useTexts(texts);
	const notes = days.flatMap((day) => {
		const closed = opening.closedFor(day);
		const away = absences.filter(({ from, until }) => from <= day && day <= until).map(({ memberName }) => memberName);
		const words = [...(closed === null ? [] : [t.closed(closed)]), ...(away.length === 0 ? [] : [t.away(away.join(', '))])];
		return words.length === 0 ? [] : [{ day, words: words.join(' · ') }];
	});
	if (notes.length === 0) return null;
	return (
		<ul className={classes.notes}>
			{notes.map(({ day, words }) => (
				<li key={day}>
					<strong>{longDayOf(day)}:</strong> {words}
				</li>
			))}
		</ul>
	);
}

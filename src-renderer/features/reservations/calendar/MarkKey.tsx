import { useTexts } from '#renderer/i18n/texts.ts';
import type { Taken } from '#shared/features/reservations/model.ts';
import { takenTexts } from '../taken-words.ts';
import classes from './Mark.module.css';
import { calendarTexts } from './texts.ts';

/** What the letters of a calendar mean. */
export function MarkKey({ of }: { of: readonly Taken['why'][] }) {
	const t = useTexts(calendarTexts);
	const words = useTexts(takenTexts);
	return (
		<ul className={classes.key} aria-label={t.key}>
			{of.map((why) => (
				<li key={why}>
					<span className={`${classes.mark} ${classes.swatch}`} data-why={why} aria-hidden>
						{words.mark[why]}
					</span>
					{words.word[why]}
				</li>
			))}
		</ul>
	);
}

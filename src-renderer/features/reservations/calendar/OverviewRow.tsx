// biome-ignore-all lint/a11y/useSemanticElements: a real table cannot be windowed and still tell each row's place
// biome-ignore-all lint/a11y/useFocusableInteractive: cells are read, not worked with; each row's link leads to the item
import { VisuallyHidden } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { today } from '#renderer/i18n/days.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { addDays, daysBetween, formatLocalDate, type LocalDate } from '#shared/kernel/local-date.ts';
import { takenSentence, takenTexts } from '../taken-words.ts';
import { stretchesOf } from './days.ts';
import marks from './Mark.module.css';
import classes from './Overview.module.css';
import type { OverviewItem } from './overview-rows.ts';
import { calendarTexts } from './texts.ts';

interface Props {
	/** In the whole table, the head is 1. */
	place: number;
	/** px */
	top: number;
	row: OverviewItem | null;
	from: LocalDate;
	days: number;
}

/** One item: stretches of days on which the same is said of it. What is past is left empty. */
export function OverviewRow({ place, top, row, from, days }: Props) {
	const t = useTexts(calendarTexts);
	const words = useTexts(takenTexts);
	const past = Math.min(days, Math.max(0, daysBetween(from, today())));
	const stretches = row?.taken ? stretchesOf(row.taken, addDays(from, past), days - past) : [];
	return (
		<div role="row" aria-rowindex={place} className={classes.row} style={{ transform: `translateY(${top}px)` }}>
			<span role="rowheader" className={classes.name}>
				{row && (
					<Link to="/inventar/$id" params={{ id: row.item.id }} title={row.item.name}>
						<span className={classes.itemNumber}>{row.item.number}</span> {row.item.name}
					</Link>
				)}
			</span>
			{past > 0 && (
				<span role="cell" aria-colspan={past} style={{ gridColumn: `span ${past}` }}>
					<VisuallyHidden>{t.past}</VisuallyHidden>
				</span>
			)}
			{stretches.map(({ from: first, days: length, taken }) => {
				const span = t.span(formatLocalDate(first), formatLocalDate(addDays(first, length - 1)));
				const said = taken === null ? t.free : takenSentence(taken);
				return (
					<span
						key={first}
						role="cell"
						aria-colspan={length}
						className={`${marks.mark} ${classes.stretch}`}
						data-why={taken?.why}
						title={taken === null ? undefined : said}
						style={{ gridColumn: `span ${length}` }}
					>
						<VisuallyHidden>{`${span}: ${said}`}</VisuallyHidden>
						{taken !== null && (
							<span aria-hidden className={classes.words}>
								<strong>{words.mark[taken.why]}</strong> {length > 1 && (taken.who?.name ?? words.word[taken.why])}
							</span>
						)}
					</span>
				);
			})}
		</div>
	);
}

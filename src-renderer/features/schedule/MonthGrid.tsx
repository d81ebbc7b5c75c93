import { dayOfMonth, longDayOf, monthOf, today, weekdayOf } from '#renderer/i18n/days.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import type { Absence } from '#shared/features/schedule/model.ts';
import type { Opening } from '#shared/features/site/opening.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { type Block, isCancelled } from './blocks.ts';
import classes from './MonthGrid.module.css';
import { weeksOfMonth } from './month.ts';
import { texts } from './week-texts.ts';

interface Props {
	day: LocalDate;
	blocks: readonly Block[];
	absences: readonly Absence[];
	opening: Opening;
	/** To the week with this day. */
	onDay(day: LocalDate): void;
}

const MOST_NAMES = 3;

/** A month at a glance: how much is on each day, which offers, and when the house is closed or somebody away. */
export function MonthGrid({ day, blocks, absences, opening, onDay }: Props) {
	const t = useTexts(texts);
	const weeks = weeksOfMonth(day);
	const byDay = Map.groupBy(blocks, (block) => block.day);
	return (
		<div className={classes.scroll}>
			<table className={classes.month} aria-label={t.monthOf(monthOf(day))}>
				<thead>
					<tr>
						{weeks[0]?.map((one) => (
							<th key={one} scope="col">
								{weekdayOf(one)}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{weeks.map((week) => (
						<tr key={week[0]}>
							{week.map((one) => (
								<td
									key={one}
									data-beside={one.slice(0, 7) !== day.slice(0, 7) || undefined}
									data-closed={!opening.isOpen(one) || undefined}
								>
									<Day
										day={one}
										blocks={byDay.get(one) ?? []}
										away={absences.filter(({ from, until }) => from <= one && one <= until).map(({ memberName }) => memberName)}
										closedFor={opening.closedFor(one)}
										onOpen={() => onDay(one)}
									/>
								</td>
							))}
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

interface DayProps {
	day: LocalDate;
	blocks: readonly Block[];
	away: readonly string[];
	closedFor: string | null;
	onOpen(): void;
}

function Day({ day, blocks, away, closedFor, onOpen }: DayProps) {
	const t = useTexts(texts);
	const sessions = blocks.flatMap((block) => (block.what === 'session' ? [block] : []));
	const counselling = blocks.length - sessions.length;
	return (
		<button
			type="button"
			className={classes.day}
			aria-label={t.toWeekOf(longDayOf(day))}
			aria-describedby={`day-${day}`}
			onClick={onOpen}
		>
			<span className={classes.number} data-today={day === today() || undefined}>
				{dayOfMonth(day)}
			</span>
			<span id={`day-${day}`} className={classes.words}>
				{closedFor !== null && <span className={classes.note}>{closedFor}</span>}
				{sessions.slice(0, MOST_NAMES).map((block) => (
					<span
						key={block.key}
						className={classes.session}
						style={
							{ '--edge': `var(--mantine-color-${isCancelled(block) ? 'gray' : block.session.colour}-5)` } as React.CSSProperties
						}
						data-cancelled={isCancelled(block) || undefined}
					>
						<span className={classes.from}>{block.from}</span> {block.session.name}
					</span>
				))}
				{sessions.length > MOST_NAMES && <span className={classes.quiet}>{t.more(sessions.length - MOST_NAMES)}</span>}
				{counselling > 0 && <span className={classes.quiet}>{t.appointments(counselling)}</span>}
				{away.length > 0 && <span className={classes.note}>{t.away(away.join(', '))}</span>}
			</span>
			{blocks.length > 0 && <span className={classes.count}>{t.entries(blocks.length)}</span>}
		</button>
	);
}

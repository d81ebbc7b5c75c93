import { VisuallyHidden } from '@mantine/core';
import { formatMonth, formatNumber } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import type { Figures } from '#shared/features/lending/model.ts';
import { FigureSection } from './FigureSection.tsx';
import classes from './Figures.module.css';
import { monthColumns } from './figure-rows.ts';
import { texts } from './texts.ts';

/** Twelve columns; the second part of each is hatched, so that it is told apart without colours. Read aloud it is a list. */
export function MonthChart({ months, year }: { months: Figures['months']; year: number }) {
	const t = useTexts(texts);
	const { columns, lines } = monthColumns(months);
	return (
		<FigureSection
			title={t.byMonth}
			description={t.byMonthWords}
			year={year}
			headings={[t.column.month, t.takeHome, t.inHouse, t.column.returned, t.column.overdue]}
			rows={months.map(({ month, takeHome, inHouse, returned, overdue }) => [month, takeHome, inHouse, returned, overdue])}
		>
			<ul className={classes.legend} aria-hidden>
				<li>
					<i className={classes.swatch} data-part="home" /> {t.takeHome}
				</li>
				<li>
					<i className={classes.swatch} data-part="house" /> {t.inHouse}
				</li>
			</ul>
			<div className={classes.chart}>
				<div className={classes.scale} aria-hidden>
					{lines.map((line) => (
						<span key={line}>{formatNumber(line)}</span>
					))}
				</div>
				<ol className={classes.columns}>
					{columns.map((column) => (
						<li key={column.month} title={wordsOf(column, t)}>
							<VisuallyHidden>{wordsOf(column, t)}</VisuallyHidden>
							<div className={classes.column} aria-hidden>
								{column.takeHome + column.inHouse > 0 && (
									<span className={classes.count}>{formatNumber(column.takeHome + column.inHouse)}</span>
								)}
								<i className={classes.part} data-part="house" style={{ height: `${column.inHouseHeight}%` }} />
								<i className={classes.part} data-part="home" style={{ height: `${column.takeHomeHeight}%` }} />
							</div>
							<span className={classes.month} aria-hidden>
								{formatMonth(column.month).slice(0, 3)}
							</span>
						</li>
					))}
				</ol>
			</div>
		</FigureSection>
	);
}

function wordsOf({ month, takeHome, inHouse, overdue }: Figures['months'][number], t: (typeof texts)['de']): string {
	return t.monthWords(formatMonth(month), formatNumber(takeHome), formatNumber(inHouse), formatNumber(overdue));
}

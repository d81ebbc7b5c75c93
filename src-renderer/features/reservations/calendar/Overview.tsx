// biome-ignore-all lint/a11y/useSemanticElements: a real table cannot be windowed and still tell each row's place
// biome-ignore-all lint/a11y/useFocusableInteractive: cells are read, not worked with; each row's link leads to the item
import { Skeleton } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { dayOfMonth, longDayOf, monthOf, today, weekdayOf, weekNumberOf } from '#renderer/i18n/days.ts';
import { formatNumber } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';
import { MarkKey } from './MarkKey.tsx';
import classes from './Overview.module.css';
import { OverviewRow } from './OverviewRow.tsx';
import { useOverviewHead, useOverviewRows } from './overview-rows.ts';
import { calendarTexts } from './texts.ts';

/** Four weeks: as much as can be read on a small screen. */
export const DAYS = 28;
const ROW_HEIGHT = 40;
const HEAD_HEIGHT = 64;

interface Props {
	text: string;
	category: string | null;
	from: LocalDate;
}

/** Items down, days across. Only rows in sight are fetched and drawn, so that thousands of items scroll as ten do. */
export function Overview({ text, category, from }: Props) {
	const t = useTexts(calendarTexts);
	const scroller = useRef<HTMLElement>(null);
	const wanted = { text, category, from, days: DAYS };
	const overview = useOverviewHead(wanted);
	const rows = useVirtualizer({
		count: overview.total ?? 0,
		getScrollElement: () => scroller.current,
		estimateSize: () => ROW_HEIGHT,
		scrollMargin: HEAD_HEIGHT,
		overscan: 6,
	});
	const inSight = rows.getVirtualItems();
	const rowAt = useOverviewRows(
		wanted,
		inSight.map(({ index }) => index),
	);
	const days = Array.from({ length: DAYS }, (_, ahead) => addDays(from, ahead));
	if (overview.error) return <ErrorNotice error={overview.error} onRetry={overview.retry} />;
	if (overview.total === 0) return <p className={classes.nothing}>{t.nothing}</p>;
	return (
		<>
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
			<section ref={scroller} className={classes.scroller} aria-label={t.grid} tabIndex={0}>
				<div role="table" aria-label={t.grid} aria-rowcount={(overview.total ?? 0) + 1} className={classes.table}>
					<div role="row" className={classes.head} aria-rowindex={1}>
						<span role="columnheader" className={classes.corner}>
							{t.item}
						</span>
						{days.map((day, at) => (
							<span
								key={day}
								role="columnheader"
								aria-label={longDayOf(day)}
								className={classes.headDay}
								data-today={day === today() || undefined}
								data-closed={overview.isClosed(day) || undefined}
							>
								<span className={classes.month} aria-hidden>
									{at % 7 === 0 && `${t.week(weekNumberOf(day))} · ${monthOf(day)}`}
								</span>
								<span aria-hidden>{weekdayOf(day)}</span>
								<span aria-hidden className={classes.headNumber}>
									{dayOfMonth(day)}
								</span>
							</span>
						))}
					</div>
					<div className={classes.body} style={{ height: rows.getTotalSize() }}>
						<div className={classes.backdrop} aria-hidden>
							<span />
							{days.map((day) => (
								<span
									key={day}
									data-closed={overview.isClosed(day) || undefined}
									data-today={day === today() || undefined}
									data-past={day < today() || undefined}
								/>
							))}
						</div>
						{inSight.map(({ index, start }) => (
							<OverviewRow key={index} place={index + 2} top={start - HEAD_HEIGHT} row={rowAt(index)} from={from} days={DAYS} />
						))}
					</div>
				</div>
				{overview.total === undefined && <Skeleton height={320} />}
			</section>
			<div className={classes.foot}>
				<p role="status">{overview.total !== undefined && t.count(formatNumber(overview.total), overview.total === 1)}</p>
				<MarkKey of={['lent', 'overdue', 'reserved', 'held', 'maintenance', 'missing', 'test_overdue']} />
			</div>
		</>
	);
}

// biome-ignore-all lint/a11y/useSemanticElements: a real table cannot be windowed and still tell each row's place
// biome-ignore-all lint/a11y/useFocusableInteractive: a table to read, nothing in it is operated
import {
	IconAlertTriangleFilled,
	IconEraser,
	IconEye,
	IconFileExport,
	IconLogin2,
	IconPrinter,
	IconShieldExclamation,
	IconUserShare,
} from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import { formatLongDay, formatNumber, formatTime } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import type { AccessEvent, AccessKind } from '#shared/features/access-log/model.ts';
import classes from './AccessLog.module.css';
import { type Day, type Row, rowsOf } from './event-rows.ts';
import { whatOf, whoOf } from './event-words.ts';
import { texts } from './texts.ts';

const ICONS: Record<AccessKind, typeof IconEye> = {
	signed_in: IconLogin2,
	sign_in_failed: IconAlertTriangleFilled,
	turn: IconUserShare,
	case_read: IconEye,
	case_printed: IconPrinter,
	case_exported: IconFileExport,
	passed_without_release: IconShieldExclamation,
	list_exported: IconFileExport,
	subject_exported: IconFileExport,
	erased: IconEraser,
	day_printed: IconPrinter,
	calendar_saved: IconFileExport,
};

/** The log by day, newest first; only what is in view is drawn. */
export function EventTable({ days }: { days: readonly Day[] }) {
	const t = useTexts(texts);
	const scroller = useRef<HTMLElement>(null);
	const rows = useMemo(() => rowsOf(days), [days]);
	const virtualizer = useVirtualizer({
		count: rows.length,
		getScrollElement: () => scroller.current,
		estimateSize: () => 44,
		overscan: 12,
		useFlushSync: false,
	});
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keyboard
		<section ref={scroller} className={classes.scroller} tabIndex={0} aria-label={t.list}>
			<div role="table" aria-label={t.list} aria-rowcount={rows.length + 1} className={classes.table}>
				<div role="rowgroup" className={classes.head}>
					<div role="row" aria-rowindex={1} className={classes.row}>
						{[t.time, t.what, t.who, t.device].map((heading) => (
							<div key={heading} role="columnheader">
								{heading}
							</div>
						))}
					</div>
				</div>
				<div role="rowgroup" className={classes.body} style={{ height: virtualizer.getTotalSize() }}>
					{virtualizer.getVirtualItems().map((item) => {
						const row = rows[item.index];
						return (
							row && (
								<div
									key={item.key}
									ref={virtualizer.measureElement}
									data-index={item.index}
									role="row"
									aria-rowindex={item.index + 2}
									className={classes.placed}
									style={{ transform: `translateY(${item.start}px)` }}
								>
									<RowCells row={row} />
								</div>
							)
						);
					})}
				</div>
			</div>
		</section>
	);
}

function RowCells({ row }: { row: Row }) {
	const t = useTexts(texts);
	if ('event' in row) return <EventCells event={row.event} />;
	const { events } = row.heading;
	return (
		<div role="cell" aria-colspan={4} className={classes.day}>
			<strong>{formatLongDay(events[0]?.at ?? 0)}</strong>
			<span className={classes.quiet}>{t.count(formatNumber(events.length), events.length === 1)}</span>
		</div>
	);
}

function EventCells({ event }: { event: AccessEvent }) {
	const t = useTexts(texts);
	const Icon = ICONS[event.kind];
	return (
		<div role="presentation" className={classes.row} data-failed={event.kind === 'sign_in_failed' || undefined}>
			<div role="cell" className={classes.time}>
				{formatTime(event.at)}
			</div>
			<div role="cell" className={classes.what}>
				<Icon size="1.125rem" stroke={1.6} aria-hidden />
				<span>{whatOf(event, t)}</span>
			</div>
			<div role="cell" data-unknown={event.member === null || undefined}>
				{whoOf(event, t)}
			</div>
			<div role="cell">{event.device}</div>
		</div>
	);
}

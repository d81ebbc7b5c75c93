import { Button } from '@mantine/core';
import { IconCalendarPlus, IconCircleCheck, IconHourglass } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { longDayOf, today } from '#renderer/i18n/days.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import { MonthCalendar, useMonth } from './calendar/MonthCalendar.tsx';
import { calendarTexts } from './calendar/texts.ts';
import type { ChosenItem } from './dialog/ItemField.tsx';
import { HoldDialog } from './HoldDialog.tsx';
import classes from './ItemAvailability.module.css';
import { HoldRows } from './list/HoldRows.tsx';
import { ReserveDialog } from './ReserveDialog.tsx';
import { takenSentence } from './taken-words.ts';

/** When an item or kit can be had, who waits for it, and the two ways to get it: on its page in the inventory. */
export function ItemAvailability({ item }: { item: ChosenItem }) {
	const t = useTexts(calendarTexts);
	const [day, setDay] = useState(today);
	const [making, setMaking] = useState<'reservation' | 'hold' | null>(null);
	const { found, takenAt, closedAt } = useMonth(item.id, day);
	const holds = useQuery(
		api.reservations.holds.queryOptions({ input: { filter: 'waiting', itemId: item.id, borrowerId: null, limit: 500 } }),
	);
	const said = [...new Set(takenAt(day).map(takenSentence))];
	const closed = closedAt(day);
	return (
		<Section
			title={t.title}
			actions={
				<>
					<Button
						size="sm"
						variant="default"
						leftSection={<IconHourglass size={18} aria-hidden />}
						onClick={() => setMaking('hold')}
					>
						{t.hold}
					</Button>
					<Button
						size="sm"
						variant="default"
						leftSection={<IconCalendarPlus size={18} aria-hidden />}
						onClick={() => setMaking('reservation')}
					>
						{t.reserve}
					</Button>
				</>
			}
		>
			<ErrorNotice error={found.error ?? holds.error} onRetry={() => void Promise.all([found.refetch(), holds.refetch()])} />
			<div className={classes.columns}>
				<MonthCalendar itemId={item.id} day={day} onDay={setDay} />
				<div className={classes.said} role="status">
					<strong>{longDayOf(day)}</strong>
					{day < today() && <span className={classes.quiet}>{t.past}</span>}
					{day >= today() && closed !== null && <span className={classes.quiet}>{closed}</span>}
					{day >= today() && said.map((sentence) => <span key={sentence}>{sentence}</span>)}
					{day >= today() && said.length === 0 && found.data && (
						<span className={classes.free}>
							<IconCircleCheck size="1.25rem" aria-hidden />
							{t.free}
						</span>
					)}
					{day > today() && (
						<Button size="compact-md" variant="subtle" className={classes.from ?? ''} onClick={() => setMaking('reservation')}>
							{t.reserveFrom(formatLocalDate(day))}
						</Button>
					)}
				</div>
			</div>
			{holds.data && holds.data.length > 0 && (
				<div className={classes.queue}>
					<h3>{t.queue}</h3>
					<HoldRows holds={holds.data} ofOneItem />
				</div>
			)}
			{making === 'reservation' && (
				<ReserveDialog item={item} from={day > today() ? day : null} onClose={() => setMaking(null)} />
			)}
			{making === 'hold' && <HoldDialog item={item} onClose={() => setMaking(null)} />}
		</Section>
	);
}

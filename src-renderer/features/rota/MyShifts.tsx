import { Anchor, Skeleton } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useSession } from '#renderer/features/members/session.ts';
import { weekdayOf } from '#renderer/i18n/days.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { openShifts, shiftsOf } from '#shared/features/rota/plan.ts';
import { addDays, formatLocalDate } from '#shared/kernel/local-date.ts';
import classes from './Rota.module.css';
import { texts } from './texts.ts';
import { useOutlook } from './use-rota.ts';

const AHEAD_DAYS = 7;
const SHOWN = 6;

/** On the page of the day: where I am put down in the next days, and whether somebody is missing. */
export function MyShifts() {
	const t = useTexts(texts);
	const { acting } = useSession();
	const { now, days, thisWeek, error, retry } = useOutlook();
	const mine = (days ?? [])
		.filter(({ day }) => day >= now.day && day <= addDays(now.day, AHEAD_DAYS))
		.flatMap((day) => shiftsOf(day).sort((a, b) => (beginOf(a) < beginOf(b) ? -1 : 1)))
		.filter(({ isOver }) => !isOver)
		.flatMap((shift): { shift: Shift; what: string }[] => {
			if (!('session' in shift)) return shift.memberIds.includes(acting.id) ? [{ shift, what: t.duty[shift.kind] }] : [];
			const { name, leaders, helpers } = shift.session;
			if (leaders.includes(acting.id)) return [{ shift, what: `${name} (${t.leaders})` }];
			return helpers.includes(acting.id) ? [{ shift, what: `${name} (${t.helpers})` }] : [];
		});
	const open = openShifts(thisWeek);
	return (
		<Section
			title={t.mine}
			actions={
				<>
					<Anchor renderRoot={(props) => <Link to="/tagesblatt" {...props} />} size="sm">
						{t.toSheet}
					</Anchor>
					<Anchor renderRoot={(props) => <Link to="/dienstplan" {...props} />} size="sm">
						{t.toRota}
					</Anchor>
				</>
			}
		>
			<ErrorNotice error={error} onRetry={retry} />
			{!days && !error && <Skeleton height={64} />}
			{days && mine.length === 0 && <span className={classes.quiet}>{t.mineNone}</span>}
			{mine.length > 0 && (
				<ul className={classes.rows}>
					{mine.slice(0, SHOWN).map(({ shift, what }) => (
						<li key={shift.key} className={classes.mine}>
							<span className={classes.mineWhen}>
								{shift.day === now.day ? t.todayWord : `${weekdayOf(shift.day)} ${formatLocalDate(shift.day).slice(0, 6)}`},{' '}
								{timesOf(shift)}
							</span>
							<span>{what}</span>
							{shift.awayIds.includes(acting.id) && <span className={classes.clash}>{t.clash.away}</span>}
						</li>
					))}
				</ul>
			)}
			{mine.length > SHOWN && <span className={classes.quiet}>{t.mineMore(mine.length - SHOWN)}</span>}
			{days && open > 0 && (
				<Link to="/dienstplan" className={classes.openLink ?? ''}>
					<IconUserPlus size="1.25rem" aria-hidden />
					{t.openShifts(open)}
				</Link>
			)}
		</Section>
	);
}

type Shift = ReturnType<typeof shiftsOf>[number];
const beginOf = (shift: Shift): string => ('session' in shift ? shift.session.from : shift.time);
const timesOf = (shift: Shift): string => ('session' in shift ? `${shift.session.from}–${shift.session.until}` : shift.time);

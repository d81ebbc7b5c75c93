import { Anchor, Skeleton } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { longDayOf } from '#renderer/i18n/days.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { openShifts, shiftsOf } from '#shared/features/rota/plan.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { Names } from './Marks.tsx';
import classes from './Rota.module.css';
import { texts } from './texts.ts';
import { useOutlook } from './use-rota.ts';

const SHOWN = 5;

/** Of this week and the next four: who is put down and away, and how many are missing. */
export function RotaSummary({ names, onGo }: { names: Names; onGo(day: LocalDate): void }) {
	const t = useTexts(texts);
	const { days, thisWeek, later, error, retry } = useOutlook();
	if (error) return <ErrorNotice error={error} onRetry={retry} />;
	if (!days) return <Skeleton height={48} />;
	const absent = days
		.flatMap(shiftsOf)
		.filter(({ isOver }) => !isOver)
		.flatMap((shift) => shift.awayIds.map((id) => ({ shift, id })));
	return (
		<section className={classes.summary} aria-label={t.outlook}>
			{absent.length > 0 && (
				<div className={classes.absent}>
					<IconAlertTriangle size="1.375rem" aria-hidden />
					<div>
						<strong>{t.absent}</strong>
						<ul className={classes.plain}>
							{absent.slice(0, SHOWN).map(({ shift, id }) => (
								<li key={`${shift.key} ${id}`}>
									<Anchor component="button" type="button" onClick={() => onGo(shift.day)}>
										{t.absentIn(
											names.get(id) ?? '–',
											'session' in shift ? shift.session.name : t.duty[shift.kind],
											longDayOf(shift.day),
										)}
									</Anchor>
								</li>
							))}
							{absent.length > SHOWN && <li>{t.absentMore(absent.length - SHOWN)}</li>}
						</ul>
					</div>
				</div>
			)}
			<p className={classes.counts}>
				<strong>{t.openNow(openShifts(thisWeek))}</strong> {t.openLater(openShifts(later))}
			</p>
		</section>
	);
}

import { longDayOf } from '#renderer/i18n/days.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { Section } from '#renderer/ui/Section.tsx';
import type { DutyShift, RotaDay, SessionShift } from '#shared/features/rota/plan.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { Clash } from './clashes.ts';
import { DutyRow } from './DutyRow.tsx';
import type { Names } from './Marks.tsx';
import classes from './Rota.module.css';
import { SessionShiftRow } from './SessionShiftRow.tsx';
import { texts } from './texts.ts';

interface Props {
	day: RotaDay;
	names: Names;
	today: LocalDate;
	clashOf(shift: SessionShift): Clash | null;
	onTouch(key: string): void;
	onAssign(shift: DutyShift): void;
	onStaff(shift: SessionShift): void;
}

/** One day from opening to closing. */
export function DaySection({ day, names, today, clashOf, onTouch, onAssign, onStaff }: Props) {
	const t = useTexts(texts);
	const { closedFor, duties, sessions } = day;
	const dutyRow = (shift: DutyShift) => (
		<DutyRow key={shift.key} shift={shift} names={names} today={today} onTouch={onTouch} onAssign={() => onAssign(shift)} />
	);
	const isEmpty = duties.length === 0 && sessions.length === 0;
	return (
		<Section
			title={day.day === today ? `${t.todayWord}, ${longDayOf(day.day)}` : longDayOf(day.day)}
			description={closedFor === null ? undefined : t.closed(closedFor)}
		>
			{isEmpty && closedFor === null && <span className={classes.quiet}>{t.closedUsually}</span>}
			{!isEmpty && (
				<ul className={classes.rows}>
					{duties.filter(({ kind }) => kind === 'open').map(dutyRow)}
					{sessions.map((shift) => (
						<SessionShiftRow
							key={shift.key}
							shift={shift}
							names={names}
							today={today}
							clash={clashOf(shift)}
							onTouch={onTouch}
							onStaff={() => onStaff(shift)}
						/>
					))}
					{duties.filter(({ kind }) => kind === 'close').map(dutyRow)}
				</ul>
			)}
		</Section>
	);
}

import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { conflictSentences } from '#renderer/features/appointments/conflict-words.ts';
import { longDayOf } from '#renderer/i18n/days.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import type { AppointmentConflict } from '#shared/features/appointments/model.ts';
import type { Board, Wanted } from './board.ts';
import classes from './MovingLine.module.css';
import type { Moving } from './moving.ts';
import { movingTexts } from './moving-texts.ts';

interface Props {
	hintId: string;
	board: Board;
	moving: Moving | null;
	/** Null: nowhere. */
	wanted: Wanted | null;
	conflicts: readonly AppointmentConflict[];
	mayCreate: boolean;
	action: ReactNode;
}

/** Above the calendar: how things are moved, and while one moves where it would be and what stands against it. */
export function MovingLine({ hintId, board, moving, wanted, conflicts, mayCreate, action }: Props) {
	const t = useTexts(movingTexts);
	const isTaken = conflicts.length > 0;
	return (
		<div className={classes.line} data-keys={moving?.by === 'keys' || undefined}>
			<div className={classes.words} data-moving={moving !== null || undefined} data-conflict={isTaken || undefined}>
				<p role="status" aria-label={t.status} className={classes.status}>
					{moving !== null && wanted === null && t.nowhere}
					{moving !== null && wanted !== null && (
						<>
							<strong>{t.at(longDayOf(wanted.day), wanted.from, wanted.until)}</strong>
							<span className={classes.said}>
								{isTaken ? <IconAlertTriangle size={18} aria-hidden /> : <IconCircleCheck size={18} aria-hidden />}
								<span>{isTaken ? conflictSentences(conflicts).join(' · ') : t.free}</span>
							</span>
						</>
					)}
				</p>
				{moving?.by === 'keys' && <p className={classes.hint}>{t.keys}</p>}
				<p className={classes.hint} hidden={moving !== null}>
					{mayCreate ? t.hintCreate : t.hintMove}
				</p>
				<span id={hintId} hidden>
					{board.kind === 'days' ? t.spokenDays : t.spokenLanes}
				</span>
				{action}
			</div>
		</div>
	);
}

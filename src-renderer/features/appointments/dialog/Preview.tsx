import { Alert } from '@mantine/core';
import { IconCircleCheck, IconHandStop } from '@tabler/icons-react';
import { weekdayOf } from '#renderer/i18n/days.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import type { AppointmentConflict, LeftOut } from '#shared/features/appointments/model.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import { conflictSentences } from '../conflict-words.ts';
import classes from './Dialog.module.css';
import { dialogTexts } from './texts.ts';

interface Props {
	/** Null: not enough is known yet. */
	checked: { readonly leftOut: readonly LeftOut[] } | null;
	conflicts: readonly AppointmentConflict[];
	/** Its day is over. */
	isPast: boolean;
}

/** Said while somebody types: days that are left out, and what stands against it or that nothing does. */
export function Preview({ checked, conflicts, isPast }: Props) {
	const t = useTexts(dialogTexts);
	const leftOut = (checked?.leftOut ?? []).map(({ day, closedFor }) => {
		const words = `${weekdayOf(day)} ${formatLocalDate(day)}`;
		return closedFor === null ? words : `${words} (${closedFor})`;
	});
	return (
		<div className={classes.said} role="status">
			{leftOut.length > 0 && (
				<Alert color="petrol" p="sm">
					{t.leftOut(leftOut.join(', '))}
				</Alert>
			)}
			{conflicts.length > 0 && (
				<Alert color="clay" icon={<IconHandStop aria-hidden />} title={t.conflicts}>
					<ul className={classes.conflicts}>
						{conflictSentences(conflicts).map((sentence) => (
							<li key={sentence}>{sentence}</li>
						))}
					</ul>
				</Alert>
			)}
			{checked !== null && conflicts.length === 0 && (
				<p className={classes.free}>
					<IconCircleCheck size="1.25rem" aria-hidden />
					{isPast ? t.freePast : t.free}
				</p>
			)}
		</div>
	);
}

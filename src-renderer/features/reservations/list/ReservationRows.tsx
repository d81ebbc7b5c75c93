import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { BorrowerLink } from '#renderer/features/lending/BorrowerLink.tsx';
import { weekdayOf } from '#renderer/i18n/days.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api, queryClient } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { showError, showUndo } from '#renderer/ui/undo-toast.tsx';
import type { ReservationRow } from '#shared/features/reservations/model.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import { takenSentence } from '../taken-words.ts';
import { texts } from '../texts.ts';
import classes from './Rows.module.css';

/** Reservations one under the other; `past` ones say what became of them instead of what can be done. */
export function ReservationRows({ rows, past = false }: { rows: readonly ReservationRow[]; past?: boolean }) {
	const t = useTexts(texts);
	return (
		<ul className={classes.rows}>
			{rows.map((row) => (
				<li key={row.id} className={classes.row}>
					<span className={classes.days}>
						<span>
							{weekdayOf(row.fromOn)} {formatLocalDate(row.fromOn)}
						</span>
						{row.untilOn !== row.fromOn && (
							<span className={classes.quiet}>{t.until(`${weekdayOf(row.untilOn)} ${formatLocalDate(row.untilOn)}`)}</span>
						)}
					</span>
					<span className={classes.words}>
						<Link to="/inventar/$id" params={{ id: row.itemId }} className={classes.item ?? ''}>
							{row.itemName}
						</Link>
						<span className={classes.quiet}>{row.itemNumber}</span>
						{row.note !== null && <span className={classes.note}>{row.note}</span>}
						{row.reason !== null && <span className={classes.quiet}>{t.reason(row.reason)}</span>}
						{row.cancelNote !== null && <span className={classes.quiet}>{t.cancelled(row.cancelNote)}</span>}
						{[...new Set(row.conflicts.map(takenSentence))].map((sentence) => (
							<span key={sentence} className={classes.conflict}>
								<IconAlertTriangle size="1.125rem" aria-hidden />
								<span>{sentence}</span>
							</span>
						))}
					</span>
					<span className={classes.who}>
						<BorrowerLink id={row.borrowerId} name={row.borrowerName} />
					</span>
					{past ? (
						<span className={classes.state}>{t.state[row.state]}</span>
					) : (
						<Button
							size="sm"
							variant="default"
							aria-label={t.cancelOf(row.itemName, row.borrowerName)}
							onClick={() => void cancel(row, t.cancelDone(row.itemName, row.borrowerName))}
						>
							{t.cancel}
						</Button>
					)}
				</li>
			))}
		</ul>
	);
}

const fetchAgain = () => queryClient.invalidateQueries({ queryKey: api.reservations.key() });

async function cancel({ id }: ReservationRow, done: string): Promise<void> {
	try {
		await client.reservations.cancel({ id });
	} catch (error) {
		showError(error);
		return;
	}
	showUndo(done, async () => {
		await client.reservations.reopen({ ids: [id] });
		await fetchAgain();
	});
	await fetchAgain();
	// The row with the button that had the focus is gone.
	document.querySelector<HTMLElement>('[data-page-title]')?.focus({ preventScroll: true });
}

import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { BorrowerLink } from '#renderer/features/lending/BorrowerLink.tsx';
import { formatDay } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api, queryClient } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { showError, showUndo } from '#renderer/ui/undo-toast.tsx';
import type { Hold } from '#shared/features/reservations/model.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import { texts } from '../texts.ts';
import classes from './Rows.module.css';

/** Who waits for what, in the order of their places; on an item's own page without naming the item again. */
export function HoldRows({ holds, ofOneItem = false }: { holds: readonly Hold[]; ofOneItem?: boolean }) {
	const t = useTexts(texts);
	return (
		<ul className={classes.rows}>
			{holds.map((hold) => (
				<li key={hold.id} className={classes.row} data-narrow={ofOneItem || undefined}>
					<span className={classes.place}>{hold.place > 0 ? t.place(hold.place) : t.holdState[hold.state]}</span>
					{!ofOneItem && (
						<span className={classes.words}>
							<Link to="/inventar/$id" params={{ id: hold.itemId }} className={classes.item ?? ''}>
								{hold.itemName}
							</Link>
							<span className={classes.quiet}>{hold.itemNumber}</span>
						</span>
					)}
					<span className={classes.who}>
						<BorrowerLink id={hold.borrowerId} name={hold.borrowerName} />
						<span className={classes.quiet}>{t.since(formatDay(hold.createdAt))}</span>
						{hold.place > 0 && (
							<span className={classes.ready} data-ready={hold.state === 'ready' || undefined}>
								{hold.until === null ? t.waiting : t.ready(formatLocalDate(hold.until))}
							</span>
						)}
					</span>
					{hold.place > 0 && (
						<Button
							size="sm"
							variant="default"
							aria-label={t.cancelHoldOf(hold.itemName, hold.borrowerName)}
							onClick={() => void cancel(hold, t.cancelHoldDone(hold.itemName, hold.borrowerName))}
						>
							{t.cancelHold}
						</Button>
					)}
				</li>
			))}
		</ul>
	);
}

const fetchAgain = () => queryClient.invalidateQueries({ queryKey: api.reservations.key() });

async function cancel({ id }: Hold, done: string): Promise<void> {
	try {
		await client.reservations.cancelHold({ id });
	} catch (error) {
		showError(error);
		return;
	}
	showUndo(done, async () => {
		await client.reservations.reopenHold({ id });
		await fetchAgain();
	});
	await fetchAgain();
	// The row with the button that had the focus is gone.
	document.querySelector<HTMLElement>('[data-page-title]')?.focus({ preventScroll: true });
}

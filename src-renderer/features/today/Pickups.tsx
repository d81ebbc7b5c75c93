import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { Section } from '#renderer/ui/Section.tsx';
import { formatLocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import { lendingTexts } from './lending-texts.ts';
import { pickupsOf } from './pickups-of.ts';
import classes from './TodayPage.module.css';

const SHOWN = 6;
/** More than anybody reserves for one day. */
const ASKED = 200;

/** What is to be put aside today: reserved from today on, or lying ready for whoever waited. Nothing when there is nothing. */
export function Pickups() {
	const t = useTexts(lendingTexts);
	const reserved = useQuery(
		api.reservations.list.queryOptions({
			input: { text: '', filter: 'open', borrowerId: null, itemId: null, offset: 0, limit: ASKED },
		}),
	);
	const held = useQuery(
		api.reservations.holds.queryOptions({ input: { filter: 'waiting', itemId: null, borrowerId: null, limit: ASKED } }),
	);
	const pickups = pickupsOf(reserved.data?.rows ?? [], held.data ?? [], localDateOf(Date.now()));
	if (pickups.length === 0) return null;
	return (
		<Section
			title={t.pickups}
			actions={<Anchor renderRoot={(props) => <Link to="/ausleihe/reservierungen" {...props} />}>{t.pickupsAll}</Anchor>}
		>
			<ul className={classes.rows}>
				{pickups.slice(0, SHOWN).map((pickup) => (
					<li key={pickup.id} className={classes.row}>
						<div className={classes.pickup}>
							<Link to="/inventar/$id" params={{ id: pickup.itemId }}>
								{pickup.itemNumber} {pickup.itemName}
							</Link>
							<span className={classes.detail}>
								{pickup.kind === 'reserved'
									? t.reservedFor(pickup.borrowerName, formatLocalDate(pickup.from))
									: t.heldFor(pickup.borrowerName, formatLocalDate(pickup.until))}
							</span>
						</div>
					</li>
				))}
			</ul>
			{pickups.length > SHOWN && <span className={classes.detail}>{t.pickupsMore(pickups.length - SHOWN)}</span>}
		</Section>
	);
}

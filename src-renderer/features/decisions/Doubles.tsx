import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { BookDialog } from '#renderer/features/appointments/BookDialog.tsx';
import { DoubleAppointments } from '#renderer/features/appointments/DoubleAppointments.tsx';
import { Doubles as DoubleNumbers } from '#renderer/features/inventory/Doubles.tsx';
import { DecisionsNotice } from '#renderer/features/lending/DecisionsNotice.tsx';
import { useSession } from '#renderer/features/members/session.ts';
import { OffersThatMeet } from '#renderer/features/offers/OffersThatMeet.tsx';
import { DoubleReservations } from '#renderer/features/reservations/DoubleReservations.tsx';
import { useTexts } from '#renderer/i18n/texts.ts';
import type { Appointment } from '#shared/features/appointments/model.ts';
import classes from './Decisions.module.css';
import { texts } from './texts.ts';

/** What each feature asks about on its own page, together: the same notices with the same dialogs. */
export function Doubles({ pairs }: { pairs: number }) {
	const t = useTexts(texts);
	const { vaults } = useSession();
	const [moving, setMoving] = useState<Appointment | null>(null);
	return (
		<div className={classes.doubles}>
			{vaults.includes('workshop') && (
				<>
					<DecisionsNotice />
					<DoubleReservations />
					<DoubleNumbers />
				</>
			)}
			{vaults.includes('counselling') && <DoubleAppointments onChange={setMoving} />}
			<OffersThatMeet />
			{pairs > 0 && (
				<div className={classes.people}>
					<span>{t.people(pairs)}</span>
					<Button size="compact-md" variant="default" renderRoot={(props) => <Link to="/personen/doppelte" {...props} />}>
						{t.peopleOpen}
					</Button>
				</div>
			)}
			{moving && <BookDialog appointment={moving} onClose={() => setMoving(null)} />}
		</div>
	);
}

import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { Start } from '#renderer/features/appointments/booking-start.ts';
import { conflictSentences } from '#renderer/features/appointments/conflict-words.ts';
import { changeAppointments } from '#renderer/features/appointments/decide.ts';
import { refreshAppointments } from '#renderer/features/appointments/refresh-appointments.ts';
import { useSession } from '#renderer/features/members/session.ts';
import { changeOne } from '#renderer/features/offers/session-changes.ts';
import { useMayPlan } from '#renderer/features/offers/useMayPlan.ts';
import { longDayOf } from '#renderer/i18n/days.ts';
import { currentTexts } from '#renderer/i18n/texts.ts';
import { refusalCode } from '#renderer/rpc/refusal.ts';
import { isThereFor } from '#renderer/shell/places.ts';
import { showError, showUndo } from '#renderer/ui/undo-toast.tsx';
import { type Appointment, isUndecided } from '#shared/features/appointments/model.ts';
import type { Session } from '#shared/features/offers/model.ts';
import type { Span } from '../use-week.ts';
import type { Wanted } from './board.ts';
import type { Doing } from './CalendarBoard.tsx';
import { type ConflictFinder, conflictFinder } from './conflicts.ts';
import { movingTexts } from './moving-texts.ts';

/** What whoever sits here may do in the calendar, and the dialog that it may lead to. */
export function useDoing(span: Span) {
	const session = useSession();
	const navigate = useNavigate();
	const mayPlan = useMayPlan();
	const mayBook = isThereFor('/termine', session);
	const [booking, setBooking] = useState<Start | null>(null);
	const { sessions, busy, appointments, absences, opening, rooms, members } = span;
	const find = useMemo(
		(): ConflictFinder =>
			opening === null ? () => [] : conflictFinder({ sessions, busy, appointments, absences, opening, rooms, members }),
		[sessions, busy, appointments, absences, opening, rooms, members],
	);
	const { member } = session;
	const doing = useMemo((): Doing => {
		const counsellors = new Set(
			members.filter(({ roles, removedAt }) => removedAt === null && roles.includes('counsellor')).map(({ id }) => id),
		);
		return {
			me: counsellors.has(member.id) ? member.id : null,
			find,
			mayCreate: mayBook,
			mayMove: (block) =>
				block.what === 'appointment'
					? isUndecided(block.appointment.state)
					: block.what === 'session' && mayPlan && block.session.state === 'on',
			mayHave: (id) => counsellors.has(id),
			open(block) {
				if (block.what === 'appointment') setBooking({ appointment: block.appointment });
				else if (block.what === 'session') void navigate({ to: '/angebote/$id', params: { id: block.session.offerId } });
			},
			create: ({ day, from, until, roomId, memberIds }) =>
				setBooking({ day, place: { from, until, ...(roomId !== null && { roomId }), counsellorIds: memberIds } }),
			drop(block, wanted) {
				const conflicts = find(wanted);
				if (block.what === 'session') void moveSession(block.session, wanted, conflictSentences(conflicts));
				else if (block.what === 'appointment') {
					const ask = () => setBooking({ appointment: block.appointment, ...moved(wanted) });
					// Of a series somebody has to say which of them, and a conflict needs a reason.
					if (block.appointment.seriesId !== null || conflicts.length > 0) ask();
					else void moveAppointment(block.appointment, wanted, ask);
				}
			},
		};
	}, [find, mayBook, mayPlan, member.id, members, navigate]);
	return { doing, booking, setBooking, mayBook };
}

const moved = ({ day, from, until, roomId, memberIds }: Wanted) => ({
	day,
	place: { from, until, roomId, counsellorIds: memberIds },
});

/** `ask`: something stands against it that only the backend knows of. */
async function moveAppointment(before: Appointment, wanted: Wanted, ask: () => void): Promise<void> {
	const { day, from, until, roomId, memberIds } = wanted;
	try {
		const room = roomId === before.roomId ? {} : { roomId, place: null };
		const changes = { day, from, until, counsellorIds: [...memberIds], ...room };
		const { undo } = await changeAppointments(before, 'this', changes);
		showUndo(currentTexts(movingTexts).movedAppointment(longDayOf(day), from), undo);
	} catch (error) {
		if (refusalCode(error) === 'CONFLICTS') ask();
		else showError(error);
	}
	await refreshAppointments();
}

async function moveSession(before: Session, { day, from, until, roomId }: Wanted, conflicts: readonly string[]): Promise<void> {
	const t = currentTexts(movingTexts);
	const done = t.movedSession(before.name, longDayOf(day), from);
	const hasOtherTimes = from !== before.from || until !== before.until;
	try {
		await changeOne(
			before,
			{
				...(day !== before.day && { day }),
				...(hasOtherTimes && { times: { from, until } }),
				...(roomId !== before.roomId && { roomId }),
			},
			conflicts.length === 0 ? done : t.movedInspite(done, conflicts.join(', ')),
		);
	} catch (error) {
		showError(error);
	}
}

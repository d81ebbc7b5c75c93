import type { DaySheetAppointment, DaySheetShift } from '#renderer/print/DaySheet.tsx';
import { type Appointment, type AppointmentKind, isFreed } from '#shared/features/appointments/model.ts';
import type { RotaDay } from '#shared/features/rota/plan.ts';
import type { MemberId } from '#shared/kernel/ids.ts';

/** One member's day as it goes on paper, in German like all papers. */

const KINDS: Record<AppointmentKind, string> = {
	first: 'Erstgespräch',
	counselling: 'Beratung',
	phone: 'Telefon',
	video: 'Video',
	home_visit: 'Hausbesuch',
	accompaniment: 'Begleitung',
	other: 'Sonstiges',
};

/** Only those they counsel in themselves, and that still take place. */
export function ownAppointments(appointments: readonly Appointment[], memberId: MemberId): DaySheetAppointment[] {
	return appointments
		.filter(({ counsellorIds, state }) => counsellorIds.includes(memberId) && !isFreed(state))
		.map(({ id, from, until, clientNames, kind, roomName, place, note }) => ({
			...{ key: id, time: `${from} – ${until}`, names: clientNames.join('; '), kind: KINDS[kind] },
			where: roomName ?? place ?? '',
			note,
		}));
}

export function ownShifts({ duties, sessions }: RotaDay, memberId: MemberId): DaySheetShift[] {
	const own = [
		...duties
			.filter(({ memberIds }) => memberIds.includes(memberId))
			.map(({ key, time, kind }) => ({
				...{ key, time, what: kind === 'open' ? 'Aufschließen' : 'Abschließen', role: '', where: '' },
			})),
		...sessions
			.filter(({ session }) => [...session.leaders, ...session.helpers].includes(memberId))
			.map(({ key, session: { name, from, until, roomName, place, leaders } }) => ({
				...{ key, time: `${from} – ${until}`, what: name, where: roomName ?? place ?? '' },
				role: leaders.includes(memberId) ? 'Leitung' : 'Hilfe',
			})),
	];
	return own.sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0));
}

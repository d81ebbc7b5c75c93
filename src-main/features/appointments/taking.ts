import { isFreed } from '#shared/features/appointments/model.ts';
import type { Conflict } from '#shared/features/schedule/occupancy.ts';
import type { AppointmentId, RecordId } from '#shared/kernel/ids.ts';
import type { NamedOccupant } from './facts.ts';
import type { StandingAppointment, StoredAppointment } from './queries.ts';
import { MOST_DESPITE } from './records.ts';

/** What an appointment takes, and what the office vault may know of it. */

export type Shadow = Pick<StoredAppointment, 'counsellorIds' | 'roomId' | 'day' | 'from' | 'until' | 'despite'>;

/**
 * Only what takes the same room or counsellor: that two appointments share a client is nothing for the office vault,
 * where this stands too.
 */
export function knownOf(met: readonly Conflict<NamedOccupant>[]): RecordId[] {
	const known = met.flatMap((one) => (one.why === 'room' || one.why === 'member' ? [one.with.id as RecordId] : []));
	return [...new Set(known)].slice(0, MOST_DESPITE);
}

export function shadowsOf(appointments: readonly StandingAppointment[]): Map<AppointmentId, Shadow | null> {
	return new Map(
		appointments.map(({ id, state, removedAt, counsellorIds, roomId, day, from, until, despite }) => [
			id,
			removedAt !== null || isFreed(state) ? null : { counsellorIds, roomId, day, from, until, despite },
		]),
	);
}

export function takesAnew(after: StoredAppointment, before: StoredAppointment | undefined): boolean {
	const taken = ({ day, from, until, roomId, counsellorIds, personIds }: StoredAppointment) =>
		JSON.stringify([day, from, until, roomId, counsellorIds, personIds]);
	return before === undefined || taken(after) !== taken(before);
}

import type { Appointment, AppointmentConflict } from '#shared/features/appointments/model.ts';
import { isFreed } from '#shared/features/appointments/model.ts';
import type { Session } from '#shared/features/offers/model.ts';
import { sessionOccupants } from '#shared/features/offers/occupants.ts';
import type { Absence, Busy } from '#shared/features/schedule/model.ts';
import { conflictsOf, type Occupant } from '#shared/features/schedule/occupancy.ts';
import type { Opening } from '#shared/features/site/opening.ts';
import type { MemberId, RoomId } from '#shared/kernel/ids.ts';
import type { Wanted } from './board.ts';

/**
 * What stands against a place, from what the calendar holds anyway: while something is dragged there is no time to ask.
 * The same rule as the backend's, which has the last word when it is dropped.
 */
export interface Known {
	readonly sessions: readonly Session[];
	readonly busy: readonly Busy[];
	/** Empty for whoever may not read them. */
	readonly appointments: readonly Appointment[];
	readonly absences: readonly Absence[];
	readonly opening: Opening;
	readonly rooms: readonly { readonly id: RoomId; readonly name: string }[];
	readonly members: readonly { readonly id: MemberId; readonly name: string }[];
}

interface NamedOccupant extends Occupant {
	/** The session, or the clients. */
	readonly name: string | null;
	readonly personNames: readonly string[];
}

export type ConflictFinder = (wanted: Wanted) => AppointmentConflict[];

export function conflictFinder({ sessions, busy, appointments, absences, opening, rooms, members }: Known): ConflictFinder {
	const booked = new Set(appointments.map(({ id }) => id));
	const occupants: NamedOccupant[] = [
		...appointments
			.filter(({ state }) => !isFreed(state))
			.map(({ id, counsellorIds, personNames, clientNames, ...one }) => ({
				...{ key: id, day: one.day, from: one.from, until: one.until, roomId: one.roomId, personIds: one.personIds },
				...{ memberIds: counsellorIds, personNames, name: clientNames.join(', ') || null },
			})),
		...busy
			.filter(({ id }) => !booked.has(id))
			.map(({ id, day, from, until, roomId, counsellorIds }) => ({
				...{ key: id, day, from, until, roomId, memberIds: counsellorIds, personIds: [], personNames: [], name: null },
			})),
		...sessionOccupants(sessions).map((one) => ({ ...one, personNames: [] })),
	];
	const byDay = Map.groupBy(occupants, ({ day }) => day);
	const roomNames = new Map(rooms.map(({ id, name }) => [id, name]));
	const memberNames = new Map(members.map(({ id, name }) => [id, name]));
	return (wanted) => {
		const { day } = wanted;
		const house = { hours: opening.hoursOn(day), closedFor: opening.closedFor(day) };
		const blank = { day, name: null, from: null, until: null, awayUntil: null, other: null };
		return conflictsOf(wanted, byDay.get(day) ?? [], absences, house).map((one): AppointmentConflict => {
			const { why } = one;
			if (why === 'closed') return { ...blank, why, name: one.closedFor };
			if (why === 'hours') return { ...blank, why, from: one.hours.from, until: one.hours.until };
			if (why === 'away') return { ...blank, why, name: memberNames.get(one.memberId) ?? '–', awayUntil: one.until };
			const { from, until, name: other, personIds, personNames } = one.with;
			const taken = { ...blank, why, from, until, other };
			if (why === 'member') return { ...taken, name: memberNames.get(one.memberId) ?? '–' };
			if (why === 'person') return { ...taken, name: personNames[personIds.indexOf(one.personId)] ?? '–' };
			return { ...taken, name: wanted.roomId === null ? null : (roomNames.get(wanted.roomId) ?? '–') };
		});
	};
}

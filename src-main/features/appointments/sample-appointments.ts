import { isFreed } from '#shared/features/appointments/model.ts';
import type { Ids } from '#shared/kernel/environment.ts';
import type { AppointmentId, CaseId, MemberId, PersonId, RoomId, SeriesId } from '#shared/kernel/ids.ts';
import type { Fields } from '../../records/merge.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { appointmentKind } from './records.ts';
import type { AppointmentDeps } from './service.ts';
import type { Shadow } from './taking.ts';

/** An invented appointment; indexes point into the invented cases, members and rooms. */
type Invented = Omit<Shadow, 'counsellorIds' | 'roomId' | 'despite'> & {
	readonly caseIndex: number;
	readonly counsellorIndex: number;
	readonly roomIndex: number | null;
	readonly place: string | null;
	readonly kind: string;
	readonly state: Parameters<typeof isFreed>[0];
	readonly note: string | null;
	readonly series: number | null;
};

interface Written {
	readonly cases: readonly { readonly id: CaseId; readonly personId: PersonId }[];
	readonly members: readonly MemberId[];
	/** For counselling. */
	readonly rooms: readonly RoomId[];
}

/** Writes invented appointments as their invented counsellors would have, with their shadows. */
export function sampleAppointmentWriter(ids: Ids, writeShadows: AppointmentDeps['writeShadows']) {
	return (session: Session, appointments: readonly Invented[], { cases, members, rooms }: Written): void => {
		const { store } = openVaultOf(session, 'counselling');
		const shadows = new Map<AppointmentId, Shadow | null>();
		const seriesIds = new Map<number, SeriesId>();
		store.atomically(() => {
			for (const { caseIndex, counsellorIndex, roomIndex, series, ...fields } of appointments) {
				const [found, member] = [cases[caseIndex], members[counsellorIndex]];
				if (!found || !member) throw new Error('sample case or member is missing');
				const id = ids.next() as AppointmentId;
				if (series !== null && !seriesIds.has(series)) seriesIds.set(series, ids.next() as SeriesId);
				const roomId = roomIndex === null || rooms.length === 0 ? null : (rooms[roomIndex % rooms.length] ?? null);
				const { day, from, until, state } = fields;
				const taking = { counsellorIds: [member], roomId, day, from, until, despite: [] };
				const of = { personIds: [found.personId], businessId: null, caseId: found.id, reason: null };
				const seriesId = series === null ? null : (seriesIds.get(series) ?? null);
				store.insert(appointmentKind, id, { ...fields, ...taking, ...of, seriesId } as Fields, member);
				shadows.set(id, isFreed(state) ? null : taking);
			}
		});
		writeShadows(session, shadows);
	};
}

import type { AppointmentFields } from '#shared/features/appointments/model.ts';
import { EMPTY_ROOM } from '#shared/features/rooms/model.ts';
import type { MemberId, PersonId, RoomId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { WallTime } from '#shared/kernel/wall-time.ts';
import { newSite, office, person } from './office.ts';
import type { TestBackend } from './test-backend.ts';

/** A counsellor with two clients, and what tests of appointments do there. The clock stands on Monday, 2026-03-09. */

export const day = (text: string) => text as LocalDate;
export const time = (text: string) => text as WallTime;
export const TUESDAY = day('2026-03-10');

export interface Book extends TestBackend {
	readonly anna: MemberId;
	readonly fatma: PersonId;
	readonly olena: PersonId;
	/** Three of them. */
	readonly rooms: readonly RoomId[];
}

/** The first one is 1. */
export function room({ rooms }: Pick<Book, 'rooms'>, nth: number): RoomId {
	const id = rooms[nth - 1];
	if (!id) throw new Error('no such room');
	return id;
}

/** By somebody who coordinates. */
export async function addRooms({ client }: TestBackend): Promise<RoomId[]> {
	const rooms: RoomId[] = [];
	for (const name of ['Zimmer 1', 'Zimmer 2', 'Zimmer 3']) rooms.push((await client.rooms.create({ ...EMPTY_ROOM, name })).id);
	return rooms;
}

export async function clients(pc: TestBackend, anna: MemberId, rooms?: readonly RoomId[]): Promise<Book> {
	const { id: fatma } = await pc.client.people.create(person());
	const { id: olena } = await pc.client.people.create(person({ firstName: 'Olena', lastName: 'Kovalenko' }));
	return { ...pc, anna, fatma, olena, rooms: rooms ?? (await addRooms(pc)) };
}

export async function book(): Promise<Book> {
	const pc = await office().pc('Büro');
	const { member } = await newSite(pc);
	return clients(pc, member);
}

export const wanted = (
	{ anna, fatma, rooms }: Pick<Book, 'anna' | 'fatma' | 'rooms'>,
	more: Partial<AppointmentFields> = {},
): AppointmentFields => ({
	...{
		personIds: [fatma],
		businessId: null,
		caseId: null,
		counsellorIds: [anna],
		roomId: room({ rooms }, 1),
		place: null,
		day: TUESDAY,
	},
	...{ from: time('10:00'), until: time('10:45'), kind: 'counselling', note: null, reason: null },
	...more,
});

export async function booked(at: Book, more: Partial<AppointmentFields> = {}) {
	const { ids } = await at.client.appointments.book({ ...wanted(at, more), repeat: null });
	if (!ids[0]) throw new Error('nothing was booked');
	return ids[0];
}

export const WEEK = { from: day('2026-03-09'), until: day('2026-03-15') };
export const SPRING = { from: day('2026-03-09'), until: day('2026-05-01') };

import { describe, expect, it } from 'vitest';
import type { WaitingFields } from '#shared/features/waiting-list/model.ts';
import { type Book, book, booked, clients, day, time } from '#tests/support/appointment-book.ts';
import { joinSite, newSite, office, person, refusalOf, sync } from '#tests/support/office.ts';

/** The waiting list: who is proposed for what has become free. The clock stands on Monday, 2026-03-09, 9:30. */

const wish = ({ olena }: Pick<Book, 'olena'>, more: Partial<WaitingFields> = {}): WaitingFields => ({
	...{ personId: olena, counsellorIds: [], kind: 'counselling', minutes: 45, weekdays: [], partOfDay: 'any', until: null },
	...{ isUrgent: false, note: null, ...more },
});
const WEDNESDAY = day('2026-03-11');
const FRIDAY = day('2026-03-20');

describe('the waiting list', () => {
	it('proposes who waits when something is cancelled, until it is taken or given back', async () => {
		const at = await book();
		const { client } = at;
		const cancelled = await booked(at, { roomId: null, day: WEDNESDAY });
		const later = await booked(at, { roomId: null, personIds: [at.olena], day: FRIDAY });
		await client.waitingList.add(wish(at, { note: 'mobil erreichbar' }));
		expect(await client.waitingList.freed()).toEqual([]);
		await client.appointments.setState({ id: cancelled, state: 'excused' });
		const [freed] = await client.waitingList.freed();
		expect(freed).toMatchObject({
			slot: {
				day: WEDNESDAY,
				from: '10:00',
				until: '10:45',
				counsellorIds: [at.anna],
				counsellorNames: ['Anna Müller'],
				roomId: null,
			},
			waiting: [{ personName: 'Kovalenko, Olena', since: '2026-03-09', note: 'mobil erreichbar', appointment: { id: later } }],
		});
		// The one she has is moved to it, which takes the time again.
		await client.appointments.change({ id: later, scope: 'this', changes: { day: WEDNESDAY } });
		expect(await client.waitingList.freed()).toEqual([]);
		await client.appointments.change({ id: later, scope: 'this', changes: { day: FRIDAY } });
		expect(await client.waitingList.freed()).toHaveLength(1);
		await client.appointments.setState({ id: cancelled, state: 'planned' });
		expect(await client.waitingList.freed()).toEqual([]);
	});

	it('knows the next free time that suits, and none that is not earlier than the one they have', async () => {
		const at = await book();
		const { client } = at;
		const { id } = await client.waitingList.add(wish(at, { weekdays: [2], partOfDay: 'afternoon', kind: 'phone' }));
		const earliest = async () => (await client.waitingList.list())[0]?.earliest;
		expect(await earliest()).toMatchObject({ day: WEDNESDAY, from: '12:00', until: '12:45', counsellorNames: ['Anna Müller'] });
		await booked(at, { roomId: null, day: WEDNESDAY, from: time('11:00'), until: time('13:00') });
		expect(await earliest()).toMatchObject({ day: WEDNESDAY, from: '13:00' });
		await booked(at, { roomId: null, personIds: [at.olena], day: WEDNESDAY, from: time('13:00'), until: time('13:45') });
		expect(await earliest()).toBeNull();
		await client.waitingList.change({ id, changes: { weekdays: [] } });
		expect(await earliest()).toMatchObject({ day: '2026-03-09', from: '12:00' });
	});

	it('leaves out what cannot be used again: away, closed, over, or somebody else has it', async () => {
		const at = await book();
		const { client } = at;
		const { id: third } = await client.people.create(person({ firstName: 'Ismail', lastName: 'Demir' }));
		await client.waitingList.add(wish({ olena: third }));
		for (const on of ['2026-03-10', '2026-03-11', '2026-03-12']) {
			const id = await booked(at, { roomId: null, day: day(on) });
			await client.appointments.setState({ id, state: 'cancelled_by_us' });
		}
		const days = async () => (await client.waitingList.freed()).map(({ slot }) => slot.day);
		expect(await days()).toEqual(['2026-03-10', '2026-03-11', '2026-03-12']);
		await client.schedule.addAbsence({ memberId: at.anna, from: day('2026-03-12'), until: day('2026-03-12'), note: null });
		expect(await days()).toEqual(['2026-03-10', '2026-03-11']);
		await booked(at, { roomId: null, personIds: [at.olena], day: WEDNESDAY, from: time('10:30'), until: time('11:00') });
		expect(await days()).toEqual(['2026-03-10']);
		at.clock.advance(2 * 86_400_000);
		expect(await days()).toEqual([]);
	});

	it('refuses by name what cannot wait, and takes nothing twice', async () => {
		const at = await book();
		const { client } = at;
		const { id } = await client.waitingList.add(wish(at));
		const refused = async (fields: WaitingFields) => (await refusalOf(client.waitingList.add(fields))).data;
		expect(await refused(wish(at))).toEqual({ what: 'twice' });
		expect(await refused(wish(at, { personId: at.anna as unknown as WaitingFields['personId'] }))).toEqual({ what: 'person' });
		const nobody = at.fatma as unknown as WaitingFields['counsellorIds'][number];
		expect(await refused(wish({ olena: at.fatma }, { counsellorIds: [nobody] }))).toEqual({ what: 'counsellor' });
		expect((await refusalOf(client.waitingList.add(wish({ olena: at.fatma }, { minutes: 0 })))).code).toBe('BAD_REQUEST');
		expect(await client.waitingList.list()).toHaveLength(1);
		await client.waitingList.remove({ id });
		expect(await client.waitingList.list()).toEqual([]);
		expect((await refusalOf(client.waitingList.remove({ id }))).code).toBe('NOT_FOUND');
		await client.waitingList.restore({ id });
		expect(await client.waitingList.list()).toMatchObject([{ id }]);
	});

	it('is the same on another PC, whoever is urgent first', async () => {
		const place = office();
		const pc = await place.pc('Büro');
		const { member } = await newSite(pc);
		const at = await clients(pc, member);
		await at.client.share.connect({ folder: place.share });
		await sync(pc);
		const laptop = await place.pc('Laptop');
		await joinSite(laptop, place.share);
		await at.client.waitingList.add(wish(at));
		at.clock.advance(60_000);
		await at.client.waitingList.add(wish({ olena: at.fatma }, { isUrgent: true }));
		await sync(pc);
		await sync(laptop);
		const names = (await laptop.client.waitingList.list()).map(({ personName }) => personName);
		expect(names).toEqual(['Yılmaz, Fatma', 'Kovalenko, Olena']);
	});
});

import { describe, expect, it } from 'vitest';
import { type AppointmentState, isFreed } from '#shared/features/appointments/model.ts';
import type { AppointmentId, CaseId, MemberId, RoomId } from '#shared/kernel/ids.ts';
import { book, booked, day, room, SPRING, TUESDAY, time, WEEK, wanted } from '#tests/support/appointment-book.ts';
import { caseOf, HOUR, refusalOf } from '#tests/support/office.ts';

/** Booking, changing and deciding appointments at one PC. */

const WEEKLY = { every: 'week', times: 5 } as const;

describe('booking', () => {
	it('keeps what was said and shows it on its day, at the person and at the case file', async () => {
		const at = await book();
		const { id: caseId } = await at.client.cases.open({ personId: at.fatma, ...caseOf(at.anna) });
		const id = await booked(at, { caseId, note: 'bringt Unterlagen mit' });
		const [listed] = await at.client.appointments.list(WEEK);
		expect(listed).toMatchObject({
			...{ id, day: TUESDAY, from: '10:00', until: '10:45', state: 'planned', note: 'bringt Unterlagen mit', reason: null },
			...{ personNames: ['Yılmaz, Fatma'], counsellorNames: ['Anna Müller'], seriesId: null },
		});
		expect(await at.client.appointments.ofPerson({ personId: at.fatma })).toEqual([listed]);
		expect(await at.client.appointments.ofPerson({ personId: at.olena })).toEqual([]);
		expect(await at.client.appointments.ofCase({ caseId })).toEqual([listed]);
		expect((await at.client.appointments.choices()).counsellors).toEqual([{ id: at.anna, name: 'Anna Müller' }]);
	});

	it('names everything that stands against it, books it with a reason and keeps no reason without need', async () => {
		const at = await book();
		await booked(at);
		await at.client.schedule.addAbsence({ memberId: at.anna, from: TUESDAY, until: day('2026-03-12'), note: null });
		const again = { ...wanted(at, { from: time('08:30') }), repeat: null };
		const refusal = await refusalOf(at.client.appointments.book(again));
		expect(refusal).toMatchObject({ code: 'CONFLICTS', defined: true });
		const { conflicts } = refusal.data as { conflicts: Record<string, unknown>[] };
		expect(conflicts.map(({ why, name, from, until, awayUntil, other }) => [why, name, from, until, awayUntil, other])).toEqual([
			['hours', null, '09:00', '18:00', null, null],
			['away', 'Anna Müller', null, null, '2026-03-12', null],
			['room', 'Zimmer 1', '10:00', '10:45', null, 'Yılmaz, Fatma'],
			['member', 'Anna Müller', '10:00', '10:45', null, 'Yılmaz, Fatma'],
			['person', 'Yılmaz, Fatma', '10:00', '10:45', null, 'Yılmaz, Fatma'],
		]);
		expect(await at.client.appointments.list(WEEK)).toHaveLength(1);
		await at.client.appointments.book({ ...again, reason: 'ist abgesprochen' });
		await booked(at, { day: day('2026-03-13'), reason: 'unnötig' });
		const reasons = (await at.client.appointments.list(WEEK)).map((one) => [one.day, one.from, one.reason]);
		expect(reasons).toEqual([
			['2026-03-10', '08:30', 'ist abgesprochen'],
			['2026-03-10', '10:00', null],
			['2026-03-13', '10:00', null],
		]);
		// What was known when it was booked is nothing to decide.
		expect(await at.client.appointments.doubles()).toEqual([]);
		expect(await at.client.schedule.doubles()).toEqual([]);
	});

	it('a room that is not there any more may stay where it was, and nowhere else', async () => {
		const at = await book();
		const [id, other] = [await booked(at), await booked(at, { day: day('2026-03-12'), roomId: room(at, 2) })];
		await at.client.rooms.remove({ id: room(at, 1) });
		await at.client.appointments.change({ id, scope: 'this', changes: { note: 'später mehr', from: time('09:30') } });
		const moved = at.client.appointments.change({ id: other, scope: 'this', changes: { roomId: room(at, 1) } });
		expect((await refusalOf(moved)).data).toEqual({ what: 'room' });
	});

	it('what ends when another begins does not meet it, and what was excused is free again', async () => {
		const at = await book();
		const first = await booked(at);
		await booked(at, { from: time('10:45'), until: time('11:30'), personIds: [at.olena] });
		await at.client.appointments.setState({ id: first, state: 'excused' });
		await booked(at, { personIds: [at.olena] });
		expect(await at.client.appointments.list(WEEK)).toHaveLength(3);
	});

	it('a closed day is a conflict of one appointment, and is left out of a series and named', async () => {
		const at = await book();
		const sunday = await refusalOf(at.client.appointments.book({ ...wanted(at, { day: day('2026-03-15') }), repeat: null }));
		expect(sunday.data).toMatchObject({ conflicts: [{ why: 'closed', name: null }] });
		const friday = { ...wanted(at, { day: day('2026-03-20') }), repeat: WEEKLY };
		const series = await at.client.appointments.book(friday);
		expect(series.leftOut).toEqual([{ day: '2026-04-03', closedFor: 'Karfreitag' }]);
		const list = await at.client.appointments.list(SPRING);
		expect(list.map((one) => one.day)).toEqual(['2026-03-20', '2026-03-27', '2026-04-10', '2026-04-17']);
		expect(new Set(list.map(({ seriesId }) => seriesId)).size).toBe(1);
		const checked = await at.client.appointments.check({ ...friday, except: null });
		expect(checked).toMatchObject({ leftOut: series.leftOut, days: list.map((one) => one.day) });
		expect(checked.conflicts).toHaveLength(4 * 3);
	});

	it('refuses what cannot be, by name, and writes nothing', async () => {
		const at = await book();
		const { client } = at;
		const { id: caseId } = await client.cases.open({ personId: at.olena, ...caseOf(at.anna) });
		const { id: gone } = await client.people.create({ ...(await client.people.get({ id: at.fatma })) });
		await client.people.remove({ id: gone });
		const nobody = '01890000-0000-7000-8000-0000000000aa' as MemberId;
		const bad = [
			['times', { until: time('10:00') }],
			['times', { until: time('09:00') }],
			['day', { day: day('1969-12-31') }],
			['day', { day: day('2200-01-01') }],
			['person', { personIds: [gone] }],
			['person', { personIds: [] }],
			['counsellor', { counsellorIds: [nobody] }],
			['room', { roomId: nobody as string as RoomId }],
			['case', { caseId }],
			['case', { caseId: nobody as string as CaseId }],
		] as const;
		for (const [what, fields] of bad) {
			const booking = client.appointments.book({ ...wanted(at, fields as object), repeat: null });
			expect(await refusalOf(booking)).toEqual({ code: 'INVALID', defined: true, data: { what } });
		}
		for (const misshapen of [{ day: '2026-02-30' }, { from: '24:00' }, { counsellorIds: [] }]) {
			const booking = client.appointments.book({ ...wanted(at, misshapen as object), repeat: null });
			expect((await refusalOf(booking)).code).toBe('BAD_REQUEST');
		}
		const endless = client.appointments.book({ ...wanted(at), repeat: { every: 'week', times: 53 } });
		expect((await refusalOf(endless)).code).toBe('BAD_REQUEST');
		const late = client.appointments.book({ ...wanted(at, { day: day('2199-12-20') }), repeat: WEEKLY });
		expect((await refusalOf(late)).data).toEqual({ what: 'day' });
		const unknown = client.appointments.setState({ id: nobody as string as AppointmentId, state: 'arrived' });
		expect((await refusalOf(unknown)).code).toBe('NOT_FOUND');
		expect(await client.appointments.ofPerson({ personId: at.fatma })).toEqual([]);
		expect(await client.schedule.busy({ from: day('2026-01-01'), until: day('2026-12-31') })).toEqual([]);
	});
});

describe('changing', () => {
	it('moves this one, this and the following, or all that are still planned', async () => {
		const at = await book();
		const { client } = at;
		const { ids } = await client.appointments.book({ ...wanted(at), repeat: WEEKLY });
		const [first, second, third, fourth, fifth] = ids as [
			AppointmentId,
			AppointmentId,
			AppointmentId,
			AppointmentId,
			AppointmentId,
		];
		await client.appointments.setState({ id: first, state: 'attended' });
		const times = async () => (await client.appointments.list(SPRING)).map(({ day: on, from }) => `${on.slice(5)} ${from}`);

		await client.appointments.change({ id: second, scope: 'this', changes: { day: day('2026-03-18') } });
		expect(await times()).toEqual(['03-10 10:00', '03-18 10:00', '03-24 10:00', '03-31 10:00', '04-07 10:00']);
		const changes = { day: day('2026-04-01'), from: time('14:00'), until: time('15:00') };
		expect(await client.appointments.change({ id: fourth, scope: 'following', changes })).toEqual({ changed: [fourth, fifth] });
		expect(await times()).toEqual(['03-10 10:00', '03-18 10:00', '03-24 10:00', '04-01 14:00', '04-08 14:00']);
		const all = await client.appointments.change({ id: third, scope: 'planned', changes: { roomId: room(at, 2) } });
		expect(all.changed).toHaveLength(4);
		expect((await client.appointments.list(SPRING)).map(({ roomId }) => roomId)).toEqual([
			room(at, 1),
			...Array(4).fill(room(at, 2)),
		]);

		const { removed } = await client.appointments.remove({ id: third, scope: 'following' });
		expect(removed).toHaveLength(3);
		expect(await times()).toEqual(['03-10 10:00', '03-18 10:00']);
		await client.appointments.restore({ ids: removed });
		expect(await times()).toHaveLength(5);
		expect((await client.schedule.busy(SPRING)).map(({ day: on, from }) => `${on.slice(5)} ${from}`)).toEqual(await times());
	});

	it('is refused where it meets another, kept with a reason, and asks nothing when only words change', async () => {
		const at = await book();
		const { client } = at;
		const one = await booked(at);
		await booked(at, { from: time('12:00'), until: time('13:00') });
		const move = { from: time('12:30'), until: time('13:15') };
		const refusal = await refusalOf(client.appointments.change({ id: one, scope: 'this', changes: move }));
		expect(refusal).toMatchObject({
			code: 'CONFLICTS',
			data: { conflicts: [{ why: 'room' }, { why: 'member' }, { why: 'person' }] },
		});
		await client.appointments.change({ id: one, scope: 'this', changes: { ...move, reason: 'eilig' } });
		await client.appointments.change({ id: one, scope: 'this', changes: { note: 'ruft vorher an' } });
		const found = async () => (await client.appointments.list(WEEK)).find(({ id }) => id === one);
		expect(await found()).toMatchObject({ from: '12:30', reason: 'eilig', note: 'ruft vorher an' });
		expect(await client.appointments.doubles()).toEqual([]);
		await client.appointments.change({ id: one, scope: 'this', changes: { from: time('15:00'), until: time('16:00') } });
		expect(await found()).toMatchObject({ from: '15:00', reason: null });
		const wrong = client.appointments.change({ id: one, scope: 'this', changes: { until: time('14:00') } });
		expect(await refusalOf(wrong)).toMatchObject({ code: 'INVALID', data: { what: 'times' } });
	});
});

describe('deciding', () => {
	it('any state can be undone by the one before, and the shadow follows', async () => {
		const at = await book();
		const id = await booked(at);
		const states: AppointmentState[] = ['arrived', 'attended', 'no_show', 'excused', 'planned', 'cancelled_by_us', 'arrived'];
		for (const state of states) {
			await at.client.appointments.setState({ id, state });
			expect((await at.client.appointments.list(WEEK))[0]?.state).toBe(state);
			expect(await at.client.schedule.busy(WEEK)).toHaveLength(isFreed(state) ? 0 : 1);
		}
	});

	it('whoever has undecided appointments cannot be removed', async () => {
		const at = await book();
		const id = await booked(at);
		const removal = await refusalOf(at.client.people.remove({ id: at.fatma }));
		expect(removal).toMatchObject({ code: 'HAS_APPOINTMENTS', defined: true });
		await at.client.appointments.setState({ id, state: 'cancelled_by_us' });
		await at.client.people.remove({ id: at.fatma });
		expect((await at.client.appointments.list(WEEK))[0]?.personNames).toEqual(['–']);
	});

	it('what is over and undecided waits, the oldest first', async () => {
		const at = await book();
		const past = await booked(at, { day: day('2026-03-05') });
		const arrived = await booked(at, { day: day('2026-03-06') });
		await booked(at, { day: day('2026-03-09'), from: time('14:00'), until: time('15:00') });
		const decided = await booked(at, { day: day('2026-03-04') });
		await at.client.appointments.setState({ id: arrived, state: 'arrived' });
		await at.client.appointments.setState({ id: decided, state: 'no_show' });
		const backlog = async (counsellorId: MemberId | null) =>
			(await at.client.appointments.backlog({ counsellorId })).map(({ id }) => id);
		expect(await backlog(null)).toEqual([past, arrived]);
		expect(await backlog(at.anna)).toEqual([past, arrived]);
		expect(await backlog('01890000-0000-7000-8000-0000000000aa' as MemberId)).toEqual([]);
		at.clock.advance(6 * HOUR);
		expect(await backlog(null)).toHaveLength(3);
	});
});

it('finds the next free times around what is taken, closed days and absences', async () => {
	const at = await book();
	const moved = await booked(at, { day: day('2026-03-09'), from: time('11:00'), until: time('17:00') });
	await at.client.schedule.addAbsence({ memberId: at.anna, from: TUESDAY, until: day('2026-03-12'), note: null });
	const asked = {
		counsellorIds: [at.anna],
		needed: 'all',
		room: room(at, 1),
		minutes: 60,
		from: day('2026-03-01'),
		weeks: 2,
	} as const;
	const search = { ...asked, counsellorIds: [at.anna], apart: false, most: 6, except: null };
	const slots = await at.client.appointments.freeSlots(search);
	// The clock says 9:30.
	expect(slots.map((slot) => `${slot.day.slice(5)} ${slot.from}–${slot.until}`)).toEqual([
		'03-09 09:30–10:30',
		'03-09 09:45–10:45',
		'03-09 10:00–11:00',
		'03-09 17:00–18:00',
		'03-13 09:00–10:00',
		'03-13 09:15–10:15',
	]);
	// What is moved is not in its own way.
	const [, , , fourth] = await at.client.appointments.freeSlots({ ...search, except: moved });
	expect(fourth).toMatchObject({ day: '2026-03-09', from: '10:15' });
});

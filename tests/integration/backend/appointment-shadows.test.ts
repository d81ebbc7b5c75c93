import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { EMPTY_ROOM } from '#shared/features/rooms/model.ts';
import type { MemberId, RecordId } from '#shared/kernel/ids.ts';
import { addRooms, book, booked, clients, day, room, TUESDAY, time, WEEK } from '#tests/support/appointment-book.ts';
import { newSiteOfAdministrator, welcome } from '#tests/support/newcomer.ts';
import { PLAN, TUESDAYS } from '#tests/support/offer-plan.ts';
import { joinSite, newSite, office, person, refusalOf, signIn, sync } from '#tests/support/office.ts';
import { call, PROCEDURES } from '#tests/support/procedures.ts';

/** What the office vault knows of appointments: that something is taken, and nothing else. */

it('a volunteer sees who and what is taken, and nothing that anything answers says more', async () => {
	const town = office();
	const carl = await town.pc('Verwaltung');
	await newSiteOfAdministrator(carl, town.share);
	const { pc: annas, id: anna } = await welcome(town, carl, 'Anna', ['counsellor']);
	const { pc: veras, id: vera } = await welcome(town, carl, 'Vera', ['volunteer']);
	const { pc: karls } = await welcome(town, carl, 'Karl', ['coordinator']);
	await annas.settle(
		'the case files',
		async () => (await annas.client.site.status()).session?.vaults.includes('counselling') ?? false,
	);
	const rooms = await addRooms(carl);
	for (const pc of [carl, annas]) await sync(pc);
	const at = await clients(annas, anna, rooms);
	const secret = await annas.client.people.create(person({ firstName: 'Zerlinde', lastName: 'Geheim' }));
	const fields = { personIds: [secret.id], kind: 'first', note: 'Streng vertraulich' } as const;
	const id = await booked(at, { ...fields, personIds: [secret.id] });
	await booked(at, {
		from: time('10:15'),
		until: time('11:00'),
		personIds: [secret.id],
		roomId: room(at, 2),
		reason: 'Grund im Vertrauen',
	});
	const excused = await booked(at, { from: time('14:00'), until: time('15:00') });
	await annas.client.appointments.setState({ id: excused, state: 'excused' });
	await annas.client.schedule.addAbsence({ memberId: anna, from: TUESDAY, until: TUESDAY, note: 'Vertretung: Berta' });
	for (const pc of [annas, veras, karls]) await sync(pc);

	const busy = await veras.client.schedule.busy(WEEK);
	expect(busy).toEqual([
		{
			...{ id, counsellorIds: [anna], roomId: room(at, 1), day: TUESDAY, from: '10:00', until: '10:45' },
			...{ counsellorNames: ['Anna'], roomName: 'Zimmer 1' },
		},
		expect.objectContaining({ roomId: room(at, 2), from: '10:15', until: '11:00' }),
	]);
	expect(Object.keys(busy[1] ?? {}).sort()).toEqual(Object.keys(busy[0] ?? {}).sort());
	expect(await karls.client.schedule.busy(WEEK)).toEqual(busy);
	const [absence] = await veras.client.schedule.absences(WEEK);
	expect(absence).toMatchObject({ memberName: 'Anna', toMove: 2, mayChange: false, note: 'Vertretung: Berta' });
	if (!absence) throw new Error('no absence');
	expect((await annas.client.schedule.toMove({ id: absence.id })).map((one) => one.id)).toContain(id);

	// Everything of these two features, called by somebody without counselling.
	const answers = new Map<string, string>();
	for (const { path } of PROCEDURES.filter(({ path: name }) => /^(appointments|schedule)\./.test(name))) {
		const inputs: Record<string, unknown> = {
			'schedule.busy': WEEK,
			'schedule.absences': WEEK,
			'schedule.addAbsence': { memberId: vera, from: TUESDAY, until: TUESDAY, note: null },
			'schedule.changeAbsence': { id: absence.id, changes: { note: 'x' } },
			'schedule.removeAbsence': { id: absence.id },
			'schedule.restoreAbsence': { id: absence.id },
			'schedule.exportIcs': { of: { kind: 'member', id: anna } },
			'schedule.readClosures': { text: '' },
		};
		const refused = await refusalOf(
			call(veras.client, path, inputs[path]).then((told) => answers.set(path, JSON.stringify(told))),
		);
		if (refused.code !== 'none') answers.set(path, refused.code);
	}
	expect([...answers].filter(([, told]) => told !== 'NO_ACCESS').map(([path]) => path)).toEqual([
		'schedule.busy',
		'schedule.absences',
		'schedule.addAbsence',
		'schedule.exportIcs',
		'schedule.doubles',
	]);
	// The calendar of her phone says when she is taken.
	expect(answers.get('schedule.exportIcs')).toContain('SUMMARY:Beratung');
	for (const told of answers.values()) expect(told).not.toMatch(/Geheim|Zerlinde|ertrau|first|excused/);

	// Absences: own ones by everybody, everybody's by coordination.
	const foreign = { memberId: anna, from: TUESDAY, until: TUESDAY, note: null };
	expect((await refusalOf(veras.client.schedule.addAbsence(foreign))).code).toBe('NO_ACCESS');
	const added = await karls.client.schedule.addAbsence({ ...foreign, from: day('2026-03-16'), until: day('2026-03-20') });
	await karls.client.schedule.removeAbsence({ id: added.id });
	await karls.client.schedule.restoreAbsence({ id: added.id });
	const device = (await karls.client.devices.list())[0]?.id as string as MemberId;
	expect((await refusalOf(karls.client.schedule.addAbsence({ ...foreign, memberId: device }))).code).toBe('NOT_FOUND');
	const backwards = karls.client.schedule.changeAbsence({ id: added.id, changes: { until: day('2026-03-15') } });
	expect(await refusalOf(backwards)).toMatchObject({ code: 'IMPOSSIBLE_DATE', defined: true });
});

it('a crash between an appointment and its shadow heals when somebody signs in who reads appointments', async () => {
	const at = await book();
	const { client } = at;
	const officeFile = join(at.dataDir, 'vaults', 'office.db');
	/** What `work` did to the office vault never happened: as if the power had failed between the two files. */
	const losingOffice = async (work: () => Promise<unknown>) => {
		await client.members.lock();
		copyFileSync(officeFile, join(at.dataDir, 'before'));
		await signIn(at);
		await work();
		await client.members.lock();
		copyFileSync(join(at.dataDir, 'before'), officeFile);
		await signIn(at);
	};
	const kept = await booked(at, { from: time('12:00'), until: time('13:00') });
	let lost = kept;
	await losingOffice(async () => {
		lost = await booked(at);
	});
	expect((await client.schedule.busy(WEEK)).map(({ id }) => id)).toEqual([lost, kept]);
	await losingOffice(() =>
		client.appointments.change({ id: lost, scope: 'this', changes: { from: time('09:15'), roomId: null } }),
	);
	expect((await client.schedule.busy(WEEK))[0]).toMatchObject({ id: lost, from: '09:15', roomId: null });
	await losingOffice(() => client.appointments.setState({ id: lost, state: 'excused' }));
	expect((await client.schedule.busy(WEEK)).map(({ id }) => id)).toEqual([kept]);
	await losingOffice(() => client.appointments.setState({ id: lost, state: 'planned' }));
	expect((await client.schedule.busy(WEEK)).map(({ id }) => id)).toEqual([lost, kept]);
	await losingOffice(() => client.appointments.remove({ id: lost, scope: 'this' }));
	expect((await client.schedule.busy(WEEK)).map(({ id }) => id)).toEqual([kept]);
});

it('two PCs that take the same room while apart both keep it, both ask, and either can say that it was agreed', async () => {
	const place = office();
	const left = await place.pc('Büro links');
	const { member } = await newSite(left);
	const at = await clients(left, member);
	await left.client.share.connect({ folder: place.share });
	await sync(left);
	const right = await place.pc('Büro rechts');
	await joinSite(right, place.share);
	const there = { ...at, ...right };
	const meet = async () => {
		for (const pc of [left, right, left, right]) await sync(pc);
	};
	await meet();
	const a = await booked(at);
	const b = await booked(there, { from: time('10:30'), until: time('11:15'), personIds: [at.olena] });
	const c = await booked(there, { from: time('11:00'), until: time('12:00'), roomId: room(at, 2), reason: 'wird knapp' });
	await meet();
	for (const pc of [left, right]) {
		const [double, ...rest] = await pc.client.appointments.doubles();
		expect(rest).toEqual([]);
		// b and c knew of each other.
		expect(double?.appointments.map(({ id, personNames, madeBy }) => [id, personNames, madeBy])).toEqual([
			[a, ['Yılmaz, Fatma'], 'Anna Müller'],
			[b, ['Kovalenko, Olena'], 'Anna Müller'],
		]);
		expect((await pc.client.schedule.doubles()).map(({ busy }) => busy.map(({ id }) => id))).toEqual([[a, b]]);
		expect((await pc.client.schedule.busy(WEEK)).map(({ id }) => id)).toEqual([a, b, c]);
	}
	await left.client.appointments.keepDouble({ ids: [a, b] });
	expect((await refusalOf(left.client.appointments.keepDouble({ ids: [a, b] }))).code).toBe('OUTDATED');
	await meet();
	for (const { client } of [left, right]) {
		expect(await client.appointments.doubles()).toEqual([]);
		expect(await client.schedule.doubles()).toEqual([]);
	}

	// Moved on both at once: appointment and shadow end up the same, on both.
	await left.client.appointments.change({ id: c, scope: 'this', changes: { from: time('13:00'), until: time('14:00') } });
	await right.client.appointments.change({ id: c, scope: 'this', changes: { from: time('15:00'), until: time('16:00') } });
	await right.client.appointments.setState({ id: a, state: 'cancelled_by_us' });
	await left.client.appointments.change({ id: a, scope: 'this', changes: { roomId: room(at, 3), reason: 'egal' } });
	await meet();
	await meet();
	const [first, second] = await Promise.all([left, right].map(({ client }) => client.appointments.list(WEEK)));
	expect(first).toEqual(second);
	const taking = first?.filter(({ state }) => state === 'planned').map(({ id, from, until }) => ({ id, from, until }));
	expect(taking?.map(({ id }) => id)).toEqual([b, c]);
	for (const { client } of [left, right]) {
		expect((await client.schedule.busy(WEEK)).map(({ id, from, until }) => ({ id, from, until }))).toEqual(taking);
	}
	// It is settled: nobody writes any more.
	await meet();
	expect((await left.client.share.status()).waitingChanges).toBe(0);
});

it('a session and an appointment that two PCs planned in one room while apart are a decision', async () => {
	const place = office();
	const left = await place.pc('Büro links');
	const { member } = await newSite(left);
	const at = await clients(left, member);
	const { id: hall } = await left.client.rooms.create({ ...EMPTY_ROOM, name: 'Saal', forCounselling: true });
	await left.client.share.connect({ folder: place.share });
	await sync(left);
	const right = await place.pc('Büro rechts');
	await joinSite(right, place.share);
	const meet = async () => {
		for (const pc of [left, right, left, right]) await sync(pc);
	};
	const planned = { ...PLAN, ...TUESDAYS, roomId: hall, firstOn: TUESDAY };
	const { id: known } = await left.client.offers.create({ ...planned, from: time('09:00'), until: time('10:00') });
	await booked(at, { roomId: hall, from: time('09:30'), until: time('10:00'), reason: 'nur kurz' });
	await meet();
	const id = await booked({ ...at, ...left }, { roomId: hall });
	const { id: offerId } = await right.client.offers.create({
		...planned,
		name: 'Chor',
		from: time('10:30'),
		until: time('12:00'),
	});
	await meet();
	for (const { client } of [left, right]) {
		const [double, ...rest] = await client.appointments.doubles();
		expect(rest).toEqual([]);
		expect(double?.appointments.map((one) => one.id)).toEqual([id]);
		expect(double?.sessions).toEqual([
			{ offerId, name: 'Chor', day: TUESDAY, from: '10:30', until: '12:00', roomName: 'Saal', leaderNames: [] },
		]);
		const [shadow] = await client.schedule.doubles();
		expect([shadow?.busy.map((one) => one.id), shadow?.sessions]).toEqual([[id], double?.sessions]);
	}
	// The other one was known when it was booked.
	const decided = { ids: [id, offerId] as unknown as RecordId[] };
	const foreign = { ids: [id, known] as unknown as RecordId[] };
	expect((await refusalOf(left.client.appointments.keepDouble(foreign))).code).toBe('OUTDATED');
	await left.client.appointments.keepDouble(decided);
	await meet();
	for (const { client } of [left, right]) {
		expect(await client.appointments.doubles()).toEqual([]);
		expect(await client.schedule.doubles()).toEqual([]);
	}
}, 120_000);

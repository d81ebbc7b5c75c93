import { expect, it } from 'vitest';
import type { ReservationId } from '#shared/kernel/ids.ts';
import { joinSite, newSite, office, refusalOf, sync } from '#tests/support/office.ts';
import { item, OPEN, reserve, stocked, WAITING } from '#tests/support/reservation-desk.ts';
import type { TestBackend } from '#tests/support/test-backend.ts';

/** Reservations that two PCs made while apart. */

it('two PCs that reserve the same days while apart both keep them, and both ask once', async () => {
	const place = office();
	const tresen = await place.pc('Tresen');
	await newSite(tresen);
	const left = await stocked(tresen);
	const bit = await item(left, 'Bohrer');
	const kit = await item(left, 'Set', { parts: [left.drill, bit] });
	await left.client.share.connect({ folder: place.share });
	await sync(left);
	const right = { ...left, ...(await place.pc('Werkstatt')) };
	await joinSite(right, place.share);

	const meet = async () => {
		for (const pc of [left, right, left, right]) await sync(pc);
	};
	// A chain: 1–3, 3–5, 5–7; and the kit on another day, of which the other PC reserved a part.
	const a = await reserve(left, left.drill, left.ada, 1, 2);
	const c = await reserve(left, left.drill, left.cem, 8, 9);
	const b = await reserve(right, right.drill, right.ben, 2, 8);
	const d = await reserve(left, kit, left.ada, 15, 16);
	const e = await reserve(right, bit, right.ben, 16, 17);
	await meet();
	const clusters = async ({ client }: TestBackend) =>
		(await client.reservations.doubles()).map(({ reservations }) => reservations.map(({ id }) => id));
	for (const pc of [left, right]) {
		expect(await clusters(pc)).toEqual([
			[a.id, b.id, c.id],
			[d.id, e.id],
		]);
		expect((await pc.client.reservations.list(OPEN)).total).toBe(5);
	}
	expect((await left.client.reservations.doubles())[0]?.reservations[1]).toMatchObject({
		...{ borrowerName: 'Ben Yılmaz', itemName: 'Bohrmaschine', madeBy: 'Anna Müller' },
	});

	// The first stays: only what stands against it goes, so the third stays too.
	const settle = (pc: TestBackend, stays: ReservationId) =>
		pc.client.reservations.settleDouble({ stays, note: 'doppelt reserviert; Ada war zuerst da' });
	expect(await settle(left, a.id)).toEqual({ cancelled: [b.id] });
	expect((await refusalOf(settle(left, a.id))).code).toBe('OUTDATED');
	expect(await settle(right, e.id)).toEqual({ cancelled: [d.id] });
	await meet();
	for (const pc of [left, right]) {
		expect(await clusters(pc)).toEqual([]);
		expect((await pc.client.reservations.list(OPEN)).rows.map(({ id }) => id)).toEqual([a.id, c.id, e.id]);
		const past = (await pc.client.reservations.list({ ...OPEN, filter: 'past' })).rows;
		expect(past.map(({ id, cancelNote }) => [id, cancelNote])).toEqual([
			[d.id, 'doppelt reserviert; Ada war zuerst da'],
			[b.id, 'doppelt reserviert; Ada war zuerst da'],
		]);
	}
	await left.client.reservations.reopen({ ids: [b.id] });
	expect(await clusters(left)).toEqual([[a.id, b.id, c.id]]);

	// Decided by both while apart, each differently: one of the two answers holds as a whole.
	await meet();
	await settle(left, a.id);
	await settle(right, b.id);
	await meet();
	const kept = (await left.client.reservations.list(OPEN)).rows.map(({ id }) => id);
	expect([[a.id, c.id, e.id].join(), [b.id, e.id].join()]).toContain(kept.join());
	expect((await right.client.reservations.list(OPEN)).rows.map(({ id }) => id)).toEqual(kept);
	for (const pc of [left, right]) expect(await clusters(pc)).toEqual([]);

	// Holds of both PCs stand in one queue, the same on both.
	await left.client.reservations.hold({ borrowerId: left.cem, itemId: bit });
	left.clock.advance(1000);
	await right.client.reservations.hold({ borrowerId: right.ada, itemId: bit });
	await meet();
	const [queue, same] = await Promise.all([left, right].map(({ client }) => client.reservations.holds(WAITING)));
	expect(queue?.map(({ borrowerName, place: at }) => [borrowerName, at])).toEqual([
		['Cem Yılmaz', 1],
		['Ada Yılmaz', 2],
	]);
	expect(same).toEqual(queue);
}, 120_000);

import { expect, it } from 'vitest';
import type { BorrowerId, ItemId } from '#shared/kernel/ids.ts';
import { refusalOf } from '#tests/support/office.ts';
import { ahead, DAY, desk, item, lend, OPEN, reserve, taken, today } from '#tests/support/reservation-desk.ts';

/** Reservations and availability over real encrypted files, with the lending desk around them. */

it('moves both ends to opening days and says so; what stands against it needs a reason', async () => {
	const pc = await desk();
	// Saturday to the next Sunday.
	const wanted = { itemId: pc.drill, borrowerId: pc.ada, fromOn: ahead(pc, 5), untilOn: ahead(pc, 13) };
	const moved = {
		from: { asked: ahead(pc, 5), day: ahead(pc, 7), closedFor: null },
		until: { asked: ahead(pc, 13), day: ahead(pc, 14), closedFor: null },
	};
	expect(await pc.client.reservations.check(wanted)).toEqual({ ...moved, conflicts: [] });
	const made = await pc.client.reservations.create({ ...wanted, note: ' Straßenfest ', reason: 'unnötig' });
	expect(made).toEqual({ id: made.id, fromOn: ahead(pc, 7), untilOn: ahead(pc, 14) });
	expect((await pc.client.reservations.list(OPEN)).rows).toMatchObject([
		{ id: made.id, borrowerName: 'Ada Yılmaz', itemName: 'Bohrmaschine', note: 'Straßenfest', reason: null, conflicts: [] },
	]);
	expect(await taken(pc, pc.drill)).toEqual([['reserved', ahead(pc, 7), ahead(pc, 14), 'Ada Yılmaz']]);

	const conflict = { why: 'reserved', from: ahead(pc, 7), until: ahead(pc, 14), claimId: made.id };
	const refused = await refusalOf(reserve(pc, pc.drill, pc.ben, 14, 16));
	expect(refused).toMatchObject({ code: 'CONFLICTS', defined: true, data: { conflicts: [conflict] } });
	const second = await reserve(pc, pc.drill, pc.ben, 14, 16, 'Übergabe am selben Tag');
	const rows = (await pc.client.reservations.list(OPEN)).rows;
	expect(rows.map(({ id, reason }) => [id, reason])).toEqual([
		[made.id, null],
		[second.id, 'Übergabe am selben Tag'],
	]);
	expect(rows.map(({ conflicts }) => conflicts.map(({ claimId }) => claimId))).toEqual([[second.id], [made.id]]);
	// Known when it was made: nothing to decide.
	expect(await pc.client.reservations.doubles()).toEqual([]);

	await pc.client.reservations.cancel({ id: made.id });
	expect((await pc.client.reservations.list(OPEN)).rows).toMatchObject([{ id: second.id, conflicts: [] }]);
	expect((await pc.client.reservations.list({ ...OPEN, filter: 'past' })).rows).toMatchObject([
		{ id: made.id, state: 'cancelled' },
	]);
	await pc.client.reservations.reopen({ ids: [made.id] });
	expect((await pc.client.reservations.list({ ...OPEN, text: 'ben bohr' })).rows).toMatchObject([{ id: second.id }]);
	expect((await pc.client.reservations.list({ ...OPEN, borrowerId: pc.ada })).rows).toMatchObject([{ id: made.id }]);
	expect((await pc.client.reservations.exportCsv(OPEN)).text).toContain(
		';Bohrmaschine;Ben Yılmaz;offen;;Übergabe am selben Tag;\r\n',
	);
});

it('refuses days that cannot be, and names whatever else is in the way', async () => {
	const pc = await desk();
	for (const [from, until] of [
		[3, 2],
		[-1, 2],
		[0, 365],
		[700, 731],
	] as const)
		expect((await refusalOf(reserve(pc, pc.drill, pc.ada, from, until))).code).toBe('IMPOSSIBLE_DATE');
	const nobody = '01890000-0000-7000-8000-000000000000';
	expect((await refusalOf(reserve(pc, nobody as ItemId, pc.ada, 1, 2))).code).toBe('NOT_FOUND');
	expect((await refusalOf(reserve(pc, pc.drill, nobody as BorrowerId, 1, 2))).code).toBe('NOT_FOUND');

	const conflicts = async (itemId: ItemId, from: number, until: number) =>
		(
			await pc.client.reservations.check({ itemId, borrowerId: pc.cem, fromOn: ahead(pc, from), untilOn: ahead(pc, until) })
		).conflicts.map(({ why, from: first, until: last, who, reason, through }) => [
			...[why, first, last, who?.name ?? reason],
			...(through ? [through.name] : []),
		]);
	const saw = await item(pc, 'Säge', { testedUntil: ahead(pc, 20) });
	expect(await conflicts(saw, 18, 22)).toEqual([['test_overdue', ahead(pc, 21), null, null]]);
	await pc.client.inventory.setState({ id: saw, state: 'maintenance', reason: 'Blatt stumpf' });
	expect(await conflicts(saw, 2, 3)).toEqual([['maintenance', today(pc), null, 'Blatt stumpf']]);

	const kit = await item(pc, 'Set', { parts: [pc.drill, await item(pc, 'Koffer')] });
	await lend(pc, pc.ada, [pc.drill]);
	expect(await conflicts(kit, 1, 2)).toEqual([['lent', today(pc), ahead(pc, 14), 'Ada Yılmaz', 'Bohrmaschine']]);
	// Ben waits for it: when it is due, it is his for seven opening days.
	await pc.client.reservations.hold({ borrowerId: pc.ben, itemId: pc.drill });
	expect(await conflicts(pc.drill, 15, 16)).toEqual([['waited_for', ahead(pc, 14), ahead(pc, 22), 'Ben Yılmaz']]);
	expect(await conflicts(pc.drill, 23, 24)).toEqual([]);
	pc.clock.advance(20 * DAY);
	expect(await conflicts(pc.drill, 25, 26)).toEqual([
		['overdue', today(pc), null, 'Ada Yılmaz'],
		['waited_for', today(pc), null, 'Ben Yılmaz'],
	]);
});

it('what is reserved for one is given to another only with a reason; given to whom it is for it is collected, and undo reopens it', async () => {
	const pc = await desk();
	const { id } = await reserve(pc, pc.drill, pc.ada, 3, 4);
	const held = await refusalOf(lend(pc, pc.ben, [pc.drill]));
	expect(held).toMatchObject({
		code: 'REFUSED',
		data: { obstacles: [{ code: 'reserved', detail: 'Ada Yılmaz', weight: 'asks' }] },
	});
	const step = await lend(pc, pc.ada, [pc.drill]);
	expect(step.collected).toEqual([id]);
	const collected = { ...OPEN, filter: 'past' } as const;
	expect((await pc.client.reservations.list(collected)).rows).toMatchObject([
		{ id, state: 'collected', loanId: step.loans[0]?.id },
	]);
	await pc.client.lending.undo(step);
	expect((await pc.client.reservations.list(OPEN)).rows).toMatchObject([{ id, state: 'open', loanId: null }]);
	expect((await lend(pc, pc.ben, [pc.drill], { reason: 'Ada kommt erst nächste Woche' })).collected).toEqual([]);
	expect((await pc.client.reservations.list(OPEN)).rows).toMatchObject([{ id, conflicts: [{ why: 'lent' }] }]);
});

it('a kit and its parts: whoever reserved the kit keeps it, whichever part somebody else asks for', async () => {
	const pc = await desk();
	const bit = await item(pc, 'Bohrer');
	const kit = await item(pc, 'Set', { parts: [pc.drill, bit] });
	const { id } = await reserve(pc, kit, pc.ada, 0, 2);
	const obstacles = async (borrowerId: BorrowerId, itemIds: ItemId[], kitId: ItemId | null = null) =>
		(
			(await refusalOf(lend(pc, borrowerId, itemIds, {}, kitId))).data as { obstacles: { code: string; itemId: ItemId }[] }
		).obstacles.filter(({ code }) => code === 'reserved');
	expect(await obstacles(pc.ben, [bit])).toMatchObject([{ itemId: bit, detail: 'Ada Yılmaz' }]);
	expect(await obstacles(pc.ben, [kit, pc.drill, bit], kit)).toMatchObject([{ itemId: kit }]);
	expect((await lend(pc, pc.ada, [kit, pc.drill, bit], {}, kit)).collected).toEqual([id]);
});

it('closed days are named, and a day that was closed since moves what ends there', async () => {
	const pc = await desk();
	await reserve(pc, pc.drill, pc.ada, 1, 3);
	const hours = await pc.client.site.openingHours();
	await pc.client.site.saveOpeningHours({
		...hours,
		closures: [{ from: ahead(pc, 3), until: ahead(pc, 4), name: 'Umbau' }],
	});
	expect(await taken(pc, pc.drill)).toEqual([['reserved', ahead(pc, 1), ahead(pc, 7), 'Ada Yılmaz']]);
	const { closed } = await pc.client.reservations.availability({ itemIds: [pc.drill], from: today(pc), until: ahead(pc, 6) });
	expect(closed).toEqual([
		{ day: ahead(pc, 3), name: 'Umbau' },
		{ day: ahead(pc, 4), name: 'Umbau' },
		{ day: ahead(pc, 5), name: null },
		{ day: ahead(pc, 6), name: null },
	]);
	const check = { itemId: pc.drill, borrowerId: pc.ben, fromOn: ahead(pc, 3), untilOn: ahead(pc, 9) };
	expect((await pc.client.reservations.check(check)).from).toEqual({
		asked: ahead(pc, 3),
		day: ahead(pc, 7),
		closedFor: 'Umbau',
	});
});

import { expect, it } from 'vitest';
import { refusalOf } from '#tests/support/office.ts';
import { ahead, DAY, desk, giveBack, lend, taken, today, WAITING } from '#tests/support/reservation-desk.ts';

/** Who waits for what: holds over real encrypted files, with the lending desk around them. */

it('whoever waits is next: said when it comes back, kept for them, refused to others, and nobody extends over it', async () => {
	const pc = await desk();
	const first = await lend(pc, pc.ada, [pc.drill]);
	const [line] = first.loans[0]?.lines ?? [];
	const ben = await pc.client.reservations.hold({ borrowerId: pc.ben, itemId: pc.drill });
	expect(ben).toMatchObject({ place: 1, state: 'waiting', until: null, borrowerName: 'Ben Yılmaz', itemName: 'Bohrmaschine' });
	expect((await refusalOf(pc.client.reservations.hold({ borrowerId: pc.ben, itemId: pc.drill }))).code).toBe('ALREADY_WAITING');
	pc.clock.advance(1000);
	await pc.client.reservations.hold({ borrowerId: pc.cem, itemId: pc.drill });
	const extend = (reason: string | null) =>
		pc.client.lending.extend({ lineIds: line ? [line] : [], dueOn: ahead(pc, 21), reason });
	expect(await refusalOf(extend(null))).toMatchObject({
		code: 'REFUSED',
		data: { obstacles: [{ code: 'held', detail: 'Ben Yılmaz', weight: 'asks' }] },
	});

	pc.clock.advance(DAY);
	const returned = await giveBack(pc, line ? [line] : []);
	// From Tuesday on, seven opening days.
	const until = ahead(pc, 8);
	expect(returned.waiting).toEqual([{ itemId: pc.drill, itemName: 'Bohrmaschine', borrowerName: 'Ben Yılmaz', until }]);
	expect(await taken(pc, pc.drill)).toEqual([['held', today(pc), until, 'Ben Yılmaz']]);
	const states = async () =>
		(await pc.client.reservations.holds(WAITING)).map(({ borrowerName, place, state, until: last }) => [
			borrowerName,
			place,
			state,
			last,
		]);
	expect(await states()).toEqual([
		['Ben Yılmaz', 1, 'ready', until],
		['Cem Yılmaz', 2, 'waiting', null],
	]);
	expect(await refusalOf(lend(pc, pc.cem, [pc.drill]))).toMatchObject({
		data: { obstacles: [{ code: 'held', detail: 'Ben Yılmaz' }] },
	});
	const step = await lend(pc, pc.ben, [pc.drill]);
	expect(step.collected).toEqual([ben.id]);
	expect(await states()).toEqual([['Cem Yılmaz', 1, 'waiting', null]]);
	await pc.client.lending.undo(step);
	expect(await states()).toMatchObject([
		['Ben Yılmaz', 1, 'ready', until],
		['Cem Yılmaz', 2, 'waiting', null],
	]);

	// Ben does not come: his time lapses, and Cem is told.
	pc.clock.advance(9 * DAY);
	expect(await states()).toEqual([['Cem Yılmaz', 1, 'ready', ahead(pc, 8)]]);
	const past = () => pc.client.reservations.holds({ ...WAITING, filter: 'past' });
	expect(await past()).toMatchObject([{ id: ben.id, state: 'lapsed', until, place: 0 }]);
	const [cem] = await pc.client.reservations.holds(WAITING);
	if (!cem) throw new Error('Cem waits no more');
	await pc.client.reservations.cancelHold({ id: cem.id });
	expect(await past()).toMatchObject([{ id: cem.id, state: 'cancelled' }, { id: ben.id }]);
	await pc.client.reservations.reopenHold({ id: cem.id });
	expect(await states()).toEqual([['Cem Yılmaz', 1, 'ready', ahead(pc, 8)]]);
});

it('time spent in maintenance is nobody’s time in the queue', async () => {
	const pc = await desk();
	const step = await lend(pc, pc.ada, [pc.drill]);
	await pc.client.reservations.hold({ borrowerId: pc.ben, itemId: pc.drill });
	await giveBack(pc, step.loans[0]?.lines ?? []);
	await pc.client.inventory.setState({ id: pc.drill, state: 'maintenance', reason: 'Kabel' });
	pc.clock.advance(30 * DAY);
	expect(await pc.client.reservations.holds(WAITING)).toMatchObject([{ state: 'waiting', until: null }]);
	await pc.client.inventory.setState({ id: pc.drill, state: 'active', reason: null });
	const [hold] = await pc.client.reservations.holds(WAITING);
	expect(hold).toMatchObject({ state: 'ready' });
	expect((hold?.until ?? '') > ahead(pc, 6)).toBe(true);
});

it('who gets it out of turn does not wait any longer', async () => {
	const pc = await desk();
	await pc.client.reservations.hold({ borrowerId: pc.ada, itemId: pc.drill });
	pc.clock.advance(1000);
	const ben = await pc.client.reservations.hold({ borrowerId: pc.ben, itemId: pc.drill });
	const step = await lend(pc, pc.ben, [pc.drill], { reason: 'Ada hat abgesagt, am Telefon' });
	expect(step.collected).toEqual([ben.id]);
	expect(await pc.client.reservations.holds(WAITING)).toMatchObject([{ borrowerName: 'Ada Yılmaz', state: 'waiting', place: 1 }]);
});

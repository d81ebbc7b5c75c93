import { expect, it } from 'vitest';
import type { SqliteFile } from '#main/database/open.ts';
import { kioskOffice, leaving, said, TODAY } from '#tests/support/kiosk-office.ts';
import { HOUR } from '#tests/support/office.ts';
import type { TestBackend } from '#tests/support/test-backend.ts';
import { vaultOf } from '#tests/support/vault-of.ts';

const out = (visitor: Parameters<typeof said>[1]) => ({ entry: crypto.randomUUID() as string, visitor, language: 'de' as const });

/** As a kiosk for a while, and back. */
async function asKiosk(pc: TestBackend, work: () => Promise<unknown>, expected: number): Promise<void> {
	await pc.client.kiosk.enter();
	await work();
	await pc.client.kiosk.leave(leaving);
	await pc.settle('what was said', async () => (await pc.client.signIns.ofDay({ day: TODAY })).length === expected);
}

it('knows who is in the building, by card, by name and without one, and whom a member has matched', async () => {
	const { pc, offerId } = await kioskOffice();
	const { id, number } = await pc.client.borrowers.create({
		...{ firstName: 'Fatma', lastName: 'Yılmaz', street: null, postcode: null, city: null, phone: null, email: null },
		...{ idSeenOn: null, houseRulesOn: null, mostItems: null, remarks: null },
	});
	await asKiosk(
		pc,
		async () => {
			await pc.client.kiosk.signIn(said(offerId, { by: 'card', number }));
			await pc.client.kiosk.signIn(said(offerId, { by: 'name', name: 'Nur A.' }));
			await pc.client.kiosk.signIn(said(null, { by: 'name', name: 'Olena' }));
			await pc.client.kiosk.signIn(said(null, { by: 'anonymous' }));
			await pc.client.kiosk.signIn(said(null, { by: 'anonymous' }));
			await pc.client.kiosk.signOut(out({ by: 'name', name: 'olena' }));
			await pc.client.kiosk.signOut(out({ by: 'anonymous' }));
			await pc.client.kiosk.signOut(out({ by: 'name', name: 'Nuhr A.' }));
			await pc.client.kiosk.signOut(out({ by: 'name', name: 'Olena' }));
		},
		9,
	);
	const building = await pc.client.signIns.building();
	expect(building.people.map(({ name }) => name)).toEqual(['Fatma Yılmaz', 'Nur A.', null]);
	// Nobody called so had come; Olena had, and said twice that she leaves.
	expect(building).toMatchObject({ left: 2, isShareAway: false, strays: ['Nuhr A.'] });
	const entries = await pc.client.signIns.ofDay({ day: TODAY });
	expect(entries.find(({ by }) => by === 'card')?.borrower).toMatchObject({ id, knownBy: 'card' });
	const nur = entries.find(({ name }) => name === 'Nur A.');
	if (!nur) throw new Error('not there');
	await pc.client.signIns.match({ id: nur.id, borrowerId: id });
	expect((await pc.client.signIns.building()).people).toHaveLength(2);
	await pc.client.signIns.match({ id: nur.id, borrowerId: null });
	expect((await pc.client.signIns.building()).people).toHaveLength(3);

	const [, , nameless] = building.people;
	for (const id of [nur.id, nameless?.id ?? nur.id]) await pc.client.signIns.setLeft({ id, hasLeft: true });
	expect(await pc.client.signIns.building()).toMatchObject({ people: [{ name: 'Fatma Yılmaz' }], left: 4 });
	await pc.client.signIns.setLeft({ id: nur.id, hasLeft: false });
	expect((await pc.client.signIns.building()).people.map(({ name }) => name)).toEqual(['Fatma Yılmaz', 'Nur A.']);
}, 60_000);

it('says when a kiosk’s clock is wrong by a day, and places what was said by the session it names', async () => {
	const { pc, offerId } = await kioskOffice();
	await pc.client.kiosk.enter();
	pc.clock.advance(24 * HOUR);
	await pc.client.kiosk.signIn(said(offerId, { by: 'name', name: 'Vorgestellt' }));
	pc.clock.advance(-24 * HOUR);
	await pc.client.kiosk.leave(leaving);
	await pc.settle('it', async () => (await pc.client.signIns.ofDay({ day: TODAY })).length === 1);
	const [entry] = await pc.client.signIns.ofDay({ day: TODAY });
	expect(entry?.session?.name).toBe('Nähwerkstatt');
	expect(entry?.clockOffMs).toBeGreaterThan(23 * HOUR);
	expect((await pc.client.attendance.ofSession({ offerId, ruleDay: TODAY })).present).toHaveLength(1);
}, 60_000);

it('lets names go after their weeks, in attendance too, and keeps the figures, of which small ones are not told', async () => {
	const { pc, offerId } = await kioskOffice();
	await asKiosk(
		pc,
		async () => {
			for (const name of ['A', 'B', 'C', 'D']) await pc.client.kiosk.signIn(said(offerId, { by: 'name', name }, { sex: 'w' }));
			await pc.client.kiosk.signIn(said(offerId, { by: 'name', name: 'E' }, { sex: 'm' }));
		},
		5,
	);
	const span = { from: TODAY, until: TODAY };
	const before = await pc.client.signIns.figures(span);
	expect(before).toMatchObject([{ month: '2026-03', offerName: 'Nähwerkstatt', total: 5 }]);
	// One man would be five less four women: neither is told.
	expect(before[0]?.sexes.map(({ count }) => count)).toEqual([null, null]);
	expect(before[0]?.languages).toEqual([{ of: 'tr', count: 5 }]);
	await pc.client.signIns.saveRules({ keptWeeks: 2 });
	await pc.client.members.lock();
	pc.clock.advance(15 * 24 * HOUR);
	await pc.client.members.signIn(leaving);
	await pc.settle('names to go', async () =>
		(await pc.client.signIns.ofDay({ day: TODAY })).every(({ name, card }) => name === null && card === null),
	);
	expect(await pc.client.signIns.figures(span)).toEqual(before);
	const { present } = await pc.client.attendance.ofSession({ offerId, ruleDay: TODAY });
	expect(present.map(({ name }) => name)).toEqual([null, null, null, null, null]);
	expect((await pc.client.signIns.exportCsv(span)).text).not.toContain('"A"');
	const told = (file: SqliteFile, table: string) =>
		file.prepare("SELECT count(*) FROM change WHERE table_name = ? AND kind <> 'erase'").pluck().get(table);
	expect(told(await vaultOf(pc, 'workshop', leaving.signInName), 'sign_in_visitor'), 'not in the history either').toBe(0);
	expect(told(await vaultOf(pc, 'office', leaving.signInName), 'attendance'), 'but five heads').toBe(5);
}, 60_000);

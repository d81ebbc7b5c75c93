import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { RepairId } from '#shared/kernel/ids.ts';
import { campaign, printedSeed } from '#tests/support/campaign.ts';
import { HOUR, joinSite, newSite, type Office, office, sync } from '#tests/support/office.ts';
import { INTAKE } from '#tests/support/repair-intake.ts';
import type { TestBackend } from '#tests/support/test-backend.ts';

/** Two PCs in one workshop, now together and now apart: no number twice, no helper lost, nothing unsafe unseen. */

async function twoPcs(): Promise<{ place: Office; pcs: readonly [TestBackend, TestBackend] }> {
	const place = office();
	const a = await place.pc('Tresen');
	await newSite(a);
	await a.client.share.connect({ folder: place.share });
	const b = await place.pc('Werkbank');
	await joinSite(b, place.share);
	await sync(a);
	return { place, pcs: [a, b] };
}

async function meet([a, b]: readonly [TestBackend, TestBackend]): Promise<void> {
	for (const pc of [a, b, a, b]) await sync(pc);
}

const listed = async ({ client }: TestBackend) =>
	(
		await client.repairs.list({
			...{ text: '', filter: 'all', borrowerId: null, sort: { by: 'day', descending: false }, offset: 0, limit: 500 },
		})
	).rows;

it('gives out no number twice on a day, whatever two PCs do while they are apart', async () => {
	const { pcs } = await twoPcs();
	const doing = fc.oneof(
		{ arbitrary: fc.record({ kind: fc.constant('enter' as const), pc: fc.nat({ max: 1 }) }), weight: 6 },
		{ arbitrary: fc.record({ kind: fc.constant('remove' as const), pc: fc.nat({ max: 1 }) }), weight: 1 },
		{ arbitrary: fc.record({ kind: fc.constant('meet' as const), pc: fc.constant(0) }), weight: 1 },
		{ arbitrary: fc.record({ kind: fc.constant('later' as const), pc: fc.constant(0) }), weight: 1 },
	);
	await fc.assert(
		fc.asyncProperty(fc.array(doing, { minLength: 4, maxLength: 16 }), async (steps) => {
			for (const { kind, pc: at } of steps) {
				const pc = pcs[at] ?? pcs[0];
				if (kind === 'enter') await pc.client.repairs.enter(INTAKE);
				else if (kind === 'remove') {
					const last = (await listed(pc)).at(-1);
					if (last) await pc.client.repairs.remove({ id: last.id });
				} else if (kind === 'meet') await meet(pcs);
				else for (const one of pcs) one.clock.advance(5 * HOUR);
			}
			await meet(pcs);
			const [rows, others] = [await listed(pcs[0]), await listed(pcs[1])];
			expect(others).toEqual(rows);
			const numbers = rows.map(({ day, number }) => `${day} ${number}`);
			expect(new Set(numbers).size).toBe(numbers.length);
		}),
		{ numRuns: campaign(4, 12), seed: printedSeed('queue numbers') },
	);
}, 600_000);

it('keeps both who take the same thing at once, and both words of its findings', async () => {
	const { pcs } = await twoPcs();
	const [a, b] = pcs;
	const [, second] = [await a.client.members.list(), await b.client.members.list()];
	const { id } = await a.client.repairs.enter({ ...INTAKE, power: 'none', category: null });
	await meet(pcs);
	await a.client.repairs.take({ id });
	const other = second.find(({ id: member }) => member !== undefined);
	await b.client.repairs.take({ id });
	await a.client.repairs.update({ id, changes: { diagnosis: 'Kette lang.' }, base: { diagnosis: null } });
	await b.client.repairs.update({ id, changes: { diagnosis: 'Ritzel rund.' }, base: { diagnosis: null } });
	await meet(pcs);
	const [here, there] = [await a.client.repairs.get({ id }), await b.client.repairs.get({ id })];
	expect(here).toEqual(there);
	expect(here).toMatchObject({ stage: 'in_work' });
	expect(here.helpers.map((helper) => helper.id)).toEqual([other?.id]);
	expect(here.diagnosis).toContain('Kette lang.');
	expect(here.diagnosis).toContain('Ritzel rund.');
});

it('of two steps at once one holds as a whole, and what went out untested is told', async () => {
	const { pcs } = await twoPcs();
	const [a, b] = pcs;
	const { id } = await a.client.repairs.enter(INTAKE);
	await a.client.repairs.test({ id, result: 'pass' });
	await meet(pcs);
	await a.client.repairs.finish({ id, result: 'Fixed', barrier: null });
	b.clock.advance(1000);
	await b.client.repairs.test({ id, result: 'fail' });
	await meet(pcs);
	const unsafe = async (pc: TestBackend): Promise<RepairId[]> =>
		(
			await pc.client.repairs.list({
				...{ text: '', filter: 'unsafe', borrowerId: null, sort: { by: 'day', descending: false }, offset: 0, limit: 9 },
			})
		).rows.map((row) => row.id);
	expect([await unsafe(a), await unsafe(b)]).toEqual([[id], [id]]);

	await a.client.repairs.finish({ id, result: 'Repairable', barrier: null });
	expect(await unsafe(a)).toEqual([]);
	await a.client.repairs.move({ id, to: 'in_work', helpers: [] });
	await meet(pcs);
	await a.client.repairs.finish({ id, result: 'End of life', barrier: 'Lack of equipment' });
	b.clock.advance(1000);
	await b.client.repairs.finish({ id, result: 'Unknown', barrier: null });
	await meet(pcs);
	const [here, there] = [await a.client.repairs.get({ id }), await b.client.repairs.get({ id })];
	expect(here).toEqual(there);
	expect(['Unknown null', 'End of life Lack of equipment']).toContain(`${here.result} ${here.barrier}`);
});

it('asks which of two electrical tests holds: a pass does not quietly win over a fail', async () => {
	const { pcs } = await twoPcs();
	const [a, b] = pcs;
	const { id } = await a.client.repairs.enter({ ...INTAKE, power: 'mains', category: null });
	await meet(pcs);
	await a.client.repairs.test({ id, result: 'fail' });
	b.clock.advance(HOUR);
	await b.client.repairs.test({ id, result: 'pass' });
	await b.client.repairs.finish({ id, result: 'Fixed', barrier: null });
	await meet(pcs);
	const { records } = await a.client.decisions.list();
	expect(records).toMatchObject([{ table: 'repair', id, fields: [{ field: 'electricalTest' }] }]);
	const [open] = records.flatMap(({ fields }) => fields);
	const failed = open?.sides.find(({ value }) => (value as { result: string }).result === 'fail');
	if (!open || !failed) throw new Error('there are no two tests');
	await a.client.decisions.decide({ table: 'repair', id, field: open.field, name: open.name, value: failed.value });
	await meet(pcs);
	for (const { client } of pcs) {
		expect(await client.decisions.list()).toMatchObject({ records: [] });
		// It went out as repaired and must not have.
		const { rows } = await client.repairs.list({
			...{ text: '', filter: 'unsafe', borrowerId: null, sort: { by: 'day', descending: false }, offset: 0, limit: 5 },
		});
		expect(rows.map((row) => row.id)).toEqual([id]);
	}
});

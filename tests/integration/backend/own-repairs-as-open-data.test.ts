import { describe, expect, it } from 'vitest';
import { EMPTY_BORROWER } from '#shared/features/borrowers/model.ts';
import type { Selection } from '#shared/features/open-repair-data/figures.ts';
import type { IntakeFields } from '#shared/features/repairs/model.ts';
import type { RepairBarrier, RepairResult } from '#shared/features/repairs/open-repair.ts';
import { refusalOf } from '#tests/support/office.ts';
import { violationsOf } from '#tests/support/open-repair-schema.ts';
import { INTAKE } from '#tests/support/repair-intake.ts';
import { foundedBackend, type TestBackend } from '#tests/support/test-backend.ts';

/** The house's own repairs, entered and finished as the workshop does it, in figures and files. */

const OWN: Selection = { source: 'own', year: null };
const SETTINGS = { provider: 'Repair-Café Nord e. V.', country: 'DEU', group: 'nord-1' };

interface Done {
	readonly intake?: Partial<IntakeFields>;
	readonly result?: RepairResult;
	readonly barrier?: RepairBarrier | null;
	readonly diagnosis?: string;
}

async function repaired({ client }: TestBackend, { intake = {}, result = 'Fixed', barrier = null, diagnosis }: Done) {
	const { id } = await client.repairs.enter({ ...INTAKE, ...intake });
	await client.repairs.take({ id });
	if (diagnosis !== undefined) await client.repairs.update({ id, changes: { diagnosis } });
	const isMains = (intake.power ?? INTAKE.power) === 'mains';
	if (isMains) await client.repairs.test({ id, result: 'pass' });
	await client.repairs.finish({ id, result, barrier });
	return id;
}

const preview = ({ client }: TestBackend, selection = OWN) => client.openRepairData.exportPreview(selection);

async function given(pc: TestBackend, corrected: Readonly<Record<string, string>> = {}) {
	const { rows, token } = await preview(pc);
	const texts = rows.map(({ id, item, problem }) => ({ id, item: item.proposed, problem: corrected[id] ?? problem.proposed }));
	return (await pc.client.openRepairData.exportFiles({ ...OWN, token, texts })).files;
}

describe('own repairs as open data', () => {
	it('are rows when they have power and are done, counts when they have none, and say nobody’s name', async () => {
		const pc = await foundedBackend();
		const card = await pc.client.borrowers.create({ ...EMPTY_BORROWER, firstName: 'Jörg', lastName: 'Müller' });
		await repaired(pc, {
			intake: {
				...{ item: 'Toaster von Frau Schulze', category: 31, brand: 'Siemens', yearOfManufacture: 2016 },
				...{ borrowerId: card.id, problem: 'Wird nicht heiß,\nsagt Mueller, Tel. 0171 2345678' },
			},
			diagnosis: 'Thermosicherung ersetzt, "Typ G4A"',
		});
		await repaired(pc, {
			intake: { item: 'Radio', category: 23, visitorName: 'Fatma Yılmaz', problem: 'Yilmaz: rauscht' },
			...{ result: 'End of life', barrier: 'No way to open product' },
		});
		for (const result of ['Fixed', 'Fixed', 'Repairable'] as const) {
			await repaired(pc, { intake: { item: 'Hollandrad', category: 'Bicycle', power: 'none' }, result });
		}
		await repaired(pc, { intake: { item: 'Ding', category: null } });
		await pc.client.repairs.enter({ ...INTAKE, item: 'Mixer, noch in Arbeit', category: 37 });

		const shown = await preview(pc);
		expect(shown).toMatchObject({ settings: null, unpowered: 3, imported: 0, withoutCategory: [{ item: 'Ding' }] });
		expect(shown.rows.map(({ queue, item, problem }) => [queue, item.proposed, problem.proposed])).toEqual([
			['A1', 'Toaster von Frau […]', 'Wird nicht heiß, sagt […], Tel. […]. Thermosicherung ersetzt, "Typ G4A"'],
			['A2', 'Radio', '[…]: rauscht'],
		]);
		expect(await refusalOf(given(pc))).toMatchObject({ code: 'NO_SETTINGS' });
		await pc.client.openRepairData.saveSettings(SETTINGS);

		const [powered, unpowered, ...more] = await given(pc);
		expect(more).toEqual([]);
		expect(powered?.text.split('\n').slice(1)).toEqual([
			'repaircafenordev-202603090000100001,"Repair-Café Nord e. V.",DEU,"Toaster ~ Toaster von Frau […]",Toaster,31,Siemens,2016,10,Fixed,,nord-1,2026-03-09,"Wird nicht heiß, sagt […], Tel. […]. Thermosicherung ersetzt, ""Typ G4A"""',
			'repaircafenordev-202603090000100002,"Repair-Café Nord e. V.",DEU,"Radio ~ Radio","Portable radio",23,Unknown,,,"End of life","No way to open product",nord-1,2026-03-09,"[…]: rauscht"',
			'',
		]);
		expect(violationsOf(powered?.text ?? '', 'OpenRepairData_v0.3_aggregate')).toEqual([]);
		expect(unpowered?.text).toBe(
			[
				'data_provider,product_category,repair_status,total',
				'Repair-Café Nord e. V.,Unpowered - Bicycle,Fixed,2',
				'Repair-Café Nord e. V.,Unpowered - Bicycle,Repairable,1',
				'',
			].join('\n'),
		);
		expect(violationsOf(unpowered?.text ?? '', 'OpenRepairData_v0.3_unpowered')).toEqual([]);
	});

	it('leave only with the texts that were looked at', async () => {
		const pc = await foundedBackend();
		await pc.client.openRepairData.saveSettings(SETTINGS);
		const id = await repaired(pc, { intake: { item: 'Toaster', category: 31, problem: 'Sohn von Ada: kaputt' } });
		expect((await given(pc, { [id]: 'kaputt' }))[0]?.text).toMatch(/,kaputt\n$/u);

		const { token } = await preview(pc);
		const texts = [{ id, item: 'Toaster', problem: 'kaputt' }];
		expect(await refusalOf(pc.client.openRepairData.exportFiles({ ...OWN, token, texts: [] }))).toMatchObject({
			code: 'NOT_REVIEWED',
		});
		await pc.client.repairs.update({ id, changes: { problem: 'Sohn von Ada Berg: kaputt' } });
		expect(await refusalOf(pc.client.openRepairData.exportFiles({ ...OWN, token, texts }))).toMatchObject({
			code: 'NOT_REVIEWED',
		});
		const other = await preview(pc);
		await repaired(pc, { intake: { item: 'Lampe', category: 15 } });
		expect(await refusalOf(pc.client.openRepairData.exportFiles({ ...OWN, token: other.token, texts }))).toMatchObject({
			code: 'NOT_REVIEWED',
		});
		await pc.client.repairs.remove({ id });
		expect((await preview(pc)).rows.map(({ item }) => item.said)).toEqual(['Lampe']);
	});

	it('count in the figures: by kind, by age, by who did them together', async () => {
		const pc = await foundedBackend();
		await repaired(pc, { intake: { item: 'Toaster', category: 31, yearOfManufacture: 2024 } });
		await repaired(pc, { intake: { item: 'Toaster', category: 31, yearOfManufacture: 1990 }, result: 'Repairable' });
		await repaired(pc, { intake: { item: 'Hose', category: 'Textile', power: 'none' } });
		const figures = await pc.client.openRepairData.figures(OWN);
		expect(figures).toMatchObject({
			years: [2026],
			counts: { Fixed: 2, Repairable: 1, 'End of life': 0, Unknown: 0 },
			categories: [
				{ category: 31, counts: { Fixed: 1, Repairable: 1 } },
				{ category: 'Textile', counts: { Fixed: 1 } },
			],
			teams: [{ names: [expect.any(String)], counts: { Fixed: 2, Repairable: 1 } }],
			saved: [{ category: 31, items: 1, kilograms: 1.47, co2: 8.13 / 2 }],
			withoutAverage: 1,
			barriers: [],
		});
		expect(figures.ages.map(({ Fixed, Repairable }) => Fixed + Repairable)).toEqual([1, 0, 0, 0, 1, 1]);
		expect((await pc.client.openRepairData.figures({ source: 'own', year: 2025 })).counts.Fixed).toBe(0);
		expect((await pc.client.openRepairData.figures({ source: 'imported', year: null })).years).toEqual([]);
	});
});

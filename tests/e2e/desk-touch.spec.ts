import { expect, test } from './app.ts';

test.use({ viewport: { width: 1280, height: 800 }, hasTouch: true });

test('by touch alone: choose by name, lend, take back from the card', async ({ startKontor }) => {
	const { page } = await startKontor({ sample: true });
	await page.getByRole('button', { name: /Leyla Aydın/ }).tap();
	await page.getByRole('link', { name: 'Ausleihe', exact: true }).tap();
	const field = page.getByRole('combobox', { name: 'Scannen oder tippen' });
	const answer = page.locator('[aria-live="assertive"]');
	await field.tap();
	await field.fill('arslan');
	await page
		.getByRole('option', { name: /Ali Arslan/ })
		.first()
		.tap();
	await expect(page.getByRole('heading', { name: 'Ali Arslan' })).toBeVisible();

	await field.fill('set fahrradpflege');
	await page.getByRole('option', { name: /Set Fahrradpflege/ }).tap();
	await expect(answer).toContainText('Set Fahrradpflege');
	if ((await answer.textContent())?.includes('kommt zurück')) {
		await page.getByRole('button', { name: /^Fertig/ }).tap();
		await expect(answer).toContainText('Alles zurück');
		await field.fill('arslan');
		await page
			.getByRole('option', { name: /Ali Arslan/ })
			.first()
			.tap();
		await expect(page.getByRole('heading', { name: 'Ali Arslan' })).toBeVisible();
		await field.fill('set fahrradpflege');
		await page.getByRole('option', { name: /Set Fahrradpflege/ }).tap();
	}
	await expect(answer).toContainText('geht raus, mit');
	const main = page.getByRole('main');
	for (const target of await main.getByRole('button').or(main.locator('label:has([type=checkbox])')).all()) {
		if (!(await target.isVisible()) || (await target.textContent())?.includes('Beispiel wegwerfen')) continue;
		const height = (await target.boundingBox())?.height ?? 0;
		expect(height, (await target.textContent()) ?? '').toBeGreaterThanOrEqual(44);
	}
	await main.getByText('Alles vor Ort (F2)').tap();
	await expect(main.getByText(/^bis (Ladenschluss|\d)/).first()).toBeVisible();
	await page.getByRole('button', { name: /^Fertig/ }).tap();
	await expect(answer).toContainText('1 Sache an Ali Arslan vor Ort');

	await field.fill('arslan');
	await page
		.getByRole('option', { name: /Ali Arslan/ })
		.first()
		.tap();
	await page.getByRole('button', { name: 'Set Fahrradpflege kommt zurück' }).tap();
	await main.getByText('Etwas ist kaputt').first().tap();
	await page.getByRole('button', { name: /^Fertig/ }).tap();
	await expect(answer).toContainText('Was ist kaputt?');
	await page.getByLabel('Was ist kaputt?').fill('Griff locker');
	await page.getByRole('button', { name: /^Fertig/ }).tap();
	await expect(answer).toContainText('1 Sache zurück');
	await expect(answer).toContainText('1 Schaden ist notiert.');
	await answer.getByRole('button', { name: /^Rückgängig/ }).tap();
	await expect(answer).toContainText('Rückgängig gemacht');
});

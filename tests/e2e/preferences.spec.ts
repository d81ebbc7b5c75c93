import { expect, test } from './app.ts';

test('language, colours, text size and columns are still there after a restart, from the first moment on', async ({
	startKontor,
}) => {
	const first = await startKontor({ sample: true });
	await first.page.getByRole('button', { name: /Miriam Berger/ }).click();
	await first.page.getByRole('link', { name: 'Personen', exact: true }).click();
	await first.page.getByRole('button', { name: 'Spalten' }).click();
	await first.page.getByRole('checkbox', { name: 'Ort', exact: true }).check();
	await first.page.keyboard.press('Escape');
	await expect(first.page.getByRole('columnheader', { name: 'Ort' })).toBeVisible();
	await first.page.getByRole('button', { name: /^Angemeldet:/ }).click();
	await first.page.getByText('Dunkel', { exact: true }).click();
	await first.page.getByText('130 %', { exact: true }).click();
	await first.page.getByText('English', { exact: true }).click();
	await expect(first.page.getByRole('navigation', { name: 'Areas' }).getByRole('link', { name: 'People' })).toBeVisible();
	await first.page.reload();
	await expect(first.page.getByRole('columnheader', { name: 'Town' })).toBeVisible();
	await first.stop();

	const second = await startKontor({ dataDir: first.dataDir });
	const { page } = second;
	// The very first thing React paints is right already.
	await page.addInitScript(() => {
		const seen: string[] = [];
		Object.assign(window, { seen });
		new MutationObserver(() => {
			const { lang, dataset, style } = document.documentElement;
			if (document.getElementById('root')?.childElementCount)
				seen.push([lang, dataset.mantineColorScheme, style.getPropertyValue('--kontor-text-size')].join(' '));
		}).observe(document, { subtree: true, childList: true, attributes: true });
	});
	await page.reload();
	await expect(page.getByRole('button', { name: /Miriam Berger/ })).toBeVisible();
	await expect(page.getByRole('heading', { name: /^Sample office/ })).toBeVisible();
	expect([...new Set(await page.evaluate(() => (window as unknown as { seen: string[] }).seen))]).toEqual(['en dark 130%']);
});

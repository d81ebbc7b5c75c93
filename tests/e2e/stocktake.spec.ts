import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { expectAccessible } from './expect-accessible.ts';
import { scan } from './scanner-at-work.ts';

/** The sample office counts: by keyboard and scanner, by finger, and on paper. */

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name, level: 1 });
const answer = (page: Page) => page.locator('section[aria-live="assertive"]');
const field = (page: Page) => page.getByLabel('Etikett scannen oder Nummer eingeben');
const shelf = (page: Page) => page.getByRole('combobox', { name: 'Sie zählen gerade hier' });

async function openStocktakes(page: Page): Promise<void> {
	await page.getByRole('button', { name: /Leyla Aydın/ }).click();
	await page.getByRole('navigation').getByRole('link', { name: 'Inventar' }).click();
	await page.getByRole('link', { name: 'Inventur', exact: true }).click();
	await expect(heading(page, 'Inventur')).toBeVisible();
}

test('counted by keyboard and scanner, reconciled, finished, printed', async ({ startKontor, host }) => {
	const { page } = await startKontor({ sample: true });
	await openStocktakes(page);

	await test.step('begun with Enter, the field is ready', async () => {
		await page.getByLabel('Bezeichnung').focus();
		await page.keyboard.press('Enter');
		await expect(heading(page, /^Inventur /)).toBeVisible();
		await expect(field(page)).toBeFocused();
		await expectAccessible(page, 'counting');
	});

	await page.getByRole('tab', { name: 'Abgleich' }).click();
	const missing = page.getByRole('region', { name: /^Fehlt \(/ });
	const first = missing.getByRole('listitem').first();
	await expect(first).toBeVisible();
	const number = /[A-Z]{2,3}-\d{4}/.exec((await first.textContent()) ?? '')?.[0] ?? '';
	await page.getByRole('tab', { name: 'Zählen' }).click();

	await test.step('a shelf, a thing on the wrong one, an unknown label: each has its answer', async () => {
		await scan(page, 'KONTOR-ORT:Dachboden');
		await expect(answer(page)).toContainText('Jetzt: Dachboden');
		await shelf(page).focus();
		await scan(page, number);
		await expect(answer(page)).toContainText(number);
		await expect(answer(page)).toContainText('Achtung');
		await expect(shelf(page)).toHaveValue('Dachboden');
		await field(page).fill('XX-4711');
		await field(page).press('Enter');
		await expect(answer(page)).toContainText('XX-4711 steht nicht im Inventar');
		await scan(page, 'XX-4711');
		await expect(answer(page)).toContainText('Schon gezählt');
		await expectAccessible(page, 'counting with an answer');
	});

	await test.step('one click each, and back again', async () => {
		await page.getByRole('tab', { name: 'Abgleich' }).focus();
		await page.keyboard.press('Enter');
		const here = page.getByRole('button', { name: `Gehört jetzt hierher: ${number}` });
		await here.focus();
		await page.keyboard.press('Enter');
		await expect(page.getByText('Ort im Inventar geändert', { exact: true })).toBeVisible();
		await page.getByRole('button', { name: `Rückgängig: ${number}` }).focus();
		await page.keyboard.press('Enter');
		await expect(here).toBeVisible();
		await expectAccessible(page, 'reconciling');
		const unknown = page.getByRole('region', { name: /^Unbekannte Nummer \(1\)/ });
		await expect(unknown.getByRole('link', { name: 'Anlegen: XX-4711' })).toBeVisible();
		await unknown.getByRole('button', { name: 'Zur Kenntnis genommen: XX-4711' }).click();
		await expect(unknown.getByText('zur Kenntnis genommen', { exact: true })).toBeVisible();
	});

	await test.step('finished with what is open; the protocol has every number', async () => {
		await page.getByRole('button', { name: 'Abschließen' }).click();
		await expect(page.getByText(/stehen als offen im Protokoll/)).toBeVisible();
		const paper = page.getByRole('region', { name: 'So sieht das Protokoll aus' });
		await expect(paper.getByRole('heading', { name: 'Inventurprotokoll' })).toBeVisible();
		await expectAccessible(page, 'protocol');
		if (host === 'browser') {
			const download = page.waitForEvent('download');
			await page.getByRole('button', { name: 'Als Tabelle speichern' }).click();
			const table = await (await download).createReadStream();
			let csv = '';
			for await (const chunk of table) csv += String(chunk);
			const numbers = csv.split('\r\n').flatMap((line) => /^[A-Z]{2,4}-\d+/.exec(line)?.[0] ?? []);
			expect(numbers.length).toBeGreaterThan(30);
			expect(numbers).toContain('XX-4711');
			await page.emulateMedia({ media: 'print' });
			await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
			const printed = (await page.locator('body > div:last-child article').textContent()) ?? '';
			for (const one of numbers) expect(printed).toContain(one);
			const pdf = await page.pdf({ preferCSSPageSize: true });
			expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThan(1);
			await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
		}
	});
});

test.describe('with fingers', () => {
	test.use({ hasTouch: true });
	test('counted by touch alone: place chosen, number typed, consequence tapped, all missing at once', async ({ startKontor }) => {
		const { page } = await startKontor({ sample: true });
		await openStocktakes(page);
		await page.getByRole('combobox', { name: 'Was wird gezählt?' }).tap();
		await page.getByRole('option', { name: 'Nur ein Ort' }).tap();
		await page.getByRole('combobox', { name: 'Ort', exact: true }).tap();
		const place = page.getByRole('listbox').getByRole('option').first();
		const name = (await place.textContent()) ?? '';
		await place.tap();
		await page.getByRole('button', { name: 'Inventur beginnen' }).tap();
		await expect(shelf(page)).toHaveValue(name);
		await page.getByRole('tab', { name: 'Abgleich' }).tap();
		const bulk = page.getByRole('button', { name: /^Alle \d+ als vermisst eintragen$/ });
		const count = Number(/\d+/.exec((await bulk.textContent()) ?? '')?.[0]);
		await bulk.tap();
		await expect(page.getByText(`${count} Gegenstände: als vermisst eingetragen.`)).toBeVisible();
		await expect(bulk).toBeHidden();
		await page.getByRole('alert').getByRole('button', { name: 'Rückgängig' }).tap();
		await expect(bulk).toBeVisible();
		const number =
			/[A-Z]{2,3}-\d{4}/.exec(
				(await page
					.getByRole('region', { name: /^Fehlt/ })
					.getByRole('listitem')
					.first()
					.textContent()) ?? '',
			)?.[0] ?? '';
		await page.getByRole('tab', { name: 'Zählen' }).tap();
		await field(page).fill(number);
		await page.getByRole('button', { name: 'Zählen', exact: true }).tap();
		await expect(answer(page)).toContainText(number);
		await expect(answer(page)).toContainText('Gut');
	});
});

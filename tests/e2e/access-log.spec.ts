import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { expectAccessible } from './expect-accessible.ts';
import { createSite, goTo, signIn } from './people-at-work.ts';

/** What the browser does around a print, without the dialog. */
async function print(page: Page, meanwhile?: () => Promise<void>): Promise<void> {
	await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
	await meanwhile?.();
	await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
}

const enter = (page: Page, name: RegExp) => page.getByRole('button', { name }).click();

test('the administration sees what was done and by whom, the case file also what was done with it', async ({ startKontor }) => {
	const { page } = await startKontor({ sample: true });
	await enter(page, /Miriam Berger/);
	await goTo(page, 'Fallakten');
	await page.getByRole('row').nth(2).click();
	await expect(page.getByLabel('Vermerk', { exact: true })).toBeVisible();
	const person = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
	await print(page);
	await page.getByRole('button', { name: 'Weitere Aktionen' }).click();
	await page.getByRole('menuitem', { name: 'Wer hat diese Akte geöffnet?' }).click();
	const accesses = page.getByRole('dialog').getByRole('listitem');
	await expect(accesses).toHaveText([/Miriam Berger · gedruckt/, /Miriam Berger · gelesen/]);
	await page.keyboard.press('Escape');
	await expect(page.getByRole('link', { name: 'Zugriffsprotokoll' })).toHaveCount(0);
	await page.evaluate(() => {
		location.hash = '#/zugriffsprotokoll';
	});
	await expect(page.getByRole('heading', { name: 'Diese Seite gibt es nicht', level: 1 })).toBeVisible();
	await page.keyboard.press('Control+l');

	await enter(page, /Petra Sommer/);
	await goTo(page, 'Zugriffsprotokoll');
	const rows = page.getByRole('table').getByRole('row');
	await expect(rows.filter({ hasText: 'Fallakte gedruckt' })).toContainText('Miriam Berger');
	await expect(rows.filter({ hasText: 'Fallakte gelesen' })).toContainText('Beispiel-PC');
	await expect(rows.filter({ hasText: 'Angemeldet' })).toContainText(['Petra Sommer', 'Miriam Berger']);
	await expect(page.locator('main')).not.toContainText(person);

	await print(page, async () => {
		await page.emulateMedia({ media: 'print' });
		await expect(page.locator('table')).toContainText('Fallakte gedruckt');
		await expect(page.locator('main')).toBeHidden();
		await page.emulateMedia({ media: 'screen' });
	});
	await expect(page.locator('table')).toHaveCount(0);

	await page.getByRole('combobox', { name: 'Zeitraum' }).click();
	await page.getByRole('option', { name: 'Von – bis' }).click();
	await page.getByLabel('Von').fill('01.01.2020');
	await expect(page.getByText('Höchstens 92 Tage auf einmal.')).toBeVisible();
	await page.getByLabel('Bis').fill('31.01.2020');
	await expect(page.getByText('In diesem Zeitraum steht nichts')).toBeVisible();
	await expectAccessible(page, 'Zugriffsprotokoll, leer');
});

test('a failed sign-in stands out, and what is shown can be taken along', async ({ startKontor }) => {
	const { page } = await startKontor();
	await createSite(page);
	await page.keyboard.press('Control+l');
	await page.getByLabel('Passwort', { exact: true }).fill('nicht das richtige');
	await page.getByRole('button', { name: 'Anmelden', exact: true }).click();
	await expect(page.getByText('Das Passwort stimmt nicht.')).toBeVisible();
	await signIn(page);
	await goTo(page, 'Zugriffsprotokoll');
	await expect(page.getByText('1 fehlgeschlagene Anmeldung')).toBeVisible();
	const rows = page.getByRole('table').getByRole('row');
	await page.getByRole('button', { name: 'Nur diese zeigen' }).click();
	await expect(rows).toHaveCount(3);
	await expectAccessible(page, 'Zugriffsprotokoll, nur fehlgeschlagene');
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Als CSV-Datei ausgeben' }).click(),
	]);
	expect(download.suggestedFilename()).toMatch(/^Zugriffsprotokoll \d{4}-\d{2}-\d{2} bis \d{4}-\d{2}-\d{2}\.csv$/);
	expect((await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n')).toEqual([
		'\uFEFFTag;Uhrzeit;Was;Wer;Gerät;Anzahl',
		expect.stringMatching(/;Anmeldung fehlgeschlagen;Miriam Berger;Büro-PC links;$/),
	]);
});

import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { expectAccessible } from './expect-accessible.ts';

/** One human who was written down twice: found, compared, merged by keyboard, and separated again. */

const open = (page: Page, path: string) => page.goto(`${page.url().split('#')[0]}#${path}`);
const toast = (page: Page, said: string) => page.getByRole('alert').filter({ hasText: said });

async function signIn(page: Page): Promise<void> {
	await page.getByRole('button', { name: /Miriam Berger/ }).click();
	await expect(page.getByRole('navigation', { name: 'Bereiche' })).toBeVisible();
	await open(page, '/personen');
}

test('two records become one by keyboard, with all that hangs on them, and two again', async ({ startKontor }) => {
	const { page } = await startKontor({ sample: true });
	await signIn(page);
	await page.getByRole('link', { name: 'Vielleicht doppelt (3)' }).click();
	await expect(page.getByRole('heading', { name: 'Vielleicht doppelt', level: 1 })).toBeVisible();
	const pair = page.getByRole('listitem', { name: 'P-00027 und P-00143' });
	await expectAccessible(page, 'Vielleicht doppelt');

	await test.step('the newer record gets a case file of its own', async () => {
		await pair.getByRole('link', { name: 'Kaiser, Wolfgang' }).last().click();
		await expect(page.getByText('P-00143')).toBeVisible();
		await page.getByRole('link', { name: 'Fallakte anlegen' }).click();
		await page.getByLabel('Anliegen').fill('Umzug');
		await page.getByRole('button', { name: 'Fallakte anlegen' }).click();
		await expect(page.getByRole('heading', { level: 1 })).toContainText('Kaiser');
	});

	await test.step('both are compared, and merged without a mouse', async () => {
		await open(page, '/personen/doppelte');
		const compare = pair.getByRole('link', { name: /^Vergleichen/ });
		await compare.focus();
		await page.keyboard.press('Enter');
		await expect(page.getByRole('heading', { name: 'Personen zusammenführen', level: 1 })).toBeVisible();
		await expect(page.getByRole('radio', { name: /P-00027/ }).first()).toBeChecked();
		const address = page.getByRole('radiogroup', { name: 'Adresse' });
		await expect(address.getByRole('radio').first()).toBeChecked();
		await address.getByRole('radio').first().focus();
		await page.keyboard.press('ArrowDown');
		await expect(address.getByRole('radio', { name: /Am Wasserturm 12/ })).toBeChecked();
		await expect(page.getByRole('region', { name: 'Was umzieht' })).toContainText('1 Fallakte mit allem, was dazugehört');
		await expectAccessible(page, 'zusammenführen');
		await page.getByRole('button', { name: 'Zusammenführen' }).press('Enter');
		await expect(page.getByRole('heading', { name: 'Wolfgang Kaiser', level: 1 })).toBeVisible();
	});

	const cases = page.getByRole('region', { name: 'Fallakten' });
	const merged = page.getByRole('region', { name: 'Hierher zusammengeführt' });
	await test.step('one page shows both files and the new address, and says where they come from', async () => {
		await expect(toast(page, 'P-00143 gehört jetzt zu P-00027.')).toBeVisible();
		await expect(cases.getByRole('listitem')).toHaveCount(2);
		await expect(page.getByRole('region', { name: 'Kontakt' })).toContainText('Am Wasserturm 12');
		await expect(merged).toContainText('P-00143 Kaiser, Wolfgang');
		await expect(merged).toContainText('am 25.11.2026 von Miriam Berger');
		await expect(page.getByText('Diese Person gibt es vielleicht doppelt')).toBeHidden();
		await merged.getByRole('button', { name: 'Verlauf von P-00143' }).click();
		await expect(page.getByRole('dialog')).toContainText('Am Wasserturm 12');
		await page.keyboard.press('Escape');
		await expectAccessible(page, 'zusammengeführte Person');
	});

	await test.step('the old number finds who it is now', async () => {
		await open(page, '/');
		await expect(page.getByText('Meine Aufgaben')).toBeVisible();
		await page.keyboard.press('Control+k');
		await page.keyboard.type('P-00143');
		await page.keyboard.press('Enter');
		await expect(page.getByText('P-00027').first()).toBeVisible();
		await expect(page.getByRole('heading', { name: 'Wolfgang Kaiser', level: 1 })).toBeVisible();
	});

	await test.step('separated again, each has what was theirs', async () => {
		await merged.getByRole('button', { name: 'P-00143 wieder trennen' }).press('Enter');
		await expect(toast(page, 'P-00143 ist wieder ein eigener Eintrag.')).toBeVisible();
		await expect(cases.getByRole('listitem')).toHaveCount(1);
		await expect(page.getByRole('region', { name: 'Kontakt' })).toContainText('Breslauer Straße 7');
		await page.getByRole('button', { name: 'P-00027 und P-00143 sind verschiedene Personen' }).click();
		await expect(page.getByText('Diese Person gibt es vielleicht doppelt')).toBeHidden();
		await open(page, '/personen');
		await expect(page.getByRole('link', { name: 'Vielleicht doppelt (2)' })).toBeVisible();
	});
});

test('a person is linked to their card, which the lending desk never hears of', async ({ startKontor }) => {
	const { page } = await startKontor({ sample: true });
	await signIn(page);
	await page
		.getByRole('searchbox')
		.or(page.getByPlaceholder(/^Name, Nummer/))
		.first()
		.fill('P-00141');
	await page.getByRole('row').filter({ hasText: 'P-00141' }).dblclick();
	const lending = page.getByRole('region', { name: 'Ausleihe' });
	await expect(lending.getByRole('link')).toContainText('E-00001');
	await lending.getByRole('button', { name: 'Verknüpfung lösen' }).click();
	await expect(lending).toContainText('Mit keiner Entleihkarte verknüpft.');
	await lending.getByRole('button', { name: 'Mit Entleihkarte verknüpfen …' }).click();
	const dialog = page.getByRole('dialog');
	await expectAccessible(page, 'Entleihkarte verknüpfen');
	await dialog.getByRole('button', { name: /^Karte E-00001, / }).click();
	await expect(dialog).toBeHidden();
	await lending.getByRole('link').click();
	await expect(page.getByText('E-00001').first()).toBeVisible();
	await expect(page.getByText('P-00141')).toHaveCount(0);
});

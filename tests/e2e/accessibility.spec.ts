import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { createSite, goTo } from './people-at-work.ts';

/** WCAG 2.2 AA is a gate (design 6): axe finds nothing serious or critical on any screen, light and dark. */
async function expectAccessible(page: Page, screen: string): Promise<void> {
	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
		const { violations } = await new AxeBuilder({ page })
			.withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
			.analyze();
		const serious = violations
			.filter(({ impact }) => impact === 'serious' || impact === 'critical')
			.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`);
		expect(serious, `${screen}, ${colorScheme}`).toEqual([]);
	}
}

test('first run, recovery kit and joining', async ({ startKontor }) => {
	const { page } = await startKontor();
	await expect(page.getByRole('button', { name: /Standort anlegen/ })).toBeVisible();
	await expectAccessible(page, 'Willkommen');
	await page.getByRole('button', { name: /Standort beitreten/ }).click();
	await expect(page.getByLabel('Pfad des Ordners')).toBeVisible();
	await expectAccessible(page, 'Standort beitreten');
	await page.reload();
	await page.getByRole('button', { name: /Standort anlegen/ }).click();
	await expectAccessible(page, 'Standort anlegen');
	await page.reload();
	await createSite(page);
	await expectAccessible(page, 'Notfallblatt');
	await page.keyboard.press('Control+l');
	await expect(page.getByLabel('Passphrase', { exact: true })).toBeVisible();
	await expectAccessible(page, 'Anmelden');
	await page.getByRole('button', { name: 'Passphrase vergessen?' }).click();
	await expect(page.getByLabel('Zeichen vom Notfallblatt')).toBeVisible();
	await expectAccessible(page, 'Passphrase vergessen');
});

test('every screen of the sample office', async ({ startKontor }) => {
	const { page } = await startKontor({ sample: true });
	await expect(page.getByRole('button', { name: /Miriam Berger/ })).toBeVisible();
	await expectAccessible(page, 'Beispielbüro');
	await page.getByRole('button', { name: /Miriam Berger/ }).click();
	await expect(page.getByText('Meine Aufgaben')).toBeVisible();
	await expectAccessible(page, 'Heute');
	for (const area of ['Personen', 'Fallakten', 'Sicherung', 'Einstellungen'] as const) {
		await goTo(page, area);
		await expectAccessible(page, area);
	}
	await goTo(page, 'Personen');
	await page.getByRole('row').nth(2).click();
	await expect(page.getByRole('button', { name: 'Bearbeiten' }).first()).toBeVisible();
	await expectAccessible(page, 'Person');
	await goTo(page, 'Personen');
	await page.getByRole('link', { name: 'Person anlegen' }).click();
	await expect(page.getByLabel('Nachname', { exact: true })).toBeVisible();
	await expectAccessible(page, 'Person anlegen');
	await goTo(page, 'Personen');
	await page.getByRole('link', { name: 'Liste importieren' }).click();
	await page.locator('input[type=file]').setInputFiles('tests/fixtures/Klientenliste.csv');
	await expect(page.getByText('werden neu angelegt')).toBeVisible();
	await expectAccessible(page, 'Liste importieren');
	await goTo(page, 'Fallakten');
	await page.getByRole('row').nth(2).click();
	await expect(page.getByLabel('Vermerk', { exact: true })).toBeVisible();
	await expectAccessible(page, 'Fallakte');
	await page.keyboard.press('Control+k');
	await expect(page.getByRole('combobox').or(page.getByRole('searchbox')).first()).toBeVisible();
	await expectAccessible(page, 'Suche');
	await page.keyboard.press('Escape');
	await page.keyboard.press('F1');
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await expectAccessible(page, 'Handbuch');
});

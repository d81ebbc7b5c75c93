import type { Page } from '@playwright/test';
import { expect } from './app.ts';

/** What a newcomer does, in the words of the screen: steps that several specs share. */
export const PASSPHRASE = 'Vier krumme Birnen am Zaun';

/** First run: place, person, passphrase, recovery kit typed back. Ends on the day page. */
export async function createSite(page: Page): Promise<void> {
	await page.getByRole('button', { name: /Standort anlegen/ }).click();
	await page.getByLabel('Name des Standorts').fill('Kontakt-Café West');
	await page.getByLabel('Träger').fill('Stadt Musterstadt');
	await page.getByLabel('Name dieses Geräts').fill('Büro-PC links');
	await page.getByRole('button', { name: 'Weiter' }).click();
	await page.getByLabel('Vor- und Nachname').fill('Miriam Berger');
	await expect(page.getByLabel('Anmeldename')).not.toHaveValue('');
	await page.getByLabel('Anmeldename').fill('miriam');
	await page.getByRole('button', { name: 'Weiter' }).click();
	await page.getByLabel('Neue Passphrase').fill(PASSPHRASE);
	await page.getByLabel('Noch einmal zur Sicherheit').fill(PASSPHRASE);
	await page.getByRole('button', { name: 'Standort anlegen' }).click();
	await confirmKit(page);
}

/** Types the asked groups back from what is on the sheet. */
async function confirmKit(page: Page): Promise<void> {
	await expect(page.getByRole('heading', { name: 'Notfallblatt', exact: true }).first()).toBeVisible();
	const groups = page.locator('ol > li').filter({ hasText: /^\d{1,2}[0-9A-Z]{4}$/, visible: true });
	await expect(groups).toHaveCount(14);
	const printed = await groups.allTextContents();
	for (const field of await page.getByRole('textbox', { name: /^Gruppe \d+$/ }).all()) {
		const number = Number(/\d+/.exec((await field.getAttribute('aria-label')) ?? (await labelOf(field)))?.[0]);
		await field.fill(printed[number - 1]?.slice(-4) ?? '');
	}
	await page.getByRole('button', { name: 'Bestätigen' }).click();
	await expect(page.getByText('Das Notfallblatt ist bestätigt')).toBeVisible();
}

async function labelOf(field: ReturnType<Page['getByRole']>): Promise<string> {
	return field.evaluate((input) => (input as HTMLInputElement).labels?.[0]?.textContent ?? '');
}

export async function signIn(page: Page, passphrase = PASSPHRASE): Promise<void> {
	await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
	await page.getByRole('button', { name: 'Anmelden' }).click();
	await expect(page.getByRole('navigation', { name: 'Bereiche' })).toBeVisible();
}

export async function goTo(page: Page, area: 'Heute' | 'Personen' | 'Fallakten' | 'Sicherung' | 'Einstellungen'): Promise<void> {
	await page.getByRole('navigation', { name: 'Bereiche' }).getByRole('link', { name: area }).click();
	if (area !== 'Heute') await expect(page.getByRole('heading', { name: area, level: 1 })).toBeVisible();
}

export async function openCaseOf(page: Page, name: string): Promise<void> {
	await goTo(page, 'Fallakten');
	await page.getByRole('row', { name: new RegExp(name) }).click();
	await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
}

export async function writeNote(page: Page, text: string): Promise<void> {
	await page.getByLabel('Vermerk', { exact: true }).fill(text);
	await page.keyboard.press('Control+Enter');
	await expect(page.getByRole('listitem').filter({ hasText: text })).toBeVisible();
}

import type { Page } from '@playwright/test';
import { expect } from './app.ts';

/** What a newcomer does, in the words of the screen: steps that several specs share. */
export const PASSPHRASE = 'Vier krumme Birnen am Zaun';

/** First run: place, person, passphrase, recovery kit typed back. Returns what is on the kit. */
export async function createSite(page: Page): Promise<string> {
	await page.getByRole('button', { name: /Standort anlegen/ }).click();
	await page.getByLabel('Name des Standorts').fill('Kontakt-Café West');
	await page.getByLabel('Träger').fill('Stadt Musterstadt');
	await page.getByLabel('Name dieses Geräts').fill('Büro-PC links');
	await page.getByRole('button', { name: 'Weiter' }).click();
	await page.getByLabel('Vor- und Nachname').fill('Miriam Berger');
	await expect(page.getByLabel('Anmeldename')).not.toHaveValue('');
	await page.getByLabel('Anmeldename').fill('miriam');
	await page.getByRole('button', { name: 'Weiter' }).click();
	await page.getByLabel('Neues Passwort').fill(PASSPHRASE);
	await page.getByLabel('Noch einmal zur Sicherheit').fill(PASSPHRASE);
	await page.getByRole('button', { name: 'Standort anlegen' }).click();
	return confirmKit(page);
}

/** Types the asked groups back from what is on the sheet. Returns all groups, as somebody keeps the sheet. */
export async function confirmKit(page: Page): Promise<string> {
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
	return printed.map((group) => group.slice(-4)).join(' ');
}

async function labelOf(field: ReturnType<Page['getByRole']>): Promise<string> {
	return field.evaluate((input) => (input as HTMLInputElement).labels?.[0]?.textContent ?? '');
}

export async function connectShare(page: Page, folder: string): Promise<void> {
	await goTo(page, 'Sicherung');
	await page.getByRole('button', { name: 'Netzlaufwerk wählen' }).click();
	await page.getByLabel('Pfad des Ordners').fill(folder);
	await page.getByRole('button', { name: 'Öffnen' }).click();
	await page.getByRole('button', { name: 'In diesen Ordner sichern' }).click();
	await expect(page.getByText('Alles ist gesichert')).toBeVisible();
}

/** On a new PC: takes part in the site that lies in the folder, as who founded it. */
export async function joinSite(page: Page, folder: string, device: string): Promise<void> {
	await page.getByRole('button', { name: /Standort beitreten/ }).click();
	await page.getByLabel('Pfad des Ordners').fill(folder);
	await page.getByRole('button', { name: 'Öffnen' }).click();
	await page.getByRole('button', { name: 'Weiter' }).click();
	await page.getByLabel('Anmeldename').fill('Miriam');
	await page.getByLabel('Passwort', { exact: true }).fill(PASSPHRASE);
	await page.getByLabel('Name dieses Geräts').fill(device);
	await page.getByRole('button', { name: 'Standort beitreten' }).click();
	await expect(page.getByRole('heading', { name: /^Guten (Morgen|Tag|Abend)/ })).toBeVisible({ timeout: 60_000 });
}

/** What a new colleague is handed. */
export interface Slip {
	readonly signInName: string;
	readonly startPassphrase: string;
}

/** On the members' page. */
export async function addMember(page: Page, name: string, role: string): Promise<Slip> {
	await page.getByRole('button', { name: 'Mitarbeiter/in aufnehmen' }).first().click();
	const dialog = page.getByRole('dialog', { name: 'Mitarbeiter/in aufnehmen' });
	await dialog.getByLabel('Vor- und Nachname').fill(name);
	await dialog.getByRole('checkbox', { name: role }).check();
	await dialog.getByRole('button', { name: 'Aufnehmen', exact: true }).click();
	return takeSlip(page, name);
}

/** Reads the slip and puts it away; it is not shown again. */
export async function takeSlip(page: Page, name: string): Promise<Slip> {
	const slip = page.getByRole('dialog', { name: `Zettel für ${name}` });
	await expect(slip.getByText('Das Startpasswort steht nur jetzt hier.')).toBeVisible();
	const facts = await slip.getByRole('definition').allTextContents();
	expect(facts[0]).toBe(name);
	await page.keyboard.press('Escape');
	await slip.getByRole('button', { name: 'Fertig' }).click();
	await expect(slip).toBeHidden();
	return { signInName: facts[1] ?? '', startPassphrase: facts[2] ?? '' };
}

/** At the locked door, as somebody whose name is or is not known there yet. */
export async function typeSignIn(page: Page, signInName: string, passphrase: string): Promise<void> {
	const chooser = page.getByRole('heading', { name: 'Guten Tag! Wer arbeitet hier?' });
	const field = page.getByLabel('Passwort', { exact: true });
	await expect(chooser.or(field).first()).toBeVisible();
	// A single known name is already chosen; one step back is the choice.
	if (await field.isVisible()) await page.getByRole('button', { name: 'Zurück' }).click();
	await page.getByRole('button', { name: 'Jemand anderes' }).click();
	await page.getByLabel('Anmeldename').fill(signInName);
	await field.fill(passphrase);
	await page.getByRole('button', { name: 'Anmelden' }).click();
}

/** On the only page there is after signing in with a start passphrase. */
export async function chooseOwnPassphrase(page: Page, passphrase: string): Promise<void> {
	await page.getByLabel('Neues Passwort').fill(passphrase);
	await page.getByLabel('Noch einmal zur Sicherheit').fill(passphrase);
	await page.getByRole('button', { name: 'Eigenes Passwort setzen' }).click();
	await expect(page.getByRole('navigation', { name: 'Bereiche' })).toBeVisible();
}

export async function signIn(page: Page, passphrase = PASSPHRASE): Promise<void> {
	await page.getByLabel('Passwort', { exact: true }).fill(passphrase);
	await page.getByRole('button', { name: 'Anmelden' }).click();
	await expect(page.getByRole('navigation', { name: 'Bereiche' })).toBeVisible();
}

type Area =
	| 'Heute'
	| 'Personen'
	| 'Fallakten'
	| 'Inventar'
	| 'Reparaturen'
	| 'Mitarbeitende'
	| 'Geräte'
	| 'Zugriffsprotokoll'
	| 'Sicherung'
	| 'Einstellungen';

export async function goTo(page: Page, area: Area): Promise<void> {
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

import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { expectAccessible } from './expect-accessible.ts';
import { connectShare, createSite, goTo } from './people-at-work.ts';

/** A volunteer's PC asks to be let in; the administrator compares its code on another one. */

const START = 'Sieben Tassen stehen am Fenster';

async function addVolunteer(page: Page): Promise<void> {
	await goTo(page, 'Mitarbeitende');
	await page.getByRole('button', { name: 'Mitarbeiter/in aufnehmen' }).first().click();
	const dialog = page.getByRole('dialog');
	await dialog.getByLabel('Vor- und Nachname').fill('Vera Wolf');
	await dialog.getByLabel('Anmeldename').fill('vera');
	await dialog.getByRole('checkbox', { name: 'Ehrenamt' }).check();
	await dialog.getByLabel('Startpasswort').fill(START);
	await dialog.getByRole('button', { name: 'Aufnehmen', exact: true }).click();
	await page.getByRole('button', { name: 'Fertig', exact: true }).click();
}

async function askToJoin(page: Page, folder: string): Promise<void> {
	await page.getByRole('button', { name: /Standort beitreten/ }).click();
	await page.getByLabel('Pfad des Ordners').fill(folder);
	await page.getByRole('button', { name: 'Öffnen' }).click();
	await page.getByRole('button', { name: 'Weiter' }).click();
	await page.getByLabel('Anmeldename').fill('vera');
	await page.getByLabel('Passwort', { exact: true }).fill(START);
	await page.getByLabel('Name dieses Geräts').fill('Werkstatt-PC');
	await page.getByRole('button', { name: 'Standort beitreten' }).click();
	await expect(page.getByRole('heading', { name: 'Dieses Gerät wartet auf Zulassung' })).toBeVisible({ timeout: 60_000 });
}

const codeOn = async (page: Page, label: string): Promise<string> =>
	((await page.locator('p').filter({ hasText: label }).first().textContent()) ?? '').replace(`${label}: `, '');

test('a PC waits with its code on screen until it is compared and let in', async ({ startKontor, shareFolder }) => {
	test.setTimeout(240_000);
	const first = await startKontor();
	await createSite(first.page);
	await connectShare(first.page, shareFolder);
	await addVolunteer(first.page);
	const second = await startKontor();

	await test.step('turned away, it says so and may ask again', async () => {
		await askToJoin(second.page, shareFolder);
		await first.page.getByRole('link', { name: 'Ansehen' }).click();
		await first.page.getByRole('button', { name: 'Abweisen' }).click();
		await expect(second.page.getByText('Die Verwaltung hat dieses Gerät abgewiesen.')).toBeVisible();
		await expect(second.page.getByLabel('Anmeldename')).toHaveValue('vera');
		await expect(first.page.getByRole('heading', { name: /möchte dazukommen/ })).toHaveCount(0);
		await second.page.reload();
	});

	await test.step('both screens show the same code; a wrong one is refused', async () => {
		await askToJoin(second.page, shareFolder);
		await expectAccessible(second.page, 'Warten auf Zulassung');
		await expect(first.page.getByRole('heading', { name: '„Werkstatt-PC“ möchte dazukommen' })).toBeVisible();
		await goTo(first.page, 'Heute');
		await first.page.getByRole('link', { name: 'Das Gerät „Werkstatt-PC“ wartet auf die Zulassung' }).click();
		await expect(first.page.getByRole('heading', { name: '„Werkstatt-PC“ möchte dazukommen' })).toBeVisible();
		const code = await codeOn(second.page, 'Prüfcode dieses Geräts');
		expect(code).toMatch(/^[0-9A-Z]{16}$/);
		expect(await codeOn(first.page, 'Prüfcode des Geräts')).toBe(code);
		const field = first.page.getByLabel(/Code vom anderen Bildschirm/);
		await field.fill(`${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`);
		await expect(first.page.getByRole('alert').filter({ hasText: 'Der Code stimmt nicht überein.' })).toBeVisible();
		await expect(first.page.getByRole('button', { name: 'Stimmt überein – zulassen' })).toBeDisabled();
		await expectAccessible(first.page, 'Geräte, ein Gerät wartet');
		await field.fill(`KONTOR-GERAET:${code}`);
		await expect(first.page.getByText('Der Code stimmt überein.')).toBeVisible();
	});

	await test.step('let in, it goes on by itself', async () => {
		await first.page.getByRole('button', { name: 'Stimmt überein – zulassen' }).click();
		await expect(second.page.getByRole('heading', { name: /Willkommen, Vera/ })).toBeVisible({ timeout: 60_000 });
		await expect(first.page.getByRole('row', { name: /Werkstatt-PC/ })).toContainText('Vera Wolf');
		await expectAccessible(first.page, 'Geräte');
	});

	await test.step('renamed and removed, it is told so', async () => {
		await first.page.getByRole('button', { name: '„Werkstatt-PC“ umbenennen' }).click();
		await first.page.getByLabel('Neuer Name: Werkstatt-PC').fill('Nähwerkstatt');
		await first.page.keyboard.press('Enter');
		await first.page.getByRole('button', { name: '„Nähwerkstatt“ entfernen' }).click();
		await expectAccessible(first.page, 'Gerät entfernen');
		await first.page.getByRole('button', { name: 'Gerät entfernen' }).click();
		await expect(first.page.getByText('Entfernte und abgewiesene Geräte (2)')).toBeVisible();
		await expect(second.page.getByText(/Dieses Gerät wurde .*entfernt/)).toBeVisible({ timeout: 30_000 });
	});
});

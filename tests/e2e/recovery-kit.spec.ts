import { expect, test } from './app.ts';
import { expectAccessible } from './expect-accessible.ts';
import { confirmKit, createSite, goTo, PASSPHRASE } from './people-at-work.ts';

const FORGOTTEN_AND_NEW = 'Acht leise Uhren im Flur';

test('a new recovery kit is printed and typed back like the first, and the old one opens nothing', async ({ startKontor }) => {
	const { page } = await startKontor();
	const old = await createSite(page);
	await goTo(page, 'Einstellungen');
	const section = page.getByRole('region', { name: 'Notfallblatt' });
	await expect(section).toContainText(/Gilt seit \d{2}\.\d{2}\.\d{4}/);

	await section.getByRole('button', { name: 'Neues Notfallblatt' }).click();
	const dialog = page.getByRole('dialog', { name: 'Ein neues Notfallblatt erstellen?' });
	await expect(dialog.getByText('Das bisherige Blatt öffnet sofort nichts mehr.')).toBeVisible();
	// Who reads the case files need not be told who opens them for the kit.
	await expect(dialog.getByText('jemand aus der Beratung')).toHaveCount(0);
	await expectAccessible(page, 'Neues Notfallblatt');
	await page.keyboard.press('Escape');
	await expect(section.getByRole('button', { name: 'Neues Notfallblatt' })).toBeFocused();
	await page.keyboard.press('Enter');
	await dialog.getByRole('button', { name: 'Neues Notfallblatt erstellen' }).click();
	await expect(page.getByText('Dieses Blatt ersetzt das bisherige Notfallblatt.')).toBeVisible();

	// Not typed back yet: said on every page until it is.
	await goTo(page, 'Heute');
	await expect(page.getByText('Das Notfallblatt ist noch nicht bestätigt.')).toBeVisible();
	await page.getByRole('link', { name: 'Notfallblatt fertigstellen' }).click();
	const renewed = await confirmKit(page);
	expect(renewed).not.toBe(old);
	await expect(page.getByText('Vernichten Sie jetzt die alten Ausdrucke')).toBeVisible();

	await page.keyboard.press('Control+l');
	await page.getByRole('button', { name: 'Passwort vergessen?' }).click();
	const recoverWith = async (kit: string) => {
		await page.getByLabel('Zeichen vom Notfallblatt').fill(kit);
		await page.getByLabel('Neues Passwort').fill(FORGOTTEN_AND_NEW);
		await page.getByLabel('Noch einmal zur Sicherheit').fill(FORGOTTEN_AND_NEW);
		await page.getByRole('button', { name: 'Neues Passwort setzen' }).click();
	};
	await recoverWith(old);
	await expect(page.getByText('Dieses Notfallblatt wurde durch ein neueres ersetzt')).toBeVisible();
	await recoverWith(renewed);
	await expect(page.getByRole('navigation', { name: 'Bereiche' })).toBeVisible();
	await expect(page.getByText('Das Notfallblatt bleibt gültig')).toBeVisible();
	expect(new URL(page.url()).hash).toBe('#/');
	await page.keyboard.press('Control+l');
	const passphrase = page.getByLabel('Passwort', { exact: true });
	await passphrase.fill(PASSPHRASE);
	await page.getByRole('button', { name: 'Anmelden' }).click();
	await expect(page.getByText('Das Passwort stimmt nicht.')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Anmelden' })).toBeEnabled();
	await passphrase.fill(FORGOTTEN_AND_NEW);
	await page.getByRole('button', { name: 'Anmelden' }).click();
	await expect(page.getByRole('navigation', { name: 'Bereiche' })).toBeVisible();
});

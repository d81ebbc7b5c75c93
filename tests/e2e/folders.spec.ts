import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './app.ts';
import { createSite, goTo, PASSPHRASE } from './people-at-work.ts';

test('two PCs at one text, the kit from the share, and a damaged file', async ({ startKontor, shareFolder }) => {
	test.setTimeout(240_000);
	const first = await startKontor();
	await createSite(first.page);
	await goTo(first.page, 'Personen');
	await first.page.getByRole('link', { name: 'Person anlegen' }).first().click();
	await first.page.getByLabel('Nachname', { exact: true }).fill('Yılmaz');
	await first.page.getByLabel('Bemerkungen', { exact: true }).fill('Kommt dienstags.');
	await first.page.keyboard.press('Control+Enter');
	// Not the text alone: that stands in the form already, and saving leads to the person's page.
	await expect(first.page.getByRole('heading', { name: 'Yılmaz', level: 1 })).toBeVisible();
	await expect(first.page.getByText('Kommt dienstags.')).toBeVisible();
	await goTo(first.page, 'Sicherung');
	await first.page.getByRole('button', { name: 'Netzlaufwerk wählen' }).click();
	await first.page.getByLabel('Pfad des Ordners').fill(shareFolder);
	await first.page.keyboard.press('Enter');
	await first.page.getByRole('button', { name: 'In diesen Ordner sichern' }).click();
	await expect(first.page.getByText('Alles ist gesichert')).toBeVisible();

	const second = await startKontor();
	const { page } = second;
	await test.step('the recovery kit asks a new device for its name', async () => {
		await page.getByRole('button', { name: /Standort beitreten/ }).click();
		await page.getByLabel('Pfad des Ordners').fill(shareFolder);
		await page.keyboard.press('Enter');
		await page.getByRole('button', { name: 'Weiter' }).click();
		await page.getByRole('button', { name: 'Passwort vergessen?' }).click();
		await expect(page.getByLabel('Name dieses Geräts')).toHaveValue('');
		await page.getByRole('button', { name: 'Neues Passwort setzen' }).click();
		await expect(page.getByText('Bitte geben Sie diesem Gerät einen Namen.')).toBeVisible();
		await page.getByRole('button', { name: /Zurück/ }).click();
		await page.getByLabel('Anmeldename').fill('miriam');
		await page.getByLabel('Passwort', { exact: true }).fill(PASSPHRASE);
		await page.getByLabel('Name dieses Geräts').fill('Büro-PC rechts');
		await page.getByRole('button', { name: 'Standort beitreten' }).click();
		await expect(page.getByRole('heading', { name: /^Guten (Morgen|Tag|Abend)/ })).toBeVisible({ timeout: 60_000 });
	});

	await test.step('a draft made from an older text takes nothing away', async () => {
		await goTo(page, 'Personen');
		await page.getByRole('row', { name: /Yılmaz/ }).click();
		await page.getByRole('button', { name: 'Bearbeiten' }).first().click();
		await page.getByLabel('Bemerkungen', { exact: true }).fill('Frau Y. Kommt dienstags.');
		await page.getByLabel('Bemerkungen', { exact: true }).blur();
		await goTo(page, 'Personen');

		await goTo(first.page, 'Personen');
		await first.page.getByRole('row', { name: /Yılmaz/ }).click();
		await first.page.getByRole('button', { name: 'Bearbeiten' }).first().click();
		await first.page.getByLabel('Bemerkungen', { exact: true }).fill('Kommt dienstags. Spricht Türkisch.');
		await first.page.keyboard.press('Control+Enter');
		await expect(first.page.getByText('Kommt dienstags. Spricht Türkisch.')).toBeVisible();

		await page.getByRole('row', { name: /Yılmaz/ }).click();
		await expect(page.getByText('Kommt dienstags. Spricht Türkisch.')).toBeVisible({ timeout: 60_000 });
		await page.getByRole('button', { name: 'Bearbeiten' }).first().click();
		await expect(page.getByLabel('Bemerkungen', { exact: true })).toHaveValue('Frau Y. Kommt dienstags.');
		await page.keyboard.press('Control+Enter');
		for (const pc of [second, first])
			await expect(pc.page.getByText('Frau Y. Kommt dienstags. Spricht Türkisch.')).toBeVisible({ timeout: 60_000 });
	});

	await test.step('a damaged file is rebuilt from a typed folder', async () => {
		await second.stop();
		writeFileSync(join(second.dataDir, 'vaults', 'counselling.db'), 'kaputt');
		const again = (await startKontor({ dataDir: second.dataDir })).page;
		await again.getByLabel('Passwort', { exact: true }).fill(PASSPHRASE);
		await again.getByRole('button', { name: 'Anmelden' }).click();
		await expect(again.getByRole('heading', { name: 'Eine Datei ist beschädigt' })).toBeVisible();
		await again.getByLabel('Pfad des Ordners').fill(shareFolder);
		await again.keyboard.press('Enter');
		await expect(again.getByText(/^kontor-/)).toBeVisible();
		await expect(again.getByText('Bitte ausfüllen.')).toBeHidden();
		await again.getByLabel('Passwort', { exact: true }).fill(PASSPHRASE);
		await again.getByRole('button', { name: 'Aus dem Netzlaufwerk neu aufbauen' }).click();
		await expect(again.getByRole('heading', { name: 'Eine Datei ist beschädigt' })).toBeHidden({ timeout: 60_000 });
	});
});

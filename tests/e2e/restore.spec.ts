import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './app.ts';
import { expectAccessible } from './expect-accessible.ts';
import { connectShare, createSite, goTo } from './people-at-work.ts';

test('backing up, verifying, drilling, a second copy, and bringing an area and a record back', async ({
	startKontor,
	shareFolder,
}) => {
	test.setTimeout(240_000);
	const { page } = await startKontor();
	await createSite(page);
	await goTo(page, 'Personen');
	await page.getByRole('link', { name: 'Person anlegen' }).first().click();
	await page.getByLabel('Nachname', { exact: true }).fill('Yılmaz');
	await page.getByLabel('Bemerkungen', { exact: true }).fill('Kommt dienstags.');
	await page.keyboard.press('Control+Enter');
	await expect(page.getByRole('heading', { name: 'Yılmaz', level: 1 })).toBeVisible();
	const personUrl = page.url();

	await test.step('one record from its history', async () => {
		await page
			.getByRole('link', { name: 'Bearbeiten' })
			.or(page.getByRole('button', { name: 'Bearbeiten' }))
			.first()
			.click();
		await page.getByLabel('Bemerkungen', { exact: true }).fill('Alles gelöscht.');
		await page.keyboard.press('Control+Enter');
		await expect(page.getByRole('heading', { name: 'Yılmaz', level: 1 })).toBeVisible();
		await page.getByRole('button', { name: 'Weitere Aktionen' }).click();
		await page.getByRole('menuitem', { name: 'Verlauf' }).press('Enter');
		const drawer = page.getByRole('dialog', { name: 'Verlauf' });
		// The newest state is the present one.
		await expect(drawer.getByRole('button', { name: /^Stand vom .* wiederherstellen$/ })).toHaveCount(1);
		await expectAccessible(page, 'Verlauf mit Stand');
		await drawer.getByRole('button', { name: /^Stand vom .* wiederherstellen$/ }).click();
		await expect(page.getByText('Der frühere Stand gilt wieder.')).toBeVisible();
		await page.keyboard.press('Escape');
		await expect(drawer).toBeHidden();
		await expect(page.getByText('Kommt dienstags.', { exact: true })).toBeVisible();
	});

	await connectShare(page, shareFolder);
	await page.getByRole('button', { name: 'Jetzt sichern' }).click();
	await expect(page.getByText('Gesichert und geprüft.')).toBeVisible();
	await page.getByRole('button', { name: 'Netzlaufwerk prüfen' }).click();
	await expect(page.getByText('Geprüft: Alle Dateien dieses Standorts sind in Ordnung.')).toBeVisible();

	await test.step('a drill', async () => {
		const drill = page.getByRole('region', { name: 'Wiederherstellungs-Probe' });
		await drill.getByRole('button', { name: 'Jetzt proben' }).click();
		await expect(drill.getByText(/^Die letzte Probe ist gelungen/)).toBeVisible({ timeout: 30_000 });
		await expect(drill.getByText('1 Eintrag verglichen')).toBeVisible();
		await expect(drill.getByRole('table', { name: 'Berichte' }).getByRole('row', { name: /Probe.*in Ordnung/ })).toBeVisible();
	});

	await test.step('a second copy', async () => {
		const disk = join(shareFolder, '..', `Wechselplatte ${process.pid}`);
		mkdirSync(disk, { recursive: true });
		const copy = page.getByRole('region', { name: 'Zweitkopie' });
		await copy.getByRole('button', { name: 'Zweitkopie anlegen' }).click();
		await copy.getByLabel('Pfad des Ordners').fill(disk);
		await copy.getByRole('button', { name: 'Öffnen' }).click();
		await copy.getByRole('button', { name: 'Hierhin kopieren' }).click();
		await expect(copy.getByText(/^Die Zweitkopie ist vollständig und geprüft/)).toBeVisible({ timeout: 30_000 });
	});

	await test.step('an area as of yesterday, with a preview, and back again', async () => {
		const restore = page.getByRole('region', { name: 'Früheren Stand zurückholen' });
		await restore.getByRole('button', { name: 'Stand wählen' }).click();
		await restore.getByLabel('Tag').fill('');
		await restore.getByRole('button', { name: 'Ansehen, was sich ändern würde' }).click();
		await expect(restore.getByText('Bitte einen Tag angeben')).toBeVisible();
		// By the clock of the spec, which is not the machine's.
		const yesterday = await page.evaluate(() =>
			new Date(Date.now() - 86_400_000).toLocaleDateString('de-DE', { day: '2-digit', month: '2-digit', year: 'numeric' }),
		);
		await restore.getByLabel('Tag').fill(yesterday);
		await restore.getByRole('button', { name: 'Ansehen, was sich ändern würde' }).click();
		const row = restore.getByRole('row', { name: /Personen/ });
		await expect(row).toContainText('1', { timeout: 30_000 });
		await restore.getByRole('button', { name: 'Personen einzeln zeigen' }).click();
		await expect(restore.getByText('Yılmaz verschwindet')).toBeVisible();
		await expectAccessible(page, 'Vorschau eines früheren Stands');
		await restore.getByRole('button', { name: 'Diesen Stand zurückholen' }).click();
		await expect(page.getByText('1 Eintrag ist auf dem früheren Stand.')).toBeVisible({ timeout: 30_000 });
		await page.getByRole('button', { name: 'Rückgängig' }).click();
		await expect(page.getByText('Wieder wie vorher.')).toBeVisible();
		await expect(page.getByRole('row', { name: /Früherer Stand zurückgeholt/ })).toBeVisible();
		await page.goto(personUrl);
		await expect(page.getByRole('heading', { name: 'Yılmaz', level: 1 })).toBeVisible();
	});
});

import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { expectAccessible } from './expect-accessible.ts';
import { printedText } from './printed-text.ts';

/** Open repair data on the screen: anstiftung's file in, figures and a poster from it, the house's own out. */

const FILE = 'tests/fixtures/ords/OpenRepairData_v0.3_anstiftung_202309.csv';
const HEADINGS =
	'id,data_provider,country,partner_product_category,product_category,product_category_id,brand,year_of_manufacture,product_age,repair_status,repair_barrier_if_end_of_life,group_identifier,event_date,problem';

const tab = (page: Page, name: string) =>
	page.getByRole('navigation', { name: 'Seiten der Reparaturdaten' }).getByRole('link', { name, exact: true });

async function openData(page: Page): Promise<void> {
	await page.getByRole('button', { name: /Leyla Aydın/ }).click();
	await page.getByRole('navigation', { name: 'Bereiche' }).getByRole('link', { name: 'Reparaturen' }).click();
	await page.getByRole('link', { name: 'Zahlen und offene Daten' }).click();
	await expect(page.getByRole('heading', { name: 'Reparaturdaten', level: 1 })).toBeVisible();
}

async function textOf(download: Download): Promise<string> {
	return await readFile(await download.path(), 'utf8');
}

test('a published file is looked at, read in, counted and printed', async ({ startKontor, host }) => {
	test.slow();
	const { page } = await startKontor({ sample: true });
	await openData(page);
	await tab(page, 'Einlesen').click();

	await test.step('a file of something else says what it lacks', async () => {
		const buffer = Buffer.from(`${HEADINGS.replace(',problem', '')}\n`);
		await page.locator('input[type=file]').setInputFiles({ name: 'liste.csv', mimeType: 'text/csv', buffer });
		await expect(page.getByRole('alert')).toContainText('Es fehlen die Spalten: problem.');
	});

	await test.step('rows that are left out say why', async () => {
		const row = (id: string, status: string) => `${id},Test,DEU,Toaster,Toaster,31,Unknown,,,${status},,1,2023-01-07,Kaputt`;
		const buffer = Buffer.from([HEADINGS, row('test_1', 'Fixed'), row('test_2', 'Keine Ahnung')].join('\n'));
		await page.locator('input[type=file]').setInputFiles({ name: 'zwei.csv', mimeType: 'text/csv', buffer });
		const noted = page.getByRole('region', { name: 'Zeilen der Datei mit Hinweisen' });
		await expect(noted).toContainText('Den Ausgang „Keine Ahnung“ kennt der Standard nicht.');
		await expect(noted).toContainText('Zeile 3');
		await expectAccessible(page, 'rows with notes');
		await page.getByRole('button', { name: 'Andere Datei' }).click();
	});

	await test.step('15,100 rows, shown before they are written', async () => {
		await page.locator('input[type=file]').setInputFiles(FILE);
		await expect(page.getByText('Von anstiftung, vom 20.06.2012 bis zum 30.09.2023.')).toBeVisible({ timeout: 30_000 });
		await expectAccessible(page, 'file looked at');
		await page.getByRole('button', { name: '15.100 Reparaturen einlesen' }).click();
		await expect(page.getByText('15.100 Reparaturen eingelesen.')).toBeVisible({ timeout: 60_000 });
	});

	await test.step('figures with a table under each picture', async () => {
		await page.getByRole('link', { name: 'Zu den Zahlen' }).click();
		await page.getByText('eingelesene', { exact: true }).click();
		await expect(page.getByRole('listitem').filter({ hasText: '15.100' }).first()).toBeVisible();
		await expect(page.getByText('The Restart Project (2021, CC BY-SA 4.0)')).toBeVisible();
		await page.getByText('Als Tabelle').first().click();
		const table = page.getByRole('table').first();
		await expect(table.getByRole('row', { name: /^Küchenmaschine, Mixer/ })).toContainText('944');
		await expectAccessible(page, 'figures');
		await page.getByRole('combobox', { name: 'Jahr' }).click();
		await page.getByRole('option', { name: '2019' }).click();
		await expect(page.getByRole('listitem').filter({ hasText: '15.100' })).toHaveCount(0);
	});

	await test.step('a poster without names', async () => {
		await tab(page, 'Plakat').click();
		await expect(page.getByRole('region', { name: 'So sieht das Plakat aus' })).toBeVisible();
		await page.getByText('eingelesene', { exact: true }).click();
		await expect(page.getByRole('region', { name: 'So sieht das Plakat aus' })).toContainText('2012 bis 2023');
		await expectAccessible(page, 'poster');
		if (host === 'electron') return;
		const paper = await printedText(page, () => page.getByRole('button', { name: 'Drucken' }).click());
		expect(paper).toContain('Repariert statt weggeworfen');
		expect(paper).not.toContain('Leyla');
	});

	await test.step('what was read in goes out again as the standard says', async () => {
		await tab(page, 'Ausgeben').click();
		await page.getByText('eingelesene', { exact: true }).click();
		const download = page.waitForEvent('download');
		await page.getByRole('button', { name: 'Dateien ausgeben' }).click();
		const text = await textOf(await download);
		expect(text.split('\n').length).toBe(15_102);
		expect(text).toContain('\nanstiftung-2746,anstiftung,DEU,"Computer ~ Drucker",Printer/scanner,25,');
	});
});

test('own repairs leave after somebody has looked at their texts', async ({ startKontor }) => {
	const { page } = await startKontor({ sample: true });
	await openData(page);
	await tab(page, 'Ausgeben').click();
	await expect(page.getByRole('button', { name: 'Bitte erst sagen, unter welchem Namen.' })).toBeDisabled();
	await page.getByLabel('Name der Datengeber').fill('Repair-Café Musterviertel');
	await page.getByLabel('Name oder Kürzel der Gruppe').fill('musterviertel');
	await page.getByRole('button', { name: 'Angaben speichern' }).click();
	await expect(page.getByText('Gespeichert')).toBeVisible();

	const give = page.getByRole('button', { name: 'Dateien ausgeben' });
	await expect(give).toBeDisabled();
	const text = page.getByRole('textbox', { name: /^Fehler und Lösung, Reparatur/ }).first();
	await text.fill('Rückruf unter 0171 2345678');
	await expect(page.getByText('Hier steht noch etwas, das nach einer Person aussieht.')).toBeVisible();
	await text.fill('Kabelbruch am Stecker, gekürzt und neu angeschlossen.');
	await expectAccessible(page, 'texts looked at');
	await page.getByRole('checkbox', { name: /Ich habe die Texte durchgesehen/ }).check();
	const download = page.waitForEvent('download');
	await give.click();
	const given = await textOf(await download);
	expect(given.startsWith(`${HEADINGS}\nrepaircafemusterviertel-`)).toBe(true);
	expect(given).toContain('"Kabelbruch am Stecker, gekürzt und neu angeschlossen."');
	await expect(page.getByRole('status').filter({ hasText: 'Ausgegeben' })).toBeVisible();
});

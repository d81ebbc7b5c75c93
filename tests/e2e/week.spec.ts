import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { expectAccessible } from './expect-accessible.ts';
import { printedText } from './printed-text.ts';

/** The week of Wednesday, 25 November 2026, as everybody in the house sees it, and on paper. */

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name, level: 1 });
const signInAs = (page: Page, name: RegExp) => page.getByRole('button', { name }).click();
const openWeek = (page: Page) => page.getByRole('navigation', { name: 'Bereiche' }).getByRole('link', { name: 'Woche' }).click();
/** A view of the week: the choice stands beside the calendar. */
const view = (page: Page, name: string) =>
	page.getByRole('radiogroup', { name: 'Ansicht' }).getByText(name, { exact: true }).click();

/** What is on the paper, page by page. */
async function printed(page: Page): Promise<string[]> {
	const text = await printedText(page, () => page.getByRole('button', { name: 'Drucken', exact: true }).click());
	return text.split('\f').filter((one) => one.trim() !== '');
}

test('who volunteers sees offers by name and counselling only as taken, by keyboard too', async ({ startKontor }) => {
	const { page } = await startKontor({ sample: true });
	await signInAs(page, /Horst Lindemann/);
	await openWeek(page);
	await expect(heading(page, 'Woche')).toBeVisible();
	await expect(page.getByRole('status').filter({ hasText: 'KW 48' })).toBeVisible();
	const sewing = page.getByRole('button', { name: /^Nähwerkstatt, Dienstag, 24\. November, 14:00 bis 16:30, Werkstatt$/ });
	await expect(sewing).toBeVisible();
	const taken = page.getByRole('button', {
		name: /^Beratung · (Miriam Berger|Tomasz Nowak), .* bis \d\d:\d\d(, Beratung [12])?$/,
	});
	expect(await taken.count()).toBeGreaterThan(5);
	// Exactly this and no more: every block of counselling has such a name.
	expect(await page.getByRole('button', { name: /Beratung/ }).count()).toBe(await taken.count());
	await expectAccessible(page, 'Woche');

	await view(page, 'Räume');
	await expect(page.getByRole('status').filter({ hasText: 'Mittwoch, 25. November' })).toBeVisible();
	await expect(page.getByRole('button', { name: /^Krabbelgruppe, Mittwoch/ })).toBeVisible();
	await expectAccessible(page, 'Tag nach Räumen');
	await page.getByRole('button', { name: 'Einen Tag früher' }).press('Enter');
	await expect(page.getByRole('button', { name: /^Nähwerkstatt, Dienstag/ })).toBeVisible();
	await view(page, 'Personen');
	await expect(page.getByText('Horst Lindemann').first()).toBeVisible();
	await expectAccessible(page, 'Tag nach Personen');
	await view(page, 'Liste');
	await expect(
		page.getByRole('region', { name: 'Dienstag, 24. November' }).getByRole('link', { name: 'Nähwerkstatt' }),
	).toBeVisible();
	await expectAccessible(page, 'Woche als Liste');
	await page.getByRole('region', { name: 'Dienstag, 24. November' }).getByRole('link', { name: 'Nähwerkstatt' }).press('Enter');
	await expect(heading(page, 'Nähwerkstatt')).toBeVisible();
});

test('the week for the door, by room and by person: right week, everything on it, no name of a client', async ({
	startKontor,
	host,
}) => {
	test.skip(host === 'electron', 'its window prints by itself');
	const { page } = await startKontor({ sample: true });
	await signInAs(page, /Miriam Berger/);
	await page.getByRole('navigation', { name: 'Bereiche' }).getByRole('link', { name: 'Personen' }).click();
	const names = page.getByRole('grid', { name: 'Personen' }).getByRole('gridcell').locator('strong');
	await expect(names.first()).toBeVisible();
	const clients = (await names.allTextContents()).flatMap((name) => name.split(', ')).filter((name) => name.length > 3);
	expect(clients.length).toBeGreaterThan(10);
	await openWeek(page);
	await page.getByRole('link', { name: 'Woche drucken' }).click();
	await expect(heading(page, 'Woche 48 drucken')).toBeVisible();
	await expect(page.getByRole('region', { name: 'So sieht das Blatt aus' }).getByText('Deutschcafé')).toBeVisible();
	await expectAccessible(page, 'Woche drucken');
	const team = ['Berger', 'Nowak', 'Aydın', 'Lindemann', 'Sommer'];

	const door = await printed(page);
	expect(door).toHaveLength(1);
	expect(door[0]).toContain('KW 48');
	expect(door[0]).toContain('23.11.2026 – 29.11.2026');
	expect(door[0]).toContain('Seite 1 von 1');
	for (const offer of ['Deutschcafé', 'Nähwerkstatt', 'Krabbelgruppe', 'Formularhilfe', 'Fahrradwerkstatt', 'Gartengruppe'])
		expect(door[0]).toContain(offer);
	for (const name of [...clients, ...team]) expect(door[0]).not.toMatch(new RegExp(`\\b${name}\\b`, 'u'));

	await page.getByRole('combobox', { name: 'Zweite Sprache' }).click();
	await page.getByRole('option', { name: 'Türkçe' }).click();
	await page.getByRole('radiogroup', { name: 'Papier' }).getByText('A3').click();
	expect((await printed(page))[0]).toContain('Haftalık programımız');

	const which = page.getByRole('radiogroup', { name: 'Was gedruckt wird' });
	for (const [choice, title] of [
		['Nach Räumen', 'Woche nach Räumen'],
		['Nach Mitarbeitenden', 'Woche nach Mitarbeitenden'],
	] as const) {
		await which.getByText(choice).click();
		await expect(page.getByRole('region', { name: 'So sieht das Blatt aus' }).getByText(title)).toBeVisible();
		const pages = await printed(page);
		const all = pages.join('\n');
		expect(all).toContain(title);
		expect(all).toContain('KW 48');
		expect(all).toContain(`Seite 1 von ${pages.length}`);
		expect(all).toContain('Beratung');
		expect(all).toContain('Nähwerkstatt');
		const strangers = clients.filter((name) => !team.includes(name));
		for (const name of strangers) expect(all).not.toMatch(new RegExp(`\\b${name}\\b`, 'u'));
	}
});

test('school holidays come out of a calendar file into the form, and with it into the week', async ({ startKontor }) => {
	const { page } = await startKontor({ sample: true });
	await signInAs(page, /Petra Sommer/);
	await expect(page.getByRole('navigation', { name: 'Bereiche' })).toBeVisible();
	await page.keyboard.press('Control+k');
	await page.keyboard.type('öffnungszeiten');
	await page.keyboard.press('Enter');
	await expect(heading(page, 'Öffnungszeiten und Ausleihe')).toBeVisible();
	const give = (text: string) =>
		page.locator('input[type=file]').setInputFiles({ name: 'ferien.ics', mimeType: 'text/calendar', buffer: Buffer.from(text) });
	await give('Ferien: irgendwann im Sommer');
	await expect(page.getByRole('alert').filter({ hasText: 'In dieser Datei steht kein Kalender' })).toBeVisible();
	const event = (from: string, until: string, name: string) => [
		'BEGIN:VEVENT',
		`UID:${name}`,
		`DTSTART;VALUE=DATE:${from}`,
		`DTEND;VALUE=DATE:${until}`,
		`SUMMARY:${name}`,
		'END:VEVENT',
	];
	await give(
		[
			...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Land//Ferien//DE'],
			...event('20261223', '20270107', 'Weihnachtsferien'),
			...event('20261130', '20261201', 'Betriebsausflug'),
			...['END:VCALENDAR', ''],
		].join('\r\n'),
	);
	const dialog = page.getByRole('dialog', { name: '2 Zeiten gefunden' });
	await expect(dialog.getByRole('checkbox', { name: 'Weihnachtsferien' })).toBeChecked();
	await expectAccessible(page, 'Ferien übernehmen');
	await dialog.getByRole('checkbox', { name: 'Weihnachtsferien' }).uncheck();
	await dialog.getByRole('button', { name: 'Eine übernehmen' }).press('Enter');
	await expect(page.getByLabel('Schließung 1: Anlass')).toHaveValue('Betriebsausflug');
	await page.getByRole('button', { name: 'Speichern' }).click();
	await openWeek(page);
	await page.getByRole('button', { name: 'Eine Woche später' }).click();
	await expect(page.getByText('Geschlossen: Betriebsausflug')).toBeVisible();
});

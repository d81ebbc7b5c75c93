import { expect, test } from './app.ts';
import { expectAccessible } from './expect-accessible.ts';
import { createSite, goTo } from './people-at-work.ts';

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
	await expect(page.getByLabel('Passwort', { exact: true })).toBeVisible();
	await expectAccessible(page, 'Anmelden');
	await page.getByRole('button', { name: 'Passwort vergessen?' }).click();
	await expect(page.getByLabel('Zeichen vom Notfallblatt')).toBeVisible();
	await expectAccessible(page, 'Passwort vergessen');
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
	await goTo(page, 'Reparaturen');
	await expect(page.getByRole('link', { name: /Kaffeemaschine/ }).first()).toBeVisible();
	await expectAccessible(page, 'Reparaturen: Tafel');
	await page
		.getByRole('link', { name: /Kaffeemaschine/ })
		.first()
		.click();
	await expect(page.getByRole('heading', { name: 'Elektroprüfung' })).toBeVisible();
	await expectAccessible(page, 'Reparatur');
	await page.getByRole('button', { name: 'Fertig …' }).click();
	await expect(page.getByRole('dialog').getByLabel('repariert', { exact: true })).toBeVisible();
	await expectAccessible(page, 'Reparatur: Ergebnis');
	await page.keyboard.press('Escape');
	await page.getByRole('link', { name: 'Laufzettel' }).click();
	await expect(page.getByLabel('Vorschau des Laufzettels')).toBeVisible();
	await expectAccessible(page, 'Laufzettel');
	await goTo(page, 'Reparaturen');
	await page.getByRole('link', { name: 'Annahme' }).click();
	await expect(page.getByLabel('Was fehlt ihm?')).toBeVisible();
	await expectAccessible(page, 'Reparatur annehmen');
	await page.getByRole('link', { name: 'Alle Reparaturen' }).click();
	await expect(page.getByRole('row').nth(2)).toBeVisible();
	await expectAccessible(page, 'Alle Reparaturen');
	await page.evaluate(() => {
		location.hash = '#/reparaturen/wand';
	});
	await expect(page.getByRole('heading', { name: 'Reparaturen heute' })).toBeVisible();
	await expectAccessible(page, 'Tafel für die Wand');
	await page.goBack();
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

test('the screens of the repair data', async ({ startKontor }) => {
	const { page } = await startKontor({ sample: true });
	await page.getByRole('button', { name: /Leyla Aydın/ }).click();
	await expect(page.getByRole('link', { name: 'Inventar öffnen' })).toBeVisible();
	await page.getByRole('navigation', { name: 'Bereiche' }).getByRole('link', { name: 'Reparaturen' }).click();
	await page.getByRole('link', { name: 'Zahlen und offene Daten' }).click();
	await expect(page.getByText('Als Tabelle').first()).toBeVisible();
	await page.getByText('Als Tabelle').first().click();
	await expectAccessible(page, 'Reparaturdaten');
	for (const [tab, heading] of [
		['Plakat', 'Plakat zum Jahresende'],
		['Einlesen', 'Reparaturdaten einlesen'],
		['Ausgeben', 'Reparaturdaten ausgeben'],
	] as const) {
		await page.getByRole('link', { name: tab, exact: true }).click();
		await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeVisible();
		await expectAccessible(page, heading);
	}
});

test('the screens of the inventory', async ({ startKontor }) => {
	const { page } = await startKontor({ sample: true });
	await page.getByRole('button', { name: /Leyla Aydın/ }).click();
	await expect(page.getByRole('link', { name: 'Inventar öffnen' })).toBeVisible();
	await expectAccessible(page, 'Heute in der Werkstatt');
	await goTo(page, 'Inventar');
	await expect(page.getByRole('row').nth(2)).toBeVisible();
	await page.getByRole('grid', { name: 'Inventar' }).focus();
	await page.keyboard.press('Space');
	await expect(page.getByText('1 angehakt')).toBeVisible();
	await expectAccessible(page, 'Inventar');
	await page.getByRole('button', { name: 'Prüfung eintragen' }).click();
	await expect(page.getByLabel('Elektroprüfung gültig bis')).toBeFocused();
	await expectAccessible(page, 'Prüfung eintragen');
	await page.keyboard.press('Escape');
	await page.getByRole('link', { name: 'Etiketten drucken' }).click();
	await expect(page.getByText('1 Etikett auf 1 Bogen')).toBeVisible();
	await expectAccessible(page, 'Etiketten');
	await goTo(page, 'Inventar');
	await page.getByRole('grid', { name: 'Inventar' }).focus();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('button', { name: 'Status ändern' })).toBeVisible();
	await expectAccessible(page, 'Gegenstand');
	await page.getByRole('button', { name: 'Status ändern' }).click();
	await page.getByRole('radio', { name: 'Vermisst' }).check();
	await expectAccessible(page, 'Status ändern');
	await page.keyboard.press('Escape');
	await page.getByRole('button', { name: 'Bearbeiten' }).click();
	await expect(page.getByLabel('Bezeichnung')).toBeFocused();
	await page.getByRole('button', { name: 'Zubehör hinzufügen' }).click();
	await expectAccessible(page, 'Gegenstand bearbeiten');
	await goTo(page, 'Inventar');
	await page.getByRole('link', { name: 'Liste importieren' }).click();
	await page.locator('input[type=file]').setInputFiles('tests/fixtures/Werkzeugliste_2026.csv');
	await expect(page.getByText('werden neu angelegt')).toBeVisible();
	await expectAccessible(page, 'Inventarliste importieren');
});

test('the screens of loans', async ({ startKontor }) => {
	const { page } = await startKontor({ sample: true });
	await page.getByRole('button', { name: /Leyla Aydın/ }).click();
	await page
		.getByRole('region', { name: 'Ausleihe' })
		.getByRole('link', { name: /Ausleihen? (ist|sind) offen/ })
		.click();
	await expect(page.getByRole('row').nth(2)).toBeVisible();
	await expectAccessible(page, 'Ausleihen');
	await page.getByRole('grid', { name: 'Ausleihen' }).focus();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { name: /^Ausleihe L-/, level: 1 })).toBeVisible();
	await expectAccessible(page, 'Ausleihe');
	for (const button of ['Verlängern', /^Pfand (nehmen|abrechnen)$/, /zurücknehmen$/]) {
		await page.getByRole('button', { name: button }).first().click();
		await expect(page.getByRole('dialog')).toBeVisible();
		await expectAccessible(page, String(button));
		await page.keyboard.press('Escape');
		await expect(page.getByRole('dialog')).toBeHidden();
	}
	await page.getByRole('link', { name: 'Vertrag drucken' }).click();
	await expect(page.getByRole('heading', { name: 'Leihvertrag' })).toBeVisible();
	await expectAccessible(page, 'Vertrag');
});

test('the screens of the end of the day', async ({ startKontor }) => {
	const { page } = await startKontor({ sample: true });
	await page.getByRole('button', { name: /Leyla Aydın/ }).click();
	await page.getByRole('link', { name: 'Tagesende' }).click();
	const tabs = page.getByRole('navigation', { name: 'Seiten der Ausleihe' });
	for (const tab of ['Tagesende', 'Zahlen', 'Erinnerungen']) {
		await tabs.getByRole('link', { name: tab }).click();
		await expect(page.getByRole('heading', { name: tab, level: 1 })).toBeVisible();
		await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
		await expectAccessible(page, tab);
	}
	await page
		.getByRole('button', { name: /^E-Mail-Text für / })
		.first()
		.click();
	await expect(page.getByRole('button', { name: 'Text kopieren' })).toBeFocused();
	await expectAccessible(page, 'E-Mail-Text');
	await page.keyboard.press('Escape');
	await page.getByRole('button', { name: 'Alle anhaken' }).click();
	await page.getByRole('link', { name: /Briefe? drucken$/ }).click();
	await expect(page.getByRole('region', { name: 'So sehen die Briefe aus' })).toBeVisible();
	await expectAccessible(page, 'Briefe');
});

test('the screens of the administration', async ({ startKontor }) => {
	const { page } = await startKontor({ sample: true });
	await page.getByRole('button', { name: /Petra Sommer/ }).click();
	for (const area of ['Mitarbeitende', 'Geräte', 'Zugriffsprotokoll'] as const) {
		await goTo(page, area);
		await expectAccessible(page, area);
	}
});

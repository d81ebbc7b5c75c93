import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { expectAccessible } from './expect-accessible.ts';
import { goTo } from './people-at-work.ts';
import { printedText } from './printed-text.ts';

/** Businesses that are counselled: their page, and the life of a file about one. */

const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const tab = (page: Page, name: string) =>
	page.getByRole('navigation', { name: 'Seiten der Fallakte' }).getByRole('link', { name });
const undo = (page: Page, said: RegExp) =>
	page.getByRole('alert').filter({ hasText: said }).getByRole('button', { name: 'Rückgängig' }).click();

async function businessList(page: Page): Promise<void> {
	await goTo(page, 'Personen');
	await page.getByRole('navigation', { name: 'Personen und Unternehmen' }).getByRole('link', { name: 'Unternehmen' }).click();
	await expect(page.getByRole('heading', { name: 'Unternehmen', level: 1 })).toBeVisible();
}

test('a business is entered by keyboard, with sites and contacts, and is recognised again', async ({ startKontor }) => {
	const { page } = await startKontor({ sample: true });
	await page.getByRole('button', { name: /Miriam Berger/ }).click();
	await businessList(page);
	await expect(page.getByRole('grid', { name: 'Unternehmen' }).getByRole('row')).toHaveCount(3);
	await expectAccessible(page, 'Liste der Unternehmen');
	await page.getByRole('link', { name: 'Unternehmen anlegen' }).click();

	await test.step('what does not fit is said, what was typed survives going elsewhere', async () => {
		await expect(page.getByLabel('Name').first()).toBeFocused();
		await page.keyboard.press('Control+Enter');
		await expect(page.getByText('Bitte geben Sie an, wie das Unternehmen heißt.')).toBeVisible();
		await page.getByLabel('Name').first().fill('Baeckerei Morgenrot');
		await page.getByLabel('Ort').fill('Musterstadt');
		await expect(page.getByText('Dieses Unternehmen gibt es vielleicht schon')).toBeVisible();
		await expect(page.getByRole('link', { name: 'Bäckerei Morgenrot GmbH öffnen' })).toBeVisible();
		await page.getByLabel('Gegründet').fill('bald');
		await page.keyboard.press('Control+Enter');
		await expect(page.getByText('Bitte ein Jahr oder ein Datum eingeben')).toBeVisible();
		await expectAccessible(page, 'Neues Unternehmen');
		await page.getByLabel('Name').first().fill('Radladen Kettenblatt');
		await expect(page.getByText('Dieses Unternehmen gibt es vielleicht schon')).toHaveCount(0);
		await page.getByLabel('Gegründet').fill('1.4.2019');
		await page.getByLabel('Straße und Hausnummer').fill('Kurbelweg 3');
		await goTo(page, 'Fallakten');
		await businessList(page);
		await page.getByRole('link', { name: 'Unternehmen anlegen' }).click();
		await expect(page.getByText('Hier lag noch etwas Ungespeichertes von Ihnen.')).toBeVisible();
		await expect(page.getByLabel('Straße und Hausnummer')).toHaveValue('Kurbelweg 3');
		await page.getByLabel('Name').nth(1).fill('Ayşe Speiche');
		await page.getByLabel('Funktion').fill('Inhaberin');
		await page.keyboard.press('Control+Enter');
		await expect(page.getByRole('heading', { name: 'Radladen Kettenblatt', level: 1 })).toBeVisible();
	});

	await test.step('a second site and contact; the chosen one comes first; removing is undone', async () => {
		await expect(section(page, 'Das Unternehmen')).toContainText('01.04.2019');
		await expect(section(page, 'Betriebsstätten')).toContainText('Kurbelweg 3');
		await page.getByRole('button', { name: 'Ansprechperson hinzufügen' }).press('Enter');
		const dialog = page.getByRole('dialog', { name: 'Neue Ansprechperson' });
		await expect(dialog.getByLabel('Name')).toBeFocused();
		await page.keyboard.type('Bodo Lenker');
		await dialog.getByRole('checkbox', { name: 'An diese Person gehen Schreiben.' }).press('Space');
		await expectAccessible(page, 'Ansprechperson');
		await page.keyboard.press('Control+Enter');
		await expect(dialog).toBeHidden();
		const contacts = section(page, 'Ansprechpersonen').getByRole('listitem');
		await expect(contacts.first()).toContainText('Bodo Lenker');
		await page.getByRole('button', { name: 'Bodo Lenker entfernen' }).press('Enter');
		await expect(contacts).toHaveCount(1);
		await undo(page, /Bodo Lenker wurde als Ansprechperson entfernt/);
		await expect(contacts).toHaveCount(2);
		await page.getByRole('button', { name: 'Betriebsstätte hinzufügen' }).press('Enter');
		const site = page.getByRole('dialog', { name: 'Neue Betriebsstätte' });
		await site.getByRole('button', { name: 'Speichern' }).click();
		await expect(site.getByText('Bitte geben Sie der Betriebsstätte eine Bezeichnung.')).toBeVisible();
		await site.getByLabel('Bezeichnung').fill('Werkstatt');
		await page.keyboard.press('Enter');
		await expect(section(page, 'Betriebsstätten').getByRole('listitem')).toHaveCount(2);
		await expectAccessible(page, 'Unternehmen');
	});

	await test.step('it is changed, told in its history, removed and brought back', async () => {
		await page.getByRole('button', { name: 'Bearbeiten' }).press('Enter');
		const dialog = page.getByRole('dialog', { name: 'Radladen Kettenblatt bearbeiten' });
		await dialog.getByLabel('Branche').fill('Fahrräder');
		await page.keyboard.press('Control+Enter');
		await expect(dialog).toBeHidden();
		await expect(section(page, 'Das Unternehmen')).toContainText('Fahrräder');
		await page.getByRole('button', { name: 'Weitere Aktionen' }).click();
		await page.getByRole('menuitem', { name: 'Verlauf' }).click();
		const history = page.getByRole('dialog', { name: 'Verlauf' });
		await expect(history.getByRole('listitem').filter({ hasText: 'Branche' })).toContainText('Fahrräder');
		await page.keyboard.press('Escape');
		await expect(history).toBeHidden();
		await page.getByRole('button', { name: 'Weitere Aktionen' }).click();
		await page.getByRole('menuitem', { name: 'Unternehmen entfernen' }).click();
		await expect(page.getByRole('heading', { name: 'Unternehmen', level: 1 })).toBeVisible();
		await undo(page, /Radladen Kettenblatt wurde entfernt/);
		await expect(page.getByRole('heading', { name: 'Radladen Kettenblatt', level: 1 })).toBeVisible();
	});
});

test('a file about a business goes from the first note to its closing, with its papers', async ({ startKontor }) => {
	const { page } = await startKontor({ sample: true });
	await page.getByRole('button', { name: /Miriam Berger/ }).click();
	await businessList(page);
	await page.getByRole('row').filter({ hasText: 'Morgenrot' }).click();
	await page.getByRole('link', { name: 'Fallakte anlegen' }).click();

	await test.step('the file is opened for it, and names the one that is open already', async () => {
		await expect(page.getByRole('combobox', { name: 'Unternehmen' })).toHaveValue(/Bäckerei Morgenrot/);
		await expect(page.getByText('Für dieses Unternehmen gibt es schon eine laufende Fallakte:')).toBeVisible();
		await expectAccessible(page, 'Neue Fallakte für ein Unternehmen');
		await page.getByLabel('Anliegen').fill('Zweite Filiale');
		await page.keyboard.press('Control+Enter');
		await expect(page.getByRole('heading', { name: 'Bäckerei Morgenrot GmbH', level: 1 })).toBeVisible();
		await expect(tab(page, 'Ziele')).toBeVisible();
		for (const name of ['Bewerbungen', 'Förderdaten']) await expect(tab(page, name)).toHaveCount(0);
		await expect(section(page, 'Auf einen Blick')).toContainText('Selma Morgenrot, Geschäftsführerin');
	});

	await test.step('a note', async () => {
		await page.getByRole('textbox', { name: 'Vermerk' }).fill('Standort besichtigt.');
		await page.keyboard.press('Control+Enter');
		await expect(
			page.getByRole('article').filter({ hasText: 'Standort besichtigt.' }).or(section(page, 'Vermerke')),
		).toContainText('Standort besichtigt.');
		await expectAccessible(page, 'Fallakte eines Unternehmens');
	});

	await test.step('an appointment names it, on the day too', async () => {
		await page.getByRole('button', { name: 'Termin buchen' }).press('Enter');
		const dialog = page.getByRole('dialog', { name: 'Termin buchen' });
		await expect(dialog.getByLabel('Unternehmen')).toHaveValue('Bäckerei Morgenrot GmbH');
		await expectAccessible(page, 'Termin mit einem Unternehmen');
		await dialog.getByLabel('Ort').fill('im Betrieb');
		await dialog.getByLabel('Tag').fill('26.11.2026');
		await dialog.getByLabel('Von').fill('07:00');
		const reason = dialog.getByLabel(/^Grund/).or(dialog.getByRole('textbox', { name: /trotzdem|Warum/ }));
		await expect(dialog.getByRole('button', { name: /^(Buchen|Trotzdem buchen)$/ })).toBeEnabled();
		if (await reason.first().isVisible()) await reason.first().fill('Die Backstube öffnet früh');
		await dialog.getByRole('button', { name: /buchen$/i }).click();
		await expect(dialog).toBeHidden();
		await expect(section(page, 'Termine')).toContainText('im Betrieb');
	});

	await test.step('a letter to its contact at its main site', async () => {
		await tab(page, 'Schriftverkehr').click();
		await page.getByRole('button', { name: 'Neues Schreiben' }).first().click();
		const dialog = page.getByRole('dialog', { name: 'Neues Schreiben' });
		await expect(dialog.getByRole('radio', { name: /Bäckerei Morgenrot GmbH/ })).toBeChecked();
		await dialog.getByRole('button', { name: 'Schreiben beginnen' }).click();
		await expect(page.getByLabel('Anschrift')).toHaveValue(
			'Bäckerei Morgenrot GmbH\nSelma Morgenrot\nMühlenweg 4\n00000 Musterstadt',
		);
	});

	await test.step('a goal and its agreement on paper', async () => {
		await tab(page, 'Ziele').click();
		await expect(page.getByRole('region', { name: 'Ausgangslage' })).toHaveCount(0);
		await page.getByRole('button', { name: 'Neues Ziel' }).press('Enter');
		await expect(page.getByRole('form', { name: 'Neues Ziel' }).getByLabel('Ziel', { exact: true })).toBeFocused();
		await page.keyboard.type('Die Filiale ist eröffnet.');
		await page.keyboard.press('Enter');
		await expect(page.getByRole('heading', { name: 'Die Filiale ist eröffnet.' })).toBeVisible();
		await page.getByRole('link', { name: 'Zielvereinbarung drucken' }).click();
		const paper = await printedText(page, () => page.getByRole('button', { name: 'Drucken' }).click());
		for (const words of ['für Bäckerei Morgenrot GmbH', 'Die Filiale ist eröffnet.', 'Selma Morgenrot'])
			expect(paper).toContain(words);
	});

	await test.step('the form for a release names it and who speaks for it', async () => {
		await tab(page, 'Weitergabe').click();
		await expect(page.getByRole('region', { name: 'Einwilligungen' })).not.toContainText('Fördergeber');
		await page.getByRole('link', { name: 'Formular drucken' }).last().click();
		const paper = await printedText(page, () => page.getByRole('button', { name: 'Drucken' }).click());
		for (const words of ['vertreten durch', 'Selma Morgenrot, Geschäftsführerin', 'Mühlenweg 4']) expect(paper).toContain(words);
		expect(paper).not.toContain('Geburtsdatum');
	});

	await test.step('it is closed, and the summary names it', async () => {
		await tab(page, 'Abschluss').click();
		const balances = page.getByRole('region', { name: 'Was aus den Zielen geworden ist' });
		await balances.getByRole('radiogroup').first().getByRole('radio', { name: 'erreicht', exact: true }).press('Space');
		const fields = page.getByRole('region', { name: 'Akte schließen' });
		await fields.getByRole('combobox', { name: 'Warum wird die Akte geschlossen?' }).click();
		await page.getByRole('option', { name: 'Ziele erreicht' }).click();
		await fields.getByRole('combobox', { name: 'Wie geht es weiter?' }).click();
		await page.getByRole('option').first().click();
		await fields.getByLabel('Zusammenfassung').fill('Läuft.');
		await fields.getByRole('button', { name: 'Fallakte schließen' }).press('Enter');
		await expect(page.getByText('geschlossen', { exact: true })).toBeVisible();
		const paper = await printedText(page, () => page.getByRole('button', { name: 'Drucken' }).click());
		expect(paper).toContain('Unternehmen');
		expect(paper).toContain('Bäckerei Morgenrot GmbH, Ansprechperson Selma Morgenrot');
	});

	await test.step('the list finds it by its contact, and the search both', async () => {
		await goTo(page, 'Fallakten');
		await page.getByPlaceholder('Name, Nummer, Anliegen …').fill('selma');
		await expect(page.getByRole('grid', { name: 'Fallakten' }).getByRole('row')).toHaveCount(2);
		await page.keyboard.press('Control+k');
		await page.keyboard.type('selma');
		const hits = page.getByRole('listbox');
		await expect(hits.getByRole('group', { name: 'Unternehmen' }).getByRole('option')).toHaveCount(1);
		await expect(hits.getByRole('group', { name: 'Fallakten' }).getByRole('option')).toHaveCount(2);
	});
});

test('who may not read case files finds no business', async ({ startKontor }) => {
	const { page } = await startKontor({ sample: true });
	await page.getByRole('button', { name: /Leyla Aydın/ }).click();
	await page.getByRole('button', { name: /^Suchen/ }).click();
	await page.getByRole('combobox', { name: 'Suchen' }).fill('Morgenrot');
	await expect(page.getByText('Nichts gefunden.')).toBeVisible();
	await page.goto(`${page.url().split('#')[0]}#/unternehmen`);
	await expect(page.getByRole('heading', { name: 'Diese Seite gibt es nicht', level: 1 })).toBeVisible();
});

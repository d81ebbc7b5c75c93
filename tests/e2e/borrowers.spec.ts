import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { now } from './clock.ts';
import { expectAccessible } from './expect-accessible.ts';

/** Borrowers and the rules of lending, by keyboard alone; on the way axe looks at each of their screens. */

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name, level: 1 });

async function signInAs(page: Page, name: RegExp): Promise<void> {
	await page.getByRole('button', { name }).press('Enter');
	await expect(page.getByRole('navigation', { name: 'Bereiche' })).toBeVisible();
}

/** The first hit of Ctrl+K for a text. */
async function open(page: Page, text: string): Promise<void> {
	await page.keyboard.press('Control+k');
	await expect(page.getByRole('combobox', { name: 'Suchen' })).toBeFocused();
	await page.keyboard.type(text);
	await page.keyboard.press('Enter');
	await expect(page.getByRole('combobox', { name: 'Suchen' })).toBeHidden();
}

/** Presses a button, or what is like one, as the keyboard does. */
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).press('Enter');

/** Takes back what was said, while what was said before may still stand there. */
const undo = (page: Page, said: string) =>
	page.getByRole('alert').filter({ hasText: said }).last().getByRole('button', { name: 'Rückgängig' }).press('Enter');

test('a borrower is registered, found, blocked, removed and gets a card', async ({ startKontor, host }) => {
	const { page } = await startKontor({ sample: true });
	await signInAs(page, /^Horst Lindemann/);
	const region = (name: string) => page.getByRole('region', { name, exact: true });
	let number = '';

	await test.step('registered, the phone number as people type it, the day of the identity card with one key', async () => {
		await open(page, 'neue/r entl');
		await expect(heading(page, 'Entleiher/in eintragen')).toBeVisible();
		await expect(page.getByLabel('Vorname')).toBeFocused();
		await page.keyboard.type('Şükran');
		await page.keyboard.press('Tab');
		await page.keyboard.type('Fahrradfreund');
		await page.getByLabel('Telefon').focus();
		await page.keyboard.type('02102/123 456');
		await page.getByLabel('E-Mail').focus();
		await page.keyboard.type('ohne Klammeraffe');
		await page.keyboard.press('Control+Enter');
		await expect(page.getByText('Das ist keine E-Mail-Adresse.')).toBeVisible();
		await expect(page.getByLabel('E-Mail')).toBeFocused();
		await expectAccessible(page, 'Entleiher/in eintragen');
		await page.keyboard.press('Control+a');
		await page.keyboard.type('suekran@example.org');
		await press(page, 'Ausweis gesehen am: Heute');
		await press(page, 'Hausordnung angenommen am: Heute');
		await page.keyboard.press('Control+Enter');
		await expect(heading(page, 'Şükran Fahrradfreund')).toBeVisible();
		await expect(region('Erreichbar')).toContainText('02102 123456');
		number = (await page.getByText(/^E-\d{5}$/).textContent()) ?? '';
	});

	await test.step('who is there already is said while typing, and what was typed survives the lock', async () => {
		await open(page, 'neue/r entl');
		await page.getByLabel('Vorname').focus();
		await page.keyboard.type('Suekran');
		await page.keyboard.press('Tab');
		await page.keyboard.type('FAHRRADFREUND');
		await expect(page.getByText('Diese Person gibt es vielleicht schon')).toBeVisible();
		await expect(page.getByRole('link', { name: 'Şükran Fahrradfreund' })).toBeVisible();
		await page.keyboard.press('Control+l');
		await signInAs(page, /^Horst Lindemann/);
		await open(page, 'neue/r entl');
		await expect(page.getByText('Ihre letzten Eingaben waren noch nicht gespeichert und sind wieder da.')).toBeVisible();
		await expect(page.getByLabel('Nachname oder Gruppe')).toHaveValue('FAHRRADFREUND');
		await press(page, 'Abbrechen');
		await expect(heading(page, 'Entleiher/innen')).toBeVisible();
		await undo(page, 'Die Eingaben sind verworfen.');
		await expect(page.getByLabel('Nachname oder Gruppe')).toHaveValue('FAHRRADFREUND');
		await press(page, 'Abbrechen');
	});

	await test.step('in the list, by any part of what is known', async () => {
		await expect(page.getByRole('row').nth(2)).toBeVisible();
		await expectAccessible(page, 'Entleiher/innen');
		await page.getByRole('searchbox', { name: 'Liste filtern' }).focus();
		await page.keyboard.type('sukr 02102');
		await expect(page.getByText('1 Entleiher/in', { exact: true })).toBeVisible();
		await page.keyboard.press('Enter');
		await expect(heading(page, 'Şükran Fahrradfreund')).toBeVisible();
		await page.goBack();
		await expect(page.getByRole('searchbox', { name: 'Liste filtern' })).toHaveValue('sukr 02102');
		await page.getByRole('searchbox', { name: 'Liste filtern' }).focus();
		await page.keyboard.press('Control+a');
		await page.keyboard.press('Delete');
	});

	await test.step('changed, and the history says what', async () => {
		// As a scanner sends it where the keyboard is German.
		await open(page, `KONTORßKARTEÖ${number.replace('-', 'ß')}`);
		await expect(heading(page, 'Şükran Fahrradfreund')).toBeVisible();
		await press(page, 'Bearbeiten');
		await page.getByLabel('Straße und Hausnummer').focus();
		await page.keyboard.type('Am Bach 3');
		await page.keyboard.press('Control+Enter');
		await expect(region('Erreichbar')).toContainText('Am Bach 3');
		await press(page, 'Mehr');
		await page.getByRole('menuitem', { name: 'Verlauf' }).press('Enter');
		await expect(page.getByRole('dialog').getByText('Am Bach 3')).toBeVisible();
		await page.keyboard.press('Escape');
		await expect(page.getByRole('dialog')).toBeHidden();
	});

	await test.step('blocked with a reason, and taken back', async () => {
		await press(page, 'Mehr');
		await page.getByRole('menuitem', { name: 'Sperren' }).press('Enter');
		await expect(page.getByLabel('Warum?')).toBeFocused();
		await expectAccessible(page, 'Sperren');
		await page.keyboard.type('Zwei Sägen fehlen');
		await page.keyboard.press('Enter');
		await expect(page.getByText('Zwei Sägen fehlen')).toBeVisible();
		await undo(page, 'ist gesperrt.');
		await expect(page.getByText('Zwei Sägen fehlen')).toBeHidden();
		await expectAccessible(page, 'Entleiher/in');
	});

	await test.step('a card to print, from their page', async () => {
		await page.getByRole('link', { name: 'Karte drucken' }).press('Enter');
		await expect(page.getByText('1 Karte auf 1 Blatt A4')).toBeVisible();
		const sheet = page.getByRole('region', { name: 'So sehen die Karten aus' });
		await expect(sheet).toContainText('Şükran Fahrradfreund');
		await expect(sheet.getByRole('img', { name: `Strichcode von ${number}` })).toBeVisible();
		// Somebody else is looked for, and the first one stays chosen.
		await page.getByRole('searchbox', { name: 'Suchen', exact: true }).focus();
		await page.keyboard.type('E-00001');
		await expect(page.getByRole('checkbox')).toHaveCount(1);
		await page.getByRole('checkbox', { name: /E-00001/ }).press('Space');
		await expect(page.getByText('2 Karten auf 1 Blatt A4')).toBeVisible();
		await expectAccessible(page, 'Karten');
		if (host === 'browser') {
			const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
			expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
			expect(pdf).toMatch(/\/MediaBox\s*\[\s*0 0 59[45](\.\d+)? 84[12](\.\d+)?\s*\]/);
		}
	});

	await test.step('removed, and back again', async () => {
		await open(page, number);
		await expect(heading(page, 'Şükran Fahrradfreund')).toBeVisible();
		await press(page, 'Mehr');
		await page.getByRole('menuitem', { name: 'Entfernen' }).press('Enter');
		await expect(heading(page, 'Entleiher/innen')).toBeVisible();
		await undo(page, 'ist entfernt.');
		await expect(heading(page, 'Şükran Fahrradfreund')).toBeVisible();
	});

	await test.step('the rules are not for volunteers, neither in the search nor by their address', async () => {
		await page.keyboard.press('Control+k');
		await page.keyboard.type('öffnungszeiten');
		await expect(page.getByText('Nichts gefunden.')).toBeVisible();
		await page.keyboard.press('Escape');
		await page.evaluate(() => {
			location.hash = '#/einstellungen/ausleihe';
		});
		await expect(heading(page, 'Diese Seite gibt es nicht')).toBeVisible();
	});
});

const SAVED = 'Gespeichert. Für alles, was ab jetzt ausgeliehen wird, gelten diese Zeiten und Regeln.';

test('opening hours and rules are set by the coordination', async ({ startKontor }) => {
	const { page } = await startKontor({ sample: true });
	await signInAs(page, /^Leyla Aydın/);
	await open(page, 'öffnungszeiten');
	await expect(heading(page, 'Öffnungszeiten und Ausleihe')).toBeVisible();
	const hours = page.getByRole('region', { name: 'Öffnungszeiten', exact: true });
	await expect(hours.getByLabel('Montag: öffnet um')).toHaveValue('09:00');

	await test.step('times as they are spoken, a closed day, and what does not fit', async () => {
		await hours.getByRole('switch', { name: 'Mittwoch' }).press('Space');
		await expect(hours.getByLabel('Mittwoch: öffnet um')).toBeHidden();
		await hours.getByLabel('Montag: öffnet um').focus();
		await page.keyboard.press('Control+a');
		await page.keyboard.type('14.30');
		await page.keyboard.press('Tab');
		await expect(hours.getByLabel('Montag: öffnet um')).toHaveValue('14:30');
		await page.keyboard.press('Control+a');
		await page.keyboard.type('14');
		await page.keyboard.press('Enter');
		await expect(hours.getByText('Das Ende muss nach dem Anfang liegen.')).toBeVisible();
		await expect(hours.getByLabel('Montag: schließt um')).toBeFocused();
		await page.keyboard.press('Control+a');
		await page.keyboard.type('19');
	});

	await test.step('a closure, whose effect is seen before it is saved', async () => {
		await hours.getByRole('button', { name: 'Schließung hinzufügen' }).press('Enter');
		await expect(hours.getByLabel('Schließung 1: erster Tag')).toBeFocused();
		await expectAccessible(page, 'Öffnungszeiten und Ausleihe');
		const year = new Date(now()).getFullYear() + 1;
		await page.keyboard.type(`1.7.${year}`);
		await page.keyboard.press('Tab');
		await page.keyboard.type(`3.7.${year}`);
		await page.keyboard.press('Enter');
		await expect(hours.getByLabel('Schließung 1: Anlass')).toBeFocused();
		await page.keyboard.type('Sommerfest');
		await page.getByLabel('Ausleihfrist').fill('0');
		await page.getByLabel('Schließung 1: Anlass').press('Enter');
		await expect(page.getByText('Bitte eine Zahl von 1 bis 365 eingeben.')).toBeVisible();
		await page.getByLabel('Ausleihfrist').fill('20');
		await page.keyboard.press('Enter');
		await expect(page.getByText(SAVED)).toBeVisible();
		await page.reload();
		await expect(hours.getByLabel('Schließung 1: erster Tag')).toHaveValue(`01.07.${year}`);
		await expect(hours.getByLabel('Montag: öffnet um')).toHaveValue('14:30');
		await expect(hours.getByLabel('Montag: schließt um')).toHaveValue('19:00');
		await expect(hours.getByRole('switch', { name: 'Mittwoch' })).not.toBeChecked();
		await expect(page.getByLabel('Ausleihfrist')).toHaveValue('20 Tage');
	});

	await test.step('periods and texts', async () => {
		await page.getByLabel('Ausleihfrist').focus();
		await page.keyboard.press('Control+a');
		await page.keyboard.type('0');
		await page.keyboard.press('Enter');
		await expect(page.getByText('Bitte eine Zahl von 1 bis 365 eingeben.')).toBeVisible();
		await page.keyboard.press('Control+a');
		await page.keyboard.type('21');
		await page.getByLabel('Hausregeln der Ausleihe').focus();
		await page.keyboard.press('Control+End');
		await page.keyboard.type(' Akkus kommen geladen zurück.');
		await hours.getByLabel('Montag: schließt um').fill('20');
		await page.getByRole('link', { name: 'Einstellungen' }).first().click();
		await expect(heading(page, 'Einstellungen')).toBeVisible();
		await page.goBack();
		await expect(page.getByText('Ihre letzten Eingaben waren noch nicht gespeichert und sind wieder da.')).toBeVisible();
		await press(page, 'Speichern');
		await expect(page.getByText(SAVED)).toBeVisible();
		await page.reload();
		await expect(page.getByLabel('Ausleihfrist')).toHaveValue('21 Tage');
		await expect(hours.getByLabel('Montag: schließt um')).toHaveValue('20:00');
		await expect(page.getByLabel('Hausregeln der Ausleihe')).toHaveValue(/Akkus kommen geladen zurück\.$/);
	});
});

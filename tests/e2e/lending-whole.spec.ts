import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { fingerOf, type Hands, keyboardOf } from './hands-at-work.ts';
import { createSite } from './people-at-work.ts';
import { printedText } from './printed-text.ts';

/** From the office's list of tools to the protocol of a stocktake, once with the keyboard and once with a finger alone. */

const LIST = 'tests/fixtures/Werkzeugliste_2026.csv';
const KIT = 'RK-0001';
const COUNTED = 'WZ-0023';

const numbersOfTheList = () => [...new Set(readFileSync(LIST, 'latin1').match(/^WZ-\d{4}(?=;)/gm))];
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name, level: 1 });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const answer = (page: Page) => page.locator('[aria-live="assertive"]');

async function goTo(page: Page, hands: Hands, area: 'Inventar' | 'Ausleihe', tab?: string): Promise<void> {
	await hands.press(page.getByRole('navigation', { name: 'Bereiche' }).getByRole('link', { name: area, exact: true }));
	const tabs = page.getByRole('navigation', { name: area === 'Inventar' ? 'Seiten des Inventars' : 'Seiten der Ausleihe' });
	if (tab !== undefined) await hands.press(tabs.getByRole('link', { name: tab, exact: true }));
	await expect(tab === undefined ? tabs : heading(page, tab)).toBeVisible();
}

async function importList(page: Page, hands: Hands): Promise<void> {
	await goTo(page, hands, 'Inventar');
	await hands.press(page.getByRole('link', { name: 'Liste importieren' }).first());
	// The dialog of the operating system opens from here; what it answers is put in its place.
	const chooser = page.waitForEvent('filechooser');
	await hands.press(button(page, 'Datei auswählen'));
	await (await chooser).setFiles(LIST);
	await hands.press(button(page, '180 Zeilen importieren'));
	await expect(page.getByText('180 Gegenstände neu angelegt')).toBeVisible();
}

async function makeKit(page: Page, hands: Hands): Promise<void> {
	await hands.press(page.getByRole('link', { name: 'Zum Inventar' }));
	await expect(page.getByText('180 Gegenstände', { exact: true })).toBeVisible();
	await hands.press(page.getByRole('link', { name: 'Gegenstand anlegen' }));
	await hands.write(page.getByLabel('Bezeichnung'), 'Radkoffer');
	await hands.write(page.getByLabel('Inventarnummer'), KIT);
	await hands.press(button(page, 'Zubehör hinzufügen'));
	await hands.write(page.getByLabel('Zubehör 1', { exact: true }), 'Koffer');
	await hands.press(button(page, 'Zubehör hinzufügen'));
	await hands.write(page.getByLabel('Zubehör 2', { exact: true }), 'Inbusschlüssel');
	const parts = page.getByRole('combobox', { name: 'Teil suchen und hinzufügen' });
	await hands.find(parts, 'WZ-0003', /WZ-0003 Lastenanhänger/);
	await hands.find(parts, 'WZ-0004', /WZ-0004 Zentrierständer/);
	await hands.press(button(page, 'Speichern'));
	await expect(heading(page, 'Radkoffer')).toBeVisible();
	await expect(page.getByRole('region', { name: 'Inhalt des Satzes' }).getByRole('link')).toHaveCount(2);
}

async function printLabels(page: Page, hands: Hands): Promise<void> {
	await goTo(page, hands, 'Inventar');
	await hands.press(page.getByRole('link', { name: 'Etiketten', exact: true }));
	await expect(page.getByText(/^181 Etiketten auf \d+ Bogen$/)).toBeVisible();
	const labels = await printedText(page, () => hands.press(button(page, 'Drucken')));
	for (const number of [...numbersOfTheList(), KIT]) expect(labels).toContain(number);
}

async function register(page: Page, hands: Hands): Promise<void> {
	await goTo(page, hands, 'Ausleihe', 'Entleiher/innen');
	await hands.press(page.getByRole('link', { name: 'Neu eintragen' }).first());
	await hands.write(page.getByLabel('Vorname'), 'Anna');
	await hands.write(page.getByLabel('Nachname oder Gruppe'), 'Albrecht');
	await hands.press(button(page, 'Ausweis gesehen am: Heute'));
	await hands.press(button(page, 'Hausordnung angenommen am: Heute'));
	await hands.press(button(page, 'Speichern'));
	await expect(heading(page, 'Anna Albrecht')).toBeVisible();
	await expect(page.getByText('E-00001', { exact: true })).toBeVisible();
}

async function lendAndTakeBack(page: Page, hands: Hands): Promise<void> {
	await goTo(page, hands, 'Ausleihe');
	const field = page.getByRole('combobox', { name: 'Scannen oder tippen' });
	const finish = page.getByRole('button', { name: /^Fertig/ });
	await expect(field).toBeFocused();
	await hands.show(field, 'E-00001', null);
	await expect(page.getByRole('heading', { name: 'Anna Albrecht' })).toBeVisible();
	await hands.show(field, KIT, null);
	await expect(answer(page)).toContainText('Radkoffer geht raus, mit 2 Teilen');
	await hands.press(finish);
	await expect(answer(page)).toContainText('an Anna Albrecht');

	await hands.show(field, KIT, null);
	await expect(answer(page)).toContainText('Radkoffer kommt zurück, mit 2 Teilen');
	const along = page.getByRole('group', { name: 'Zubehör ist dabei: Radkoffer' });
	await hands.toggle(along.getByRole('checkbox', { name: 'Inbusschlüssel' }));
	await expect(page.getByText('Fehlt: Inbusschlüssel. Wird als Schaden notiert.')).toBeVisible();
	await hands.press(finish);
	await expect(answer(page)).toContainText('1 Sache zurück');
	await expect(answer(page)).toContainText('1 Schaden ist notiert.');
}

async function findDamage(page: Page, hands: Hands): Promise<void> {
	await goTo(page, hands, 'Inventar', 'Schäden');
	await hands.openFirst(page.getByRole('grid', { name: 'Schäden' }));
	const facts = page.getByRole('region', { name: 'Was ist damit?' });
	await expect(facts).toContainText(`${KIT} Radkoffer`);
	await expect(facts.getByRole('definition').filter({ hasText: /^Inbusschlüssel$/ })).toBeVisible();
	await expect(facts.getByRole('link', { name: 'Anna Albrecht' })).toBeVisible();
	await hands.press(facts.getByRole('link', { name: /L-\d{5}$/ }));
	await expect(heading(page, /^Ausleihe L-\d{5}$/)).toBeVisible();
	await expect(page.getByRole('region', { name: 'Gegenstände' })).toContainText('Inbusschlüssel');
	await expect(page.getByRole('region', { name: 'Schäden' }).getByRole('link')).toHaveCount(1);
}

async function takeStock(page: Page, hands: Hands): Promise<void> {
	await goTo(page, hands, 'Inventar', 'Inventur');
	await hands.press(button(page, 'Inventur beginnen'));
	const field = page.getByLabel('Etikett scannen oder Nummer eingeben');
	await expect(field).toBeFocused();
	await hands.show(field, KIT, button(page, 'Zählen'));
	await expect(answer(page)).toContainText(`${KIT} Radkoffer`);
	await hands.press(button(page, 'Alle Teile sind drin'));
	await expect(answer(page)).toContainText('2 Teile gezählt.');
	await hands.show(field, COUNTED, button(page, 'Zählen'));
	await expect(answer(page)).toContainText(COUNTED);
	await expect(page.getByText('4 von 181 gezählt')).toBeVisible();
	await hands.toTab(page.getByRole('tablist'), 'Abgleich');
	await expect(page.getByRole('region', { name: 'Fehlt (177)' })).toBeVisible();
	await hands.press(button(page, 'Abschließen'));
	const paper = page.getByRole('region', { name: 'So sieht das Protokoll aus' });
	await expect(paper.getByRole('heading', { name: 'Inventurprotokoll' })).toBeVisible();
	const protocol = await printedText(page, () => hands.press(button(page, 'Protokoll drucken')));
	for (const number of [...numbersOfTheList(), KIT]) expect(protocol).toContain(number);
	expect(protocol).toContain('Fehlt (177)');
	const found = protocol.slice(protocol.indexOf('Gefunden (4)'));
	for (const number of [KIT, 'WZ-0003', 'WZ-0004', COUNTED]) expect(found).toContain(number);
}

async function wholeWay(page: Page, hands: Hands): Promise<void> {
	await test.step('the list is imported', () => importList(page, hands));
	await test.step('a kit is made', () => makeKit(page, hands));
	await test.step('the labels have every number', () => printLabels(page, hands));
	await test.step('a borrower is registered', () => register(page, hands));
	await test.step('the kit is lent, and comes back with something missing', () => lendAndTakeBack(page, hands));
	await test.step('the damage case is there, with its loan', () => findDamage(page, hands));
	await test.step('the protocol of a stocktake has it all', () => takeStock(page, hands));
}

test.use({ viewport: { width: 1280, height: 800 } });
test.skip(({ host }) => host === 'electron', 'its window prints by itself');

test('the whole way by keyboard and scanner alone', async ({ startKontor }) => {
	const { page } = await startKontor();
	await createSite(page);
	await wholeWay(page, keyboardOf(page));
});

test.describe('with fingers', () => {
	test.use({ hasTouch: true });
	test('the whole way by touch alone', async ({ startKontor }) => {
		const { page } = await startKontor();
		await createSite(page);
		await wholeWay(page, fingerOf(page));
	});
});

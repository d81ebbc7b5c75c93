import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { expectAccessible } from './expect-accessible.ts';

/** The sample office on Wednesday, 25 November 2026: a coordinator plans, and everybody sees what is planned. */

const heading = (page: Page, name: string) => page.getByRole('heading', { name, level: 1 });
const sessions = (page: Page) => page.getByRole('region', { name: 'Kommende Termine' }).getByRole('listitem');
const session = (page: Page, day: string) => sessions(page).filter({ hasText: day });
const undo = (page: Page) => page.getByRole('button', { name: 'Rückgängig' }).last();

async function signIn(page: Page, name: RegExp): Promise<void> {
	await page.getByRole('button', { name }).click();
	await expect(heading(page, 'Heute').or(page.getByRole('navigation', { name: 'Bereiche' }))).toBeVisible();
}

/** With the keyboard, as somebody does without looking at the mouse. */
async function choose(page: Page, day: string, item: RegExp): Promise<void> {
	const button = page.getByRole('button', { name: `Termin am ${day} ändern` });
	await button.focus();
	await page.keyboard.press('Enter');
	await page.getByRole('menuitem', { name: item }).focus();
	await page.keyboard.press('Enter');
}

async function plan(page: Page): Promise<void> {
	await page.getByRole('link', { name: 'Angebote' }).click();
	await expect(heading(page, 'Angebote')).toBeVisible();
	const list = page.getByRole('region', { name: 'Laufende Angebote' });
	await expect(list.getByRole('listitem').filter({ hasText: 'Seniorenfrühstück' })).toContainText(
		'jeden 1. Dienstag im Monat, 9–11 Uhr',
	);
	await expect(list.getByRole('listitem').filter({ hasText: 'Gartengruppe' })).toContainText('alle 2 Wochen samstags, 10–13 Uhr');
	await expectAccessible(page, 'offers');

	await page.getByRole('link', { name: 'Neues Angebot' }).click();
	await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
	await page.keyboard.type('Chor');
	const until = page.getByRole('textbox', { name: 'Bis', exact: false }).first();
	await page.getByRole('textbox', { name: 'Erster Termin' }).fill('18.12.2026');
	await page.getByRole('textbox', { name: 'Von' }).fill('18');
	await until.fill('17');
	await page.keyboard.press('Tab');
	await expect(page.getByText('Das Ende liegt nicht nach dem Anfang.')).toBeVisible();
	await until.fill('19.30');
	await page.getByRole('radio', { name: 'bis zu einem Tag' }).check();
	await page.getByRole('textbox', { name: 'Letzter möglicher Tag' }).fill('29.01.2027');
	const preview = page.getByRole('region', { name: 'Die nächsten Termine' }).getByRole('listitem');
	await expect(preview).toHaveText([
		/Freitag, 18\. Dezember 2026$/,
		/Freitag, 25\. Dezember 2026fällt aus: .*Weihnacht/,
		/Freitag, 1\. Januar 2027fällt aus: Neujahr/,
		/Freitag, 8\. Januar 2027$/,
		/Freitag, 15\. Januar 2027$/,
		/Freitag, 22\. Januar 2027$/,
		/Freitag, 29\. Januar 2027$/,
	]);
	const rooms = page.getByRole('combobox', { name: 'Raum' });
	await rooms.click();
	await page.getByRole('option', { name: 'Saal' }).click();
	await expectAccessible(page, 'offer form');
	await rooms.focus();
	await page.keyboard.press('Control+Enter');
	await expect(heading(page, 'Chor')).toBeVisible();
	await expect(page.getByText('jeden Freitag, bis 29.01.2027, 18–19:30 Uhr')).toBeVisible();
}

async function changeSessions(page: Page): Promise<void> {
	await expect(sessions(page)).toHaveCount(5);
	await expect(session(page, '25.12.2026')).toContainText('fällt aus: ');
	await expectAccessible(page, 'offer');

	await test.step('one is moved, and nothing else', async () => {
		await choose(page, '08.01.2027', /^Verschieben/);
		const dialog = page.getByRole('dialog', { name: /^Termin am Freitag, 8\. Januar verschieben/ });
		await dialog.getByRole('textbox', { name: 'Tag' }).fill('07.01.2027');
		await dialog.getByRole('textbox', { name: 'Hinweis' }).fill('wegen Renovierung');
		await expectAccessible(page, 'moving a session');
		await page.keyboard.press('Enter');
		await expect(dialog).toBeHidden();
		await expect(session(page, '07.01.2027')).toContainText('verschoben, statt Fr 08.01.2027');
		await expect(session(page, '07.01.2027')).toContainText('wegen Renovierung');
		await expect(sessions(page)).toHaveCount(5);
	});
	await test.step('one is cancelled, and takes place after all', async () => {
		await choose(page, '15.01.2027', /^Fällt aus/);
		const dialog = page.getByRole('dialog', { name: /fällt aus$/ });
		await dialog.getByRole('textbox', { name: /^Hinweis/ }).fill('Leitung krank');
		await page.keyboard.press('Enter');
		await expect(dialog).toBeHidden();
		await expect(session(page, '15.01.2027')).toContainText('fällt ausLeitung krank');
		await undo(page).click();
		await expect(session(page, '15.01.2027')).not.toContainText('fällt aus');
	});
	await test.step('who leads and helps this time', async () => {
		await choose(page, '15.01.2027', /^Leitung/);
		const dialog = page.getByRole('dialog', { name: /^Leitung und Hilfe am/ });
		await dialog.getByRole('combobox', { name: 'Hilfe' }).fill('horst');
		await page.getByRole('option', { name: 'Horst Lindemann' }).click();
		await dialog.getByRole('button', { name: 'Speichern' }).click();
		await expect(session(page, '15.01.2027')).toContainText('Hilfe: Horst Lindemann');
	});
	await test.step('from one on they are on Thursdays; undo makes them one offer again', async () => {
		const before = page.url();
		await page.getByRole('button', { name: 'Spätere zeigen' }).click();
		await choose(page, '22.01.2027', /^Verschieben/);
		const dialog = page.getByRole('dialog', { name: /^Termin am Freitag, 22\. Januar verschieben/ });
		await dialog.getByRole('textbox', { name: 'Tag' }).fill('21.01.2027');
		await dialog.getByRole('radio', { name: 'diesen und alle folgenden' }).check();
		await dialog.getByRole('button', { name: 'Speichern' }).click();
		await expect(page.getByText('jeden Donnerstag, bis 29.01.2027, 18–19:30 Uhr')).toBeVisible();
		await page.getByRole('button', { name: 'Spätere zeigen' }).click();
		await expect(sessions(page)).toHaveText([/^Do 21\.01\.2027/, /^Do 28\.01\.2027/]);
		await undo(page).click();
		await expect(page).toHaveURL(before);
		await page.getByRole('button', { name: 'Spätere zeigen' }).click();
		await expect(session(page, '22.01.2027')).toContainText('Fr 22.01.2027');
		await expect(sessions(page)).toHaveCount(7);
	});
	await test.step('all an hour later, by the form, and back', async () => {
		await page.getByRole('button', { name: 'Bearbeiten' }).click();
		await page.getByRole('textbox', { name: 'Bis', exact: false }).first().fill('20:30');
		await page.getByRole('textbox', { name: 'Von' }).fill('19');
		await page.keyboard.press('Control+Enter');
		await expect(page.getByText('jeden Freitag, bis 29.01.2027, 19–20:30 Uhr')).toBeVisible();
		await undo(page).click();
		await expect(page.getByText('jeden Freitag, bis 29.01.2027, 18–19:30 Uhr')).toBeVisible();
	});
	await test.step('the offer goes, and comes back', async () => {
		await page.getByRole('button', { name: 'Weiteres' }).click();
		await page.getByRole('menuitem', { name: 'Angebot entfernen' }).click();
		await expect(heading(page, 'Angebote')).toBeVisible();
		await expect(page.getByRole('link', { name: 'Chor' })).toBeHidden();
		await undo(page).click();
		await expect(heading(page, 'Chor')).toBeVisible();
	});
}

async function keepRooms(page: Page): Promise<void> {
	await page.keyboard.press('Control+k');
	await expect(page.getByRole('combobox', { name: 'Suchen' })).toBeFocused();
	await page.keyboard.type('Räume');
	await page.keyboard.press('Enter');
	await expect(heading(page, 'Räume')).toBeVisible();
	await expectAccessible(page, 'rooms');
	const rows = page.getByRole('region', { name: 'Räume' }).getByRole('listitem');
	await expect(rows).toHaveCount(5);
	const dialog = page.getByRole('dialog', { name: 'Neuer Raum' });
	await page.getByRole('button', { name: 'Raum hinzufügen' }).focus();
	await page.keyboard.press('Enter');
	await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeFocused();
	await page.keyboard.type('saal');
	await page.keyboard.press('Enter');
	await expect(dialog.getByText('So heißt schon ein anderer Raum.')).toBeVisible();
	await expectAccessible(page, 'a room');
	await dialog.getByRole('textbox', { name: 'Name' }).fill('Garten');
	await page.keyboard.press('Enter');
	await expect(rows).toHaveCount(6);
	await page.getByRole('button', { name: 'Garten entfernen' }).click();
	await expect(rows).toHaveCount(5);
	await undo(page).click();
	await expect(rows).toHaveCount(6);
}

test('a coordinator plans a term, moves and cancels sessions, and takes things back', async ({ startKontor }) => {
	const { page } = await startKontor({ sample: true });
	await signIn(page, /Leyla Aydın/);
	await plan(page);
	await changeSessions(page);
	await keepRooms(page);
});

test('a volunteer sees what is planned and changes nothing', async ({ startKontor }) => {
	const { page } = await startKontor({ sample: true });
	await signIn(page, /Horst Lindemann/);
	await page.getByRole('link', { name: 'Angebote' }).click();
	await page.getByRole('link', { name: 'Fahrradwerkstatt' }).click();
	await expect(session(page, '03.12.2026')).toContainText('Werkstatt wird gestrichen');
	for (const name of [/^Termin am/, 'Bearbeiten', 'Weiteres']) await expect(page.getByRole('button', { name })).toBeHidden();
	await page.getByRole('link', { name: 'Alle Angebote' }).click();
	await expect(page.getByRole('link', { name: 'Deutschcafé' })).toBeVisible();
	await expect(page.getByRole('link', { name: 'Neues Angebot' })).toBeHidden();
});

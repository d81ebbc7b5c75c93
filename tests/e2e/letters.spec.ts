import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { expectAccessible } from './expect-accessible.ts';
import { printedText } from './printed-text.ts';

/** Letters from templates, templates for notes, and case files that go to a colleague. */

const goTo = (page: Page, path: string) => page.goto(`${page.url().split('#')[0]}#${path}`);
const undo = (page: Page, said: RegExp) =>
	page.getByRole('alert').filter({ hasText: said }).getByRole('button', { name: 'Rückgängig' }).click();

async function signInAsMiriam(page: Page) {
	await page.getByRole('button', { name: /Miriam Berger/ }).click();
	await expect(page.getByRole('navigation', { name: 'Bereiche' })).toBeVisible();
}

async function openCase(page: Page, name: string) {
	await goTo(page, '/fallakten');
	await page.getByPlaceholder('Name, Nummer, Anliegen …').fill(name);
	await expect(page.getByRole('row')).toHaveCount(2);
	await page.getByRole('row').nth(1).click();
	await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
}

test('a letter is written from the office’s own template, printed as it was finished, and stays in the file', async ({
	startKontor,
}) => {
	const { page } = await startKontor({ sample: true });
	await signInAsMiriam(page);

	await test.step('a template is written with placeholders that are inserted and checked', async () => {
		await goTo(page, '/fallakten/vorlagen');
		await expect(page.getByRole('heading', { name: 'Für Schreiben' })).toBeVisible();
		await page.getByRole('button', { name: 'Neue Vorlage' }).click();
		const dialog = page.getByRole('dialog', { name: 'Neue Vorlage' });
		await dialog.getByRole('textbox', { name: 'Name der Vorlage' }).fill('Rückruf');
		await dialog.getByRole('textbox', { name: 'Betreff' }).fill('Bitte um Rückruf, ');
		await dialog.getByRole('button', { name: 'Platzhalter Aktenzeichen einsetzen' }).press('Enter');
		const body = dialog.getByRole('textbox', { name: 'Text' });
		await body.fill('{Anrede},\n\nbitte rufen Sie *bis Freitag* an: {Telefonat}');
		await expect(dialog.getByText('Das ist kein Platzhalter: {Telefonat}.')).toBeVisible();
		await dialog.getByRole('button', { name: 'Speichern' }).click();
		await expect(body).toBeFocused();
		await body.fill('{Anrede},\n\nbitte rufen Sie *bis Freitag* an: ');
		await dialog.getByRole('button', { name: 'Platzhalter Telefon einsetzen' }).click();
		await expect(dialog.getByRole('region', { name: /Beispiel/ })).toContainText('Sehr geehrte Frau Beispiel,');
		await expectAccessible(page, 'Vorlage bearbeiten');
		await dialog.getByRole('button', { name: 'Speichern' }).click();
		await expect(dialog).toBeHidden();
		await expect(page.getByText('Bitte um Rückruf, {Aktenzeichen}')).toBeVisible();
	});

	await openCase(page, 'Demir, Serkan');
	await test.step('the letter begins with it, filled in', async () => {
		await page.getByRole('link', { name: 'Schriftverkehr' }).click();
		await page.getByRole('button', { name: 'Neues Schreiben' }).first().click();
		const dialog = page.getByRole('dialog', { name: 'Neues Schreiben' });
		await dialog.getByRole('combobox', { name: 'Vorlage' }).click();
		await page.getByRole('option', { name: 'Rückruf' }).click();
		await dialog.getByRole('button', { name: 'Schreiben beginnen' }).click();
		await expect(page.getByRole('textbox', { name: 'Betreff' })).toHaveValue('Bitte um Rückruf, F-00009');
		await expect(page.getByRole('textbox', { name: 'Anschrift' })).toHaveValue(/^Serkan Demir\n.+\n00123 Musterstadt$/);
		await expectAccessible(page, 'Schreiben');
	});

	await test.step('what is typed is saved in the file at once', async () => {
		const body = page.getByRole('textbox', { name: 'Text' });
		await expect(body).toHaveValue('Sehr geehrter Herr Demir,\n\nbitte rufen Sie *bis Freitag* an: 02102 000000');
		await body.press('Control+End');
		await body.pressSequentially('\nBesten Dank. [Uhrzeit fehlt]');
		await expect(page.getByRole('status').filter({ hasText: 'In der Akte gespeichert.' })).toBeVisible();
		await page.reload();
		await expect(body).toHaveValue(/Besten Dank\. \[Uhrzeit fehlt\]$/);
		await page.getByRole('button', { name: 'Uhrzeit fehlt' }).press('Enter');
		await page.keyboard.type('14 Uhr');
		await expect(page.getByText('Das fehlt noch')).toBeHidden();
		await expect(body).toHaveValue(/Besten Dank\. 14 Uhr$/);
	});

	await test.step('it is finished and printed in one go, and cannot be changed any more', async () => {
		const paper = await printedText(page, async () => {
			await page.getByRole('button', { name: 'Fertigstellen' }).click();
			await page.getByRole('dialog').getByRole('button', { name: 'Fertigstellen und drucken' }).press('Enter');
		});
		expect(paper).toMatch(/Unser Zeichen\s+F-00009/);
		expect(paper).toMatch(/Serkan Demir/);
		expect(paper).toMatch(/Bitte um Rückruf, F-00009/);
		expect(paper).toMatch(/bitte rufen Sie bis Freitag an: 02102 000000\s+Besten Dank\. 14 Uhr/);
		expect(paper).not.toMatch(/Entwurf|\{|\*/);
		await expect(page.getByText('Dieses Schreiben ist fertig.')).toBeVisible();
		await expect(page.getByRole('textbox', { name: 'Text' })).toBeHidden();
		await page.getByRole('link', { name: 'Alle Schreiben' }).click();
		await expect(page.getByRole('listitem').filter({ hasText: 'Bitte um Rückruf, F-00009' })).toContainText('fertig');
		await page.getByRole('button', { name: 'Weitere Aktionen', exact: true }).click();
		await page.getByRole('menuitem', { name: 'Wer hat diese Akte geöffnet?' }).click();
		await expect(page.getByText('Miriam Berger · gedruckt')).toBeVisible();
		await page.keyboard.press('Escape');
		// The drawer gives the focus back when it has gone.
		await expect(page.getByText('Miriam Berger · gedruckt')).toBeHidden();
	});

	await test.step('a template for notes comes in where the cursor is, by keyboard', async () => {
		await page.getByRole('link', { name: 'Überblick' }).click();
		const note = page.getByRole('textbox', { name: 'Vermerk' });
		await note.fill('Vorher.');
		await page.getByRole('button', { name: 'Vorlage einfügen' }).focus();
		await page.keyboard.press('Enter');
		const first = page.getByRole('menuitem', { name: 'Erstgespräch' });
		await expect(first).toBeVisible();
		await first.press('Enter');
		await expect(note).toHaveValue(/^Vorher\.\nAnlass: \n[\s\S]*Was Serkan Demir erreichen möchte: \nVereinbart: $/);
		await expect(note).toBeFocused();
		await page.keyboard.type('nichts');
		await expect(note).toHaveValue(/Vereinbart: nichts$/);
	});
});

test('all case files of a colleague go to another, with their to-dos, and come back', async ({ startKontor }) => {
	const { page } = await startKontor({ sample: true });
	await signInAsMiriam(page);
	await goTo(page, '/fallakten');
	await page.getByRole('link', { name: 'Akten übergeben' }).click();
	await expect(page.getByRole('combobox', { name: 'Von' })).toHaveValue('Miriam Berger');
	const chosen = page.getByText(/^\d+ von \d+ ausgewählt$/);
	await expect(page.getByRole('checkbox', { name: /^Demir, Serkan/ })).toBeChecked();
	const [, count = ''] = /^(\d+) von \1 ausgewählt$/.exec((await chosen.textContent()) ?? '') ?? [];
	await page.getByRole('checkbox', { name: /^Demir, Serkan/ }).uncheck();
	await expect(chosen).toHaveText(`${Number(count) - 1} von ${count} ausgewählt`);
	await expect(page.getByText(/offene Aufgaben gehen mit\.$/)).toBeVisible();
	await expect(page.getByText(/Diese Termine bleiben bei Miriam Berger/)).toBeVisible();
	await expectAccessible(page, 'Akten übergeben');
	const submit = page.getByRole('button', { name: `${Number(count) - 1} Akten übergeben` });
	await submit.click();
	await expect(page.getByText('Bitte wählen Sie, wer die Akten übernimmt.')).toBeVisible();
	await expect(page.getByRole('combobox', { name: 'An' })).toBeFocused();
	await page.keyboard.press('ArrowDown');
	await page.getByRole('option', { name: 'Tomasz Nowak' }).click();
	await page.getByRole('checkbox', { name: 'Miriam Berger bleibt Vertretung' }).check();
	await submit.press('Enter');
	await expect(page.getByRole('button', { name: 'Nur von Tomasz Nowak' })).toBeVisible();
	await page.getByRole('button', { name: 'Nur von Tomasz Nowak' }).click();
	await page.getByText('Meine', { exact: true }).click();
	await expect(page.getByRole('row').filter({ hasText: 'Demir, Serkan' }).getByLabel('Sie sind Vertretung')).toBeHidden();
	await expect(page.getByRole('row').filter({ hasText: 'Alexiou, Despina' }).getByLabel('Sie sind Vertretung')).toBeVisible();
	await undo(page, /Akten sind jetzt bei Tomasz Nowak/);
	await expect(page.getByRole('row').filter({ hasText: 'Alexiou, Despina' })).toContainText('Miriam Berger');
});

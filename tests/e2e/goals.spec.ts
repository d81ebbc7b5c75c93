import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { expectAccessible } from './expect-accessible.ts';
import { goTo } from './people-at-work.ts';
import { printedText } from './printed-text.ts';

/** What a client wants to reach, who does what for it, what came of it, and how a file ends and goes on. */

const stage = (page: Page) => page.getByRole('list', { name: /^Phase der Fallakte/ }).locator('[aria-current="step"]');
const tab = (page: Page, name: string) =>
	page.getByRole('navigation', { name: 'Seiten der Fallakte' }).getByRole('link', { name });

async function openFile(page: Page, number: string): Promise<void> {
	await goTo(page, 'Fallakten');
	await page.getByPlaceholder('Name, Nummer, Anliegen …').fill(number);
	await expect(page.getByRole('grid', { name: 'Fallakten' }).getByRole('row')).toHaveCount(2);
	await page.getByRole('row').nth(1).click();
	await expect(page.getByText(`${number} ·`)).toBeVisible();
}

test('goals, steps and the situation are written by keyboard, and go on paper', async ({ startKontor }) => {
	const { page } = await startKontor({ sample: true });
	await page.getByRole('button', { name: /Miriam Berger/ }).click();
	await openFile(page, 'F-00023');
	await expect(stage(page)).toHaveText('Aufnahme');
	await tab(page, 'Ziele').click();
	await expect(page.getByText('Noch keine Ziele')).toBeVisible();

	await test.step('two goals one after the other', async () => {
		await page.getByRole('button', { name: 'Neues Ziel' }).press('Enter');
		const form = page.getByRole('form', { name: 'Neues Ziel' });
		const text = form.getByLabel('Ziel', { exact: true });
		await expect(text).toBeFocused();
		await page.keyboard.press('Enter');
		await expect(form.getByText('Bitte schreiben Sie, was erreicht werden soll.')).toBeVisible();
		await page.keyboard.type('Ich finde eine trockene Wohnung.');
		await page.keyboard.press('Enter');
		await expect(page.getByRole('heading', { name: 'Ich finde eine trockene Wohnung.' })).toBeVisible();
		await expect(text).toBeFocused();
		await page.keyboard.type('Ich schlafe wieder durch.');
		await page.keyboard.press('Enter');
		await expect(page.getByRole('heading', { name: 'Ich schlafe wieder durch.' })).toBeVisible();
		await expect(text).toHaveValue('');
		await page.keyboard.press('Escape');
		await expect(page.getByRole('button', { name: 'Neues Ziel' })).toBeFocused();
		await expect(stage(page)).toHaveText('Planung');
	});

	const goal = page
		.getByRole('listitem')
		.filter({ has: page.getByRole('heading', { name: 'Ich finde eine trockene Wohnung.' }) });
	await test.step('steps: mine is in my day', async () => {
		await goal.getByRole('button', { name: /^Schritt hinzufügen/ }).press('Enter');
		const form = goal.getByRole('form');
		await page.keyboard.type('Vermieter anschreiben');
		await form.getByRole('combobox', { name: 'Wer' }).focus();
		await page.keyboard.press('ArrowDown');
		await page.getByRole('option', { name: 'Miriam Berger' }).click();
		await form.getByLabel('Bis').fill('24.11.2026');
		await page.keyboard.press('Enter');
		await expect(goal.getByText('überfällig seit 24.11.2026')).toBeVisible();
		await page.keyboard.type('Fotos machen');
		await page.keyboard.press('Enter');
		await expect(goal.getByText('0 von 2 Schritten erledigt')).toBeVisible();
		await page.keyboard.press('Escape');
		await goTo(page, 'Heute');
		const mine = page.getByRole('region', { name: 'Meine Schritte' });
		await expect(mine.getByRole('listitem').filter({ hasText: 'Vermieter anschreiben' })).toContainText(
			'seit gestern überfällig',
		);
		await mine.getByRole('checkbox', { name: 'Erledigt: Vermieter anschreiben' }).press('Space');
		await expect(mine.getByText('Vermieter anschreiben')).toHaveCount(0);
		await mine.page().goBack();
		await expect(goal.getByText('1 von 2 Schritten erledigt')).toBeVisible();
		await expect(stage(page)).toHaveText('Begleitung');
	});

	await test.step('the situation at the beginning', async () => {
		await page.getByRole('button', { name: 'Lage am Anfang eintragen' }).press('Enter');
		const dialog = page.getByRole('dialog', { name: 'Lage am Anfang' });
		await dialog.getByRole('radiogroup', { name: 'Wohnen' }).getByRole('radio', { name: '1' }).press('Space');
		await dialog.getByRole('radiogroup', { name: 'Gesundheit' }).getByRole('radio', { name: 'keine Angabe' }).press('Space');
		await dialog.getByLabel('Wohnen: was hilft').click();
		await dialog.getByRole('group', { name: 'Wohnen' }).getByLabel('Was steht im Weg?').fill('Schimmel im Kinderzimmer');
		await expectAccessible(page, 'Lage am Anfang');
		await dialog.getByRole('button', { name: 'Speichern' }).press('Enter');
		await expect(dialog).toBeHidden();
		const situation = page.getByRole('region', { name: 'Ausgangslage' });
		await expect(situation.getByRole('listitem').filter({ hasText: 'Wohnen' })).toContainText('1');
		await expect(situation.getByRole('listitem').filter({ hasText: 'Gesundheit' })).toContainText('keine Angabe');
		await expectAccessible(page, 'Ziele einer Fallakte');
	});

	await test.step('the agreement on paper, noted in the file', async () => {
		await page.getByRole('link', { name: 'Zielvereinbarung drucken' }).click();
		const paper = await printedText(page, () => page.getByRole('button', { name: 'Drucken' }).click());
		for (const words of ['Zielvereinbarung', 'Ich finde eine trockene Wohnung.', 'Fotos machen', 'Arbnora Berisha', 'Ort, Datum'])
			expect(paper).toContain(words);
		await page.getByRole('button', { name: 'Weitere Aktionen' }).click();
		await page.getByRole('menuitem', { name: 'Wer hat diese Akte geöffnet?' }).click();
		await expect(page.getByRole('dialog').getByRole('listitem').first()).toContainText('Miriam Berger · gedruckt');
	});
});

test('a file is closed with what came of it, takes no change then, and is reopened with a reason', async ({ startKontor }) => {
	const { page } = await startKontor({ sample: true });
	await page.getByRole('button', { name: /Miriam Berger/ }).click();
	await openFile(page, 'F-00009');
	await expect(page.getByRole('region', { name: 'Ziele' })).toContainText('2 von 4 Schritten erledigt');
	await page.getByRole('link', { name: 'Akte schließen' }).click();
	const fields = page.getByRole('region', { name: 'Akte schließen' });

	await test.step('names what is still open, and what is missing', async () => {
		const open = page.getByRole('region', { name: 'Noch offen' });
		await expect(open.getByText('Jede Woche zwei Bewerbungen abschicken')).toBeVisible();
		await open.getByRole('button', { name: /^Aufgabe „Anschreiben gegenlesen“ ohne Akte behalten/ }).press('Enter');
		await expect(open.getByText('Anschreiben gegenlesen')).toHaveCount(0);
		await fields.getByRole('button', { name: 'Fallakte schließen' }).press('Enter');
		await expect(fields.getByText('Bitte wählen Sie einen Grund.')).toBeVisible();
		await expect(fields.getByText('Bitte holen Sie es nach oder schreiben Sie, warum es fehlt.')).toBeVisible();
		await expect(fields.getByRole('combobox', { name: 'Warum wird die Akte geschlossen?' })).toBeFocused();
		await expectAccessible(page, 'Abschluss einer Fallakte');
	});

	await test.step('balance of each goal; what is not said has a reason', async () => {
		const balances = page.getByRole('region', { name: 'Was aus den Zielen geworden ist' });
		await balances.getByRole('radiogroup').first().getByRole('radio', { name: 'erreicht', exact: true }).press('Space');
		await balances.getByLabel('Ein Satz dazu').fill('Arbeitet jetzt im Lager.');
		await page.keyboard.press('Enter');
		await expect(fields.getByText(/^Bilanz zum Ziel/)).toHaveCount(1);
		await fields.getByRole('combobox', { name: 'Warum wird die Akte geschlossen?' }).click();
		await page.getByRole('option', { name: 'weggezogen' }).click();
		await fields.getByRole('combobox', { name: 'Wie geht es weiter?' }).click();
		await page.getByRole('option', { name: 'in Arbeit' }).click();
		await fields.getByLabel('Zusammenfassung').fill('Ein langer Weg mit gutem Ende.');
		await fields.getByLabel('Warum fehlt das?').fill('Ist schon umgezogen.');
		// What was typed survives going elsewhere.
		await tab(page, 'Ziele').click();
		await expect(page.getByText('Arbeitet jetzt im Lager.')).toBeVisible();
		await tab(page, 'Abschluss').click();
		await expect(fields.getByLabel('Zusammenfassung')).toHaveValue('Ein langer Weg mit gutem Ende.');
		await fields.getByRole('button', { name: 'Fallakte schließen' }).press('Enter');
		await expect(page.getByText('Diese Akte ist geschlossen.')).toBeVisible();
	});

	await test.step('the closing sheet says it all, and nothing can be changed', async () => {
		const paper = await printedText(page, () => page.getByRole('button', { name: 'Abschlussblatt drucken' }).click());
		for (const words of [
			'Serkan Demir',
			'weggezogen',
			'Arbeitet jetzt im Lager.',
			'nicht gezogen',
			'Ist schon umgezogen.',
			'gutem Ende',
		])
			expect(paper).toContain(words);
		await expect(stage(page)).toHaveText('Abschluss');
		await expectAccessible(page, 'geschlossene Fallakte');
		await tab(page, 'Ziele').click();
		await expect(page.getByRole('heading', { name: 'Ich finde eine Arbeit in Teilzeit.' })).toBeVisible();
		for (const name of ['Neues Ziel', /^Schritt/, /Lage am/]) await expect(page.getByRole('button', { name })).toHaveCount(0);
		await page
			.getByRole('button', { name: /^Weitere Aktionen zum Ziel/ })
			.first()
			.click();
		await expect(page.getByRole('menuitem')).toHaveText(['Verlauf']);
		await page.keyboard.press('Escape');
		await expect(page.getByRole('menuitem')).toHaveCount(0);
		await tab(page, 'Überblick').click();
		await expect(page.getByRole('checkbox', { name: /Stellenangebote/ })).toBeDisabled();
		await expect(page.getByRole('button', { name: 'Bearbeiten' })).toHaveCount(0);
	});

	await test.step('reopening asks why, and the closing stays', async () => {
		await page.getByRole('button', { name: 'Wieder öffnen' }).click();
		const dialog = page.getByRole('dialog', { name: 'Fallakte wieder öffnen' });
		await dialog.getByRole('button', { name: 'Wieder öffnen' }).press('Enter');
		await expect(dialog.getByText('Bitte schreiben Sie einen Grund.')).toBeVisible();
		await dialog.getByLabel('Warum wird die Akte wieder geöffnet?').fill('Ist zurückgekommen.');
		await expectAccessible(page, 'Fallakte wieder öffnen');
		await dialog.getByRole('button', { name: 'Wieder öffnen' }).press('Enter');
		await expect(dialog).toBeHidden();
		await expect(stage(page)).toHaveText('Begleitung');
		await tab(page, 'Abschluss').click();
		const earlier = page.getByRole('region', { name: 'Frühere Abschlüsse' });
		await expect(earlier.getByText('Wieder geöffnet am 25.11.2026 von Miriam Berger: Ist zurückgekommen.')).toBeVisible();
		await earlier.getByRole('button', { name: 'Ansehen' }).click();
		await expect(page.getByRole('region', { name: 'Vorschau des Abschlussblatts' })).toContainText('Ist zurückgekommen.');
	});
});

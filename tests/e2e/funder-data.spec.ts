import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { expectAccessible } from './expect-accessible.ts';

/** What the funder asks: reminded of on the day page, answered by keyboard, frozen, corrected, printed; and the notes behind the hours. */

const goTo = (page: Page, path: string) => page.goto(`${page.url().split('#')[0]}#${path}`);

test('the entry questionnaire waits on the day page, survives half-way, is completed by keyboard and then only corrected', async ({
	startKontor,
}) => {
	const { page } = await startKontor({ sample: true });
	await page.getByRole('button', { name: /Miriam Berger/ }).click();
	const waits = page.getByRole('region', { name: 'Was wartet' });
	await expect(waits).toContainText('Kowalski, Paweł: Nachbefragung führen');
	await waits.getByRole('link', { name: 'Ansehen: Kravchuk, Halyna: Eingangsbogen ausfüllen' }).press('Enter');
	const steps = page.getByRole('navigation', { name: 'Schritte' });
	await expect(steps.getByRole('button', { name: /^Eintritt/ })).toContainText('jetzt fällig');
	await expect(page.getByText('noch offen: 4, verweigert: 7')).toBeVisible();
	await expectAccessible(page, 'Förderdaten, Eintritt');

	await test.step('what the person’s record knows is offered, not filled in', async () => {
		const born = page.getByRole('textbox', { name: 'Geburtsdatum' });
		await expect(born).toHaveValue('');
		await page.getByRole('button', { name: /^Geburtsdatum: .* übernehmen$/ }).press('Enter');
		await expect(born).toHaveValue('15.02.1972');
		await page.getByRole('combobox', { name: /^Stellung am Arbeitsmarkt/ }).focus();
		await page.keyboard.press('Enter');
		const unemployed = page.getByRole('option', { name: 'arbeitslos', exact: true });
		await expect(async () => {
			await page.keyboard.press('ArrowDown');
			await expect(unemployed).toHaveAttribute('data-combobox-selected', /.*/, { timeout: 500 });
		}).toPass();
		await page.keyboard.press('Enter');
		// A question that follows from the answer.
		await page.getByRole('checkbox', { name: 'Arbeitslos seit: keine Angabe' }).press('Space');
		await expect(page.getByText('noch offen: 2, verweigert: 8')).toBeVisible();
	});
	await test.step('and is still there after a reload', async () => {
		await page.getByRole('link', { name: 'Überblick' }).click();
		const hours = page.getByRole('region', { name: 'Kontaktzeit' });
		await expect(hours).toContainText('jetzt fällig');
		await hours.getByRole('link', { name: 'Kontaktzeit' }).click();
		await expect(page.getByText('Ihre angefangenen Eingaben sind wieder da.')).toBeVisible();
		await expect(page.getByText('noch offen: 2, verweigert: 8')).toBeVisible();
	});
	await test.step('completing says what is open, and freezes', async () => {
		await page.getByRole('button', { name: 'Eingangsdaten abschließen' }).press('Enter');
		const dialog = page.getByRole('dialog', { name: 'Eingangsdaten abschließen' });
		await expect(dialog).toContainText('2 Fragen sind noch offen.');
		await expect(dialog.getByRole('button', { name: 'Eingangsdaten abschließen' })).toBeFocused();
		await page.keyboard.press('Enter');
		await expect(page.getByText('Abgeschlossen. Änderungen brauchen eine Begründung.')).toBeVisible();
		await expect(steps.getByRole('button', { name: /^Eintritt/ })).toContainText('abgeschlossen am 25.11.2026');
		await expect(page.getByRole('textbox')).toHaveCount(0);
		await expectAccessible(page, 'Förderdaten, abgeschlossen');
	});
	await test.step('a correction needs its reason', async () => {
		await page.getByRole('button', { name: 'Korrigieren' }).click();
		await page.getByRole('radiogroup', { name: 'Kinder, für die gesorgt wird' }).getByText('nein').click();
		await page.getByRole('button', { name: 'Korrektur speichern' }).click();
		await expect(page.getByText('Bitte begründen Sie die Änderung.')).toBeVisible();
		await expect(page.getByRole('textbox', { name: 'Warum wird das geändert?' })).toBeFocused();
		await page.keyboard.type('Die Tochter ist ausgezogen.');
		await page.keyboard.press('Control+Enter');
		await expect(page.getByText('„Die Tochter ist ausgezogen.“')).toBeVisible();
	});
	await test.step('the paper is noted', async () => {
		await page.getByRole('link', { name: 'Bogen drucken', exact: true }).click();
		const paper = page.getByRole('region', { name: 'Vorschau des Bogens' });
		await expect(paper).toContainText('Kravchuk, Halyna');
		await expect(paper.getByText('Unterschrift Teilnehmer/in')).toBeVisible();
		await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
		await page.getByText('Leer', { exact: true }).click();
		await expect(paper).toContainText('Seit wann sind Sie arbeitslos? (nur wenn arbeitslos)');
		await page.getByRole('link', { name: 'Zurück zu den Förderdaten' }).click();
		await page.getByRole('button', { name: 'Weitere Aktionen' }).click();
		await page.getByRole('menuitem', { name: 'Wer hat diese Akte geöffnet?' }).click();
		await expect(page.getByRole('dialog')).toContainText('gedruckt');
	});
});

test('a closed file takes exit data; notes are filtered with the hours by topic; coordination keeps the programmes', async ({
	startKontor,
}) => {
	const { page } = await startKontor({ sample: true });
	await page.getByRole('button', { name: /Miriam Berger/ }).click();
	await page.getByRole('link', { name: 'Ansehen: Çetin, Mehmet: Austrittsdaten erfassen' }).click();
	await page.getByRole('button', { name: 'Austrittsdaten abschließen' }).click();
	await expect(page.getByText('Bitte geben Sie den Tag an.')).toBeVisible();
	await page.getByRole('button', { name: /^Tag des Austritts: .* übernehmen$/ }).click();
	await page.getByRole('button', { name: 'Austrittsdaten abschließen' }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Austrittsdaten abschließen' }).click();
	const steps = page.getByRole('navigation', { name: 'Schritte' });
	await expect(steps.getByRole('button', { name: /^Nach dem Austritt/ })).toContainText('vom 29.03.2027 bis 26.04.2027');

	await test.step('notes', async () => {
		await goTo(page, '/fallakten');
		await page
			.getByRole('textbox', { name: /Name, Nummer/ })
			.or(page.getByPlaceholder('Name, Nummer, Anliegen …'))
			.first()
			.fill('Lorenz');
		await page.getByText('Lorenz, Daniel').click();
		const notes = page.getByRole('region', { name: 'Vermerke' });
		await expect(notes.getByRole('status')).toHaveText('8 Vermerke');
		await notes.getByRole('button', { name: 'Filter' }).press('Enter');
		await expectAccessible(page, 'Vermerke mit Filter');
		await notes.getByRole('combobox', { name: 'Themen' }).focus();
		await page.keyboard.type('fam');
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Enter');
		await page.keyboard.press('Escape');
		await expect(notes.getByRole('status')).toHaveText('2 von 8 Vermerken');
		await expect(notes.getByLabel('Zeit', { exact: true })).toHaveText('gesamt1 h 45 minFamilie1 h 45 minGesundheit1 h 45 min');
		await expect(notes.getByRole('listitem')).toHaveCount(2);
		await notes.getByRole('button', { name: 'Alle zeigen' }).click();
		await expect(notes.getByRole('status')).toHaveText('8 Vermerke');
	});
	await test.step('programmes', async () => {
		await page.keyboard.press('Control+l');
		await page.getByRole('button', { name: /Leyla Aydın/ }).click();
		await expect(page.getByRole('navigation', { name: 'Bereiche' })).toBeVisible();
		await goTo(page, '/einstellungen/programme');
		await page.getByRole('button', { name: 'Neue Vorgaben für Ankommen im Viertel ab einem Tag' }).click();
		const dialog = page.getByRole('dialog', { name: 'Vorgaben: Ankommen im Viertel' });
		await dialog.getByRole('button', { name: 'Speichern' }).click();
		await expect(dialog.getByRole('textbox', { name: 'Gelten ab' })).toHaveAttribute('aria-invalid', 'true');
		await dialog.getByRole('textbox', { name: 'Gelten ab' }).fill('01.01.2027');
		await dialog.getByRole('textbox', { name: 'Eingangsbogen nach Stunden' }).fill('2,5');
		await expectAccessible(page, 'Vorgaben eines Programms');
		await dialog.getByRole('button', { name: 'Speichern' }).click();
		const programme = page.getByRole('region', { name: 'Ankommen im Viertel' });
		await expect(programme.getByText('ab 01.01.2027')).toBeVisible();
		await expect(programme.getByText('Eingangsbogen nach 2,5 Stunden Beratung')).toBeVisible();
		await programme.getByRole('button', { name: 'Vorgaben von Ankommen im Viertel ab 01.01.2027 entfernen' }).click();
		await expect(programme.getByText('ab 01.01.2027')).toBeHidden();
		await page.getByRole('button', { name: 'Rückgängig' }).click();
		await expect(programme.getByText('ab 01.01.2027')).toBeVisible();
	});
});

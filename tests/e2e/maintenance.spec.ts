import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { now } from './clock.ts';
import { expectAccessible } from './expect-accessible.ts';

/** Damage, manuals and planned tests in the sample office, by whoever works in the workshop. */

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name, level: 1 });

async function openDamages(page: Page): Promise<void> {
	await page.getByRole('button', { name: /Leyla Aydın/ }).click();
	await page
		.getByRole('region', { name: 'Inventar' })
		.getByRole('link', { name: /offene[r]? Sch(a|ä)den?/ })
		.click();
	await expect(heading(page, 'Schäden')).toBeVisible();
}

const rows = (page: Page, name: RegExp) => page.getByRole('grid', { name: 'Schäden' }).getByRole('row', { name }).first();

const undo = (page: Page, message: string | RegExp) =>
	page.getByRole('alert').filter({ hasText: message }).getByRole('button', { name: 'Rückgängig' }).click();

test('a damage is reported by keyboard, with notes and what it costs', async ({ startKontor }) => {
	const { page } = await startKontor({ sample: true });
	await openDamages(page);
	await page.getByRole('button', { name: 'Schaden melden' }).focus();
	await page.keyboard.press('Enter');
	const dialog = page.getByRole('dialog', { name: 'Schaden melden' });
	await expect(dialog.getByRole('combobox', { name: 'Gegenstand' })).toBeFocused();
	await page.keyboard.type('stichs');
	await expect(page.getByRole('option').first()).toContainText('Stichsäge');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	await dialog.getByRole('button', { name: 'Schaden melden' }).press('Enter');
	await expect(dialog.getByText('Bitte kurz beschreiben, was damit ist.')).toBeVisible();
	await dialog.getByRole('textbox', { name: 'Was ist damit?' }).fill('Sägeblatt sitzt lose');
	await dialog.getByRole('button', { name: 'Schaden melden' }).press('Enter');
	await expect(page.getByText(/^Schaden an Stichsäge.* ist gemeldet/)).toBeVisible();

	await rows(page, /Sägeblatt sitzt lose/).click();
	await expect(heading(page, /Stichsäge/)).toBeVisible();
	await expect(page.getByText('Wird nicht ausgegeben, bis der Schaden behoben ist.')).toBeVisible();
	const notes = page.getByRole('region', { name: 'Notizen' });
	await notes.getByRole('textbox').fill('Aufnahme nachbestellt');
	const money = page.getByRole('region', { name: 'Kosten' });
	const cost = money.getByRole('textbox', { name: 'Reparatur oder Ersatz' });
	await cost.fill('zwölf');
	await expect(notes.getByText('Gespeichert.')).toBeVisible();
	await cost.press('Tab');
	await expect(money.getByText('Bitte einen Betrag wie 12,50 eingeben.')).toBeVisible();
	await cost.fill('12,50');
	const steps = page.getByRole('region', { name: 'Stand' });
	await steps.getByRole('button', { name: 'Teile bestellt' }).click();
	await expect(steps.getByRole('button', { name: 'Teile bestellt' })).toHaveAttribute('aria-current', 'step');
	await expect(money.getByText('Gespeichert.')).toBeVisible();
	await expect(cost).toHaveValue('12,50');
	await page.getByRole('button', { name: 'Weitere Aktionen' }).click();
	await page.getByRole('menuitem', { name: 'Verlauf' }).click();
	const history = page.getByRole('dialog', { name: 'Verlauf' });
	await expect(history.getByText(/12,50/)).toBeVisible();
	await expect(history.getByText('Aufnahme nachbestellt')).toBeVisible();
	await page.keyboard.press('Escape');
	await notes.getByRole('textbox').fill('Aufnahme ist da');
	await page.goBack();
	await expect(heading(page, 'Schäden')).toBeVisible();
	await page.goForward();
	await expect(notes.getByRole('textbox')).toHaveValue('Aufnahme ist da');
});

test('an item waits for its repair, and again when the repair is undone', async ({ startKontor }) => {
	const { page } = await startKontor({ sample: true });
	await openDamages(page);
	await rows(page, /Schalter klemmt/).click();
	const steps = page.getByRole('region', { name: 'Stand' });
	const toItem = page.getByRole('region', { name: 'Was ist damit?' }).getByRole('link', { name: /Schlagbohrmaschine/ });
	const state = page.getByRole('region', { name: 'Status' });
	await expect(steps.getByRole('button', { name: 'Teile bestellt' })).toHaveAttribute('aria-current', 'step');
	await toItem.click();
	await expect(state.getByText('In Wartung')).toBeVisible();
	await state.getByRole('link', { name: 'Zum Schadensfall' }).click();

	await steps.getByRole('button', { name: 'Behoben' }).click();
	await expect(steps.getByText(/Erledigt am/)).toBeVisible();
	await undo(page, 'Stand: Behoben');
	await expect(steps.getByRole('button', { name: 'Teile bestellt' })).toHaveAttribute('aria-current', 'step');
	await steps.getByRole('button', { name: 'Behoben' }).click();
	await expect(steps.getByText(/Erledigt am/)).toBeVisible();
	await toItem.click();
	await expect(state.getByText('Einsatzbereit')).toBeVisible();
	await expect(page.getByRole('region', { name: 'Schäden' }).getByText('Behoben')).toBeVisible();
});

test('what is lost for good leaves the list of accessories when somebody says so', async ({ startKontor }) => {
	const { page } = await startKontor({ sample: true });
	await openDamages(page);
	await page
		.getByRole('grid', { name: 'Schäden' })
		.getByRole('row', { name: /Zubehör fehlt/ })
		.first()
		.click();
	const steps = page.getByRole('region', { name: 'Stand' });
	await steps.getByRole('button', { name: 'Verloren gegeben' }).click();
	await steps.getByRole('button', { name: 'Von der Liste nehmen' }).click();
	await expect(steps.getByText('Steht noch auf der Zubehörliste')).toHaveCount(0);
	await undo(page, 'Von der Zubehörliste genommen');
	await expect(steps.getByText('Steht noch auf der Zubehörliste')).toBeVisible();
});

test('a manual is kept with its item, and what is none is refused in words', async ({ startKontor }) => {
	const { page } = await startKontor({ sample: true });
	await page.getByRole('button', { name: /Leyla Aydın/ }).click();
	await page.getByRole('region', { name: 'Inventar' }).getByRole('link', { name: 'Inventar öffnen' }).click();
	await page.getByRole('grid', { name: 'Inventar' }).getByRole('row').nth(1).click();
	const manual = page.getByRole('region', { name: 'Anleitung' });
	const file = (name: string, buffer: Buffer) =>
		manual.locator('input[type="file"]').setInputFiles({ name, mimeType: 'application/pdf', buffer });
	await file('Anleitung.pdf', Buffer.from('PK, doch kein PDF'));
	await expect(manual.getByText('Das ist keine PDF-Datei.')).toBeVisible();
	await file('Anleitung.pdf', Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(3_000_000)]));
	await expect(manual.getByText(/^Die Datei hat .* möglich sind höchstens/)).toBeVisible();
	await file('Anleitung.pdf', Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(100_001, 65)]));
	await expect(manual.getByText(/^PDF, /)).toBeVisible();
	const downloading = page.waitForEvent('download');
	await manual.getByRole('button', { name: 'Anleitung öffnen' }).click();
	expect((await downloading).suggestedFilename()).toMatch(/^Anleitung [A-Z]+-\d+\.pdf$/);
	await manual.getByRole('button', { name: 'Anleitung entfernen' }).click();
	await expect(manual.getByText('Keine Anleitung hinterlegt.')).toBeVisible();
	await undo(page, 'Die Anleitung wurde entfernt.');
	await expect(manual.getByText(/^PDF, /)).toBeVisible();
});

test('electrical tests by month: chosen together, entered at once', async ({ startKontor }) => {
	const { page } = await startKontor({ sample: true });
	await openDamages(page);
	await page.getByRole('navigation', { name: 'Seiten des Inventars' }).getByRole('link', { name: 'Elektroprüfungen' }).click();
	await expect(heading(page, 'Elektroprüfungen')).toBeVisible();
	await page.getByRole('combobox', { name: 'Fällig bis' }).click();
	await page.getByRole('option', { name: 'Alle mit Prüfung' }).click();
	const overdue = page.getByRole('region', { name: /^Abgelaufen/ });
	await expect(overdue.getByRole('row').nth(1)).toBeVisible();
	await overdue.getByRole('checkbox', { name: 'Alle auswählen: Abgelaufen' }).check();
	await page.getByRole('button', { name: 'Prüfung eintragen' }).click();
	const dialog = page.getByRole('dialog');
	await dialog.getByRole('textbox').fill(`01.03.${new Date(now()).getFullYear() + 2}`);
	await dialog.getByRole('button', { name: 'Eintragen' }).click();
	await expect(overdue).toHaveCount(0);
	await expect(page.getByRole('region', { name: new RegExp(`^März ${new Date(now()).getFullYear() + 2}`) })).toBeVisible();
});

test('damage and planned tests are for everybody', async ({ startKontor }) => {
	const { page } = await startKontor({ sample: true });
	await openDamages(page);
	await expectAccessible(page, 'list of damage');
	await rows(page, /Zubehör fehlt/).click();
	await expect(page.getByRole('region', { name: 'Stand' })).toBeVisible();
	await expectAccessible(page, 'page of a damage case');
});

test('the dialog for damage and the list of tests are for everybody', async ({ startKontor }) => {
	const { page } = await startKontor({ sample: true });
	await openDamages(page);
	await page.getByRole('button', { name: 'Schaden melden' }).click();
	await page.getByRole('dialog').getByRole('radio', { name: 'Zubehör fehlt' }).check();
	await expectAccessible(page, 'reporting damage');
	await page.getByRole('button', { name: 'Abbrechen' }).click();
	await page.getByRole('navigation', { name: 'Seiten des Inventars' }).getByRole('link', { name: 'Elektroprüfungen' }).click();
	await expect(page.getByRole('region', { name: /^Abgelaufen/ })).toBeVisible();
	await expectAccessible(page, 'electrical tests');
});

import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { expectAccessible } from './expect-accessible.ts';

/** Somebody cancels, and whoever waits gets the time; somebody is away, and their appointments find another. */

const goTo = (page: Page, path: string) => page.goto(`${page.url().split('#')[0]}#${path}`);
const undo = (page: Page, said: RegExp) =>
	page.getByRole('alert').filter({ hasText: said }).getByRole('button', { name: 'Rückgängig' }).click();

test('a cancelled time is offered to who waits, who then waits no more, and all of it can be taken back', async ({
	startKontor,
}) => {
	const { page } = await startKontor({ sample: true });
	await page.getByRole('button', { name: /Miriam Berger/ }).click();
	await expect(page.getByRole('navigation', { name: 'Bereiche' })).toBeVisible();
	await goTo(page, '/termine?tag=2026-11-26');
	await expect(page.getByRole('heading', { name: 'Termine', level: 1 })).toBeVisible();
	await expect(page.getByRole('link', { name: 'Warteliste (3)' })).toBeVisible();

	await test.step('says at once that the time suits somebody', async () => {
		await page
			.getByRole('group', { name: /^Stand des Termins: .*, 10:00$/ })
			.getByRole('button', { name: 'Entschuldigt' })
			.click();
		const told = page.getByRole('alert').filter({ hasText: /^Der Platz ist frei\. Auf der Warteliste stehen 2 Personen/ });
		await expect(told).toBeVisible();
		await told.getByRole('link', { name: 'Warteliste öffnen' }).click();
		await expect(page.getByRole('heading', { name: 'Warteliste', level: 1 })).toBeVisible();
	});

	const freed = page.getByRole('region', { name: 'Frei geworden' });
	const waiting = page.getByRole('region', { name: 'Es warten' });
	const morning = freed.getByRole('listitem').filter({ hasText: /^Do 26\.11\.2026, 10:00–10:45 bei Miriam Berger/ });
	await test.step('whoever can only come in the afternoon is not among them', async () => {
		await expect(morning.getByText('Dringend, soll')).toBeHidden();
		await expect(morning.getByRole('link')).toHaveText([/Vogt, Stefan/, /Petrenko, Serhii/]);
		await expect(waiting.getByRole('listitem')).toHaveCount(3);
		await expect(waiting.getByRole('listitem').first()).toContainText('dringend');
		await expectAccessible(page, 'Warteliste');
	});

	await test.step('gives it by keyboard', async () => {
		const give = morning.getByRole('button', { name: /^Termin geben: Vogt, Stefan, Do 26\.11\.2026, 10:00–10:45/ });
		await give.focus();
		await page.keyboard.press('Enter');
		const dialog = page.getByRole('dialog', { name: 'Termin buchen' });
		await expect(dialog.getByRole('textbox', { name: 'Von' })).toHaveValue('10:00');
		await expect(dialog.getByRole('combobox', { name: 'Person' })).toHaveValue(/Vogt, Stefan/);
		await expect(dialog.getByText('Nichts steht dem entgegen.')).toBeVisible();
		await dialog.getByRole('button', { name: 'Buchen', exact: true }).press('Enter');
		await expect(dialog).toBeHidden();
		await expect(waiting.getByRole('listitem')).toHaveCount(2);
		await expect(morning).toHaveCount(0);
		await undo(page, /^Termin mit .*Vogt/);
		await expect(waiting.getByRole('listitem')).toHaveCount(3);
		await expect(morning).toHaveCount(1);
	});

	await test.step('somebody is put on the list, changed and taken off', async () => {
		await page.getByRole('button', { name: 'Auf die Warteliste setzen' }).click();
		const dialog = page.getByRole('dialog', { name: 'Auf die Warteliste setzen' });
		await expectAccessible(page, 'auf die Warteliste setzen');
		await dialog.getByRole('button', { name: 'Speichern' }).click();
		await expect(dialog.getByText('Bitte wählen Sie, wer wartet.')).toBeVisible();
		const person = dialog.getByRole('combobox', { name: 'Person' });
		await expect(person).toBeFocused();
		await page.keyboard.type('engel');
		await expect(page.getByRole('option').first()).toContainText('Engel');
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Enter');
		await dialog.getByRole('checkbox', { name: 'Mi', exact: true }).press('Space');
		await dialog.getByRole('textbox', { name: 'Notiz' }).fill('ruft zurück');
		await dialog.getByRole('button', { name: 'Speichern' }).click();
		await expect(dialog).toBeHidden();
		const row = waiting.getByRole('listitem').filter({ hasText: 'Engel, Birgit' });
		await expect(row).toContainText('egal bei wem · Mi');
		await expect(row).toContainText('ruft zurück');
		await page.getByRole('button', { name: 'Auf die Warteliste setzen' }).click();
		await person.focus();
		await page.keyboard.type('engel');
		await expect(page.getByRole('option').first()).toContainText('Engel');
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Enter');
		await dialog.getByRole('button', { name: 'Speichern' }).click();
		await expect(dialog.getByText('Diese Person steht schon auf der Warteliste.')).toBeVisible();
		// What was typed is not thrown away by a slip.
		await page.keyboard.press('Escape');
		await expect(dialog.getByText('Noch einmal Esc verwirft')).toBeVisible();
		await page.keyboard.press('Escape');
		await expect(dialog).toBeHidden();
		await page.getByRole('button', { name: 'Mehr zu Engel, Birgit auf der Warteliste' }).click();
		await page.getByRole('menuitem', { name: 'Von der Liste nehmen' }).click();
		await expect(row).toHaveCount(0);
		await undo(page, /Engel, Birgit steht nicht mehr/);
		await expect(row).toHaveCount(1);
	});
});

test('an absence offers times for what must be moved, and who can stand in', async ({ startKontor }) => {
	const { page } = await startKontor({ sample: true });
	await page.getByRole('button', { name: /Miriam Berger/ }).click();
	await page.getByRole('link', { name: 'Abwesenheiten' }).click();
	await page.getByRole('button', { name: 'Termine zeigen, die zu verschieben sind: Tomasz Nowak' }).press('Enter');
	const offered = page.getByRole('group', { name: 'Freie Zeiten für Şahin, Hatice' });
	await expect(offered.getByRole('button')).toHaveText(['Vertretung: Miriam Berger', /^auf Mi 16\.12\. /, /^auf /, /^auf /]);
	await expectAccessible(page, 'Abwesenheit mit Vorschlägen');
	await offered.getByRole('button').first().click();
	const dialog = page.getByRole('dialog', { name: 'Termin ändern' });
	await expect(dialog.getByText('Nichts steht dem entgegen.')).toBeVisible();
	await dialog.getByRole('button', { name: 'Speichern' }).click();
	await expect(dialog).toBeHidden();
	await expect(page.getByText('Kein Termin fällt hinein')).toBeVisible();
	await undo(page, /Termin/);
	await expect(page.getByText('1 Termin muss verschoben werden')).toBeVisible();
});

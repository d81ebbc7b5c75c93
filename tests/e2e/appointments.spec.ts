import type { Locator, Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { dayAhead, germanDate } from './clock.ts';
import { expectAccessible } from './expect-accessible.ts';

/** The sample office on a Wednesday: who comes to whom, how it went, and what others may know of it. */

const heading = (page: Page, name: string) => page.getByRole('heading', { name, level: 1 });
const goTo = (page: Page, path: string) => page.goto(`${page.url().split('#')[0]}#${path}`);

async function signIn(page: Page, name: RegExp): Promise<void> {
	await page.getByRole('button', { name }).click();
	await expect(page.getByRole('navigation', { name: 'Bereiche' })).toBeVisible();
}

/** Typed, and the first hit taken with the keyboard. */
async function find(page: Page, field: Locator, typed: string): Promise<void> {
	await field.focus();
	await page.keyboard.type(typed);
	// The list is read again while one types; keys count once it stands.
	await expect(page.getByRole('option').filter({ hasNotText: new RegExp(typed, 'i') })).toHaveCount(0);
	await expect(page.getByRole('option').first()).toContainText(new RegExp(typed, 'i'));
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	await expect(field).toHaveValue(new RegExp(typed, 'i'));
}

test('a counsellor books, moves, sees who has come and who has not, and takes it back', async ({ startKontor }) => {
	const { page } = await startKontor({ sample: true });
	await signIn(page, /Miriam Berger/);
	await expect(page.getByRole('region', { name: 'Meine Termine heute' }).getByRole('listitem')).toHaveCount(5);
	await goTo(page, '/termine');
	await expect(heading(page, 'Termine')).toBeVisible();
	await expect(page.getByText(/^Bei \d vergangenen Terminen fehlt, was daraus wurde$/)).toBeVisible();
	await expectAccessible(page, 'the day of appointments');

	const dialog = page.getByRole('dialog', { name: 'Termin buchen' });
	const monday = dayAhead(1, 19);
	await test.step('books by keyboard, with what stands against it named and a reason', async () => {
		await page.getByRole('button', { name: 'Termin buchen' }).first().focus();
		await page.keyboard.press('Enter');
		const person = dialog.getByRole('combobox', { name: 'Person' });
		await expect(person).toBeFocused();
		await find(page, person, 'engel');
		await dialog.getByRole('textbox', { name: 'Tag' }).fill(germanDate(monday));
		await dialog.getByRole('textbox', { name: 'Von' }).fill('8:15');
		await page.keyboard.press('Tab');
		await expect(dialog.getByRole('textbox', { name: 'Bis' })).toHaveValue('09:00');
		await expect(dialog.getByText('Geöffnet ist nur von 09:00 bis 18:00')).toBeVisible();
		await expectAccessible(page, 'booking with a conflict');
		await dialog.getByRole('button', { name: 'Trotzdem buchen' }).click();
		await expect(dialog.getByText(/^Bitte nennen Sie kurz, warum/)).toBeVisible();
		await expect(dialog.getByRole('textbox', { name: 'Grund, es trotzdem zu buchen' })).toBeFocused();
		await page.keyboard.type('kommt vor der Arbeit');
		await page.keyboard.press('Enter');
		await expect(dialog).toBeHidden();
		await expect(page.getByText(/^Termin mit Engel, Birgit gebucht|^Termin mit Birgit Engel gebucht/)).toBeVisible();
	});

	await test.step('moves it to a free time', async () => {
		await page.getByRole('textbox', { name: 'Tag' }).fill(germanDate(monday));
		await expect(page.getByText('Trotz Überschneidung: kommt vor der Arbeit')).toBeVisible();
		await page.getByRole('button', { name: /^Mehr zum Termin: Engel, Birgit, 08:15/ }).click();
		await page.getByRole('menuitem', { name: 'Ändern oder verschieben' }).click();
		const changing = page.getByRole('dialog', { name: 'Termin ändern' });
		await changing.getByRole('button', { name: 'Nächster freier Termin' }).click();
		const slot = changing.getByRole('group', { name: 'Frei ab diesem Tag' }).getByRole('button').first();
		await expect(slot).toHaveText(/ 09:00$/);
		await slot.click();
		await expect(changing.getByText('Nichts steht dem entgegen.')).toBeVisible();
		await changing.getByRole('button', { name: 'Speichern' }).click();
		await expect(changing).toBeHidden();
		await expect(page.getByText('09:00–09:45')).toBeVisible();
		await expect(page.getByText('Trotz Überschneidung')).toBeHidden();
		await page.getByRole('button', { name: /^Mehr zum Termin: Engel, Birgit, 09:00/ }).click();
		await page.getByRole('menuitem', { name: 'Verlauf' }).click();
		const history = page.getByRole('dialog', { name: 'Verlauf' });
		await expect(history.getByText('08:15').first()).toBeVisible();
		await expectAccessible(page, 'the history of an appointment');
		await page.keyboard.press('Escape');
		await expect(history).toBeHidden();
	});

	await test.step('says who has come, who has not, and takes it back', async () => {
		await goTo(page, '/termine');
		await expect(page.getByRole('region', { name: 'Vormittag' })).toBeVisible();
		const states = page.getByRole('region', { name: 'Nachmittag' }).getByRole('group').first();
		const arrived = states.getByRole('button', { name: 'Eingetroffen' });
		const noShow = states.getByRole('button', { name: 'Nicht erschienen' });
		await arrived.focus();
		await page.keyboard.press('Enter');
		await expect(arrived).toHaveAttribute('aria-pressed', 'true');
		await noShow.click();
		await expect(noShow).toHaveAttribute('aria-pressed', 'true');
		await expect(arrived).toHaveAttribute('aria-pressed', 'false');
		await page.getByRole('alert').filter({ hasText: 'Nicht erschienen' }).getByRole('button', { name: 'Rückgängig' }).click();
		await expect(arrived).toHaveAttribute('aria-pressed', 'true');
	});

	await test.step('finds it at the person and in the case file', async () => {
		await page.getByRole('link', { name: 'Engel, Birgit' }).first().click();
		const section = page.getByRole('region', { name: 'Termine' });
		await expect(section.getByText('09:00–09:45').first()).toBeVisible();
		await expectAccessible(page, 'a person with appointments');
		await section.getByRole('button', { name: 'Termin buchen' }).click();
		await expect(dialog.getByRole('combobox', { name: 'Person' })).toHaveValue(/Engel/);
		await page.keyboard.press('Escape');
	});
});

test('a volunteer has no such page, and enters only their own absence', async ({ startKontor }) => {
	const { page } = await startKontor({ sample: true });
	await signIn(page, /Horst Lindemann/);
	await expect(page.getByRole('link', { name: 'Termine', exact: true })).toBeHidden();
	await goTo(page, '/termine');
	await expect(page.getByText(/Das ist für Sie nicht offen|Diese Seite gibt es nicht/).first()).toBeVisible();
	await page.getByRole('link', { name: 'Abwesenheiten' }).click();
	await expect(heading(page, 'Abwesenheiten')).toBeVisible();
	await expect(page.getByText('1 Termin muss verschoben werden')).toBeVisible();
	await expect(page.getByRole('button', { name: /^Termine zeigen/ })).toBeHidden();
	await expect(page.getByRole('button', { name: /^Mehr zur Abwesenheit/ })).toBeHidden();
	await expectAccessible(page, 'absences');
	await page.getByRole('button', { name: 'Abwesenheit eintragen' }).click();
	const dialog = page.getByRole('dialog', { name: 'Abwesenheit eintragen' });
	await expect(dialog.getByText(/^Grund bitte nicht eintragen/)).toBeVisible();
	await expect(dialog.getByRole('combobox', { name: 'Wer' })).toBeHidden();
	await dialog.getByRole('textbox', { name: 'Erster Tag' }).fill(germanDate(dayAhead(1, 5)));
	await dialog.getByRole('textbox', { name: 'Letzter Tag' }).fill(germanDate(dayAhead(5, 5)));
	await dialog.getByRole('button', { name: 'Speichern' }).click();
	await expect(page.getByRole('listitem').filter({ hasText: 'Horst Lindemann' })).toBeVisible();
	await page.getByRole('button', { name: 'Rückgängig' }).click();
	await expect(page.getByRole('listitem').filter({ hasText: 'Horst Lindemann' })).toBeHidden();
});

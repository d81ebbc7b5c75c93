import type { Locator, Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { expectAccessible } from './expect-accessible.ts';

/** The story of a case file at a glance, written on and found again without a mouse. */

const cell = (page: Page, name: string) =>
	page.getByRole('region', { name: 'Auf einen Blick' }).getByRole('region', { name, exact: true });
const note = (page: Page) => page.getByLabel('Vermerk', { exact: true });
/** There only while the form for a note is open. */
const kind = (page: Page) => page.getByRole('combobox', { name: 'Art des Kontakts' });

async function signIn(page: Page): Promise<void> {
	await page.getByRole('button', { name: /Miriam Berger/ }).press('Enter');
	await expect(page.getByText('Meine Aufgaben')).toBeVisible();
}

/** Birgit Engel's, in the search. */
async function openFile(page: Page): Promise<void> {
	await page.keyboard.press('Control+k');
	await page.keyboard.type('engel birgit');
	await choose(page, /^Engel, Birgit ?F-00015/);
	await expect(page.getByText('F-00015 ·')).toBeVisible();
}

/** From a list that opens and is walked down. */
async function pick(list: Locator, name: string): Promise<void> {
	const page = list.page();
	await list.focus();
	const option = page.getByRole('option', { name, exact: true });
	await expect(async () => {
		await page.keyboard.press('ArrowDown');
		await expect(option).toHaveAttribute('data-combobox-selected', /.*/, { timeout: 500 });
	}).toPass();
	await page.keyboard.press('Enter');
	await expect(list).toHaveValue(name);
}

/** Down the palette's choices to the one that reads so. */
async function choose(page: Page, words: RegExp): Promise<void> {
	const chosen = page.getByRole('option', { selected: true });
	await expect(page.getByRole('option', { name: words })).not.toHaveCount(0);
	for (let presses = 0; presses < 40 && !words.test((await chosen.textContent()) ?? ''); presses++)
		await page.keyboard.press('ArrowDown');
	await expect(chosen).toHaveText(words);
	await page.keyboard.press('Enter');
}

test('the overview tells the story, and a note is one key away', async ({ startKontor }) => {
	const { page } = await startKontor({ sample: true });
	await signIn(page);
	await openFile(page);

	await test.step('who, what is next, what was last, how far: all in the first window', async () => {
		await page.setViewportSize({ width: 1280, height: 800 });
		const story = page.getByRole('region', { name: 'Auf einen Blick' });
		for (const words of [/\d\d Jahre/, 'Deutsch (Muttersprache)', '0176 04069072', /Zuständig(Miriam Berger|Tomasz Nowak)/])
			await expect(story).toContainText(words);
		await expect(cell(page, 'Nächster Schritt').getByRole('listitem').first()).toContainText(/überfällig seit|bis|heute|morgen/);
		await expect(cell(page, 'Letzter Kontakt')).toContainText(/vor \d+ Tagen|gestern|vor \d+ Stunden/);
		await expect(cell(page, 'Kontaktzeit')).toContainText(/\d+ h/);
		await expect(cell(page, 'Ziele').getByRole('listitem').first()).toContainText(/\d von \d Schritten erledigt/);
		await expect(cell(page, 'Weitergabe')).not.toHaveText('Weitergabe');
		await expect(cell(page, 'In der Akte').getByRole('link', { name: /^\d+ Unterlagen?$/ })).toBeVisible();
		await expect(note(page)).toBeInViewport();
		await expectAccessible(page, 'Überblick einer Akte');
	});

	await test.step('Alt+N opens the note, Ctrl+Enter saves it, and the story knows', async () => {
		await expect(kind(page)).toBeHidden();
		await page.keyboard.press('Alt+n');
		await expect(note(page)).toBeFocused();
		await expect(kind(page)).toBeVisible();
		await expectAccessible(page, 'ein neuer Vermerk');
		await page.keyboard.press('Escape');
		await expect(kind(page)).toBeHidden();
		await page.keyboard.press('Alt+n');
		await page.keyboard.type('Hat den Führerschein bestanden.');
		await page.keyboard.press('Control+Enter');
		await expect(kind(page)).toBeHidden();
		await expect(cell(page, 'Letzter Kontakt')).toContainText('Hat den Führerschein bestanden.');
		await expect(note(page)).toHaveValue('');
		await expect(note(page)).toBeFocused();
	});

	await test.step('a begun note opens by itself, and an empty one does not', async () => {
		await page.keyboard.type('Angefangen');
		await note(page).blur();
		await page.getByRole('navigation', { name: 'Seiten der Fallakte' }).getByRole('link', { name: 'Ziele' }).press('Enter');
		await expect(page.getByRole('heading', { name: 'Ausgangslage' })).toBeVisible();
		await page.getByRole('link', { name: 'Überblick' }).press('Enter');
		await expect(page.getByText('Ihr angefangener Vermerk ist wieder da.')).toBeVisible();
		await expect(note(page)).toHaveValue('Angefangen');
		await page.getByRole('button', { name: 'Verwerfen' }).press('Enter');
		await expect(kind(page)).toBeHidden();
	});

	await test.step('the history of a goal, with words for what is coded', async () => {
		await cell(page, 'Ziele').getByRole('link', { name: 'Ziele' }).press('Enter');
		const step = page.getByRole('combobox', { name: /^Stand: / }).first();
		await pick(step, 'entfällt');
		for (const [more, words] of [
			[/^Weitere Aktionen zum Ziel/, /Thema/],
			[/^Weitere Aktionen zum Schritt/, /entfällt/],
		] as const) {
			await page.getByRole('button', { name: more }).first().press('Enter');
			await page.getByRole('menuitem', { name: 'Verlauf' }).press('Enter');
			const drawer = page.getByRole('dialog', { name: 'Verlauf' });
			await expect(drawer.getByRole('listitem').filter({ hasText: words }).first()).toBeVisible();
			await expectAccessible(page, 'Verlauf');
			await page.keyboard.press('Escape');
			await expect(drawer).toBeHidden();
		}
	});
});

test('the list shows the files of one phase, and Ctrl+K finds what lies in a file', async ({ startKontor }) => {
	const { page } = await startKontor({ sample: true });
	await signIn(page);

	await test.step('by phase, together with whose', async () => {
		await page.keyboard.press('Control+k');
		await page.keyboard.type('alle fallakten');
		await page.keyboard.press('Enter');
		const rows = page.getByRole('grid', { name: 'Fallakten' }).getByRole('row');
		await expect(rows.nth(5)).toBeVisible();
		const all = await page.getByText(/^\d+ Fallakten$/).textContent();
		const phase = page.getByRole('combobox', { name: 'Welche Phase' });
		await pick(phase, 'Aufnahme');
		await expect(page.getByText(all ?? '', { exact: true })).toBeHidden();
		await expectAccessible(page, 'Fallakten einer Phase');
		await expect(page.getByRole('row', { name: /F-00023/ })).toBeVisible();
		await page.getByRole('grid', { name: 'Fallakten' }).press('Enter');
		await expect(page.getByRole('listitem').filter({ hasText: 'Aufnahme' })).toHaveAttribute('aria-current', 'step');
	});

	await test.step('a document, with whose it is, opens in its file', async () => {
		await openFile(page);
		const newest =
			(
				await cell(page, 'In der Akte')
					.getByText(/^zuletzt: /)
					.textContent()
			)?.replace('zuletzt: ', '') ?? '?';
		await page.keyboard.press('Control+k');
		await page.keyboard.type(newest);
		await expect(page.getByRole('group', { name: 'Unterlagen' })).toBeVisible();
		await expectAccessible(page, 'Suche mit Unterlagen');
		await choose(page, new RegExp(`^${newest} ?Engel, Birgit · F-00015`));
		await expect(page.getByRole('dialog', { name: newest })).toBeVisible();
		await page.keyboard.press('Escape');
		await expect(page.getByRole('dialog')).toBeHidden();
		await expect(page.getByRole('heading', { name: 'Engel, Birgit', level: 1 })).toBeVisible();
		await expect(page.getByRole('region', { name: 'Unterlagen' })).toBeVisible();
	});
});

test('coordination and volunteers find nothing that lies in a file', async ({ startKontor }) => {
	const { page } = await startKontor({ sample: true });
	await page.getByRole('button', { name: /Leyla Aydın/ }).press('Enter');
	await expect(page.getByRole('navigation', { name: 'Bereiche' })).toBeVisible();
	await page.keyboard.press('Control+k');
	await page.keyboard.type('bescheid');
	await expect(page.getByText(/^Nichts gefunden/)).toBeVisible();
});

import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { goTo } from './people-at-work.ts';

const field = (page: Page) => page.getByRole('combobox', { name: 'Suchen' });
/** What a screen reader says is chosen, once it settles: the element the field points at. */
const expectAnnounced = (page: Page, text: string) =>
	expect
		.poll(async () => {
			const id = await field(page).getAttribute('aria-activedescendant');
			return page.evaluate((each) => document.querySelector(`[id="${each}"][aria-selected="true"]`)?.textContent, id);
		})
		.toBe(text);

async function signInToSample(page: Page): Promise<void> {
	await page.getByRole('button', { name: /Miriam Berger/ }).click();
	await expect(page.getByText('Meine Aufgaben')).toBeVisible();
}

/** Somebody of the sample office: as in lists, `Nachname, Vorname`, and as the person's own page is headed. */
async function somebody(page: Page): Promise<{ listed: string; headed: string }> {
	await goTo(page, 'Personen');
	const listed = (await page.getByRole('row').nth(5).getByRole('gridcell').first().textContent()) ?? '';
	await goTo(page, 'Heute');
	return { listed, headed: listed.split(', ').reverse().join(' ') };
}

test('what is typed right after Ctrl+K, Enter included, opens the right person', async ({ startKontor }) => {
	const { page } = await startKontor({ sample: true });
	await signInToSample(page);
	const { listed, headed } = await somebody(page);
	await page.keyboard.press('Control+k');
	await page.keyboard.type(listed);
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { name: headed, level: 1 })).toBeVisible();
	await expect(field(page)).toBeHidden();
});

test('no key is lost while the palette is still on its way', async ({ startKontor }) => {
	const { page } = await startKontor({ sample: true });
	let deliver = () => {};
	const delivered = new Promise<void>((resolve) => {
		deliver = resolve;
	});
	await page.route(/SearchPalette.*\.js/, async (route) => {
		await delivered;
		await route.continue();
	});
	await signInToSample(page);
	const { listed, headed } = await somebody(page);
	await page.keyboard.press('Control+k');
	// Faster than any person: a scanner is listened to on every page, and must leave these alone.
	await page.keyboard.type(`${listed}xy`);
	await page.keyboard.press('Backspace');
	await page.keyboard.press('Backspace');
	await expect(field(page)).toHaveCount(0);
	deliver();
	await expect(field(page)).toHaveValue(listed);
	await expect(field(page)).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { name: headed, level: 1 })).toBeVisible();
});

test('the chosen hit is announced, moves with the arrows, and Esc leads back to where one was', async ({ startKontor }) => {
	const { page } = await startKontor({ sample: true });
	await signInToSample(page);
	await page.getByRole('link', { name: 'Fallakten', exact: true }).focus();
	await page.keyboard.press('Control+k');
	await expect(field(page)).toBeFocused();
	await expect(field(page)).not.toHaveAttribute('aria-activedescendant');
	await page.keyboard.type('neue');
	await expectAnnounced(page, 'Neue Person');
	await page.keyboard.press('ArrowDown');
	await expectAnnounced(page, 'Neues Unternehmen');
	await page.keyboard.press('ArrowDown');
	await expectAnnounced(page, 'Neue Fallakte');
	await page.keyboard.press('ArrowDown');
	await expectAnnounced(page, 'Neuer Gegenstand');
	await page.keyboard.press('ArrowDown');
	await expectAnnounced(page, 'Neue/r Entleiher/in');
	await page.keyboard.press('ArrowDown');
	await expectAnnounced(page, 'Neue Person');
	await page.keyboard.press('ArrowUp');
	await expectAnnounced(page, 'Neue/r Entleiher/in');
	await page.keyboard.press('Escape');
	await expect(field(page)).toBeHidden();
	await expect(page.getByRole('link', { name: 'Fallakten', exact: true })).toBeFocused();
});

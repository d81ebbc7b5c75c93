import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { expectAccessible } from './expect-accessible.ts';
import { scan } from './scanner-at-work.ts';

const field = (page: Page) => page.getByRole('combobox', { name: 'Scannen oder tippen' });
const answer = (page: Page) => page.locator('[aria-live="assertive"]');
/** Slower than any scanner. */
const type = (page: Page, text: string) => page.keyboard.type(text, { delay: 70 });

async function toTheDesk(page: Page): Promise<void> {
	await page.getByRole('button', { name: /Leyla Aydın/ }).click();
	await expect(page.getByRole('navigation', { name: 'Bereiche' })).toBeVisible();
	await page.keyboard.press('Control+k');
	await type(page, 'ausgabe und');
	await page.keyboard.press('Enter');
	await expect(field(page)).toBeFocused();
}

test.use({ viewport: { width: 1280, height: 800 } });

test('by keyboard alone: a kit goes out, comes back with something missing, and the step is taken back', async ({
	startKontor,
}) => {
	const { page } = await startKontor({ sample: true });
	await toTheDesk(page);
	await expectAccessible(page, 'Ausgabe und Rückgabe, leer');

	// Wherever the kit is at the moment: what is out comes back first.
	await type(page, 'set fahrradpflege');
	await page.keyboard.press('Enter');
	await expect(answer(page)).toContainText('Set Fahrradpflege');
	if ((await answer(page).textContent())?.includes('kommt zurück')) {
		await page.keyboard.press('Enter');
		await expect(answer(page)).toContainText('Alles zurück');
		await type(page, 'set fahrradpflege');
		await page.keyboard.press('Enter');
	}
	await expect(answer(page)).toContainText('geht raus, mit');
	const out = page.getByRole('region', { name: /^Geht raus/ });
	const number = /INV-\d+/.exec((await out.getByRole('listitem').first().textContent()) ?? '')?.[0] ?? '';
	await page.keyboard.press('Enter');
	await expect(answer(page)).toContainText('Wer leiht es aus?');

	await scan(page, 'E-00003');
	await expect(page.getByRole('heading', { name: 'Ali Arslan' })).toBeVisible();
	await scan(page, number);
	await expect(answer(page)).toContainText('liegt schon hier');
	await expectAccessible(page, 'Ausgabe');
	await page.keyboard.press('Enter');
	await expect(answer(page)).toContainText('1 Sache an Ali Arslan');
	await expect(answer(page).getByRole('link', { name: 'Vertrag drucken' })).toBeVisible();

	// A card is not needed; an American keyboard is understood.
	await scan(page, number.toLowerCase().replace('-', 'ß'));
	await expect(answer(page)).toContainText('Set Fahrradpflege kommt zurück, mit');
	const accessory = page
		.getByRole('group', { name: /^Zubehör ist dabei/ })
		.getByRole('checkbox')
		.first();
	await accessory.focus();
	await page.keyboard.press('Space');
	await expect(page.getByText(/^Fehlt: .*Wird als Schaden notiert/)).toBeVisible();
	await expectAccessible(page, 'Rückgabe');
	await page.keyboard.press('Enter');
	await expect(answer(page)).toContainText('1 Sache zurück');
	await expect(answer(page)).toContainText('1 Schaden ist notiert.');

	await expect(field(page)).toBeFocused();
	// What lies there goes first; a step that is done is not taken back for the next one's things.
	await scan(page, 'E-00003');
	await expect(page.getByRole('heading', { name: 'Ali Arslan' })).toBeVisible();
	await page.keyboard.press('Control+z');
	await expect(answer(page)).toContainText('Nicht mehr auf dem Tisch: Ali Arslan');
	await page.keyboard.press('Control+z');
	await expect(answer(page)).toContainText('Zurückgenommen: 1 Sache zurück');
	await expect(page.getByText(/^Fehlt: /)).toBeVisible();
	// What lies there survives the lock.
	await page.keyboard.press('Control+l');
	await expect(page.getByRole('heading', { name: /Als wen möchten Sie/ })).toBeVisible();
	await page.getByRole('button', { name: /Leyla Aydın/ }).click();
	await expect(page.getByRole('navigation', { name: 'Bereiche' })).toBeVisible();
	await page.evaluate(() => {
		location.hash = '#/ausleihe';
	});
	await expect(page.getByText(/^Fehlt: /)).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(page.getByRole('heading', { name: 'Der Tisch ist leer' })).toBeVisible();
});

test('a scanner is heard wherever the focus is, and leaves nothing behind', async ({ startKontor }) => {
	const { page } = await startKontor({ sample: true });
	await toTheDesk(page);
	await scan(page, 'E-00003');
	await expect(page.getByRole('heading', { name: 'Ali Arslan' })).toBeVisible();
	const here = page.url();
	let places = 0;
	for (let at = 100; at < 140; at++) {
		await page.keyboard.press('Tab');
		const before = await page.evaluate(() => {
			const { activeElement } = document;
			return activeElement?.closest('main')
				? { value: activeElement instanceof HTMLInputElement ? activeElement.value : null, tag: activeElement.tagName }
				: null;
		});
		if (before === null) continue;
		places += 1;
		await scan(page, `INV-9${at}`, at % 3 === 0 ? 'Tab' : at % 3 === 1 ? 'Enter' : null);
		await expect(answer(page), `in ${before.tag}`).toContainText(`INV-9${at} ist nicht im Inventar`);
		const after = await page.evaluate(() => {
			const { activeElement } = document;
			return activeElement instanceof HTMLInputElement ? activeElement.value : null;
		});
		expect(after).toBe(before.value);
		expect(page.url()).toBe(here);
	}
	expect(places).toBeGreaterThan(8);
	await expect(page.getByRole('heading', { name: 'Ali Arslan' })).toBeVisible();
	await field(page).focus();
	await scan(page, 'INV-0002INV-0003');
	await expect(answer(page)).toContainText('zwei Codes auf einmal');
	for (const stumbles of [1, 2, 3]) {
		await scan(page, `INV-998${stumbles}`, 'Enter', stumbles);
		await expect(answer(page)).toContainText(`INV-998${stumbles} ist nicht im Inventar`);
		await expect(field(page)).toHaveValue('');
	}
	await scan(page, 'A'.repeat(500));
	await expect(answer(page)).toContainText('Das ist kein Code');
	await expect(field(page)).toHaveValue('');
});

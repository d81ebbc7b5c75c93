import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { now } from './clock.ts';
import { goTo } from './people-at-work.ts';

const signInAs = async (page: Page, name: RegExp) => {
	await page.getByRole('button', { name }).click();
	await expect(page.getByRole('navigation', { name: 'Bereiche' })).toBeVisible();
};

const expectLocked = async (page: Page) => {
	await expect(page.getByRole('heading', { name: /^Beispielbüro/ })).toBeVisible();
	await expect(page.getByRole('navigation', { name: 'Bereiche' })).toHaveCount(0);
};

test('locking in one window locks every other, and nothing of the data stays in it', async ({ startKontor, host }) => {
	test.skip(host === 'electron', 'Kontor has one window there');
	const { page } = await startKontor({ sample: true });
	await signInAs(page, /Miriam Berger/);
	const other = await page.context().newPage();
	await other.goto(new URL(page.url()).origin);
	await goTo(other, 'Personen');
	const name = (await other.getByRole('row').nth(5).getByRole('gridcell').first().textContent()) ?? '';
	expect(name).toMatch(/\p{L}+, \p{L}+/u);
	await other.evaluate(() => Object.assign(window, { before: 'the lock' }));

	await page.keyboard.press('Control+l');
	await expectLocked(page);
	await expectLocked(other);
	expect(await other.content()).not.toContain(name);
	// A new document: what the old one held in memory went with it.
	expect(await other.evaluate(() => 'before' in window)).toBe(false);

	// Where somebody signs in, the other window follows, on a page of its own.
	await signInAs(page, /Tomasz Nowak/);
	await expect(other.getByRole('button', { name: /Tomasz Nowak/ })).toBeVisible();
});

test('what was typed a moment before Ctrl+L is still there', async ({ startKontor }) => {
	const { page } = await startKontor({ sample: true });
	await signInAs(page, /Miriam Berger/);
	await goTo(page, 'Fallakten');
	await page.getByRole('row').nth(2).click();
	const note = page.getByLabel('Vermerk', { exact: true });
	await note.click();
	await page.keyboard.type('Bis zum letzten Buchstaben');
	await page.keyboard.press('Control+l');
	await expectLocked(page);
	await signInAs(page, /Miriam Berger/);
	await expect(note).toHaveValue('Bis zum letzten Buchstaben');
});

test('an unattended Kontor warns and locks by itself; input stops the countdown', async ({ startKontor }) => {
	const { page } = await startKontor({ sample: true });
	await signInAs(page, /Petra Sommer/);
	await goTo(page, 'Einstellungen');
	await page.getByLabel('Sperren ohne Eingabe nach').fill('1');
	await page.getByRole('button', { name: 'Speichern' }).click();
	await expect(page.getByText('Gespeichert.')).toBeVisible();
	await page.clock.install({ time: now() });
	await page.reload();
	await expect(page.getByRole('navigation', { name: 'Bereiche' })).toBeVisible();
	const warning = page.getByRole('dialog', { name: /^Kontor sperrt sich in \d+ Sekunden$/ });

	await page.clock.fastForward(25_000);
	await expect(warning).toHaveCount(0);
	await page.clock.fastForward(10_000);
	await expect(warning).toBeVisible();
	await page.keyboard.press('Shift');
	await expect(warning).toHaveCount(0);

	// Counted from the key, not from before.
	await page.clock.fastForward(45_000);
	await expect(warning).toBeVisible();
	await page.mouse.move(200, 200);
	await expect(warning).toHaveCount(0);

	await page.clock.fastForward(45_000);
	await expect(warning).toBeVisible();
	await page.clock.fastForward(16_000);
	await expectLocked(page);
	await page.reload();
	await expectLocked(page);
});

test('who works in one window keeps the others open', async ({ startKontor, host }) => {
	test.skip(host === 'electron', 'Kontor has one window there');
	const { page } = await startKontor({ sample: true });
	await signInAs(page, /Miriam Berger/);
	await page.clock.install({ time: now() });
	const other = await page.context().newPage();
	await other.goto(new URL(page.url()).origin);
	await page.reload();
	for (const window of [page, other]) await expect(window.getByRole('navigation', { name: 'Bereiche' })).toBeVisible();
	for (let at = 0; at < 4; at++) {
		await page.clock.fastForward(6 * 60_000);
		await page.keyboard.press('Shift');
	}
	for (const window of [page, other]) await expect(window.getByRole('navigation', { name: 'Bereiche' })).toBeVisible();
	await page.clock.fastForward(11 * 60_000);
	for (const window of [page, other]) await expectLocked(window);
});

test('a PC that slept past its time is locked, whatever is pressed on waking', async ({ startKontor }) => {
	const { page } = await startKontor({ sample: true });
	await signInAs(page, /Petra Sommer/);
	await page.clock.install({ time: now() });
	await page.reload();
	await expect(page.getByRole('navigation', { name: 'Bereiche' })).toBeVisible();
	await page.clock.pauseAt(now() + 1000);
	// Only the clock moves on, as in sleep: no timer has run when the key arrives.
	await page.clock.setSystemTime(now() + 8 * 60 * 60 * 1000);
	await page.keyboard.press('Shift');
	await page.clock.resume();
	await expectLocked(page);
});

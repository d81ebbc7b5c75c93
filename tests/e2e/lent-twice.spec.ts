import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { connectShare, createSite, goTo, joinSite } from './people-at-work.ts';
import { scan } from './scanner-at-work.ts';

const TWICE = 'WZ-0001 Stichsäge';

async function addItem(page: Page): Promise<void> {
	await goTo(page, 'Inventar');
	await page.getByRole('link', { name: 'Gegenstand anlegen' }).first().click();
	await page.getByLabel('Bezeichnung').fill('Stichsäge');
	await page.getByLabel('Inventarnummer').fill('WZ-0001');
	await page.getByRole('button', { name: 'Speichern', exact: true }).click();
	await expect(page.getByRole('heading', { name: 'Stichsäge', level: 1 })).toBeVisible();
}

async function addBorrower(page: Page, firstName: string, lastName: string): Promise<void> {
	await page.getByRole('link', { name: 'Ausleihe', exact: true }).click();
	await page.getByRole('navigation', { name: 'Seiten der Ausleihe' }).getByRole('link', { name: 'Entleiher/innen' }).click();
	await page.getByRole('link', { name: 'Neu eintragen' }).first().click();
	await page.getByLabel('Vorname').fill(firstName);
	await page.getByLabel('Nachname oder Gruppe').fill(lastName);
	await page.getByRole('button', { name: 'Ausweis gesehen am: Heute' }).click();
	await page.getByRole('button', { name: 'Hausordnung angenommen am: Heute' }).click();
	await page.keyboard.press('Control+Enter');
	await expect(page.getByRole('heading', { name: `${firstName} ${lastName}`, level: 1 })).toBeVisible();
}

async function lend(page: Page, card: string, to: string): Promise<void> {
	await page.getByRole('link', { name: 'Ausleihe', exact: true }).click();
	await expect(page.getByRole('combobox', { name: 'Scannen oder tippen' })).toBeFocused();
	await scan(page, card);
	await expect(page.getByRole('heading', { name: to })).toBeVisible();
	await scan(page, 'WZ-0001');
	const answer = page.locator('[aria-live="assertive"]');
	await expect(answer).toContainText('Stichsäge geht raus');
	await page.keyboard.press('Enter');
	await expect(answer).toContainText(`1 Sache an ${to}`);
}

/** As far as there is something to reach: a dialog has no more than these. */
async function tabTo(page: Page, target: Locator): Promise<void> {
	for (let at = 0; at < 8; at++) {
		if (await target.evaluate((element) => element === document.activeElement)) return;
		await page.keyboard.press('Tab');
	}
	await expect(target).toBeFocused();
}

test('lent at two PCs while they were apart: somebody says who really has it, and both loans stay', async ({
	startKontor,
	shareFolder,
}) => {
	const share = join(shareFolder, 'Büro');
	await mkdir(share);
	const first = await startKontor();
	await createSite(first.page);
	await addItem(first.page);
	await addBorrower(first.page, 'Anna', 'Albrecht');
	await addBorrower(first.page, 'Ben', 'Bäcker');
	await connectShare(first.page, share);
	const second = await startKontor();
	await joinSite(second.page, share, 'Werkstatt-PC');

	await test.step('apart, each lends it', async () => {
		await rename(share, `${share} weg`);
		await lend(first.page, 'E-00001', 'Anna Albrecht');
		await lend(second.page, 'E-00002', 'Ben Bäcker');
		await rename(`${share} weg`, share);
	});

	const { page } = second;
	const notice = page.getByRole('alert').filter({ hasText: 'Eine Entscheidung wartet' });
	await test.step('the day page says so, and leads there by keyboard', async () => {
		await goTo(page, 'Heute');
		const open = page.getByRole('link', { name: `Ansehen: ${TWICE} ist zweimal ausgeliehen` });
		await expect(open).toBeVisible({ timeout: 60_000 });
		await open.press('Enter');
		await expect(notice).toContainText(`${TWICE} ist zweimal ausgeliehen.`);
	});

	await test.step('the loans side by side; nothing is chosen beforehand', async () => {
		await page.getByRole('button', { name: 'Entscheiden: WZ-0001' }).press('Enter');
		const dialog = page.getByRole('dialog', { name: `Wer hat ${TWICE} wirklich?` });
		await expect(dialog.getByText('Beide Ausleihen bleiben erhalten.')).toBeVisible();
		const sides = dialog.getByRole('radiogroup', { name: 'Welche Ausleihe stimmt' }).getByRole('radio');
		await expect(sides).toHaveCount(2);
		await expect(dialog.getByRole('radio', { checked: true })).toHaveCount(0);
		await expect(dialog.getByRole('button', { name: 'So ist es' })).toBeDisabled();
		await tabTo(page, sides.first());
		const ben = dialog.getByRole('radio', { name: /Ben Bäcker/ });
		if (!(await ben.evaluate((side) => side === document.activeElement))) await page.keyboard.press('ArrowDown');
		await expect(ben).toBeFocused();
		await page.keyboard.press('Space');
		await expect(ben).toBeChecked();
		await tabTo(page, dialog.getByRole('button', { name: 'So ist es' }));
		await page.keyboard.press('Enter');
		await expect(dialog).toBeHidden();
		await expect(page.getByText(`${TWICE} ist jetzt nur noch bei Ben Bäcker eingetragen.`)).toBeVisible();
		await expect(notice).toHaveCount(0);
	});

	await test.step('both loans are there on the other PC too, and one says why it is over', async () => {
		await first.page
			.getByRole('navigation', { name: 'Seiten der Ausleihe' })
			.getByRole('link', { name: 'Ausleihen', exact: true })
			.click();
		const rows = first.page.getByRole('grid', { name: 'Ausleihen' }).getByRole('row');
		await expect(rows.filter({ hasText: 'Anna Albrecht' })).toHaveCount(0, { timeout: 60_000 });
		await expect(rows.filter({ hasText: 'Ben Bäcker' })).toHaveCount(1);
		await first.page.getByRole('combobox', { name: 'Welche Ausleihen' }).click();
		await first.page.getByRole('option', { name: 'Alle', exact: true }).click();
		await expect(rows.filter({ hasText: 'Ben Bäcker' })).toHaveCount(1);
		await rows.filter({ hasText: 'Anna Albrecht' }).click();
		await expect(first.page.getByText('War doppelt eingetragen: an einem anderen PC ausgegeben.')).toBeVisible();
	});
});

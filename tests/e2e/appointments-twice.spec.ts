import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { dayAhead, germanDate } from './clock.ts';
import { expectAccessible } from './expect-accessible.ts';
import { connectShare, createSite, goTo, joinSite } from './people-at-work.ts';

async function addPerson(page: Page, firstName: string, lastName: string): Promise<void> {
	await goTo(page, 'Personen');
	await page.getByRole('link', { name: 'Person anlegen' }).first().click();
	await page.getByLabel('Vorname').fill(firstName);
	await page.getByLabel('Nachname', { exact: true }).fill(lastName);
	await page.keyboard.press('Control+Enter');
	await expect(page.getByRole('heading', { name: `${firstName} ${lastName}`, level: 1 })).toBeVisible();
}

async function book(page: Page, lastName: string): Promise<void> {
	await page.getByRole('navigation', { name: 'Bereiche' }).getByRole('link', { name: 'Termine' }).click();
	await page.getByRole('button', { name: 'Termin buchen' }).first().click();
	const dialog = page.getByRole('dialog', { name: 'Termin buchen' });
	await page.keyboard.type(lastName);
	// The list is read again while one types; keys count once it stands.
	await expect(page.getByRole('option')).toHaveCount(1);
	await expect(page.getByRole('option').first()).toContainText(lastName);
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	await dialog.getByRole('textbox', { name: 'Tag' }).fill(germanDate(dayAhead(1, 2)));
	await dialog.getByRole('textbox', { name: 'Von' }).fill('14:00');
	await expect(dialog.getByText('Nichts steht dem entgegen.')).toBeVisible();
	await dialog.getByRole('button', { name: 'Buchen' }).click();
	await expect(dialog).toBeHidden();
}

test('one counsellor booked twice by two PCs that were apart: both stay until somebody decides', async ({
	startKontor,
	shareFolder,
}) => {
	const share = join(shareFolder, 'Büro');
	await mkdir(share);
	const first = await startKontor();
	await createSite(first.page);
	await addPerson(first.page, 'Anna', 'Albrecht');
	await addPerson(first.page, 'Ben', 'Bäcker');
	await connectShare(first.page, share);
	const second = await startKontor();
	await joinSite(second.page, share, 'Büro-PC rechts');

	await test.step('apart, each books', async () => {
		await rename(share, `${share} weg`);
		await book(first.page, 'Albrecht');
		await book(second.page, 'Bäcker');
		await rename(`${share} weg`, share);
	});

	const { page } = second;
	await test.step('together again, both are asked', async () => {
		for (const { page: one } of [first, second]) {
			await goTo(one, 'Heute');
			await expect(one.getByText(/^Doppelt vergeben: Mo \d\d\.\d\d\.\d{4}, 14:00$/)).toBeVisible({ timeout: 60_000 });
		}
		await page.getByRole('link', { name: /^Ansehen: Doppelt vergeben/ }).click();
		await page
			.getByRole('button', {
				name: /^Entscheiden: Mo .*Albrecht, Anna \/ Bäcker, Ben$|^Entscheiden: Mo .*Bäcker, Ben \/ Albrecht, Anna$/,
			})
			.click();
		const dialog = page.getByRole('dialog', { name: 'Welcher Termin weicht?' });
		await expect(dialog.getByText(/gebucht von Miriam Berger/)).toHaveCount(2);
		await expectAccessible(page, 'deciding between two appointments');
		await dialog.getByRole('button', { name: 'Geht so, ist abgesprochen' }).click();
		await expect(dialog).toBeHidden();
		await expect(page.getByText('Eine Entscheidung wartet')).toBeHidden();
		await expect(first.page.getByText(/^Doppelt vergeben/)).toBeHidden({ timeout: 60_000 });
	});
});

import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { expectAccessible } from './expect-accessible.ts';
import { connectShare, createSite, goTo, joinSite } from './people-at-work.ts';

/** What does something when it is not shown as text. */
const PAYLOAD = `Köln <img src=x onerror="document.title='ran'">`;

async function addPerson(page: Page): Promise<void> {
	await goTo(page, 'Personen');
	await page.getByRole('link', { name: 'Person anlegen' }).first().click();
	await page.getByLabel('Vorname').fill('Anna');
	await page.getByLabel('Nachname', { exact: true }).fill('Albrecht');
	await page.keyboard.press('Control+Enter');
	await expect(page.getByRole('heading', { name: 'Anna Albrecht', level: 1 })).toBeVisible();
}

/** On the person's page. */
async function edit(page: Page, email: string, city: string): Promise<void> {
	await page.getByRole('button', { name: 'Bearbeiten' }).first().click();
	await page.getByLabel('E-Mail').fill(email);
	await page.getByLabel('Ort', { exact: true }).fill(city);
	await page.keyboard.press('Control+Enter');
	await expect(page.getByRole('button', { name: 'Bearbeiten' }).first()).toBeVisible();
}

test('one person changed on two PCs that were apart: both values on both, until somebody decides on one of them', async ({
	startKontor,
	shareFolder,
}) => {
	const share = join(shareFolder, 'Büro');
	await mkdir(share);
	const first = await startKontor();
	await createSite(first.page);
	await addPerson(first.page);
	await connectShare(first.page, share);
	const second = await startKontor();
	await joinSite(second.page, share, 'Büro-PC rechts');
	await goTo(first.page, 'Personen');
	await first.page.getByRole('row').filter({ hasText: 'Albrecht' }).click();
	await goTo(second.page, 'Personen');
	await second.page.getByRole('row').filter({ hasText: 'Albrecht' }).click();

	await test.step('apart, each changes e-mail and town', async () => {
		await rename(share, `${share} weg`);
		await edit(first.page, 'anna@eins.example', 'Ratingen');
		await edit(second.page, 'anna@zwei.example', 'Velbert');
		await rename(`${share} weg`, share);
	});

	const { page } = second;
	const record = (on: Page) => on.getByRole('region', { name: 'Person Anna Albrecht' });
	const field = (on: Page, name: string) => record(on).getByRole('group', { name });

	await test.step('together again, both are told, and see both values with who wrote them where', async () => {
		for (const { page: one } of [first, second]) {
			await goTo(one, 'Heute');
			await expect(one.getByText('2 Angaben wurden an zwei PCs verschieden eingetragen')).toBeVisible({ timeout: 60_000 });
			await one.getByRole('link', { name: /^Zusammenführung/ }).click();
			await expect(one.getByRole('heading', { name: 'Zusammenführung', level: 1 })).toBeVisible();
			for (const value of ['anna@eins.example', 'anna@zwei.example']) await expect(field(one, 'E-Mail')).toContainText(value);
			await expect(field(one, 'Ort')).toContainText('Miriam Berger am Gerät „Büro-PC links“');
			await expect(field(one, 'Ort')).toContainText('Miriam Berger am Gerät „Büro-PC rechts“');
			await expect(field(one, 'Ort').getByText('gilt zurzeit')).toHaveCount(1);
		}
		await expectAccessible(page, 'Zusammenführung');
	});

	await test.step('by keys: arrows go between the values, a number decides; the other PC is no longer asked', async () => {
		const takes = field(page, 'E-Mail').getByRole('button', { name: /gilt \(Taste \d\)$/ });
		await takes.first().focus();
		await page.keyboard.press('ArrowRight');
		await expect(takes.nth(1)).toBeFocused();
		await page.keyboard.press('ArrowRight');
		await expect(takes.first()).toBeFocused();
		await page.keyboard.press('2');
		await expect(page.getByText(/^E-Mail: „anna@(eins|zwei)\.example“ gilt\.$/)).toBeVisible();
		await expect(field(page, 'E-Mail')).toHaveCount(0);
		await expect(field(page, 'Ort').getByRole('button').first()).toBeFocused();
		await expect(field(first.page, 'E-Mail')).toHaveCount(0, { timeout: 60_000 });
		await expect(field(first.page, 'Ort')).toBeVisible();
	});

	await test.step('taken back, it is asked again on both', async () => {
		await page.getByRole('button', { name: 'Rückgängig' }).click();
		await expect(field(page, 'E-Mail')).toBeVisible();
		await expect(field(first.page, 'E-Mail')).toBeVisible({ timeout: 60_000 });
		await field(first.page, 'E-Mail').getByRole('button', { name: 'E-Mail: „anna@eins.example“ gilt' }).click();
		await expect(field(page, 'E-Mail')).toHaveCount(0, { timeout: 60_000 });
	});

	await test.step('a third value is typed; nothing is left to decide anywhere', async () => {
		await page.getByRole('button', { name: 'Ort: etwas anderes eintragen' }).click();
		await page.getByRole('textbox', { name: 'Ort' }).fill('');
		await page.getByRole('textbox', { name: 'Ort' }).fill(PAYLOAD);
		await page.keyboard.press('Enter');
		for (const { page: one } of [first, second]) {
			await expect(one.getByText('Hier wartet nichts auf Sie')).toBeVisible({ timeout: 60_000 });
			await goTo(one, 'Personen');
			await one.getByRole('row').filter({ hasText: 'Albrecht' }).click();
			await expect(one.getByText(PAYLOAD, { exact: true })).toBeVisible();
			await expect(one.getByRole('link', { name: 'anna@eins.example' })).toBeVisible();
			expect(await one.title()).not.toBe('ran');
		}
	});
});

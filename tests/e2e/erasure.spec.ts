import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { expectAccessible } from './expect-accessible.ts';

/** Somebody whose time is over: looked at, confirmed, and gone everywhere; what is left says until when there are copies. */

const NAME = 'Immergrün';

async function signInAsMiriam(page: Page) {
	await page.getByRole('button', { name: /^Miriam Berger/ }).click();
	await expect(page.getByRole('navigation', { name: 'Bereiche' })).toBeVisible();
}

test('a counsellor looks at who is due, erases for good, and finds nobody any more', async ({ startKontor }) => {
	test.slow();
	const { page } = await startKontor({ sample: true });
	await signInAsMiriam(page);
	await page.getByRole('navigation', { name: 'Bereiche' }).getByRole('link', { name: 'Datenschutz' }).click();
	await expect(page.getByRole('heading', { name: 'Löschen', level: 1 })).toBeVisible();
	const due = page.getByRole('region', { name: 'Fällig' });
	await expect(due.getByText(/letzte Fallakte am .* geschlossen/)).toBeVisible();
	await expectAccessible(page, 'who is due');

	await test.step('left out for a while, with a reason, and taken in again', async () => {
		await due.getByRole('button', { name: /vom Löschen ausnehmen/ }).click();
		const dialog = page.getByRole('dialog');
		await dialog.getByLabel('Bis einschließlich').fill('31.12.2099');
		await dialog.getByLabel('Warum').fill('Widerspruch gegen den Rentenbescheid');
		await dialog.getByRole('button', { name: 'Speichern' }).click();
		await expect(due.getByText('Niemand ist fällig')).toBeVisible();
		const excluded = page.getByRole('region', { name: 'Ausgenommen' });
		await expect(excluded.getByText(/bis 31\.12\.2099: Widerspruch/)).toBeVisible();
		await excluded.getByRole('button', { name: /Ausnahme aufheben/ }).click();
	});

	await due.getByRole('link', { name: /ansehen und löschen/ }).click();
	await expect(page.getByRole('heading', { name: /^Endgültig löschen: Immergrün/, level: 1 })).toBeVisible();
	const goes = page.getByRole('region', { name: 'Das wird gelöscht' });
	await expect(goes.getByText('Vermerk', { exact: true })).toBeVisible();
	await expect(page.getByText('Das lässt sich nicht rückgängig machen')).toBeVisible();
	await expect(page.getByRole('radio', { name: 'Die Frist ist abgelaufen' })).toBeChecked();
	await expectAccessible(page, 'what goes');

	const number = page.getByLabel(/^Zur Bestätigung die Nummer eingeben/);
	await number.fill('P-1');
	await page.getByRole('button', { name: 'Endgültig löschen' }).click();
	await expect(page.getByText('Das ist nicht die Nummer.')).toBeVisible();
	const label = (await page.getByText(/^Zur Bestätigung die Nummer eingeben/).textContent()) ?? '';
	await number.fill(/P-\d+/.exec(label)?.[0] ?? '');
	await number.press('Enter');

	await expect(page.getByRole('heading', { name: 'Löschen', level: 1 })).toBeVisible();
	const erased = page.getByRole('region', { name: 'Gelöscht' });
	await expect(erased.getByText(/durch Miriam Berger/)).toBeVisible();
	await expect(erased.getByText(/Die Frist ist abgelaufen · \d+ Einträge/)).toBeVisible();
	await expect(page.getByText('Niemand ist fällig')).toBeVisible();
	await expect(page.locator('#inhalt')).not.toContainText(NAME);
	await expectAccessible(page, 'who was erased');

	await page.getByRole('link', { name: 'Personen', exact: true }).first().click();
	await page.getByRole('searchbox').first().fill(NAME);
	await expect(page.getByRole('row').filter({ hasText: NAME })).toHaveCount(0);
});

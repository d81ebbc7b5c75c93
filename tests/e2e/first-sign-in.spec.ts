import { expect, test } from './app.ts';
import { expectAccessible } from './expect-accessible.ts';
import {
	addMember,
	chooseOwnPassphrase,
	connectShare,
	createSite,
	goTo,
	PASSPHRASE,
	signIn,
	typeSignIn,
} from './people-at-work.ts';

const OWN = 'Neun graue Enten im Regen';

test('a start password opens nothing but the choice of an own one, and is valid once', async ({ startKontor }) => {
	const { page } = await startKontor();
	await createSite(page);
	await goTo(page, 'Mitarbeitende');
	const { signInName, startPassphrase } = await addMember(page, 'Aylin Demir', 'Beratung');
	await page.keyboard.press('Control+l');

	await test.step('nothing else exists, and the start password is not asked again', async () => {
		await typeSignIn(page, signInName, startPassphrase);
		await expect(
			page.getByRole('heading', { name: 'Willkommen, Aylin. Geben Sie sich jetzt Ihr eigenes Passwort.' }),
		).toBeVisible();
		await expect(page.getByLabel('Neues Passwort')).toBeFocused();
		await expect(page.getByLabel('Startpasswort')).toHaveCount(0);
		await expect(page.getByRole('navigation')).toHaveCount(0);
		await page.evaluate(() => {
			location.hash = '#/personen';
		});
		await expect(page.getByRole('heading', { name: /^Willkommen, Aylin/ })).toBeVisible();
		await expectAccessible(page, 'Eigenes Passwort');
	});

	await test.step('it may not stay the own one', async () => {
		await page.getByLabel('Neues Passwort').fill(startPassphrase);
		await page.getByLabel('Noch einmal zur Sicherheit').fill(startPassphrase);
		await page.getByRole('button', { name: 'Eigenes Passwort setzen' }).click();
		await expect(page.getByText('Das ist noch das Startpasswort.')).toBeVisible();
	});

	await test.step('after a break it still is the only page, and asks for the start password', async () => {
		await page.getByRole('button', { name: 'Jetzt nicht: sperren' }).click();
		await typeSignIn(page, signInName, startPassphrase);
		await expect(page.getByRole('heading', { name: /^Willkommen, Aylin/ })).toBeVisible();
		await page.reload();
		await expect(page.getByLabel('Startpasswort')).toBeFocused();
		await page.getByLabel('Startpasswort').fill('nicht das richtige');
		await page.getByLabel('Neues Passwort').fill(OWN);
		await page.getByLabel('Noch einmal zur Sicherheit').fill(OWN);
		await page.getByRole('button', { name: 'Eigenes Passwort setzen' }).click();
		await expect(page.getByText('Das Passwort stimmt nicht.')).toBeVisible();
		await expect(page.getByRole('button', { name: 'Eigenes Passwort setzen' })).toBeEnabled();
		await page.getByLabel('Startpasswort').fill(startPassphrase);
		await chooseOwnPassphrase(page, OWN);
		await expect(page.getByText('Das Startpasswort öffnet nichts mehr.')).toBeVisible();
	});

	await test.step('an administrator who reads the case files has given them at once', async () => {
		await expect(page.getByRole('link', { name: 'Fallakten', exact: true })).toBeVisible();
		await expect(page.getByRole('link', { name: 'Mitarbeitende' })).toHaveCount(0);
	});

	await test.step('the start password is worth nothing any more', async () => {
		await page.keyboard.press('Control+l');
		await typeSignIn(page, signInName, startPassphrase);
		await expect(page.getByText('Das Passwort stimmt nicht.')).toBeVisible();
		await expect(page.getByRole('button', { name: 'Anmelden' })).toBeEnabled();
		await signIn(page, OWN);
	});
});

test('a counsellor waits for the case files until a colleague opens them, then they come by themselves', async ({
	startKontor,
	shareFolder,
}) => {
	test.setTimeout(300_000);
	const first = await startKontor();
	const office = first.page;
	await createSite(office);
	await connectShare(office, shareFolder);
	await goTo(office, 'Personen');
	await office.getByRole('link', { name: 'Person anlegen' }).first().click();
	await office.getByLabel('Nachname', { exact: true }).fill('Akın');
	await office.keyboard.press('Control+Enter');
	await expect(office.getByRole('heading', { name: /Akın/ })).toBeVisible();
	await goTo(office, 'Mitarbeitende');
	const petra = await addMember(office, 'Petra Sommer', 'Verwaltung');
	await office.keyboard.press('Control+l');
	await typeSignIn(office, petra.signInName, petra.startPassphrase);
	await chooseOwnPassphrase(office, OWN);
	await goTo(office, 'Mitarbeitende');
	const aylin = await addMember(office, 'Aylin Demir', 'Beratung');

	const second = await startKontor();
	const laptop = second.page;
	await test.step('joins with the start password and waits', async () => {
		await laptop.getByRole('button', { name: /Standort beitreten/ }).click();
		await laptop.getByLabel('Pfad des Ordners').fill(shareFolder);
		await laptop.getByRole('button', { name: 'Öffnen' }).click();
		await laptop.getByRole('button', { name: 'Weiter' }).click();
		await laptop.getByLabel('Anmeldename').fill(aylin.signInName);
		await laptop.getByLabel('Passwort', { exact: true }).fill(aylin.startPassphrase);
		await laptop.getByLabel('Name dieses Geräts').fill('Laptop');
		await laptop.getByRole('button', { name: 'Standort beitreten' }).click();
		const label = 'Prüfcode dieses Geräts';
		const code = laptop.locator('p').filter({ hasText: label }).first();
		await expect(code).toBeVisible({ timeout: 60_000 });
		await goTo(office, 'Geräte');
		const field = office.getByLabel(/Code vom anderen Bildschirm/);
		await field.fill(((await code.textContent()) ?? '').replace(`${label}: `, ''));
		await office.getByRole('button', { name: 'Stimmt überein – zulassen' }).click();
		await expect(laptop.getByRole('heading', { name: /^Willkommen, Aylin/ })).toBeVisible({ timeout: 60_000 });
		await chooseOwnPassphrase(laptop, PASSPHRASE);
		await expect(laptop.getByText('Ihr Zugang zu den Fallakten wartet auf die Freigabe')).toBeVisible();
		await expect(laptop.getByText('Die Fallakten kommen noch')).toBeVisible();
		await expect(laptop.getByRole('link', { name: 'Fallakten', exact: true })).toHaveCount(0);
		await expectAccessible(laptop, 'Warten auf die Fallakten');
	});

	await test.step('the administrator alone cannot open them', async () => {
		await goTo(office, 'Heute');
		await expect(office.getByRole('heading', { name: 'Wartet auf Ihre Freigabe' })).toHaveCount(0);
	});

	await test.step('a colleague is asked, wherever she is', async () => {
		await office.keyboard.press('Control+l');
		await typeSignIn(office, 'miriam', PASSPHRASE);
		await goTo(office, 'Sicherung');
		await office.getByText('Aylin Demir wartet auf Ihre Freigabe').waitFor({ timeout: 60_000 });
		await office.getByRole('link', { name: 'Ansehen' }).click();
		await office.getByRole('button', { name: 'Freigeben: Aylin Demir' }).click();
		const dialog = office.getByRole('dialog', { name: 'Aylin Demir Zugang zu den Fallakten geben?' });
		await expect(dialog.getByText('alle Fallakten dieses Standorts')).toBeVisible();
		await expectAccessible(office, 'Zugang geben');
		await office.keyboard.press('Escape');
		await expect(office.getByRole('button', { name: 'Freigeben: Aylin Demir' })).toBeFocused();
		await office.keyboard.press('Enter');
		await dialog.getByRole('button', { name: 'Zugang geben' }).click();
		await expect(office.getByText('Aylin Demir kann jetzt die Fallakten lesen.')).toBeVisible();
		await expect(office.getByRole('heading', { name: 'Wartet auf Ihre Freigabe' })).toHaveCount(0);
	});

	await test.step('they appear without anybody doing anything', async () => {
		await laptop.evaluate(() => Object.assign(window, { same: 'window' }));
		await expect(laptop.getByRole('link', { name: 'Fallakten', exact: true })).toBeVisible({ timeout: 60_000 });
		await expect(laptop.getByRole('heading', { name: 'Meine Fallakten' })).toBeVisible();
		await expect(laptop.getByText('Ihr Zugang zu den Fallakten wartet')).toHaveCount(0);
		expect(await laptop.evaluate(() => 'same' in window)).toBe(true);
		await goTo(laptop, 'Personen');
		await expect(laptop.getByRole('row', { name: /Akın/ })).toBeVisible();
	});

	await test.step('a removed PC says so at its door and can begin anew', async () => {
		await goTo(office, 'Geräte');
		await office.getByRole('button', { name: '„Laptop“ entfernen' }).click();
		await office.getByRole('button', { name: 'Gerät entfernen' }).click();
		await expect(laptop.getByText('Dieses Gerät wurde aus dem Standort entfernt.')).toBeVisible({ timeout: 60_000 });
		await expectAccessible(laptop, 'Entferntes Gerät');
		await laptop.getByLabel('Passwort', { exact: true }).fill(PASSPHRASE);
		await laptop.getByRole('button', { name: 'Anmelden' }).click();
		await expect(laptop.getByText(/Dieses Gerät wurde am .* aus dem Standort entfernt/)).toBeVisible();
		await laptop.getByRole('button', { name: 'Diesen PC leeren' }).click();
		await laptop.getByRole('dialog').getByRole('button', { name: 'Leeren' }).click();
		await expect(laptop.getByRole('button', { name: /Standort beitreten/ })).toBeVisible();
	});
});

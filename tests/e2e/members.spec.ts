import { rename } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { expectAccessible } from './expect-accessible.ts';
import { addMember, connectShare, createSite, goTo, takeSlip } from './people-at-work.ts';

test.setTimeout(180_000);

async function change(page: Page, name: string, what: string): Promise<void> {
	await page.getByRole('button', { name: `Ändern: ${name}` }).click();
	await page.getByRole('menuitem', { name: what }).click();
}

const row = (page: Page, name: string) =>
	page.getByRole('list', { name: 'Wer dazugehört' }).getByRole('listitem').filter({ hasText: name });
const event = (page: Page, text: string) =>
	page.getByRole('region', { name: 'Chronik' }).getByRole('listitem').filter({ hasText: text });

test('an administrator adds colleagues, changes and removes them, and is told what follows', async ({ startKontor }) => {
	const { page } = await startKontor();
	await createSite(page);
	await goTo(page, 'Mitarbeitende');
	await expect(page.getByText('Noch arbeiten Sie hier allein')).toBeVisible();
	await expectAccessible(page, 'Mitarbeitende, allein');

	const aylin = await addMember(page, 'Aylin Demir', 'Ehrenamt');
	expect(aylin.signInName).toBe('aylin.demir');
	expect(aylin.startPassphrase).toMatch(/^([a-z]+-){4}[a-z]+$/);
	await expect(page.getByRole('button', { name: 'Mitarbeiter/in aufnehmen' })).toBeFocused();
	await expect(row(page, 'Aylin Demir')).toContainText('Startpasswort noch nicht ersetzt');
	await expect(event(page, 'Miriam Berger hat Aylin Demir mit der Rolle Ehrenamt aufgenommen.')).toBeVisible();
	await expect(page.getByText('Zwei Personen mit Verwaltung werden empfohlen')).toBeVisible();
	await addMember(page, 'Tomasz Nowak', 'Beratung');
	await expect(page.getByRole('region', { name: 'Fallakten' }).getByText('Tomasz Nowak')).toBeVisible();
	await expect(page.getByRole('region', { name: 'Fallakten' }).getByText('Aylin Demir')).toBeHidden();

	await page.getByRole('button', { name: 'Mitarbeiter/in aufnehmen' }).click();
	const adding = page.getByRole('dialog', { name: 'Mitarbeiter/in aufnehmen' });
	await adding.getByRole('button', { name: 'Aufnehmen', exact: true }).click();
	await expect(adding.getByLabel('Vor- und Nachname')).toBeFocused();
	await adding.getByLabel('Vor- und Nachname').fill('Tomasz Nowak');
	await adding.getByRole('checkbox', { name: 'Koordination' }).check();
	await adding.getByRole('button', { name: 'Aufnehmen', exact: true }).click();
	await expect(adding.getByText('Diesen Anmeldenamen gibt es schon.')).toBeVisible();
	await expectAccessible(page, 'Mitarbeiter/in aufnehmen');
	await page.keyboard.press('Escape');

	await change(page, 'Tomasz Nowak', 'Rollen ändern');
	const roles = page.getByRole('dialog', { name: 'Rollen von Tomasz Nowak' });
	await roles.getByRole('checkbox', { name: 'Beratung' }).uncheck();
	await roles.getByRole('checkbox', { name: 'Ehrenamt' }).check();
	await expect(roles.getByText('Tomasz Nowak kann die Fallakten danach nicht mehr lesen.')).toBeVisible();
	await expectAccessible(page, 'Rollen ändern');
	await roles.getByRole('button', { name: 'Rollen ändern' }).click();
	await expect(row(page, 'Tomasz Nowak')).toContainText('Ehrenamt');
	await expect(page.getByRole('region', { name: 'Fallakten' }).getByText('Tomasz Nowak')).toBeHidden();
	await expect(page.getByRole('button', { name: 'Ändern: Tomasz Nowak' })).toBeFocused();
	await expect(event(page, 'Miriam Berger hat neue Schlüssel für die Fallakten begonnen.')).toBeVisible();

	await change(page, 'Aylin Demir', 'Namen ändern');
	await page.getByLabel('Vor- und Nachname').fill('Aylin Demir-Kaya');
	await page.getByRole('button', { name: 'Speichern' }).click();
	await expect(row(page, 'Aylin Demir-Kaya')).toContainText('aylin.demir');

	await change(page, 'Aylin Demir-Kaya', 'Neues Startpasswort geben');
	const reset = page.getByRole('dialog', { name: 'Neues Startpasswort für Aylin Demir-Kaya' });
	await expect(reset.getByText('Das bisherige Passwort von Aylin Demir-Kaya gilt danach nicht mehr')).toBeVisible();
	await reset.getByRole('button', { name: 'Neues Startpasswort geben' }).click();
	const again = await takeSlip(page, 'Aylin Demir-Kaya');
	expect(again.startPassphrase).not.toBe(aylin.startPassphrase);

	await change(page, 'Aylin Demir-Kaya', 'Entfernen …');
	const removing = page.getByRole('dialog', { name: 'Aylin Demir-Kaya entfernen?' });
	await expect(removing.getByText('kann sich nicht mehr anmelden')).toBeVisible();
	await expectAccessible(page, 'Entfernen');
	await removing.getByRole('button', { name: 'Abbrechen' }).click();
	await expect(row(page, 'Aylin Demir-Kaya')).toBeVisible();
	await change(page, 'Aylin Demir-Kaya', 'Entfernen …');
	await removing.getByRole('button', { name: 'Entfernen', exact: true }).click();
	await expect(row(page, 'Aylin Demir-Kaya')).toBeHidden();
	await page.getByRole('button', { name: 'Ehemalige (1)' }).click();
	await expect(page.getByRole('list', { name: 'Ehemalige (1)' })).toContainText('Aylin Demir-Kaya');
	await expect(event(page, 'Miriam Berger hat Aylin Demir-Kaya entfernt.')).toBeVisible();

	await page.getByRole('searchbox', { name: 'In der Chronik suchen' }).fill('tomasz');
	await expect(event(page, 'Aylin')).toHaveCount(0);
	await expect(event(page, 'Seither gilt die Rolle Ehrenamt.')).toBeVisible();
	await expectAccessible(page, 'Mitarbeitende');
});

test('nobody removes themselves, and the last administrator stays one', async ({ startKontor }) => {
	const { page } = await startKontor();
	await createSite(page);
	await goTo(page, 'Mitarbeitende');

	await change(page, 'Miriam Berger', 'Entfernen …');
	await expect(page.getByText('Sich selbst kann niemand entfernen.')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Entfernen', exact: true })).toBeDisabled();
	await page.getByRole('button', { name: 'Abbrechen' }).click();

	await change(page, 'Miriam Berger', 'Rollen ändern');
	const roles = page.getByRole('dialog', { name: 'Rollen von Miriam Berger' });
	await roles.getByRole('checkbox', { name: 'Verwaltung' }).uncheck();
	await expect(roles.getByText('Miriam Berger hat als Einzige oder Einziger die Rolle Verwaltung.')).toBeVisible();
	await expect(roles.getByRole('button', { name: 'Rollen ändern' })).toBeDisabled();

	// Giving up the case files as their only reader is possible, but not by accident.
	await roles.getByRole('checkbox', { name: 'Verwaltung' }).check();
	await roles.getByRole('checkbox', { name: 'Beratung' }).uncheck();
	await expect(roles.getByText('Miriam Berger ist die einzige Person, die die Fallakten liest.')).toBeVisible();
	await expect(roles.getByRole('button', { name: 'Rollen ändern' })).toBeDisabled();
	await roles.getByRole('checkbox', { name: /^Ich weiß/ }).check();
	await roles.getByRole('button', { name: 'Rollen ändern' }).click();
	await expect(page.getByRole('alert').filter({ hasText: 'Die Fallakten sind für Sie nicht mehr offen.' })).toBeVisible();
	await expectAccessible(page, 'Heute, eine Rolle ist weg');
	await page.reload();
	await expect(page.getByRole('heading', { name: /Miriam/, level: 1 })).toBeVisible();
	await expect(page.getByText('Ihre Rollen wurden geändert')).toHaveCount(0);

	await page.getByRole('link', { name: 'Mitarbeitende', exact: true }).click();
	await page.getByRole('button', { name: 'Mitarbeiter/in aufnehmen' }).first().click();
	await page.getByRole('checkbox', { name: 'Beratung' }).check();
	await expect(page.getByText('Zurzeit liest niemand mehr Fallakten')).toBeVisible();
});

test('pages that are not for somebody do not exist for them', async ({ startKontor }) => {
	const { page } = await startKontor({ sample: true });
	await page
		.getByRole('button', { name: /Ehrenamt/ })
		.first()
		.click();
	await expect(page.getByRole('link', { name: 'Heute' })).toBeVisible();
	for (const path of [
		'personen',
		'personen/neu',
		'personen/import',
		'personen/x',
		'fallakten',
		'FALLAKTEN/neu',
		'fallakten/x',
		'mitarbeitende',
	]) {
		await page.evaluate((to) => {
			location.hash = `#/${to}`;
		}, path);
		await expect(page).toHaveURL(new RegExp(`#/${path}$`));
		await expect(page.getByRole('heading', { name: 'Diese Seite gibt es nicht', level: 1 })).toBeVisible();
		await page.getByRole('link', { name: 'Zur Seite „Heute“' }).click();
		await expect(page.getByRole('heading', { name: 'Diese Seite gibt es nicht' })).toHaveCount(0);
	}
});

test('whoever leaves hands their case files over first', async ({ startKontor }) => {
	const { page } = await startKontor();
	await createSite(page);
	await goTo(page, 'Mitarbeitende');
	await addMember(page, 'Tomasz Nowak', 'Beratung');
	await goTo(page, 'Personen');
	await page.getByRole('link', { name: 'Person anlegen' }).first().click();
	await page.getByLabel('Nachname', { exact: true }).fill('Papadopoulos');
	await page
		.getByRole('button', { name: 'Anlegen' })
		.or(page.getByRole('button', { name: 'Speichern' }))
		.first()
		.click();
	await expect(page.getByRole('heading', { name: 'Papadopoulos', level: 1 })).toBeVisible();
	await page.getByRole('link', { name: 'Fallakte anlegen' }).click();
	await page.getByRole('combobox', { name: 'Zuständig' }).click();
	await page.getByRole('option', { name: 'Tomasz Nowak' }).click();
	await page.getByRole('button', { name: 'Fallakte anlegen' }).click();
	await expect(page.getByLabel('Vermerk', { exact: true })).toBeVisible();

	await goTo(page, 'Mitarbeitende');
	await change(page, 'Tomasz Nowak', 'Entfernen …');
	await expect(page.getByText('Tomasz Nowak ist noch für 1 laufende Fallakte zuständig.')).toBeVisible();
	await page.getByRole('link', { name: 'Diese Fallakten zeigen' }).click();
	await expect(page.getByRole('heading', { name: 'Fallakten', level: 1 })).toBeVisible();
	await expect(page.getByRole('row', { name: /Papadopoulos/ })).toBeVisible();
	await page.getByRole('button', { name: 'Nur von Tomasz Nowak' }).click();
	await expect(page.getByRole('radio', { name: 'Von allen' })).toBeChecked();

	await goTo(page, 'Mitarbeitende');
	await change(page, 'Tomasz Nowak', 'Entfernen …');
	await page.getByRole('link', { name: 'Jetzt übergeben' }).click();
	await expect(page.getByRole('combobox', { name: 'Von' })).toHaveValue('Tomasz Nowak');
	await page.getByRole('combobox', { name: 'An', exact: true }).click();
	await page.getByRole('option').first().click();
	await page.getByRole('button', { name: '1 Akte übergeben' }).click();
	await expect(page.getByRole('row', { name: /Papadopoulos/ })).toBeVisible();
	await goTo(page, 'Mitarbeitende');
	await change(page, 'Tomasz Nowak', 'Entfernen …');
	await expect(page.getByText(/noch für .* zuständig/)).toBeHidden();
});

test('without the share nothing changes, and it says so', async ({ startKontor, shareFolder }) => {
	test.skip(process.platform === 'win32', 'a share is taken away by renaming its folder');
	const { page } = await startKontor();
	await createSite(page);
	await connectShare(page, shareFolder);
	await rename(shareFolder, `${shareFolder} weg`);
	await goTo(page, 'Mitarbeitende');
	await page.getByRole('button', { name: 'Mitarbeiter/in aufnehmen' }).first().click();
	await page.getByLabel('Vor- und Nachname').fill('Aylin Demir');
	await page.getByRole('checkbox', { name: 'Ehrenamt' }).check();
	await page.getByRole('button', { name: 'Aufnehmen', exact: true }).click();
	await expect(page.getByText('Es wurde nichts geändert')).toBeVisible();
	await page.getByRole('button', { name: 'Abbrechen' }).click();
	await expect(page.getByText('Noch arbeiten Sie hier allein')).toBeVisible();
	await rename(`${shareFolder} weg`, shareFolder);
});

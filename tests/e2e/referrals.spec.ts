import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { expectAccessible } from './expect-accessible.ts';
import { printedText } from './printed-text.ts';

/** Nothing of a client goes anywhere without their release, or a reason that is kept and seen. */

const JOB_CENTRE = 'Jobcenter Musterstadt';

async function openPassingOn(page: Page, name: string): Promise<void> {
	await page.keyboard.press('Control+k');
	await page.keyboard.type(name);
	const found = page.getByRole('group', { name: 'Fallakten' }).getByRole('option');
	await expect(found).toHaveCount(1);
	await found.click();
	await page.getByRole('navigation', { name: 'Seiten der Fallakte' }).getByRole('link', { name: 'Weitergabe' }).click();
	await expect(page.getByRole('heading', { name: 'Verweisungen' })).toBeVisible();
}

const choose = async (page: Page, field: string, typed: string) => {
	await page.getByRole('combobox', { name: field }).fill(typed);
	await page.getByRole('option', { name: typed }).click();
};

const tick = async (page: Page, ...topics: string[]) => {
	for (const topic of topics) await page.getByRole('dialog').getByRole('checkbox', { name: topic }).press('Space');
};

test('a referral goes out with a release, another only with a reason, and none after it was withdrawn', async ({
	startKontor,
}) => {
	const { page } = await startKontor({ sample: true });
	await page.getByRole('button', { name: /Miriam Berger/ }).click();
	await expect(page.getByRole('navigation', { name: 'Bereiche' })).toBeVisible();
	await openPassingOn(page, 'demir serkan');
	const referrals = page.getByRole('region', { name: 'Verweisungen' });
	const releases = page.getByRole('region', { name: 'Schweigepflichtentbindungen' });
	const dialog = page.getByRole('dialog');
	const toSchool = referrals.getByRole('listitem').filter({ hasText: 'Bildungswerk' });
	const toJobCentre = referrals.getByRole('listitem').filter({ hasText: JOB_CENTRE });

	await test.step('without a release it is not sent; the client gives one', async () => {
		await expect(toSchool).toContainText('Für diese Stelle gibt es keine Schweigepflichtentbindung.');
		await toSchool.getByRole('button', { name: /^Als abgeschickt festhalten/ }).press('Enter');
		await expect(dialog.getByText('Für diese Stelle gibt es keine Schweigepflichtentbindung.')).toBeVisible();
		await expectAccessible(page, 'abschicken ohne Entbindung');
		await dialog.getByRole('button', { name: 'Trotzdem weitergeben' }).click();
		await expect(dialog.getByText('Bitte schreiben Sie den Grund auf.')).toBeVisible();
		await expect(dialog.getByRole('textbox', { name: 'Zwingender Grund' })).toBeFocused();
		await dialog.getByRole('button', { name: 'Entbindung festhalten' }).click();
		await expect(dialog.getByRole('combobox', { name: 'Gegenüber wem' })).toHaveValue(/Bildungswerk/);
		await expect(dialog.getByRole('textbox', { name: 'Gilt bis' })).toHaveValue('24.11.2027');
		await dialog.getByRole('button', { name: 'Speichern' }).click();
		await expect(dialog).toBeHidden();
		await expect(releases.getByRole('listitem')).toContainText('gültig');
	});

	await test.step('the form and the sheet are printed, and the file says so', async () => {
		await releases.getByRole('button', { name: /^Mehr zu Bildungswerk/ }).click();
		await page.getByRole('menuitem', { name: 'Formular drucken' }).click();
		const form = await printedText(page, () => page.getByRole('button', { name: 'Drucken' }).click());
		for (const words of ['Serkan Demir', 'Bildungswerk', 'bis zum 24.11.2027', 'Unterschrift']) expect(form).toContain(words);
		await page.getByRole('link', { name: 'Zurück zur Weitergabe' }).click();
		await toSchool.getByRole('link', { name: /^Überweisungsbogen/ }).click();
		const sheet = await printedText(page, () => page.getByRole('button', { name: 'Drucken' }).click());
		for (const words of ['Serkan Demir', 'Umschulung', 'Rückmeldung']) expect(sheet).toContain(words);
		// Not released.
		for (const words of ['Staatsangehörigkeit', 'Leistungsbezug']) expect(sheet).not.toContain(words);
		await page.getByRole('link', { name: 'Zurück zur Weitergabe' }).click();
		await toSchool.getByRole('button', { name: /^Als abgeschickt festhalten/ }).click();
		await expect(dialog.getByText('Dafür liegt eine gültige Schweigepflichtentbindung vor.')).toBeVisible();
		await dialog.getByRole('button', { name: 'Festhalten', exact: true }).click();
		await expect(toSchool).toContainText('abgeschickt am 25.11.2026: Brief');
	});

	await test.step('a second one goes out with a reason', async () => {
		await referrals.getByRole('button', { name: 'Verweisung vorbereiten' }).click();
		await choose(page, 'An wen', JOB_CENTRE);
		await tick(page, 'Arbeit', 'Behörden');
		await expect(dialog.getByText('Für diese Stelle gibt es keine Schweigepflichtentbindung.')).toBeVisible();
		await dialog.getByRole('textbox', { name: 'Worum Sie bitten' }).fill('Vorschuss noch heute');
		await dialog.getByRole('button', { name: 'Speichern' }).click();
		await toJobCentre.getByRole('link', { name: /^Überweisungsbogen/ }).click();
		await expect(page.getByRole('button', { name: 'Drucken' })).toBeDisabled();
		await page.getByRole('link', { name: 'Zurück zur Weitergabe' }).click();
		await toJobCentre.getByRole('button', { name: /^Als abgeschickt festhalten/ }).click();
		await dialog.getByRole('textbox', { name: 'Zwingender Grund' }).fill('Akute Notlage, Person nicht ansprechbar');
		await dialog.getByRole('button', { name: 'Trotzdem weitergeben' }).click();
		await expect(toJobCentre).toContainText('begründet von Miriam Berger');
		await expect(toJobCentre).toContainText('Akute Notlage');
	});

	await test.step('withdrawn, it blocks again, and what went out that day is marked', async () => {
		await releases.getByRole('button', { name: /^Widerrufen: Bildungswerk/ }).click();
		await dialog.getByRole('button', { name: 'Widerrufen' }).click();
		await expect(releases.getByRole('listitem')).toContainText('widerrufen am 25.11.2026');
		await expect(toSchool).toContainText('Am Tag des Absendens galt dafür keine Schweigepflichtentbindung (mehr).');
		await expectAccessible(page, 'Einwilligungen & Weitergabe');
		await toSchool.getByRole('button', { name: /^Mehr zur Verweisung/ }).click();
		await page.getByRole('menuitem', { name: 'Doch nicht abgeschickt' }).click();
		await expect(toSchool).toContainText('Die Schweigepflichtentbindung für diese Stelle ist widerrufen.');
		await page
			.getByRole('alert')
			.filter({ hasText: /^Widerruf/ })
			.getByRole('button', { name: 'Rückgängig' })
			.click();
		await expect(releases.getByRole('listitem')).toContainText('gültig');
	});

	await test.step('both logs tell of it', async () => {
		await page.getByRole('button', { name: 'Weitere Aktionen' }).click();
		await page.getByRole('menuitem', { name: 'Wer hat diese Akte geöffnet?' }).click();
		await expect(dialog.getByRole('listitem')).toContainText([
			/ohne Schweigepflichtentbindung/,
			/gedruckt/,
			/gedruckt/,
			/gelesen/,
		]);
		await page.keyboard.press('Escape');
		await page.keyboard.press('Control+l');
		await page.getByRole('button', { name: /Petra Sommer/ }).click();
		await page.getByRole('link', { name: 'Zugriffsprotokoll' }).click();
		const event = page.getByRole('table').getByRole('row').filter({ hasText: 'ohne Schweigepflichtentbindung' });
		await expect(event).toContainText('Miriam Berger');
		await expect(page.locator('main')).not.toContainText('Demir');
	});
});

test('everybody looks partners up; coordination keeps the list, a volunteer does not', async ({ startKontor }) => {
	const { page } = await startKontor({ sample: true });
	await page.getByRole('button', { name: /Leyla Aydın/ }).click();
	await page.getByRole('link', { name: 'Partner' }).click();
	const rows = page.getByRole('region', { name: 'Partner' }).getByRole('listitem');
	await expect(rows).toHaveCount(15);
	await expectAccessible(page, 'Partner');
	await page.getByRole('textbox', { name: 'Suchen', exact: true }).fill('dietz');
	await expect(rows).toHaveCount(1);
	await page.getByRole('button', { name: `${JOB_CENTRE} ändern` }).press('Enter');
	const dialog = page.getByRole('dialog');
	await dialog.getByRole('textbox', { name: 'E-Mail' }).first().fill('kein Postfach');
	await dialog.getByRole('button', { name: 'Speichern' }).click();
	await expect(dialog.getByText('Das ist keine E-Mail-Adresse.')).toBeVisible();
	await dialog.getByRole('textbox', { name: 'E-Mail' }).first().fill('');
	await dialog.getByRole('textbox', { name: 'Erreichbar' }).fill('nur noch mit Termin');
	await dialog.getByRole('button', { name: 'Speichern' }).click();
	await expect(rows).toContainText('nur noch mit Termin');
	await page.keyboard.press('Control+l');
	await page.getByRole('button', { name: /Horst Lindemann/ }).click();
	await page.getByRole('link', { name: 'Partner' }).click();
	await expect(rows).toHaveCount(15);
	await expect(page.getByRole('button', { name: 'Partner hinzufügen' })).toHaveCount(0);
	await expect(page.getByRole('button', { name: /ändern$/ })).toHaveCount(0);
});

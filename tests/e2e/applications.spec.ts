import { expect, test } from './app.ts';
import { expectAccessible } from './expect-accessible.ts';
import { printedText } from './printed-text.ts';

test('job applications move on with one click, are due on the day page, and leave as a record for the job centre', async ({
	startKontor,
}) => {
	const { page } = await startKontor({ sample: true });
	await page.getByRole('button', { name: /Miriam Berger/ }).click();
	const due = page.getByRole('region', { name: 'Bewerbungen: jetzt nachfragen' });
	await due.getByRole('link').first().click();
	await expect(page.getByRole('heading', { name: 'Abgeschickt' })).toBeVisible();
	await expectAccessible(page, 'Bewerbungen');

	await test.step('one is added', async () => {
		await page.getByRole('button', { name: 'Bewerbung eintragen' }).click();
		const dialog = page.getByRole('dialog', { name: 'Bewerbung eintragen' });
		await dialog.getByRole('button', { name: 'Speichern' }).click();
		await expect(dialog.getByText('Bitte tragen Sie ein, bei wem.')).toBeVisible();
		await dialog.getByRole('textbox', { name: 'Arbeitgeber' }).fill('Druckerei Probe');
		await dialog.getByRole('textbox', { name: 'Stelle' }).fill('Weiterverarbeitung');
		await expectAccessible(page, 'Bewerbung eintragen');
		await page.keyboard.press('Enter');
		await expect(dialog).toBeHidden();
	});

	const column = (name: string) => page.getByRole('region', { name: new RegExp(`^${name}`) });
	const sent = page.getByRole('definition').first();
	const before = Number(await sent.textContent());
	await test.step('and moved on, and back', async () => {
		await expect(column('Geplant').getByText('Druckerei Probe')).toBeVisible();
		await page.getByRole('button', { name: 'Druckerei Probe: Abgeschickt' }).press('Enter');
		await expect(column('Abgeschickt').getByText('Druckerei Probe')).toBeVisible();
		await expect(sent).toHaveText(String(before + 1));
		await page.getByRole('button', { name: 'Druckerei Probe: Absage' }).click();
		await expect(page.getByRole('region', { name: 'Abgeschlossen' }).getByText('Druckerei Probe')).toBeVisible();
		await page
			.getByRole('alert')
			.filter({ hasText: 'Druckerei Probe: jetzt „Abgesagt“.' })
			.getByRole('button', { name: 'Rückgängig' })
			.click();
		await expect(column('Abgeschickt').getByText('Druckerei Probe')).toBeVisible();
	});

	await test.step('the record lists what was sent', async () => {
		await page.getByRole('link', { name: 'Nachweis drucken' }).click();
		const paper = await printedText(page, () => page.getByRole('button', { name: 'Drucken', exact: true }).click());
		expect(paper).toMatch(/Nachweis der Eigenbemühungen/);
		expect(paper).toMatch(/25\.11\.2026\s+Druckerei Probe\s+Weiterverarbeitung\s+noch keine/);
	});
});

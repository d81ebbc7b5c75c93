import { resolve } from 'node:path';
import { expect, test } from './app.ts';
import { connectShare, createSite, goTo, joinSite, openCaseOf, signIn, writeNote } from './people-at-work.ts';

const CLIENT_LIST = resolve(import.meta.dirname, '../fixtures/Klientenliste.csv');

test('the first day: from an empty PC to the same case file on two', async ({ startKontor, shareFolder }) => {
	test.setTimeout(240_000);
	const first = await startKontor();
	await createSite(first.page);

	await test.step('import the list the office already has', async () => {
		await goTo(first.page, 'Personen');
		await first.page
			.getByRole('button', { name: 'Liste importieren' })
			.or(first.page.getByRole('link', { name: 'Liste importieren' }))
			.first()
			.click();
		await first.page.locator('input[type=file]').setInputFiles(CLIENT_LIST);
		await first.page.getByLabel('Für neue Personen gleich eine Fallakte anlegen').check();
		await first.page.getByRole('button', { name: '220 Zeilen importieren' }).click();
		await expect(first.page.getByText(/220/).first()).toBeVisible();
		await goTo(first.page, 'Personen');
		await expect(first.page.getByText('220 Personen')).toBeVisible();
	});

	await test.step('write a note; the draft survives locking, the note survives everything', async () => {
		await openCaseOf(first.page, 'Papadopoulos, Karl-Heinz');
		await first.page.getByLabel('Vermerk', { exact: true }).fill('Angefangen und gestört worden');
		await first.page.getByLabel('Vermerk', { exact: true }).blur();
		await first.page.keyboard.press('Control+l');
		await signIn(first.page);
		await openCaseOf(first.page, 'Papadopoulos, Karl-Heinz');
		await expect(first.page.getByLabel('Vermerk', { exact: true })).toHaveValue('Angefangen und gestört worden');
		await writeNote(first.page, 'Bescheid vom Jobcenter besprochen.');
	});

	await test.step('choose a share and back up', async () => {
		await connectShare(first.page, shareFolder);
		await first.page.getByRole('button', { name: 'Jetzt sichern' }).click();
		await expect(first.page.getByText('Gesichert und geprüft.')).toBeVisible({ timeout: 60_000 });
	});

	const second = await startKontor();
	await test.step('join from a second PC and read the note there', async () => {
		await joinSite(second.page, shareFolder, 'Büro-PC rechts');
		await openCaseOf(second.page, 'Papadopoulos, Karl-Heinz');
		await expect(second.page.getByRole('listitem').filter({ hasText: 'Bescheid vom Jobcenter besprochen.' })).toBeVisible();
	});

	await test.step('edit on both sides; both see both', async () => {
		await openCaseOf(first.page, 'Papadopoulos, Karl-Heinz');
		await writeNote(first.page, 'Vom linken PC: Widerspruch abgeschickt.');
		await writeNote(second.page, 'Vom rechten PC: Termin am Montag.');
		for (const { page } of [first, second]) {
			await expect(page.getByRole('listitem').filter({ hasText: 'Vom linken PC: Widerspruch abgeschickt.' })).toBeVisible();
			await expect(page.getByRole('listitem').filter({ hasText: 'Vom rechten PC: Termin am Montag.' })).toBeVisible();
		}
	});
});

import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { BAR } from '#shared/features/subject-access/blacken.ts';
import { expect, test } from './app.ts';
import { expectAccessible } from './expect-accessible.ts';
import { printedText } from './printed-text.ts';

/** What is stored about a person, gone through, blackened, and given to that person on paper and as a file. */

const goTo = (page: Page, path: string) => page.goto(`${page.url().split('#')[0]}#${path}`);

async function signInAsMiriam(page: Page) {
	await page.getByRole('button', { name: /^Miriam Berger/ }).click();
	await expect(page.getByRole('navigation', { name: 'Bereiche' })).toBeVisible();
}

async function openPerson(page: Page, name: string) {
	await goTo(page, '/personen');
	await page.getByRole('row').filter({ hasText: name }).first().click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText(name.split(', ')[1] ?? '');
}

/** With the mouse, as far as a spec has one: what is selected, and the button let go above it. */
async function select(page: Page, words: string) {
	await page.evaluate((wanted) => {
		for (const passage of document.querySelectorAll('dd')) {
			const walker = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT);
			for (let node = walker.nextNode(); node; node = walker.nextNode()) {
				const at = node.textContent?.indexOf(wanted) ?? -1;
				if (at === -1) continue;
				document.getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
				passage.dispatchEvent(new MouseEvent('mouseup', { bubbles: true }));
				return;
			}
		}
		throw new Error('these words are nowhere');
	}, words);
}

/** Nowhere else in what is stored about her. */
const WORDS = 'beim Kaffee ins Gespräch';

test('a counsellor blackens two passages, prints what is left, and saves it as a file; the file’s log tells of both', async ({
	startKontor,
}) => {
	test.slow();
	const { page } = await startKontor({ sample: true });
	await signInAsMiriam(page);
	await openPerson(page, 'Alexiou, Eleni');
	await page.getByRole('button', { name: 'Weitere Aktionen' }).click();
	await page.getByRole('menuitem', { name: 'Auskunft nach Art. 15 DSGVO' }).click();
	await expect(page.getByRole('heading', { name: 'Auskunft nach Art. 15 DSGVO', level: 1 })).toBeVisible();
	await expect(page.getByRole('heading', { name: 'Vermerke', level: 2 })).toBeVisible();
	await expect(page.getByText('Noch nichts geschwärzt')).toBeVisible();
	const sections = page.getByRole('navigation', { name: 'Abschnitte' });

	await test.step('words are selected and blackened; a whole field goes with keys alone', async () => {
		await select(page, WORDS);
		await page.getByRole('button', { name: 'Auswahl schwärzen' }).click();
		const dialog = page.getByRole('dialog', { name: 'Schwärzen: Vermerk' });
		await expect(dialog.getByText(`Ausgewählt: „${WORDS}“`)).toBeVisible();
		await dialog.getByRole('radio', { name: 'Schutz von Hinweisgebenden' }).check();
		await dialog.getByRole('button', { name: 'Schwärzen' }).click();
		await expect(dialog).toBeHidden();
		await expect(page.locator('mark', { hasText: WORDS })).toBeVisible();

		const source = page.getByRole('button', { name: 'Schwärzen: Geburtsname' });
		await source.press('Enter');
		const second = page.getByRole('dialog', { name: 'Schwärzen: Geburtsname' });
		await expect(second.getByText('Ohne Auswahl wird die ganze Angabe geschwärzt.')).toBeVisible();
		await second.getByRole('button', { name: 'Schwärzen' }).press('Enter');
		await expect(second).toBeHidden();
		await expect(sections.getByText('2 Stellen geschwärzt')).toBeVisible();
	});

	await test.step('one bar too many is lifted, and put back', async () => {
		await page.getByRole('button', { name: 'Schwärzung aufheben: Geburtsname' }).click();
		await expect(sections.getByText('1 Stelle geschwärzt')).toBeVisible();
		await page.getByRole('alert').getByRole('button', { name: 'Rückgängig' }).click();
		await expect(sections.getByText('2 Stellen geschwärzt')).toBeVisible();
	});

	await test.step('a document stays here', async () => {
		await page
			.getByRole('button', { name: /^Nicht beilegen: / })
			.first()
			.click();
		const dialog = page.getByRole('dialog', { name: 'Inhalt nicht beilegen' });
		await dialog.getByRole('button', { name: 'Nicht beilegen' }).click();
		await expect(page.getByText('liegt nicht bei (Rechte Dritter)')).toBeVisible();
	});

	await test.step('what was marked is there again after a lock', async () => {
		await page.keyboard.press('Control+l');
		await signInAsMiriam(page);
		await openPerson(page, 'Alexiou, Eleni');
		await page.getByRole('button', { name: 'Weitere Aktionen' }).click();
		await page.getByRole('menuitem', { name: 'Auskunft nach Art. 15 DSGVO' }).click();
		await expect(sections.getByText('2 Stellen geschwärzt')).toBeVisible();
	});

	await test.step('nothing is shown or printed before somebody was checked', async () => {
		await page.getByRole('link', { name: 'Weiter zur Ausgabe' }).click();
		await expect(page.getByText('Sobald die Identität geprüft ist, erscheint hier die Auskunft.')).toBeVisible();
		await expect(page.getByRole('button', { name: 'Drucken oder als PDF' })).toBeHidden();
		await page.getByRole('checkbox', { name: 'Identität geprüft durch Miriam Berger' }).check();
		await page.getByRole('textbox', { name: 'Zusatz im Anschreiben' }).fill('Wir bewahren Akten drei Jahre auf.');
		await expect(page.getByRole('region', { name: 'Vorschau der Auskunft' }).first()).toContainText(BAR);
		await expectAccessible(page, 'Auskunft ausgeben');
	});

	const paper = await printedText(page, () => page.getByRole('button', { name: 'Drucken oder als PDF' }).click());
	const words = paper.replace(/\s+/g, ' ');
	expect(words).toContain('Auskunft über Ihre gespeicherten Daten');
	expect(words).toContain('Ihre Identität hat Miriam Berger am');
	expect(words).toContain('2 Stellen sind geschwärzt');
	expect(words).toContain('Eine Unterlage legen wir nicht bei: Rechte Dritter (1).');
	expect(words).toContain('Wir bewahren Akten drei Jahre auf.');
	expect(words).toContain(`Erstkontakt im Café, ${BAR} gekommen`);
	expect(words).toContain(BAR);
	for (const gone of ['Kaffee', 'Nikolaidou']) expect(words).not.toContain(gone);

	await test.step('the file holds the same and the other documents', async () => {
		await page.getByRole('button', { name: 'Als Datei sichern' }).click();
		const dialog = page.getByRole('dialog', { name: 'Auskunft als Datei sichern' });
		await expect(dialog.getByText('unverschlüsselt außerhalb von Kontor')).toBeVisible();
		const [download] = await Promise.all([
			page.waitForEvent('download'),
			dialog.getByRole('button', { name: 'Sichern', exact: true }).click(),
		]);
		expect(download.suggestedFilename()).toMatch(/^Auskunft \d{4}-\d{2}-\d{2}\.zip$/);
		const files = unzipSync(new Uint8Array(await readFile(await download.path())));
		const names = Object.keys(files);
		expect(names.slice(0, 2)).toEqual(['auskunft.json', 'LIESMICH.txt']);
		const documents = names.slice(2);
		expect(documents.length).toBeGreaterThan(0);
		expect(documents.every((name) => /^unterlagen\/\d{3}\.[a-z0-9]+$/.test(name) && (files[name]?.length ?? 0) > 0)).toBe(true);
		const text = strFromU8(files['auskunft.json'] ?? new Uint8Array());
		const told = JSON.parse(text);
		expect(told).toMatchObject({ format: 'kontor-auskunft', version: 1, person: { number: 'P-00020' } });
		expect(told.blackened).toHaveLength(2);
		expect(text).toContain(`Erstkontakt im Café, ${BAR} gekommen`);
		for (const gone of ['Kaffee', 'Nikolaidou']) expect(text).not.toContain(gone);
		expect(text.match(/"content": "unterlagen/g)).toHaveLength(documents.length);
		expect(text.match(/"contentWithheld": "Rechte Dritter"/g)).toHaveLength(1);
	});

	await test.step('the log of the file tells of both', async () => {
		await openPerson(page, 'Alexiou, Eleni');
		await page.locator('main a[href*="#/fallakten/0"]').first().click();
		await expect(page.getByLabel('Vermerk', { exact: true })).toBeVisible();
		await page.getByRole('button', { name: 'Weitere Aktionen' }).click();
		await page.getByRole('menuitem', { name: 'Wer hat diese Akte geöffnet?' }).click();
		const log = page.getByRole('dialog', { name: 'Wer hat diese Akte geöffnet?' });
		await expect(log.getByText('Miriam Berger · als Auskunft gedruckt, 2 Stellen geschwärzt')).toBeVisible();
		await expect(log.getByText('Miriam Berger · als Auskunft in eine Datei ausgegeben, 2 Stellen geschwärzt')).toBeVisible();
	});
});

test('a bar whose text has changed is asked about again, and holds everything back until then', async ({ startKontor }) => {
	const { page } = await startKontor({ sample: true });
	await signInAsMiriam(page);
	await openPerson(page, 'Alexiou, Eleni');
	const person = page.url().split('#')[1] ?? '';
	await goTo(page, `${person}/auskunft`);
	await page.getByRole('button', { name: 'Schwärzen: Ort', exact: true }).first().click();
	const dialog = page.getByRole('dialog', { name: 'Schwärzen: Ort' });
	await dialog.getByRole('button', { name: 'Schwärzen' }).click();
	await expect(dialog).toBeHidden();
	await expect(page.getByText(/Stellen? geschwärzt/)).toBeVisible();

	await goTo(page, person);
	await page.getByRole('button', { name: 'Bearbeiten' }).first().click();
	await page.getByRole('textbox', { name: 'Ort', exact: true }).fill('Ratingen');
	await page.getByRole('button', { name: 'Speichern' }).first().click();
	await expect(page.getByText('Ratingen').first()).toBeVisible();
	await expect(page.getByRole('textbox', { name: 'Ort', exact: true })).toBeHidden();

	await goTo(page, `${person}/auskunft/ausgabe`);
	await page.getByRole('checkbox', { name: 'Identität geprüft durch Miriam Berger' }).check();
	await expect(page.getByText('Bei einigen Schwärzungen hat sich der Text geändert.')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Drucken oder als PDF' })).toBeHidden();

	await page.getByRole('link', { name: 'Zurück zum Durchgehen' }).click();
	const alert = page.getByRole('alert').filter({ hasText: 'hat sich der Text geändert' });
	await expect(alert).toContainText('Person, Ort: Geschwärzt war: „Musterstadt“');
	await expectAccessible(page, 'Auskunft mit veralteter Schwärzung');
	await alert.getByRole('button', { name: 'Neu schwärzen' }).click();
	await dialog.getByRole('button', { name: 'Schwärzen' }).click();
	await expect(alert).toBeHidden();
	await page.getByRole('link', { name: 'Weiter zur Ausgabe' }).click();
	const preview = page.getByRole('region', { name: 'Vorschau der Auskunft' }).first();
	await expect(preview).toContainText(BAR);
});

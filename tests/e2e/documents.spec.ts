import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { plainPdf } from '#main/features/documents/plain-pdf.ts';
import { png, pngBomb } from '#tests/support/document-files.ts';
import { expect, test } from './app.ts';
import { expectAccessible } from './expect-accessible.ts';

/** Documents of a case file: brought in, read inside Kontor, and nothing in them runs. */

const row = (page: Page, title: string | RegExp) =>
	page.getByRole('region', { name: 'Unterlagen' }).getByRole('listitem').filter({ hasText: title });

async function openDocuments(page: Page): Promise<void> {
	await page.getByRole('button', { name: /Miriam Berger/ }).click();
	await expect(page.getByRole('heading', { name: /^Guten/ })).toBeVisible();
	await page.getByRole('link', { name: 'Fallakten', exact: true }).click();
	await page.getByRole('searchbox').fill('Vogt');
	// Header and one row: the list as it was before is gone.
	await expect(page.getByRole('row')).toHaveCount(2);
	await page.getByRole('row', { name: /Vogt, Stefan/ }).click();
	await expect(page.getByRole('heading', { name: 'Vogt, Stefan' })).toBeVisible();
	await page.getByRole('navigation', { name: 'Seiten der Fallakte' }).getByRole('link', { name: 'Unterlagen' }).click();
	await expect(row(page, 'Bescheid Bürgergeld')).toBeVisible();
}

/** As if they were dragged from the desktop onto the page. */
async function drop(page: Page, files: readonly (readonly [name: string, content: Uint8Array])[]): Promise<void> {
	const given = files.map(([name, content]) => ({ name, text: Buffer.from(content).toString('base64') }));
	const transfer = await page.evaluateHandle((all) => {
		const data = new DataTransfer();
		for (const { name, text } of all) data.items.add(new File([Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))], name));
		return data;
	}, given);
	await page.dispatchEvent('main', 'dragover', { dataTransfer: transfer });
	await expect(page.getByText('Loslassen, um die Dateien in diese Fallakte zu legen')).toBeVisible();
	await page.dispatchEvent('main', 'drop', { dataTransfer: transfer });
}

/** How dark the middle of the drawn page is: 0 black, 255 white. */
const middleOf = (page: Page) =>
	page.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
		const { width, height } = canvas;
		return canvas.getContext('2d')?.getImageData(width / 2, height / 2, 1, 1).data[0] ?? -1;
	});

test('files are dropped, refused by name or noticed as known, read by keyboard, changed, removed and brought back', async ({
	startKontor,
}) => {
	const { page, dataDir } = await startKontor({ sample: true });
	await openDocuments(page);
	const letter = plainPdf([{ lines: ['Zeugnis der Abendschule'] }, { lines: ['Noten'] }, { lines: ['Stempel'] }]);
	await drop(page, [
		['Zeugnis_Abendschule.pdf', letter],
		['Foto\u202egpj.png', png(120, 80)],
		['Zeugnis (Kopie).pdf', letter],
		['Rechnung.pdf', png()],
		['bombe.png', pngBomb()],
	]);
	const uploads = page.getByRole('region', { name: 'Hinzugefügt' });
	await expect(uploads.getByText('3 von 5 abgelegt, 2 nicht abgelegt')).toBeVisible();
	await expect(uploads.getByText('Derselbe Inhalt liegt hier schon als „Zeugnis Abendschule“.')).toBeVisible();
	await expect(uploads.getByText(/etwas anderes, als ihre Endung sagt/)).toBeVisible();
	await expect(uploads.getByText(/mehr als 50 Millionen Bildpunkte/)).toBeVisible();
	await uploads.getByRole('button', { name: 'Doch nicht' }).click();
	await expect(row(page, 'Zeugnis (Kopie)')).toHaveCount(0);

	await row(page, 'Zeugnis Abendschule').getByRole('button', { name: 'Zeugnis Abendschule', exact: true }).press('Enter');
	const dialog = page.getByRole('dialog', { name: 'Zeugnis Abendschule' });
	await expect(dialog.getByText('Seite 1 von 3')).toBeVisible();
	await expect(dialog.getByRole('img', { name: 'Seite 1 von 3' })).toHaveAttribute('aria-busy', 'false');
	await expect(dialog.getByRole('region', { name: 'Text der Seite' })).toHaveText('Zeugnis der Abendschule');
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('PageDown');
	await expect(dialog.getByRole('region', { name: 'Text der Seite' })).toHaveText('Stempel');
	await page.keyboard.press('+');
	await expect(dialog.getByText('125 %')).toBeVisible();
	// With the list behind it.
	await expectAccessible(page, 'a document');
	await dialog.getByRole('button', { name: 'Angaben ändern' }).click();
	const edit = page.getByRole('dialog', { name: 'Angaben ändern' });
	await edit.getByLabel('Titel').fill('Abschlusszeugnis');
	await edit.getByLabel('Datum auf dem Papier').fill('12.06.2026');
	await edit.getByLabel('Titel').press('Enter');
	await expect(row(page, 'Abschlusszeugnis')).toContainText('Zeugnis, Bescheinigung · vom 12.06.2026 · PDF');

	await row(page, 'Foto').getByRole('button', { name: 'Fotogpj', exact: true }).click();
	const image = page.getByRole('dialog').getByRole('img', { name: 'Fotogpj' });
	await expect.poll(() => image.evaluate((shown: HTMLImageElement) => shown.naturalWidth)).toBe(120);
	await page.keyboard.press('Escape');
	await row(page, 'Foto').getByRole('button', { name: 'Aktionen für Fotogpj' }).click();
	await page.getByRole('menuitem', { name: 'Entfernen' }).click();
	await expect(row(page, 'Fotogpj')).toHaveCount(0);
	await page.getByRole('alert').filter({ hasText: 'wurde entfernt' }).getByRole('button', { name: 'Rückgängig' }).click();
	await expect(row(page, 'Fotogpj')).toBeVisible();

	const blobs = join(dataDir, 'vaults', 'blobs');
	for (const name of await readdir(blobs)) {
		const stored = await readFile(join(blobs, name));
		expect(stored.includes('%PDF') || stored.includes('PNG')).toBe(false);
	}
});

test('nothing in a PDF, SVG or HTML runs, a faxed page is shown, and a copy leaves only after a warning', async ({
	startKontor,
}) => {
	const { page } = await startKontor({ sample: true });
	const dialogs: string[] = [];
	page.on('dialog', (shown) => {
		dialogs.push(shown.message());
		void shown.dismiss();
	});
	const origin = new URL(page.url()).origin;
	const strange: string[] = [];
	page.on('request', (request) => {
		const url = request.url();
		if (!url.startsWith(origin) && !url.startsWith('blob:') && !url.startsWith('data:')) strange.push(url);
	});
	await openDocuments(page);
	const script = 'app.alert(1); globalThis.ran = true; window.ran = true; this.submitForm("https://example.org/");';
	const action = `/OpenAction << /S /JavaScript /JS (${script.replace(/[()]/g, '\\$&')}) /Next << /S /URI /URI (https://example.org/) >> >>`;
	const text = (of: string) => new TextEncoder().encode(of);
	await drop(page, [
		['Antrag.pdf', plainPdf([{ lines: ['<script>ran=true</script>'] }], action)],
		['Fax.pdf', fax()],
		['Seite.html', text('<html><body onload="ran=true"><script>ran=true;alert(1)</script></body></html>')],
		['Bild.svg', text('<svg xmlns="http://www.w3.org/2000/svg" onload="ran=true;alert(1)"><script>ran=true</script></svg>')],
		['Notiz <img src=x onerror=alert(1)>.txt', text('<img src=x onerror="ran=true;alert(1)">')],
	]);
	await expect(page.getByText('5 von 5 abgelegt').first()).toBeVisible();
	const open = async (title: string) => {
		await row(page, title).getByRole('button', { name: title, exact: true }).click();
		return page.getByRole('dialog', { name: title });
	};
	const form = await open('Antrag');
	await expect(form.getByRole('region', { name: 'Text der Seite' })).toHaveText('<script>ran=true</script>');
	await page.keyboard.press('Escape');
	await (await open('Fax')).getByRole('img', { name: 'Seite 1 von 1' }).waitFor();
	await expect.poll(() => middleOf(page)).toBe(0);
	await page.keyboard.press('Escape');
	for (const title of ['Seite', 'Bild']) {
		await expect((await open(title)).getByText('Hier ohne Vorschau')).toBeVisible();
		await page.keyboard.press('Escape');
	}
	const note = await open('Notiz <img src=x onerror=alert(1)>');
	await expect(note.getByText('<img src=x onerror="ran=true;alert(1)">')).toBeVisible();
	await page.keyboard.press('Escape');

	const page2 = await open('Seite');
	await page2.getByRole('button', { name: 'Kopie speichern …' }).click();
	const warning = page.getByRole('dialog', { name: 'Kopie außerhalb der Fallakte speichern?' });
	await expect(warning.getByText(/nicht mehr verschlüsselt/)).toBeVisible();
	await expect(warning.getByText(/können beim Öffnen etwas ausführen/)).toBeVisible();
	const download = page.waitForEvent('download');
	await warning.getByRole('button', { name: 'Kopie speichern' }).click();
	expect((await download).suggestedFilename()).toBe('Seite.html');
	await page.getByRole('button', { name: 'Weitere Aktionen' }).click();
	await page.getByRole('menuitem', { name: 'Wer hat diese Akte geöffnet?' }).click();
	await expect(page.getByRole('dialog').getByText('als Liste oder Kopie ausgegeben').first()).toBeVisible();
	expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false);
	expect(dialogs).toEqual([]);
	expect(strange).toEqual([]);
});

/** A page that is black because its fax was decoded: white lines (one `1` bit each), shown inverted. Without a table of its objects. */
function fax(): Uint8Array {
	const image =
		'<< /Type /XObject /Subtype /Image /Width 16 /Height 16 /BitsPerComponent 1 /ColorSpace /DeviceGray /Decode [1 0] ' +
		'/Filter [/ASCIIHexDecode /CCITTFaxDecode] /DecodeParms [null << /K -1 /Columns 16 /Rows 16 >>] /Length 13 >>\nstream\nFFFF00100100>\nendstream';
	const objects = [
		'<< /Type /Catalog /Pages 2 0 R >>',
		'<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
		'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /I 5 0 R >> >> /Contents 4 0 R >>',
		'<< /Length 24 >>\nstream\nq 595 0 0 842 0 0 cm /I Do Q\nendstream',
		image,
	];
	const file = objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`).join('');
	return new TextEncoder().encode(`%PDF-1.7\n${file}trailer\n<< /Size 6 /Root 1 0 R >>\n%%EOF\n`);
}

import type { Locator, Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { dayAhead, germanDate } from './clock.ts';

/** The sample office has lent for a year: some of it is out, some of that is late. */

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name, level: 1 });

async function signInAsVolunteer(page: Page): Promise<void> {
	await page.getByRole('button', { name: /Leyla Aydın/ }).click();
	await expect(page.getByRole('region', { name: 'Ausleihe' })).toBeVisible();
}

/** From the day page, as one comes there in the morning. */
async function openLoans(page: Page): Promise<void> {
	await page
		.getByRole('region', { name: 'Ausleihe' })
		.getByRole('link', { name: /Ausleihen? (ist|sind) offen/ })
		.click();
	await expect(heading(page, 'Ausleihen')).toBeVisible();
}

const openTab = (page: Page, name: string) =>
	page.getByRole('navigation', { name: 'Seiten der Ausleihe' }).getByRole('link', { name, exact: true }).click();

async function choose(page: Page, filter: string): Promise<void> {
	await page.getByRole('combobox', { name: 'Welche Ausleihen' }).click();
	await page.getByRole('option', { name: filter, exact: true }).click();
}

/** `10 (zehn)` → 10: what stands in brackets behind a heading. */
const countIn = async (region: Locator) => Number(/\((\d+)\)/.exec((await region.getByRole('heading').textContent()) ?? '')?.[1]);

/** The house is closed. */
const sundayAhead = () => germanDate(dayAhead(0, 8));

test('a loan from the list to its contract: extended, taken back with something broken, undone', async ({
	startKontor,
	host,
}) => {
	const { page } = await startKontor({ sample: true });
	await signInAsVolunteer(page);
	await openLoans(page);

	await test.step('the list by keyboard, filtered', async () => {
		await choose(page, 'Überfällig');
		const rows = page.getByRole('grid', { name: 'Ausleihen' }).getByRole('row');
		await expect(rows.nth(1)).toContainText('überfällig');
		await page.getByRole('grid', { name: 'Ausleihen' }).focus();
		await page.keyboard.press('Enter');
		await expect(heading(page, /^Ausleihe L-\d{5}$/)).toBeVisible();
	});
	const number = (await heading(page, /^Ausleihe L-/).textContent())?.replace('Ausleihe ', '') ?? '';
	const items = page.getByRole('region', { name: 'Gegenstände' });

	await test.step('extended to a Sunday it is due on Monday, and says so', async () => {
		await page.getByRole('button', { name: 'Verlängern' }).click();
		const dialog = page.getByRole('dialog', { name: 'Ausleihe verlängern' });
		await expect(dialog.getByLabel('Neuer Termin')).toBeFocused();
		await page.keyboard.press('Control+a');
		await page.keyboard.type(sundayAhead());
		await page.keyboard.press('Enter');
		const moved = page.getByText(/geschlossen; der neue Termin ist (Montag|Dienstag)/);
		const reason = dialog.getByLabel('Warum trotzdem');
		await expect(moved.or(reason)).toBeVisible();
		if (await reason.isVisible()) {
			// Somebody waits for it: possible with a reason, which is asked for where one types.
			await expect(dialog.getByText('wartet darauf.').or(dialog.getByText('reserviert von'))).toBeVisible();
			await expect(reason).toBeFocused();
			await page.keyboard.press('Enter');
			await expect(dialog.getByText('Bitte kurz schreiben, warum es trotzdem geht.')).toBeVisible();
			await page.keyboard.type('Ist abgesprochen');
			await page.keyboard.press('Enter');
		}
		await expect(moved).toBeVisible();
		await expect(items.getByText('verlängert').first()).toBeVisible();
		await expect(items.getByText('überfällig')).toHaveCount(0);
		await expect(page.getByRole('button', { name: 'Verlängern' })).toBeFocused();
	});

	await test.step('taken back with what is broken, and the return undone', async () => {
		const button = items.getByRole('button', { name: /zurücknehmen$/ }).first();
		await button.click();
		const dialog = page.getByRole('dialog');
		await dialog.getByRole('checkbox', { name: 'Etwas ist kaputt' }).first().check();
		await dialog.getByRole('button', { name: 'Zurücknehmen' }).click();
		await expect(dialog.getByText('Bitte kurz beschreiben, was kaputt ist.')).toBeVisible();
		await dialog.getByLabel('Was ist kaputt?').fill('Stecker locker');
		await dialog.getByRole('button', { name: 'Zurücknehmen' }).click();
		await expect(dialog).toBeHidden();
		await expect(items.getByText(/zurück am .*, genommen von/).first()).toBeVisible();
		await page.getByRole('button', { name: 'Rückgängig' }).click();
		await expect(items.getByText(/zurück am/)).toHaveCount(0);
		await expect(button).toBeVisible();
		// What was said about the return is not true any more.
		await expect(page.getByRole('alert').filter({ hasText: 'liegt jetzt für' })).toHaveCount(0);
		// Under the pointer a notice waits to be read.
		await page.mouse.move(0, 0);
	});

	await test.step('a deposit with its receipt, twice on one sheet', async () => {
		await page.getByRole('button', { name: /^Pfand (nehmen|abrechnen)$/ }).click();
		const dialog = page.getByRole('dialog', { name: 'Pfand' });
		if (await dialog.getByRole('radio').count()) await dialog.getByRole('radio', { name: 'Pfand nehmen' }).check();
		await dialog.getByLabel('Betrag in Euro').fill('abc');
		await dialog.getByRole('button', { name: 'Eintragen' }).click();
		await expect(dialog.getByText('Bitte einen Betrag wie 20,00 eingeben.')).toBeVisible();
		await dialog.getByLabel('Betrag in Euro').fill('12,50');
		await dialog.getByRole('button', { name: 'Eintragen' }).click();
		await expect(dialog).toBeHidden();
		await page
			.getByRole('region', { name: 'Pfand' })
			.getByRole('listitem')
			.filter({ hasText: '12,50' })
			.getByRole('link', { name: /^Quittung .* drucken$/ })
			.click();
		const paper = page.getByRole('region', { name: 'So sieht die Quittung aus' });
		await expect(paper.getByText('12,50 €')).toHaveCount(2);
		await expect(paper.getByText(`Ausleihe ${number}`)).toHaveCount(2);
		await page.getByRole('link', { name: `Ausleihe ${number}` }).click();
	});

	await test.step('the contract has the parties, the items, the wording, the signatures', async () => {
		await page.getByRole('link', { name: 'Vertrag drucken' }).click();
		const paper = page.getByRole('region', { name: 'So sieht der Vertrag aus' });
		await expect(paper.getByRole('heading', { name: 'Leihvertrag' })).toBeVisible();
		await expect(paper.getByText(`Nummer ${number} · ausgegeben am`)).toBeVisible();
		await expect(paper.getByRole('cell', { name: /^[A-Z]+-\d+$/ }).first()).toBeVisible();
		await expect(paper.getByText('Wir haften für Vorsatz und grobe Fahrlässigkeit')).toBeVisible();
		await expect(paper.getByText('12,50 €')).toBeVisible();
		await expect(paper.getByText('Unterschrift Entleiher/in')).toBeVisible();
		await expect(paper.getByRole('img', { name: `QR-Code der Ausleihe ${number}` })).toBeVisible();
		expect(await page.title()).toBe('Ausleihe – Kontor');
		test.skip(host === 'electron', 'its window prints by itself');
		const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
		expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(2);
		await page.emulateMedia({ media: 'print' });
		await expect(page.locator('body > div:not(#root)').getByText('Wir haften für Vorsatz')).toBeVisible();
		await expect(page.locator('#root')).toBeHidden();
	});
});

test('at the end of the day one click takes back, the next waits under the finger, and undo brings it again', async ({
	startKontor,
}) => {
	const { page } = await startKontor({ sample: true });
	await signInAsVolunteer(page);
	await page.getByRole('link', { name: 'Tagesende' }).click();
	await expect(heading(page, 'Tagesende')).toBeVisible();
	const overdue = page.getByRole('region', { name: /^Überfällig/ });
	const before = await countIn(overdue);
	expect(before).toBeGreaterThan(1);
	await overdue
		.getByRole('button', { name: /^Ist zurück/ })
		.first()
		.focus();
	await page.keyboard.press('Enter');
	await expect(overdue.getByRole('heading')).toHaveText(`Überfällig (${before - 1})`);
	await expect(overdue.getByRole('button', { name: /^Ist zurück/ }).first()).toBeFocused();
	await page.getByRole('button', { name: 'Rückgängig' }).click();
	await expect(overdue.getByRole('heading')).toHaveText(`Überfällig (${before})`);
});

test('reminders: by phone, as the text of an e-mail, as letters to be sent together', async ({ startKontor, host }) => {
	const { page } = await startKontor({ sample: true });
	await signInAsVolunteer(page);
	await openLoans(page);
	await openTab(page, 'Erinnerungen');
	await expect(heading(page, 'Erinnerungen')).toBeVisible();
	const people = page.getByRole('region', { name: 'Wen wir erinnern' });
	const due = page.getByText(/^Jetzt dran \(\d+\)$/);
	const before = Number(/\d+/.exec((await due.textContent()) ?? '')?.[0]);
	expect(before).toBeGreaterThan(2);

	await test.step('who was phoned is not due any more', async () => {
		await people
			.getByRole('button', { name: /^Erinnert: / })
			.first()
			.click();
		await page.getByRole('menuitem', { name: 'am Telefon' }).click();
		await expect(page.getByText(/^Eingetragen: .* am Telefon erinnert\.$/)).toBeVisible();
		await expect(page.getByText(`Jetzt dran (${before - 1})`)).toBeVisible();
	});

	await test.step('the text of an e-mail is copied as it is shown', async () => {
		await people
			.getByRole('button', { name: /^E-Mail-Text für / })
			.first()
			.click();
		const dialog = page.getByRole('dialog', { name: 'Text für eine E-Mail' });
		const text = await dialog.getByLabel('Text', { exact: true }).inputValue();
		expect(text).toMatch(/^Guten Tag /);
		expect(text).toMatch(/^- .+: fällig am \d\d\.\d\d\.\d{4}$/m);
		await expect(dialog.getByRole('button', { name: 'Text kopieren' })).toBeFocused();
		await page.keyboard.press('Enter');
		await expect(page.getByText('Kopiert.')).toBeVisible();
		await page.keyboard.press('Escape');
		await expect(dialog).toBeHidden();
	});

	await test.step('letters to everybody with an address, noted as sent', async () => {
		await page.getByRole('button', { name: 'Alle anhaken' }).click();
		const link = page.getByRole('link', { name: /^\d+ Briefe? drucken$/ });
		const letters = Number(/\d+/.exec((await link.textContent()) ?? '')?.[0]);
		expect(letters).toBeGreaterThan(0);
		await link.click();
		const paper = page.getByRole('region', { name: 'So sehen die Briefe aus' });
		await expect(paper.getByText(/^Guten Tag /).first()).toBeVisible();
		if (host !== 'electron') {
			const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
			expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(letters);
		}
		await page.getByRole('button', { name: /als verschickt eintragen$/ }).click();
		await expect(heading(page, 'Erinnerungen')).toBeVisible();
		await expect(page.getByText(`Jetzt dran (${before - 1 - letters})`)).toBeVisible();
	});

	await test.step('who owes what is added up', async () => {
		const accounts = page.getByRole('region', { name: 'Wer schuldet was' });
		await expect(accounts.getByRole('row', { name: /^Zusammen/ })).toContainText('€');
	});
});

test('the figures of a year, and who had an item', async ({ startKontor }) => {
	const { page } = await startKontor({ sample: true });
	await signInAsVolunteer(page);
	await openLoans(page);
	await openTab(page, 'Zahlen');
	await expect(heading(page, 'Zahlen')).toBeVisible();
	const months = page.getByRole('region', { name: 'Ausleihen nach Monat' });
	await expect(months.getByRole('listitem')).toHaveCount(12);
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Gegenstände als CSV speichern' }).click();
	expect((await download).suggestedFilename()).toMatch(/^Gegenstände_\d{4}\.csv$/);
	await page.getByRole('button', { name: 'Ein Jahr früher' }).click();
	await expect(page.getByRole('button', { name: 'Ein Jahr später' })).toBeEnabled();
	await page.getByRole('button', { name: 'Ein Jahr später' }).click();
	await page.getByRole('region', { name: 'Gegenstände' }).getByRole('link').first().click();
	const had = page.getByRole('region', { name: 'Wer hatte es' });
	await had
		.getByRole('link', { name: /^Ausleihe L-/ })
		.first()
		.click();
	await expect(heading(page, /^Ausleihe L-/)).toBeVisible();
});

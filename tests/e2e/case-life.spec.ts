import type { Page } from '@playwright/test';
import { plainPdf } from '#main/features/documents/plain-pdf.ts';
import { expect, test } from './app.ts';
import { dayAhead, germanDate } from './clock.ts';
import { connectShare, goTo, writeNote } from './people-at-work.ts';
import { printedText } from './printed-text.ts';

/**
 * One case file from the first visit to its end: everything a counsellor writes and prints, the deputy at another PC,
 * and the coordination that learns nothing of it.
 */

const CLIENT = 'Ivanka Wegener-Oğuz';
const FILED_AS = 'Wegener-Oğuz, Ivanka';
const JOB_CENTRE = 'Jobcenter Musterstadt';

const tab = (page: Page, name: string) =>
	page.getByRole('navigation', { name: 'Seiten der Fallakte' }).getByRole('link', { name });
const at = (page: Page, path: string) => page.goto(`${page.url().split('#')[0]}#${path}`);
const pressPrint = (page: Page) => page.getByRole('button', { name: 'Drucken', exact: true }).click();

async function signInAs(page: Page, name: string): Promise<void> {
	await page.getByRole('button', { name: new RegExp(name) }).click();
	await expect(page.getByRole('navigation', { name: 'Bereiche' })).toBeVisible();
}

async function lock(page: Page): Promise<void> {
	await page.keyboard.press('Control+l');
	await expect(page.getByRole('navigation', { name: 'Bereiche' })).toBeHidden();
}

/** From a list or field that offers what fits. */
async function choose(page: Page, field: ReturnType<Page['getByRole']>, option: string): Promise<void> {
	await field.press('ArrowDown');
	await page.getByRole('option', { name: option }).click();
}

test('the life of one case: from the first visit to its end, with every paper, a deputy, and nothing for others', async ({
	startKontor,
	shareFolder,
}) => {
	test.setTimeout(300_000);
	const { page } = await startKontor({ sample: true });
	await test.step('the administration chooses the share', async () => {
		await signInAs(page, 'Petra Sommer');
		await connectShare(page, shareFolder);
		await lock(page);
	});
	await signInAs(page, 'Miriam Berger');

	await test.step('somebody walks in: a person, a case file with a deputy', async () => {
		await goTo(page, 'Personen');
		await page.getByRole('link', { name: 'Person anlegen' }).first().click();
		await page.getByLabel('Vorname', { exact: true }).fill('Ivanka');
		await page.getByLabel('Nachname', { exact: true }).fill('Wegener-Oğuz');
		await page.keyboard.press('Control+Enter');
		await expect(page.getByRole('heading', { name: CLIENT, level: 1 })).toBeVisible();
		await page.getByRole('link', { name: 'Fallakte anlegen' }).first().click();
		await page.getByRole('textbox', { name: 'Anliegen' }).fill('Zurück in die Arbeit nach der Elternzeit');
		await choose(page, page.getByRole('combobox', { name: 'Vertretung' }), 'Tomasz Nowak');
		await page.keyboard.press('Escape');
		const programme = page.getByRole('combobox', { name: 'Programm oder Projekt' });
		await programme.press('ArrowDown');
		await page.getByRole('option').nth(1).click();
		await page.getByRole('button', { name: 'Fallakte anlegen' }).click();
		await expect(page.getByRole('heading', { name: FILED_AS, level: 1 })).toBeVisible();
	});
	const file = new URL(page.url()).hash.slice(1);

	await test.step('the first talk', async () => {
		await writeNote(page, 'Erstgespräch: möchte wieder als Näherin arbeiten.');
	});

	await test.step('the situation, a goal and its step; the agreement', async () => {
		await tab(page, 'Ziele').click();
		await page.getByRole('button', { name: 'Lage am Anfang eintragen' }).click();
		const situation = page.getByRole('dialog', { name: 'Lage am Anfang' });
		await situation.getByRole('radiogroup', { name: 'Arbeit' }).getByRole('radio', { name: '2' }).press('Space');
		await situation.getByRole('button', { name: 'Speichern' }).click();
		await expect(situation).toBeHidden();
		await page.getByRole('button', { name: 'Neues Ziel' }).click();
		await page.getByRole('form', { name: 'Neues Ziel' }).getByLabel('Ziel', { exact: true }).fill('Ich nähe wieder für Geld.');
		await page.keyboard.press('Enter');
		await expect(page.getByRole('heading', { name: 'Ich nähe wieder für Geld.' })).toBeVisible();
		await page.keyboard.press('Escape');
		await page.getByRole('button', { name: /^Schritt hinzufügen/ }).click();
		await page.getByRole('textbox', { name: 'Schritt' }).fill('Probearbeiten vereinbaren');
		await page.keyboard.press('Enter');
		await expect(page.getByText('0 von 1 Schritt erledigt')).toBeVisible();
		await page.keyboard.press('Escape');
		await page.getByRole('link', { name: 'Zielvereinbarung drucken' }).click();
		const paper = await printedText(page, () => pressPrint(page));
		for (const words of ['Zielvereinbarung', CLIENT, 'Ich nähe wieder für Geld.', 'Probearbeiten vereinbaren'])
			expect(paper).toContain(words);
	});

	const dialog = page.getByRole('dialog');
	await test.step('consent and release on paper; a referral that goes out and is answered', async () => {
		await at(page, `${file}/weitergabe`);
		const consents = page.getByRole('region', { name: 'Einwilligungen' });
		await consents.getByRole('link', { name: 'Formular drucken' }).first().click();
		const consent = await printedText(page, () => pressPrint(page));
		for (const words of ['Einwilligung', CLIENT, 'Unterschrift']) expect(consent).toContain(words);
		await page.getByRole('link', { name: 'Zurück zur Weitergabe' }).click();
		await consents.getByRole('button', { name: 'Einwilligung festhalten' }).click();
		await dialog.getByRole('checkbox', { name: 'Daten in der Beratung' }).press('Space');
		await dialog.getByRole('button', { name: 'Speichern' }).click();
		await expect(dialog).toBeHidden();
		await expect(consents.getByText('erteilt').first()).toBeVisible();

		const releases = page.getByRole('region', { name: 'Schweigepflichtentbindungen' });
		await releases.getByRole('button', { name: 'Entbindung festhalten' }).click();
		await dialog.getByRole('combobox', { name: 'Gegenüber wem' }).fill(JOB_CENTRE);
		await page.getByRole('option', { name: JOB_CENTRE }).click();
		await dialog.getByRole('checkbox', { name: 'Arbeit', exact: true }).press('Space');
		await dialog.getByRole('textbox', { name: 'Wozu' }).fill('Damit das Probearbeiten bewilligt wird.');
		await dialog.getByRole('button', { name: 'Speichern' }).click();
		await expect(dialog).toBeHidden();
		await expect(releases.getByRole('listitem')).toContainText('gültig');
		await releases.getByRole('button', { name: /^Mehr zu / }).click();
		await page.getByRole('menuitem', { name: 'Formular drucken' }).click();
		const release = await printedText(page, () => pressPrint(page));
		for (const words of [CLIENT, JOB_CENTRE, 'Damit das Probearbeiten bewilligt wird.', 'Unterschrift'])
			expect(release).toContain(words);
		await page.getByRole('link', { name: 'Zurück zur Weitergabe' }).click();

		const referrals = page.getByRole('region', { name: 'Verweisungen' });
		await referrals.getByRole('button', { name: 'Verweisung vorbereiten' }).click();
		await dialog.getByRole('combobox', { name: 'An wen' }).fill(JOB_CENTRE);
		await page.getByRole('option', { name: JOB_CENTRE }).click();
		await dialog.getByRole('checkbox', { name: 'Arbeit', exact: true }).press('Space');
		await dialog.getByRole('textbox', { name: 'Worum Sie bitten' }).fill('Bitte bewilligen Sie das Probearbeiten.');
		await dialog.getByRole('button', { name: 'Speichern' }).click();
		await expect(dialog).toBeHidden();
		const referral = referrals.getByRole('listitem').filter({ hasText: JOB_CENTRE });
		await referral.getByRole('link', { name: /^Überweisungsbogen/ }).click();
		const sheet = await printedText(page, () => pressPrint(page));
		for (const words of [CLIENT, JOB_CENTRE, 'Bitte bewilligen Sie das Probearbeiten.']) expect(sheet).toContain(words);
		await page.getByRole('link', { name: 'Zurück zur Weitergabe' }).click();
		await referral.getByRole('button', { name: /^Als abgeschickt festhalten/ }).click();
		await dialog.getByRole('button', { name: 'Festhalten', exact: true }).click();
		await expect(dialog).toBeHidden();
		await referral.getByRole('button', { name: /^Antwort festhalten/ }).click();
		await dialog.getByRole('textbox', { name: 'Was geantwortet wurde' }).fill('Bewilligt.');
		await choose(page, dialog.getByRole('combobox', { name: 'Was daraus wurde' }), 'angenommen');
		await dialog.getByRole('button', { name: 'Speichern' }).click();
		await expect(dialog).toBeHidden();
		await expect(referral).toContainText('angenommen');
	});

	await test.step('a document, a letter, an application', async () => {
		await at(page, `${file}/unterlagen`);
		const content = Buffer.from(plainPdf([{ lines: ['Gesellenbrief Schneiderin'] }]));
		await page
			.locator('input[type=file]')
			.first()
			.setInputFiles({ name: 'Gesellenbrief.pdf', mimeType: 'application/pdf', buffer: content });
		await expect(page.getByRole('region', { name: 'Unterlagen' }).getByRole('listitem')).toContainText('Gesellenbrief');

		await at(page, `${file}/schreiben`);
		await page.getByRole('button', { name: 'Neues Schreiben' }).first().click();
		await dialog.getByRole('button', { name: 'Schreiben beginnen' }).click();
		await page.getByRole('textbox', { name: 'Betreff' }).fill('Probearbeiten in der Nähstube');
		await page.getByRole('textbox', { name: 'Text' }).fill('Liebe Frau Wegener-Oğuz, es klappt am Montag.');
		await expect(page.getByRole('status').filter({ hasText: 'In der Akte gespeichert.' })).toBeVisible();
		const letter = await printedText(page, async () => {
			await page.getByRole('button', { name: 'Fertigstellen' }).click();
			await dialog.getByRole('button', { name: 'Fertigstellen und drucken' }).click();
		});
		for (const words of ['Probearbeiten in der Nähstube', 'es klappt am Montag']) expect(letter).toContain(words);

		await at(page, `${file}/bewerbungen`);
		await page.getByRole('button', { name: 'Bewerbung eintragen' }).first().click();
		await dialog.getByRole('textbox', { name: 'Arbeitgeber' }).fill('Nähstube Muster');
		await dialog.getByRole('textbox', { name: 'Stelle' }).fill('Näherin');
		await dialog.getByRole('button', { name: 'Speichern' }).click();
		await expect(dialog).toBeHidden();
		await page.getByRole('button', { name: 'Nähstube Muster: Abgeschickt' }).click();
		await page.getByRole('link', { name: 'Nachweis drucken' }).click();
		const record = await printedText(page, () => pressPrint(page));
		for (const words of ['Eigenbemühungen', CLIENT, 'Nähstube Muster']) expect(record).toContain(words);
	});

	await test.step('what the funder asks, on paper', async () => {
		await at(page, file);
		await tab(page, 'Förderdaten').click();
		await page.getByRole('link', { name: 'Bogen drucken', exact: true }).click();
		const sheet = await printedText(page, () => pressPrint(page));
		for (const words of [FILED_AS, 'Frauen in Arbeit', 'Wann sind Sie geboren?', 'Unterschrift']) expect(sheet).toContain(words);
	});

	await test.step('an appointment, and the day sheet for who has it', async () => {
		await at(page, '/termine');
		await page.getByRole('button', { name: 'Termin buchen' }).first().click();
		const person = dialog.getByRole('combobox', { name: 'Person' });
		await person.fill('Wegener');
		await page.getByRole('option', { name: /Wegener/ }).click();
		await dialog.getByRole('textbox', { name: 'Tag' }).fill(germanDate(dayAhead(1, 19)));
		await dialog.getByRole('button', { name: 'Nächster freier Termin' }).click();
		await dialog.getByRole('group', { name: 'Frei ab diesem Tag' }).getByRole('button').first().click();
		await expect(dialog.getByText('Nichts steht dem entgegen.')).toBeVisible();
		const day = await dialog.getByRole('textbox', { name: 'Tag' }).inputValue();
		await dialog.getByRole('button', { name: 'Buchen', exact: true }).click();
		await expect(dialog).toBeHidden();
		await page.getByRole('textbox', { name: 'Tag' }).fill(day);
		await expect(page.getByRole('link', { name: FILED_AS })).toBeVisible();
		await page.getByRole('link', { name: 'Tagesblatt' }).click();
		const sheet = await printedText(page, () => pressPrint(page));
		expect(sheet).toContain(FILED_AS);
	});

	const second = await startKontor();
	const deputy = second.page;
	await test.step('the deputy joins from a second PC, which the administration lets in', async () => {
		await deputy.getByRole('button', { name: /Standort beitreten/ }).click();
		await deputy.getByLabel('Pfad des Ordners').fill(shareFolder);
		await deputy.getByRole('button', { name: 'Öffnen' }).click();
		await deputy.getByRole('button', { name: 'Weiter' }).click();
		await deputy.getByLabel('Anmeldename').fill('tomasz');
		await deputy.getByLabel('Passwort', { exact: true }).fill('Kieselstein Trommel Veilchen');
		await deputy.getByLabel('Name dieses Geräts').fill('Büro-PC rechts');
		await deputy.getByRole('button', { name: 'Standort beitreten' }).click();
		const code = deputy.locator('p').filter({ hasText: 'Prüfcode dieses Geräts' }).first();
		await expect(code).toBeVisible({ timeout: 60_000 });
		await lock(page);
		await signInAs(page, 'Petra Sommer');
		await goTo(page, 'Geräte');
		await page.getByLabel(/Code vom anderen Bildschirm/).fill(/[0-9A-Z]{16}/.exec((await code.textContent()) ?? '')?.[0] ?? '');
		await page.getByRole('button', { name: 'Stimmt überein – zulassen' }).click();
		await expect(deputy.getByRole('navigation', { name: 'Bereiche' })).toBeVisible({ timeout: 60_000 });
		await lock(page);
	});

	await test.step('the deputy reads all of it and goes on', async () => {
		await at(deputy, file);
		await expect(deputy.getByRole('heading', { name: FILED_AS, level: 1 })).toBeVisible();
		await expect(deputy.getByText('möchte wieder als Näherin arbeiten').first()).toBeVisible();
		await writeNote(deputy, 'In Vertretung: Vertrag liegt vor, unbefristet.');
		await tab(deputy, 'Ziele').click();
		await choose(deputy, deputy.getByRole('combobox', { name: 'Stand: Probearbeiten vereinbaren' }), 'erledigt');
		await expect(deputy.getByText('1 von 1 Schritt erledigt')).toBeVisible();
	});

	await test.step('coordination without the key of the case files finds nothing of it anywhere', async () => {
		await signInAs(page, 'Leyla Aydın');
		await page.keyboard.press('Control+k');
		for (const word of ['Wegener', 'Ivanka', 'Gesellenbrief', 'Probearbeiten']) {
			await page.getByRole('combobox', { name: 'Suchen' }).fill(word);
			await expect(page.getByText('Nichts gefunden.')).toBeVisible();
		}
		await page.keyboard.press('Escape');
		for (const path of [
			file,
			`${file}/ziele`,
			`${file}/weitergabe`,
			`${file}/unterlagen`,
			'/personen',
			'/fallakten',
			'/termine',
		]) {
			await at(page, path);
			await expect(page.getByText(/Das ist für Sie nicht offen|Diese Seite gibt es nicht/).first()).toBeVisible();
		}
		for (const path of ['/heute', '/woche', '/partner', '/mitarbeitende', '/angebote', '/dienstplan', '/sicherung']) {
			await at(page, path);
			await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
			await expect(page.locator('body')).not.toContainText(/Wegener|Ivanka/);
		}
		await lock(page);
	});

	await signInAs(page, 'Miriam Berger');
	await test.step('the counsellor finds the deputy’s note, and closes the file with what came of it', async () => {
		await at(page, file);
		await expect(page.getByText('Vertrag liegt vor, unbefristet').first()).toBeVisible();
		await page.getByRole('link', { name: 'Akte schließen' }).click();
		const balances = page.getByRole('region', { name: 'Was aus den Zielen geworden ist' });
		await balances.getByRole('radio', { name: 'erreicht', exact: true }).press('Space');
		const fields = page.getByRole('region', { name: 'Akte schließen' });
		await choose(page, fields.getByRole('combobox', { name: 'Warum wird die Akte geschlossen?' }), 'Ziele erreicht');
		await choose(page, fields.getByRole('combobox', { name: 'Wie geht es weiter?' }), 'in Arbeit');
		await fields.getByLabel('Zusammenfassung').fill('Näht wieder, unbefristet.');
		await fields.getByLabel('Warum fehlt das?').fill('Hatte keine Zeit mehr für ein letztes Gespräch.');
		await fields.getByRole('button', { name: 'Fallakte schließen' }).click();
		await expect(page.getByText('Diese Akte ist geschlossen.')).toBeVisible();
		const paper = await printedText(page, () => page.getByRole('button', { name: 'Abschlussblatt drucken' }).click());
		for (const words of [CLIENT, 'Ich nähe wieder für Geld.', 'Ziele erreicht', 'Näht wieder, unbefristet.'])
			expect(paper).toContain(words);
	});

	await test.step('closed for the deputy too; who read and printed is on record', async () => {
		await at(deputy, file);
		await expect(deputy.getByText('Diese Akte ist geschlossen.')).toBeVisible();
		await expect(deputy.getByRole('textbox', { name: 'Vermerk', exact: true })).toHaveCount(0);
		await page.getByRole('button', { name: 'Weitere Aktionen', exact: true }).click();
		await page.getByRole('menuitem', { name: 'Wer hat diese Akte geöffnet?' }).click();
		const log = dialog.getByRole('listitem');
		await expect(log.filter({ hasText: 'Tomasz Nowak · gelesen' }).first()).toContainText('Büro-PC rechts');
		expect(await log.filter({ hasText: 'Miriam Berger · gedruckt' }).count()).toBeGreaterThanOrEqual(6);
		await expect(log.filter({ hasText: 'Leyla Aydın' })).toHaveCount(0);
	});
});

import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { expectAccessible } from './expect-accessible.ts';
import { printedText } from './printed-text.ts';

/** The sample office on Wednesday, 25 November 2026: who was there, by roll call, from paper, and the paper itself. */

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name, level: 1 });
const present = (page: Page) => page.getByRole('region', { name: 'Eingetragen' });
const undo = (page: Page) => page.getByRole('button', { name: 'Rückgängig' }).last();
const line = (page: Page, number: number) => page.getByRole('combobox', { name: `Zeile ${number}`, exact: true });

async function signIn(page: Page, name: RegExp): Promise<void> {
	await page.getByRole('button', { name }).click();
	await expect(page.getByRole('navigation', { name: 'Bereiche' })).toBeVisible();
}

async function openOffer(page: Page, name: string): Promise<void> {
	await page.getByRole('link', { name: 'Angebote', exact: true }).click();
	await page.getByRole('link', { name, exact: true }).click();
	await expect(heading(page, name)).toBeVisible();
}

test('a volunteer does the roll call with the mouse', async ({ startKontor }) => {
	const { page } = await startKontor({ sample: true });
	await signIn(page, /Horst Lindemann/);
	await page.getByRole('link', { name: 'Ansehen: Krabbelgruppe, 9:30–11 Uhr: noch niemand eingetragen' }).click();
	await expect(heading(page, 'Anwesenheit am Mittwoch, 25. November')).toBeVisible();
	await expect(present(page)).toContainText('Noch niemand');

	const toggles = page.getByRole('list', { name: 'Wer ist da?' }).getByRole('button');
	await expect(toggles.first()).toBeVisible();
	const [first = '', second = ''] = await toggles.allInnerTexts();
	await toggles.first().click();
	await toggles.nth(1).click();
	await expect(page.getByRole('button', { name: first, exact: true })).toHaveAttribute('aria-pressed', 'true');
	await expect(present(page)).toContainText('2 von 10 Plätzen');
	// Once more takes it back, and the row stays where it is.
	await toggles.first().click();
	await expect(present(page).getByText(first)).toBeHidden();
	await expect(toggles.first()).toHaveText(first);
	await expect(toggles.first()).toBeFocused();

	const field = page.getByRole('textbox', { name: 'Name' });
	await field.click();
	await page.keyboard.type('Frieda Freiwillig');
	await page.keyboard.press('Enter');
	await page.keyboard.type('frieda freiwillig');
	await page.keyboard.press('Enter');
	await expect(page.getByText('frieda freiwillig steht schon da.')).toBeVisible();
	await expect(field).toBeFocused();
	await expectAccessible(page, 'roll call');
	await page.getByRole('button', { name: 'Noch jemand: als „Frieda Freiwillig (2)“ eintragen' }).click();
	await page.getByRole('button', { name: '+1 ohne Namen' }).click();
	await page.getByRole('button', { name: '+1 ohne Namen' }).click();
	await expect(present(page)).toContainText('2 Personen ohne Namen');
	await page.getByRole('button', { name: 'Eine Person ohne Namen weniger' }).click();
	await expect(present(page).getByRole('listitem')).toHaveText([second, 'Frieda Freiwillig', 'Frieda Freiwillig (2)']);
	await expect(present(page)).toContainText('4 von 10 Plätzen');

	await present(page).getByRole('button', { name: 'Frieda Freiwillig (2) entfernen' }).click();
	await expect(present(page)).toContainText('3 von 10 Plätzen');
	await expect(present(page).getByRole('button', { name: 'Frieda Freiwillig entfernen' })).toBeFocused();
	await undo(page).click();
	await expect(present(page)).toContainText('4 von 10 Plätzen');

	await field.click();
	await page.keyboard.press('Enter');
	await expect(page.getByText('Bitte einen Namen eintippen.')).toBeVisible();
	await field.fill('x'.repeat(81));
	await page.keyboard.press('Enter');
	await expect(page.getByText('Ein Name hat höchstens 80 Zeichen.')).toBeVisible();
	await expect(field).toHaveValue('x'.repeat(81));

	await page.getByRole('link', { name: 'Krabbelgruppe', exact: true }).click();
	const last = page.getByRole('region', { name: 'Letzte Termine' });
	await expect(last.getByRole('listitem').first()).toContainText('Mi 25.11.2026');
	await expect(last.getByRole('listitem').first()).toContainText('4 Personen');
	await expect(last).toContainText('Im Durchschnitt');
	await expectAccessible(page, 'latest sessions');
	await page.getByRole('link', { name: 'Heute' }).click();
	await expect(heading(page, /Horst/)).toBeVisible();
	await expect(page.getByText('noch niemand eingetragen')).toBeHidden();
});

test('a signed sheet is typed in with the keyboard only', async ({ startKontor }) => {
	const { page } = await startKontor({ sample: true });
	await signIn(page, /Horst Lindemann/);
	await openOffer(page, 'Nähwerkstatt');
	const open = page.getByRole('link', { name: 'Anwesenheit am 24.11.2026' });
	await open.focus();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
	await page.getByRole('radio', { name: 'Abhaken' }).focus();
	await page.keyboard.press('ArrowRight');
	await expect(line(page, 1)).toBeFocused();

	await test.step('what is typed stays, what is chosen is taken', async () => {
		await page.keyboard.type('Fat');
		await expect(page.getByRole('option', { name: 'Fatma Fabel' })).toBeVisible();
		await page.keyboard.press('Enter');
		await expect(line(page, 2)).toBeFocused();
		await expect(line(page, 1)).toHaveValue('Fat');
		await page.keyboard.type('cem');
		await expect(page.getByRole('option', { name: 'Cem Chimäre' })).toBeVisible();
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Enter');
		await expect(line(page, 3)).toBeFocused();
		await expect(line(page, 2)).toHaveValue('Cem Chimäre');
		await page.keyboard.press('ArrowUp');
		await expect(line(page, 2)).toBeFocused();
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('ArrowDown');
		await expect(line(page, 4)).toBeFocused();
		await page.keyboard.type('Wilma Wolke');
		await page.keyboard.press('Enter');
		await page.keyboard.type('wilma wolke');
		await page.keyboard.press('Enter');
		await expect(page.getByText('Steht schon in Zeile 4.')).toBeVisible();
	});
	await test.step('a list that is pasted fills the next lines', async () => {
		await expect(line(page, 6)).toBeFocused();
		await line(page, 6).evaluate((field) => {
			const clipboardData = new DataTransfer();
			clipboardData.setData('text', '1. Xenia\n2. Yusuf\n\n3. Zora\n');
			field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
		});
		await expect(line(page, 8)).toHaveValue('Zora');
		await expect(line(page, 9)).toBeFocused();
		await expectAccessible(page, 'typing in a sheet');
	});
	await test.step('it is still there for whoever goes away', async () => {
		await page.getByRole('link', { name: 'Nähwerkstatt', exact: true }).focus();
		await page.keyboard.press('Enter');
		await open.focus();
		await page.keyboard.press('Enter');
		await expect(page.getByText('Hier liegt eine angefangene Liste.')).toBeVisible();
		await expect(line(page, 9)).toBeFocused();
		await expect(line(page, 5)).toHaveValue('wilma wolke');
	});
	await test.step('what is not clear is asked, then all is taken over at once', async () => {
		await page.getByRole('textbox', { name: 'Personen ohne Namen' }).focus();
		await page.keyboard.type('500');
		await page.keyboard.press('Enter');
		await expect(page.getByText('Eine Zeile ist noch zu klären. Verloren geht nichts.')).toBeVisible();
		await expect(line(page, 5)).toBeFocused();
		await page.keyboard.press('Tab');
		await expect(page.getByRole('button', { name: 'Zeile 5: andere Person mit gleichem Namen' })).toBeFocused();
		await page.keyboard.press('Enter');
		await expect(line(page, 5)).toHaveValue('wilma wolke (2)');
		await page.getByRole('textbox', { name: 'Personen ohne Namen' }).focus();
		await expect(page.getByText('Bitte eine Zahl von 0 bis 200.').first()).toBeVisible();
		await page.keyboard.press('Control+a');
		await page.keyboard.type('3');
		await page.keyboard.press('Tab');
		await page.keyboard.press('Tab');
		await expect(page.getByRole('button', { name: '10 Personen übernehmen' })).toBeFocused();
		await page.keyboard.press('Enter');
		await expect(page.getByText('10 Personen eingetragen.')).toBeVisible();
		await expect(present(page)).toContainText('10 Personen bei 8 Plätzen');
		await expect(present(page).getByRole('listitem')).toHaveText([
			...['Fat', 'Cem Chimäre', 'Wilma Wolke', 'wilma wolke (2)', 'Xenia', 'Yusuf', 'Zora'],
		]);
	});
	await test.step('and can be had back, to go on with', async () => {
		await undo(page).focus();
		await page.keyboard.press('Enter');
		await expect(present(page)).toContainText('Noch ist niemand eingetragen.');
		await expect(line(page, 8)).toHaveValue('Zora');
	});
});

test('sheets to sign, for one offer or for the day', async ({ startKontor }) => {
	const { page } = await startKontor({ sample: true });
	await signIn(page, /Leyla Aydın/);
	await openOffer(page, 'Fahrradwerkstatt');
	await page.getByRole('link', { name: 'Teilnahmeliste für den 26.11.2026 drucken' }).click();
	await expect(heading(page, 'Teilnahmeliste drucken')).toBeVisible();
	const print = page.getByRole('button', { name: 'Drucken', exact: true });
	await expect(page.getByRole('region', { name: 'So sieht das Blatt aus' })).toBeVisible();
	await expectAccessible(page, 'sign-in sheet');
	const one = await printedText(page, () => print.click());
	expect(one).toContain('Teilnahmeliste Fahrradwerkstatt');
	expect(one).toContain('Donnerstag, 26. November 2026, 15:00 – 18:00 Uhr · Werkstatt · Leitung: Horst Lindemann');
	expect(one.replaceAll(/\s+/g, ' ')).toContain('Die Namen bewahren wir bis zum 26.11.2027 auf');
	expect(one).toContain('Seite 1 von 1');
	expect(one).toMatch(/^\s*15\s*$/m);
	expect(one).not.toMatch(/^\s*16\s*$/m);
	expect(one).not.toContain('Formularhilfe');
	expect(one).not.toContain('Igor Illusion');

	await page.getByRole('checkbox', { name: 'Namen der letzten Male vordrucken' }).check();
	await expect(page.getByRole('region', { name: 'So sieht das Blatt aus' })).toContainText('Igor Illusion');
	await page.getByText('Alle 2 des Tages').click();
	const day = await printedText(page, () => print.click());
	for (const words of ['Teilnahmeliste Formularhilfe', 'Teilnahmeliste Fahrradwerkstatt', 'Igor Illusion', 'Seite 2 von 2'])
		expect(day).toContain(words);
	await test.step('a session that is still to come, and one that is cancelled', async () => {
		const offer = new URL(page.url()).hash.match(/angebot=([^&]+)/)?.[1];
		await page.goto(`${new URL(page.url()).origin}/#/angebote/${offer}/anwesenheit/2026-11-26`);
		await expect(page.getByText('Dieser Termin kommt noch')).toBeVisible();
		await page.goto(`${new URL(page.url()).origin}/#/angebote/${offer}/anwesenheit/2026-12-03`);
		await expect(page.getByText('Dieser Termin fällt aus')).toBeVisible();
		await expectAccessible(page, 'a cancelled session');
		await page.goto(`${new URL(page.url()).origin}/#/angebote/${offer}/anwesenheit/2026-12-04`);
		await expect(page.getByRole('link', { name: 'Zum Angebot' })).toBeVisible();
		await page.goto(`${new URL(page.url()).origin}/#/angebote/teilnahmelisten?tag=2026-11-26&angebot=${offer}`);
	});
	await page.getByRole('textbox', { name: 'Tag' }).fill('29.11.2026');
	await page.keyboard.press('Tab');
	await expect(page.getByText('An diesem Tag findet nichts statt')).toBeVisible();
});

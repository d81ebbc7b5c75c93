import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { addMember, connectShare, createSite, goTo, joinSite } from './people-at-work.ts';
import { scan } from './scanner-at-work.ts';

interface Visit {
	readonly item: string;
	readonly problem: string;
	readonly name?: string;
}

/** At the first PC, and at the second. */
const VISITS: readonly (readonly Visit[])[] = [
	[
		{ item: 'Kaffeemaschine', problem: 'Heizt nicht.', name: 'Frau Adler' },
		{ item: 'Fahrrad', problem: 'Hinten platt.', name: 'Herr Braun' },
		{ item: 'Toaster', problem: 'Bleibt nicht unten.' },
		{ item: 'Jeans', problem: 'Riss am Knie.', name: 'Lina' },
		{ item: 'Radio', problem: 'Kein Ton.', name: 'Herr Dorn' },
	],
	[
		{ item: 'Laptop', problem: 'Lädt nicht.', name: 'Frau Ernst' },
		{ item: 'Stehlampe', problem: 'Wackelkontakt.', name: 'Herr Falk' },
		{ item: 'Kinderrad', problem: 'Kette springt.', name: 'Familie Gül' },
		{ item: 'Bügeleisen', problem: 'Wird nicht heiß.' },
		{ item: 'Jacke', problem: 'Reißverschluss klemmt.', name: 'Frau Hanke' },
	],
];
/** So soon a window shows what happened in another one of the same PC. */
const LIVE_MS = 2000;

const tab = (page: Page, name: string) =>
	page.getByRole('navigation', { name: 'Seiten der Reparaturen' }).getByRole('link', { name, exact: true });

/** By keyboard alone; gives the number. */
async function takeIn(page: Page, { item, problem, name }: Visit): Promise<string> {
	const field = page.getByRole('combobox', { name: 'Was ist es?' });
	await expect(field).toBeFocused();
	await field.fill(item);
	await page.keyboard.press('Escape');
	await expect(page.getByRole('radiogroup', { name: 'Womit läuft es?' }).locator('input:checked')).toHaveCount(1);
	await page.getByLabel('Was fehlt ihm?').fill(problem);
	if (name !== undefined) await page.getByRole('combobox', { name: 'Name', exact: true }).fill(name);
	await page.getByRole('checkbox', { name: /Hat die Hinweise/ }).press('Space');
	await page.keyboard.press('Control+Enter');
	const number = await page
		.getByRole('status')
		.filter({ hasText: /^Nummer/ })
		.textContent();
	await page.getByRole('button', { name: 'Nächste Annahme' }).press('Enter');
	return (number ?? '').replace(/\D*Nummer\s*/, '').trim();
}

const column = (page: Page, name: string) => page.getByRole('region', { name: new RegExp(`^${name}`) });

test('an afternoon with ten visitors and three helpers on two PCs; the board on the wall follows within two seconds', async ({
	startKontor,
	shareFolder,
}) => {
	const first = await startKontor();
	const { page } = first;
	await createSite(page);
	await goTo(page, 'Mitarbeitende');
	await addMember(page, 'Horst Lindemann', 'Ehrenamt');
	await addMember(page, 'Leyla Aydın', 'Ehrenamt');
	await connectShare(page, shareFolder);
	const second = await startKontor();
	await joinSite(second.page, shareFolder, 'Werkbank');
	const pages = [page, second.page];

	await test.step('ten come, five at each PC', async () => {
		const numbers = await Promise.all(
			pages.map(async (at, pc) => {
				await goTo(at, 'Reparaturen');
				await tab(at, 'Annahme').click();
				const given: string[] = [];
				for (const visit of VISITS[pc] ?? []) given.push(await takeIn(at, visit));
				return given;
			}),
		);
		expect(numbers).toEqual([
			['A1', 'A2', 'A3', 'A4', 'A5'],
			['B1', 'B2', 'B3', 'B4', 'B5'],
		]);
	});

	await tab(page, 'Tafel').click();
	const opening = page.waitForEvent('popup');
	await page.getByRole('button', { name: 'Tafel für die Wand' }).click();
	const wall = await opening;
	await test.step('the wall shows all ten, and nobody by name', async () => {
		await expect(wall.getByRole('heading', { name: 'Reparaturen heute' })).toBeVisible();
		await expect(column(wall, 'Wartet').getByRole('listitem').first()).toBeVisible();
		await expect(column(page, 'Wartet').getByRole('listitem')).toHaveCount(10, { timeout: 30_000 });
		await expect(wall.getByText('Reparaturen heute')).toBeVisible();
		await expect(wall.getByText(/Adler|Braun|Lina/)).toHaveCount(0);
		await expect(wall.getByRole('navigation')).toHaveCount(0);
	});

	await test.step('what is taken moves on the wall within two seconds, and from the other PC soon after', async () => {
		await page.getByRole('button', { name: 'A1 Nehmen' }).click();
		await expect(column(wall, 'In Arbeit').getByText('A1', { exact: true })).toBeVisible({ timeout: LIVE_MS });
		await tab(second.page, 'Tafel').click();
		const from = Date.now();
		await second.page.getByRole('button', { name: 'B1 Nehmen' }).click();
		await expect(column(wall, 'In Arbeit').getByText('B1', { exact: true })).toBeVisible({ timeout: 20_000 });
		console.log(`from the other PC's click to the wall: ${Date.now() - from} ms`);
	});

	await test.step('three help with one thing', async () => {
		await column(page, 'In Arbeit').getByRole('link', { name: /^A1/ }).click();
		for (const name of ['Horst Lindemann', 'Leyla Aydın']) {
			await page.getByRole('combobox', { name: 'Jemand hilft mit' }).click();
			await page.getByRole('option', { name }).click();
			await expect(page.getByRole('button', { name: `${name} hilft nicht mehr mit` })).toBeVisible();
		}
		await expect(page.getByRole('button', { name: 'Miriam Berger hilft nicht mehr mit' })).toBeVisible();
		await page.getByRole('combobox', { name: 'Wer nimmt es?' }).fill('Horst');
		await expect(page.getByText('Niemand mit diesem Namen hat eine Karte.')).toBeVisible();
		await page.getByRole('combobox', { name: 'Wer nimmt es?' }).fill('');
		await expect(page.getByText('Niemand mit diesem Namen hat eine Karte.')).toBeHidden();
	});

	await test.step('a mains device goes out as repaired only after its test', async () => {
		await page.getByRole('button', { name: 'Fertig …' }).click();
		const dialog = page.getByRole('dialog');
		await expect(dialog.getByRole('radio', { name: 'repariert', exact: true })).toBeDisabled();
		await dialog.getByRole('button', { name: 'nicht bestanden' }).click();
		await expect(dialog.getByRole('button', { name: 'nicht bestanden' })).toHaveAttribute('aria-pressed', 'true');
		await expect(dialog.getByRole('radio', { name: 'repariert', exact: true })).toBeDisabled();
		await dialog.getByRole('button', { name: 'bestanden', exact: true }).click();
		await dialog.getByRole('radio', { name: 'repariert', exact: true }).check();
		await dialog.getByLabel('Spende').fill('7,50');
		await dialog.getByRole('button', { name: 'Fertig', exact: true }).click();
		await expect(dialog).toBeHidden();
		await expect(column(wall, 'Heute fertig').getByText('A1', { exact: true })).toBeVisible({ timeout: LIVE_MS });
		await expect(page.getByLabel('Spende')).toHaveValue('7,50');
	});

	await test.step('a slip is scanned: on the board it takes, elsewhere it opens', async () => {
		await goTo(page, 'Reparaturen');
		await column(page, 'Wartet').getByRole('link', { name: /^A3/ }).click();
		await expect(page.getByRole('heading', { name: 'A3 Toaster', level: 1 })).toBeVisible();
		const slip = `KONTOR-REPARATUR:${page.url().split('/').at(-1)}`;
		await page.getByRole('link', { name: 'Zur Tafel' }).click();
		await expect(column(page, 'Wartet').getByRole('link', { name: /^A3/ })).toBeVisible();
		await scan(page, slip);
		await expect(column(page, 'In Arbeit').getByRole('link', { name: /^A3/ })).toBeVisible();
		await goTo(page, 'Heute');
		await expect(page.getByRole('heading', { name: /^Guten/ })).toBeVisible();
		await scan(page, slip);
		await expect(page.getByRole('heading', { name: 'A3 Toaster', level: 1 })).toBeVisible();
	});

	await test.step('at its end the reason is asked', async () => {
		await page.getByRole('button', { name: 'Fertig …' }).click();
		const dialog = page.getByRole('dialog');
		await expect(dialog.getByText('Woran lag es?')).toHaveCount(0);
		await dialog.getByRole('radio', { name: 'nicht mehr zu reparieren' }).check();
		await dialog.getByRole('button', { name: 'Fertig', exact: true }).click();
		await expect(dialog.getByText('Bitte wählen Sie, woran es lag.')).toBeVisible();
		await dialog.getByRole('radio', { name: 'lässt sich nicht öffnen' }).check();
		await dialog.getByRole('button', { name: 'Fertig', exact: true }).click();
		await expect(dialog).toBeHidden();
		await expect(page.getByText('fertig · nicht mehr zu reparieren · lässt sich nicht öffnen')).toBeVisible();
	});

	await test.step('whatever was done is found, and the other PC says the same', async () => {
		await tab(second.page, 'Alle Reparaturen').click();
		await second.page.getByPlaceholder('Nummer, Gegenstand, Name …').fill('toaster');
		await expect(second.page.getByRole('row', { name: /A3 Toaster.*nicht mehr zu reparieren/ })).toBeVisible({ timeout: 20_000 });
		await page.keyboard.press('Control+k');
		await page.getByRole('dialog').getByRole('combobox').or(page.getByRole('dialog').getByRole('textbox')).first().fill('B2');
		await expect(page.getByRole('option', { name: /B2 Stehlampe/ })).toBeVisible();
		await page.keyboard.press('Escape');
	});
});

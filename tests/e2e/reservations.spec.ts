import type { Locator, Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { dayAhead, germanDate } from './clock.ts';
import { expectAccessible } from './expect-accessible.ts';

/** The sample office: something is reserved, something is late, and somebody waits for it. */

const heading = (page: Page, name: string) => page.getByRole('heading', { name, level: 1 });

async function openReservations(page: Page): Promise<void> {
	await page.goto(`${page.url().split('#')[0]}#/ausleihe/reservierungen`);
	await expect(heading(page, 'Reservierungen')).toBeVisible();
	await expect(page.getByRole('region', { name: 'Demnächst' })).toBeVisible();
}

/** Typed, and the first hit taken with the keyboard, as somebody does without looking at the mouse. */
async function find(page: Page, field: Locator, typed: string, hit: RegExp): Promise<void> {
	await expect(field).toBeFocused();
	await page.keyboard.type(typed);
	await expect(page.getByRole('option').first()).toHaveText(hit);
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	await expect(field).toHaveValue(hit);
	await page.keyboard.press('Tab');
}

test('reservations by keyboard, the queue of who waits, and the calendars', async ({ startKontor }) => {
	const { page } = await startKontor({ sample: true });
	await page.getByRole('button', { name: /Horst Lindemann/ }).click();
	await expect(page.getByRole('region', { name: 'Ausleihe' })).toBeVisible();
	await reserve(page);
	await waitFor(page);
	await lookAhead(page);
});

/** What stands against a reservation is named while typing, and takes a reason. */
async function reserve(page: Page): Promise<void> {
	await openReservations(page);
	await expectAccessible(page, 'reservations');
	const rows = page.getByRole('region', { name: 'Demnächst' }).getByRole('listitem');
	const before = await rows.count();
	const dialog = page.getByRole('dialog', { name: 'Reservieren' });
	const open = page.getByRole('button', { name: 'Reservieren', exact: true }).first();

	await test.step('an item that is reserved already, from a Sunday on', async () => {
		const taken = await rows.first().getByRole('link').first().textContent();
		const number = await rows
			.first()
			.getByText(/^INV-\d{4}$/)
			.textContent();
		await open.focus();
		await page.keyboard.press('Enter');
		await find(page, dialog.getByRole('combobox', { name: 'Entleiher/in' }), 'arslan', /Ali Arslan/);
		await find(page, dialog.getByRole('combobox', { name: 'Gegenstand' }), number ?? '', new RegExp(taken ?? ''));
		await page.keyboard.type(germanDate(dayAhead(0, 1)));
		await page.keyboard.press('Tab');
		await page.keyboard.type(germanDate(dayAhead(5, 14)));
		await page.keyboard.press('Tab');
		await expect(dialog.getByText(/^Am Sonntag, .* ist geschlossen: Abgeholt wird am (Montag|Dienstag), /)).toBeVisible();
		await expect(dialog.getByText(/^Reserviert für .*, \d\d\.\d\d\.\d{4} bis /).first()).toBeVisible();
		await expectAccessible(page, 'a reservation with conflicts');
		await dialog.getByRole('textbox', { name: 'Grund, trotzdem zu reservieren' }).focus();
		await page.keyboard.press('Enter');
		await expect(dialog.getByText(/^Ohne Grund geht es nicht/)).toBeVisible();
		await page.keyboard.type('Beide teilen sich das Gerät');
		await page.keyboard.press('Enter');
		await expect(dialog).toHaveCount(0);
		await expect(page.getByText(/ist für Ali Arslan reserviert/)).toBeVisible();
		await expect(rows).toHaveCount(before + 1);
		await expect(page.getByText('Trotzdem reserviert: Beide teilen sich das Gerät')).toBeVisible();
		await expect(open).toBeFocused();
	});

	await test.step('undone, cancelled, and cancelling undone', async () => {
		await page.getByRole('button', { name: 'Rückgängig' }).click();
		await expect(rows).toHaveCount(before);
		await rows
			.first()
			.getByRole('button', { name: /absagen$/ })
			.click();
		await expect(rows).toHaveCount(before - 1);
		await page.getByRole('button', { name: 'Rückgängig' }).first().click();
		await expect(rows).toHaveCount(before);
	});

	await test.step('found by name; what is over is shown when asked for', async () => {
		await page.getByRole('textbox', { name: 'Filtern' }).fill('gibt es nicht');
		await expect(page.getByText('Dazu passt keine offene Reservierung.')).toBeVisible();
		await page.getByRole('textbox', { name: 'Filtern' }).fill('');
		await page.getByRole('button', { name: 'Vergangene zeigen' }).click();
		await expect(page.getByRole('region', { name: 'Vergangene Reservierungen' }).getByText('abgesagt').first()).toBeVisible();
	});
}

/** Who waits stands in a queue. */
async function waitFor(page: Page): Promise<void> {
	await openReservations(page);
	const holds = page.getByRole('region', { name: 'Vormerkungen', exact: true });
	const first = holds.getByRole('listitem').first();
	await expect(first).toContainText('1. Stelle');
	await expect(first).toContainText('wartet');

	await test.step('on the page of what is waited for, somebody else joins the queue', async () => {
		await first.getByRole('link').first().click();
		const section = page.getByRole('region', { name: 'Verfügbarkeit' });
		await expect(section.getByText(/^Bei .* und überfällig/)).toBeVisible();
		await expectAccessible(page, 'availability of an item');
		await section.getByRole('button', { name: 'Vormerken' }).focus();
		await page.keyboard.press('Enter');
		const dialog = page.getByRole('dialog', { name: 'Vormerken' });
		await expect(dialog.getByText('1 Person wartet schon darauf.')).toBeVisible();
		await find(page, dialog.getByRole('combobox', { name: 'Entleiher/in' }), 'hartmann', /Dennis Hartmann/);
		// On the item's field, which is filled in and stays so.
		await page.keyboard.press('Enter');
		await expect(page.getByText(/^Dennis Hartmann ist für .* vorgemerkt, 2\. Stelle\.$/)).toBeVisible();
		await expect(section.getByRole('listitem').filter({ hasText: 'Dennis Hartmann' })).toContainText('2. Stelle');
	});
}

/** The calendars say when something can be had: on the page of an item, and for many of them. */
async function lookAhead(page: Page): Promise<void> {
	await test.step('the month by arrow keys', async () => {
		const section = page.getByRole('region', { name: 'Verfügbarkeit' });
		const pressed = section.getByRole('grid').getByRole('button', { pressed: true });
		await pressed.focus();
		await expect(pressed).toHaveAttribute('aria-label', /heute, .*überfällig/);
		await page.keyboard.press('PageDown');
		await page.keyboard.press('ArrowRight');
		await page.keyboard.press('End');
		await expect(pressed).toBeFocused();
		await expect(pressed).toHaveAttribute('aria-label', /^Sonntag, .*überfällig, geschlossen$/);
		await expect(section.getByRole('button', { name: /^Ab \d\d\.\d\d\.\d{4} reservieren$/ })).toBeVisible();
	});

	await test.step('many items over four weeks', async () => {
		await page.goto(`${page.url().split('#')[0]}#/ausleihe/kalender`);
		await expect(heading(page, 'Kalender')).toBeVisible();
		const table = page.getByRole('table', { name: 'Gegenstände und Tage' });
		await expect(table.getByRole('cell', { name: /: Bei .* und überfällig/ }).first()).toBeVisible();
		await expectAccessible(page, 'calendar of many items');
		const all = await page.getByText(/^\d+ Gegenstände$/).textContent();
		await page.getByRole('combobox', { name: 'Alle Kategorien' }).click();
		await page.getByRole('option').first().click();
		await expect(page.getByText(/^\d+ Gegenst[aä]nde?$/)).not.toHaveText(all ?? '');
		const span = page.getByText(/^\d\d\.\d\d\.\d{4} bis \d\d\.\d\d\.\d{4}$/);
		const now = await span.textContent();
		await page.getByRole('button', { name: 'Eine Woche weiter' }).click();
		await expect(span).not.toHaveText(now ?? '');
		await page.getByRole('button', { name: 'Heute', exact: true }).click();
		await expect(span).toHaveText(now ?? '');
	});
}

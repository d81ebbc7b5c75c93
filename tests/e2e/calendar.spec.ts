import type { Locator, Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { expectAccessible } from './expect-accessible.ts';

/** The week of Wednesday, 25 November 2026, worked in: by mouse, by keyboard, and by those who may not. */

const heading = (page: Page, name: string) => page.getByRole('heading', { name, level: 1 });
const block = (page: Page, name: RegExp) => page.getByRole('button', { name });
const line = (page: Page) => page.getByRole('status', { name: 'Verschieben' });
const undo = (page: Page, said: string | RegExp) =>
	page.getByRole('alert').filter({ hasText: said }).getByRole('button', { name: 'Rückgängig' });
const view = (page: Page, name: string) =>
	page.getByRole('radiogroup', { name: 'Ansicht' }).getByText(name, { exact: true }).click();

async function openWeek(page: Page, member: RegExp): Promise<void> {
	await page.getByRole('button', { name: member }).click();
	await page.getByRole('navigation', { name: 'Bereiche' }).getByRole('link', { name: 'Woche' }).click();
	await expect(heading(page, 'Woche')).toBeVisible();
	await expect(block(page, /^Nähwerkstatt, Dienstag/)).toBeVisible();
}

interface Grip {
	/** Pixels from the middle, or from the end when taken there. */
	readonly right?: number;
	readonly down?: number;
	readonly at?: 'middle' | 'end';
}

/** Takes it with the mouse and carries it somewhere, without letting go. */
async function carry(page: Page, what: Locator, { right = 0, down = 0, at = 'middle' }: Grip): Promise<void> {
	// Near the end of the window it would scroll along.
	await what.evaluate((element) => element.scrollIntoView({ block: 'center' }));
	const box = await what.boundingBox();
	if (!box) throw new Error('it is nowhere');
	const [x, y] = [box.x + box.width / 2, at === 'end' ? box.y + box.height - 3 : box.y + box.height / 2];
	await page.mouse.move(x, y);
	await page.mouse.down();
	await page.mouse.move(x + right, y + down, { steps: 6 });
}

/** How many pixels an hour is high, and how far one day is from the next. */
async function measures(page: Page): Promise<{ hour: number; day: number }> {
	const slot = (name: string) => page.getByRole('button', { name }).boundingBox();
	const [nine, ten, next] = [
		await slot('Freie Zeit, Mittwoch, 25. November, 09:00 bis 10:00'),
		await slot('Freie Zeit, Mittwoch, 25. November, 10:00 bis 11:00'),
		await slot('Freie Zeit, Donnerstag, 26. November, 09:00 bis 10:00'),
	];
	if (!nine || !ten || !next) throw new Error('the week has no free time');
	return { hour: ten.y - nine.y, day: next.x - nine.x };
}

test('a counsellor moves, resizes and draws appointments with the mouse', async ({ startKontor }) => {
	const { page } = await startKontor({ sample: true });
	await openWeek(page, /Miriam Berger/);
	await expectAccessible(page, 'the week of a counsellor');
	const { hour, day } = await measures(page);
	const before = block(page, /^Koç, Ayşe bei Miriam Berger, Freitag, 27\. November, 14:30 bis 15:15/);
	const after = block(page, /^Koç, Ayşe bei Miriam Berger, Freitag, 27\. November, 15:45 bis 16:30/);

	await test.step('dragged to a free time it is saved at once, and taken back', async () => {
		await carry(page, before, { down: hour * 1.25 });
		await expect(line(page)).toContainText('Freitag, 27. November, 15:45 bis 16:30');
		await expect(line(page)).toContainText('Nichts steht dem entgegen.');
		await page.mouse.up();
		await expect(after).toBeVisible();
		await undo(page, 'Termin verschoben: Freitag, 27. November, 15:45 Uhr.').click();
		await expect(before).toBeVisible();
	});

	await test.step('Escape in the middle, and letting go beside the calendar, change nothing', async () => {
		await carry(page, before, { right: -day, down: hour });
		await expect(line(page)).toContainText('Donnerstag, 26. November, 15:30 bis 16:15');
		await page.keyboard.press('Escape');
		await expect(line(page)).toBeEmpty();
		await page.mouse.up();
		await carry(page, before, { right: -day, down: hour });
		const title = await heading(page, 'Woche').boundingBox();
		await page.mouse.move((title?.x ?? 0) + 5, (title?.y ?? 0) + 5, { steps: 4 });
		await expect(line(page)).toContainText('Hier lässt es sich nicht ablegen.');
		await page.mouse.up();
		await expect(line(page)).toBeEmpty();
		await expect(before).toBeVisible();
		await expect(page.getByRole('dialog')).toBeHidden();
	});

	await test.step('at its lower end it is made longer', async () => {
		await carry(page, before, { at: 'end', down: hour / 2 });
		await expect(line(page)).toContainText('Freitag, 27. November, 14:30 bis 15:45');
		await page.mouse.up();
		const longer = block(page, /^Koç, Ayşe bei Miriam Berger, Freitag, 27\. November, 14:30 bis 15:45/);
		await expect(longer).toBeVisible();
		await undo(page, 'Termin verschoben: Freitag, 27. November, 14:30 Uhr.').click();
		await expect(before).toBeVisible();
	});

	await test.step('what stands against it is named while it is dragged, and a reason is asked for', async () => {
		await carry(page, before, { right: -day });
		await expect(line(page)).toContainText('Miriam Berger hat von 14:30 bis 15:30 schon etwas (Engel, Birgit)');
		await expectAccessible(page, 'dragging with a conflict');
		await page.mouse.up();
		const dialog = page.getByRole('dialog', { name: 'Termin ändern' });
		await expect(dialog.getByRole('textbox', { name: 'Von' })).toHaveValue('14:30');
		await expect(dialog.getByRole('textbox', { name: 'Tag' })).toHaveValue('26.11.2026');
		await expect(dialog.getByText(/^Miriam Berger hat von 14:30 bis 15:30 schon etwas/)).toBeVisible();
		const reason = dialog.getByRole('textbox', { name: 'Grund, es trotzdem zu buchen' });
		await expect(reason).toBeFocused();
		await page.keyboard.type('gemeinsames Gespräch');
		await page.keyboard.press('Enter');
		await expect(dialog).toBeHidden();
		await expect(block(page, /^Koç, Ayşe bei Miriam Berger, Donnerstag, 26\. November, 14:30 bis 15:15/)).toBeVisible();
		await undo(page, 'Termin geändert.').click();
		await expect(before).toBeVisible();
	});

	await test.step('drawn over free time a new one begins, and clicking on one opens it', async () => {
		const free = page.getByRole('button', { name: 'Freie Zeit, Donnerstag, 26. November, 12:00 bis 13:00' });
		await free.evaluate((element) => element.scrollIntoView({ block: 'center' }));
		const box = await free.boundingBox();
		const x = (box?.x ?? 0) + 20;
		const y = (box?.y ?? 0) + hour * 0.26;
		await page.mouse.move(x, y);
		await page.mouse.down();
		await page.mouse.move(x, y + hour * 0.7, { steps: 5 });
		await expect(line(page)).toContainText('Donnerstag, 26. November, 12:15 bis 13:00');
		await page.mouse.up();
		const dialog = page.getByRole('dialog', { name: 'Termin buchen' });
		await expect(dialog.getByRole('textbox', { name: 'Tag' })).toHaveValue('26.11.2026');
		await expect(dialog.getByRole('textbox', { name: 'Von' })).toHaveValue('12:15');
		await expect(dialog.getByRole('textbox', { name: 'Bis' })).toHaveValue('13:00');
		await dialog.getByRole('button', { name: 'Abbrechen' }).click();
		await before.click();
		await expect(page.getByRole('dialog', { name: 'Termin ändern' }).getByRole('textbox', { name: 'Von' })).toHaveValue('14:30');
	});
});

test('the same by keyboard alone, in the week and by room', async ({ startKontor }) => {
	const { page } = await startKontor({ sample: true });
	await openWeek(page, /Miriam Berger/);
	const before = block(page, /^Koç, Ayşe bei Miriam Berger, Freitag, 27\. November, 14:30 bis 15:15/);
	await before.focus();
	await expect(before).toHaveAccessibleDescription(/M verschiebt/);

	await test.step('what stands in the way is said, and Escape takes it back', async () => {
		await page.keyboard.press('m');
		await expect(page.getByText(/^Pfeiltasten verschieben/)).toBeVisible();
		await page.keyboard.press('ArrowLeft');
		await page.keyboard.press('ArrowUp');
		await expect(line(page)).toContainText('Donnerstag, 26. November, 14:15 bis 15:00');
		await expect(line(page)).toContainText('Miriam Berger hat von 14:30 bis 15:30 schon etwas (Engel, Birgit)');
		await expectAccessible(page, 'moving by keyboard');
		await page.keyboard.press('Escape');
		await expect(line(page)).toBeEmpty();
		await expect(before).toBeFocused();
	});

	await test.step('another day, later and longer, and the focus goes along', async () => {
		await page.keyboard.press('m');
		await page.keyboard.press('ArrowLeft');
		for (let quarter = 0; quarter < 5; quarter++) await page.keyboard.press('ArrowUp');
		await page.keyboard.press('Shift+ArrowUp');
		await expect(line(page)).toContainText('Donnerstag, 26. November, 13:15 bis 13:45');
		for (let quarter = 0; quarter < 4; quarter++) await page.keyboard.press('ArrowUp');
		await expect(line(page)).toContainText('Donnerstag, 26. November, 12:15 bis 12:45');
		await expect(line(page)).toContainText('Nichts steht dem entgegen.');
		await page.keyboard.press('Enter');
		const moved = block(page, /^Koç, Ayşe bei Miriam Berger, Donnerstag, 26\. November, 12:15 bis 12:45/);
		await expect(moved).toBeFocused();
		await undo(page, 'Termin verschoben').press('Enter');
		await expect(before).toBeVisible();
	});

	await test.step('Enter opens it, and the button for a new one knows the day', async () => {
		await before.focus();
		await page.keyboard.press('Enter');
		const changing = page.getByRole('dialog', { name: 'Termin ändern' });
		await expect(changing).toBeVisible();
		await page.keyboard.press('Escape');
		await expect(changing).toBeHidden();
		await expect(before).toBeFocused();
		await page.getByRole('button', { name: 'Freie Zeit, Donnerstag, 26. November, 12:00 bis 13:00' }).press('Enter');
		const booking = page.getByRole('dialog', { name: 'Termin buchen' });
		await expect(booking.getByRole('textbox', { name: 'Von' })).toHaveValue('12:00');
		await page.keyboard.press('Escape');
		await expect(booking).toBeHidden();
		await page.getByRole('button', { name: 'Termin buchen' }).press('Enter');
		await expect(booking.getByRole('textbox', { name: 'Tag' })).toHaveValue('25.11.2026');
		await page.keyboard.press('Escape');
		await expect(booking).toBeHidden();
	});

	await test.step('by room it goes to another room', async () => {
		await view(page, 'Räume');
		const inRoom = block(page, /^Peters, Ursula bei Tomasz Nowak, Mittwoch, 25\. November, 14:30 bis 15:15, Beratung 2/);
		await inRoom.focus();
		await page.keyboard.press('m');
		await page.keyboard.press('ArrowUp');
		await expect(line(page)).toContainText('Nichts steht dem entgegen.');
		await page.keyboard.press('Enter');
		await expect(
			block(page, /^Peters, Ursula bei Tomasz Nowak, Mittwoch, 25\. November, 14:30 bis 15:15, Beratung 1/),
		).toBeVisible();
	});
});

test('who coordinates moves one session and takes it back; counselling is only taken time', async ({ startKontor }) => {
	const { page } = await startKontor({ sample: true });
	await openWeek(page, /Leyla Aydın/);
	await expect(page.getByRole('button', { name: 'Termin buchen' })).toBeHidden();
	const sewing = block(page, /^Nähwerkstatt, Dienstag, 24\. November, 14:00 bis 16:30, Werkstatt$/);
	await sewing.focus();
	await page.keyboard.press('m');
	await page.keyboard.press('ArrowRight');
	await expect(line(page)).toContainText('Mittwoch, 25. November, 14:00 bis 16:30');
	await page.keyboard.press('Enter');
	await expect(block(page, /^Nähwerkstatt \(verschoben\), Mittwoch, 25\. November, 14:00 bis 16:30/)).toBeVisible();
	await undo(page, /^Nähwerkstatt verschoben: Mittwoch, 25\. November, 14:00 Uhr\./).click();
	await expect(sewing).toBeVisible();
	await expect(block(page, /^Beratung · /).first()).not.toHaveAttribute('data-movable');
});

test('who volunteers can drag nothing, and no name of a client is anywhere', async ({ startKontor }) => {
	const { page } = await startKontor({ sample: true });
	await openWeek(page, /Horst Lindemann/);
	await expect(line(page)).toBeHidden();
	await expect(page.getByRole('button', { name: 'Termin buchen' })).toBeHidden();
	const sewing = block(page, /^Nähwerkstatt, Dienstag, 24\. November, 14:00 bis 16:30, Werkstatt$/);
	await carry(page, sewing, { down: 80 });
	await page.mouse.up();
	await expect(heading(page, 'Woche')).toBeVisible();
	await sewing.press('m');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	await expect(heading(page, 'Nähwerkstatt')).toBeVisible();
	await page.getByRole('navigation', { name: 'Bereiche' }).getByRole('link', { name: 'Woche' }).click();
	for (const name of ['Woche', 'Räume', 'Personen', 'Liste', 'Monat']) {
		await view(page, name);
		await expect(page.getByText(name === 'Monat' ? /^\d Beratung/ : /Berger/).first()).toBeVisible();
		for (const client of ['Koç', 'Şahin', 'Hoffmann', 'Kravchuk', 'Peters', 'Russo', 'Engel']) {
			expect(await page.content(), `${client} in the view ${name}`).not.toContain(client);
		}
	}
});

test('a month names what is on each day and leads to its week', async ({ startKontor }) => {
	const { page } = await startKontor({ sample: true });
	await openWeek(page, /Miriam Berger/);
	await view(page, 'Monat');
	const month = page.getByRole('table', { name: 'Monat: November 2026' });
	await expect(month.getByRole('columnheader')).toHaveCount(7);
	const tuesday = month.getByRole('button', { name: 'Dienstag, 24. November, zur Woche' });
	await expect(tuesday).toHaveAccessibleDescription(/14:00 Nähwerkstatt/);
	await expect(tuesday).toHaveAccessibleDescription(/\d Beratungen/);
	await expect(month.getByRole('button', { name: 'Sonntag, 1. November, zur Woche' })).toHaveAccessibleDescription(
		/Allerheiligen/,
	);
	await expectAccessible(page, 'a month');
	await page.getByRole('button', { name: 'Einen Monat später' }).press('Enter');
	await expect(page.getByRole('table', { name: 'Monat: Dezember 2026' })).toBeVisible();
	await page.getByRole('button', { name: 'Freitag, 25. Dezember, zur Woche' }).press('Enter');
	await expect(page.getByRole('status').filter({ hasText: 'KW 52' })).toBeVisible();
	await expect(
		page.getByText(/Geschlossen: 1\. Weihnachtstag|Geschlossen: Erster Weihnachtstag|Geschlossen: 1\. Weihnachtsfeiertag/),
	).toBeVisible();
});

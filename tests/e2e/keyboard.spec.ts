import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';

/** What has the focus, and whether a person who looks for it can see it. */
interface Focus {
	readonly name: string;
	readonly problem: string | null;
}

/** Runs in the page. */
function lookAtFocus(): Focus {
	const element = document.activeElement;
	if (!(element instanceof HTMLElement) || element === document.body) return { name: '', problem: null };
	const label = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element.labels?.[0] : undefined;
	const name = (element.getAttribute('aria-label') ?? label?.textContent ?? element.textContent ?? '').trim();
	// A checkbox may be drawn by its label; a field by the frame around it.
	const drawn = element.offsetWidth > 0 ? element : (label ?? element);
	const hasOutline = (each: Element) => {
		const { outlineStyle, outlineWidth } = getComputedStyle(each);
		return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0;
	};
	const frames = [drawn, drawn.parentElement, drawn.parentElement?.parentElement].filter((each) => each instanceof Element);
	if (!frames.some(hasOutline)) return { name, problem: 'no outline' };
	const box = drawn.getBoundingClientRect();
	const x = Math.min(box.left + box.width / 2, innerWidth - 1);
	const top = document.elementFromPoint(x, Math.min(box.top + box.height / 2, innerHeight - 1));
	if (box.bottom > innerHeight || box.top < 0)
		return { name, problem: box.height > innerHeight / 2 ? null : 'outside the window' };
	const isCovered = top !== null && !drawn.contains(top) && !top.contains(drawn) && top.closest('label') !== drawn;
	return { name, problem: isCovered ? `covered by ${top.className}` : null };
}

/** Tab by tab to what is called so; every stop on the way must be visible. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
	const seen: string[] = [];
	for (let presses = 0; presses < 60; presses++) {
		await page.keyboard.press('Tab');
		const focus = await page.evaluate(lookAtFocus);
		expect(focus, `after: ${seen.slice(-3).join(' → ')}`).toMatchObject({ problem: null });
		if (typeof name === 'string' ? focus.name === name : name.test(focus.name)) return;
		seen.push(focus.name);
	}
	throw new Error(`Tab does not lead to ${name}: ${seen.join(' → ')}`);
}

test.use({ viewport: { width: 1280, height: 800 } });

test('a working day without the mouse: sign in, person, case file, note, lock', async ({ startKontor }) => {
	const { page } = await startKontor({ sample: true });
	const heading = (name: string | RegExp) => page.getByRole('heading', { name, level: 1 });
	await expect(heading(/^Beispielbüro/)).toBeFocused();
	await tabTo(page, /Tomasz Nowak/);
	await page.keyboard.press('Enter');
	await expect(page.getByText('Meine Aufgaben')).toBeVisible();
	await expect(page.getByRole('main')).toBeFocused();

	await page.keyboard.press('Control+k');
	await page.keyboard.type('alle personen');
	await page.keyboard.press('Enter');
	await expect(heading('Personen')).toBeVisible();
	await expect(page.getByRole('main')).toBeFocused();
	// Whoever does not know the keys gets there with Tab as well.
	// First the tab beside that of businesses, then the list.
	await tabTo(page, 'Personen');
	await tabTo(page, 'Personen');
	await expect(page.getByRole('grid', { name: 'Personen' })).toBeFocused();
	await page.keyboard.press('ArrowDown');
	const chosen = page.locator('[aria-selected="true"][role="row"]');
	const listed = (await chosen.getByRole('gridcell').first().textContent()) ?? '';
	await page.keyboard.press('Enter');
	await expect(heading(listed.split(', ').reverse().join(' '))).toBeVisible();
	await expect(page.getByRole('main')).toBeFocused();

	await page.keyboard.press('Control+k');
	await page.keyboard.type('alle fallakten');
	await page.keyboard.press('Enter');
	await expect(heading('Fallakten')).toBeVisible();
	await page.keyboard.press('/');
	await expect(page.getByRole('searchbox', { name: 'Liste filtern' })).toBeFocused();
	await expect(page.getByRole('grid', { name: 'Fallakten' }).getByRole('row').nth(1)).toBeVisible();
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	await expect(page.getByLabel('Vermerk', { exact: true })).toBeVisible();

	await tabTo(page, 'Vermerk');
	await page.keyboard.type('Ohne Maus geschrieben.');
	await page.keyboard.press('Control+Enter');
	await expect(page.getByRole('listitem').filter({ hasText: 'Ohne Maus geschrieben.' })).toBeVisible();
	await expect(page.getByLabel('Vermerk', { exact: true })).toBeFocused();
	await expect(page.getByLabel('Vermerk', { exact: true })).toHaveValue('');
	// Every stop of the longest page is visible, to its end and round to the beginning.
	await tabTo(page, 'Zum Inhalt springen');

	await page.keyboard.press('Control+l');
	await expect(heading(/^Beispielbüro/)).toBeFocused();
});

test('a form longer than the window hides no field behind its buttons', async ({ startKontor }) => {
	const { page } = await startKontor({ sample: true });
	await expect(page.getByRole('heading', { name: /^Beispielbüro/ })).toBeFocused();
	await tabTo(page, /Miriam Berger/);
	await page.keyboard.press('Enter');
	await expect(page.getByText('Meine Aufgaben')).toBeVisible();
	await page.keyboard.press('Control+k');
	await page.keyboard.type('neue person');
	await page.keyboard.press('Enter');
	await expect(page.getByLabel('Vorname', { exact: true })).toBeFocused();
	await tabTo(page, 'Abbrechen');
});

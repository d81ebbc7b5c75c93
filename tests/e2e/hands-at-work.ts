import type { Locator, Page } from '@playwright/test';
import { expect } from './app.ts';
import { scan } from './scanner-at-work.ts';

/** One way of working with the screen, and no other: the same steps go by keyboard and scanner, or by finger. */
export interface Hands {
	/** A button or a link. */
	press(target: Locator): Promise<void>;
	/** A checkbox, on or off. */
	toggle(box: Locator): Promise<void>;
	/** A text into a field, instead of what is there. */
	write(field: Locator, text: string): Promise<void>;
	/** What is typed into a field that finds by it, and the hit that is meant. */
	find(field: Locator, text: string, hit: RegExp): Promise<void>;
	/** What lies on the desk or in the shelf: its label scanned, or its number typed and `take` pressed. */
	show(field: Locator, code: string, take: Locator | null): Promise<void>;
	/** Opens the first row of a list. */
	openFirst(list: Locator): Promise<void>;
	/** From the first of these tabs to another one. */
	toTab(tabs: Locator, name: string): Promise<void>;
}

/** Keyboard and scanner; no pointer at all. */
export function keyboardOf(page: Page): Hands {
	/** Puts the focus where the Tab key can put it, and nowhere else. */
	const reach = async (target: Locator) => {
		await expect(target).toBeVisible();
		await expect(target).toBeEnabled();
		await expect.poll(() => target.evaluate((element) => (element as HTMLElement).tabIndex)).toBeGreaterThanOrEqual(0);
		await target.focus();
		await expect(target).toBeFocused();
	};
	const write = async (field: Locator, text: string) => {
		await reach(field);
		await page.keyboard.press('Control+a');
		await page.keyboard.type(text);
	};
	return {
		write,
		async press(target) {
			await reach(target);
			await page.keyboard.press('Enter');
		},
		async toggle(box) {
			await reach(box);
			await page.keyboard.press('Space');
		},
		async find(field, text, hit) {
			await write(field, text);
			// Nothing else is offered any more.
			await expect(page.getByRole('option')).toHaveText([hit]);
			await page.keyboard.press('ArrowDown');
			await page.keyboard.press('Enter');
		},
		async show(_, code) {
			await scan(page, code);
		},
		async openFirst(list) {
			await expect(list.getByRole('row').nth(1)).toBeVisible();
			await reach(list);
			await page.keyboard.press('Enter');
		},
		async toTab(tabs, name) {
			await reach(tabs.getByRole('tab', { selected: true }));
			const wanted = tabs.getByRole('tab', { name });
			for (let at = await tabs.getByRole('tab').count(); at > 0; at--) {
				if ((await wanted.getAttribute('aria-selected')) === 'true') return;
				await page.keyboard.press('ArrowRight');
			}
			await expect(wanted).toHaveAttribute('aria-selected', 'true');
		},
	};
}

/** A finger; what it cannot scan is typed on the keyboard of the screen. */
export function fingerOf(page: Page): Hands {
	const write = async (field: Locator, text: string) => {
		await field.tap();
		await field.fill(text);
	};
	return {
		write,
		press: (target) => target.tap(),
		toggle: (box) => box.tap(),
		async find(field, text, hit) {
			await write(field, text);
			await page.getByRole('option', { name: hit }).tap();
		},
		async show(field, code, take) {
			await write(field, code);
			await (take ?? page.getByRole('option', { name: new RegExp(code) })).tap();
		},
		openFirst: (list) => list.getByRole('row').nth(1).tap(),
		toTab: (tabs, name) => tabs.getByRole('tab', { name }).tap(),
	};
}

import type { CDPSession, Page } from '@playwright/test';

const sessions = new WeakMap<Page, CDPSession>();

/**
 * What a USB scanner sends: 20 ms from key to key by the clock of the keys themselves, so that a slow test machine does
 * not turn it into a person. `stumbles`: after so many keys it waits as long as a person would. Waits until the page has
 * them all.
 */
export async function scan(page: Page, code: string, end: 'Enter' | 'Tab' | null = 'Enter', stumbles = 0): Promise<void> {
	const session = sessions.get(page) ?? (await page.context().newCDPSession(page));
	sessions.set(page, session);
	const letters = [...code].map((key) => ({ key, text: key }));
	const last = { Enter: { key: 'Enter', code: 'Enter', text: '\r', windowsVirtualKeyCode: 13 }, Tab: TAB };
	const keys = end === null ? letters : [...letters, last[end]];
	const from = Date.now() / 1000 - keys.length * 0.02 - 0.08;
	await Promise.all(
		keys.flatMap((key, at) => {
			const timestamp = from + at * 0.02 + (at < stumbles ? 0 : 0.08);
			const { text: _, ...up } = { text: '', ...key };
			return [
				session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key, timestamp }),
				session.send('Input.dispatchKeyEvent', { ...up, type: 'keyUp', timestamp: timestamp + 0.008 }),
			];
		}),
	);
}

const TAB = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 };

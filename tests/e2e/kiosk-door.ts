import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import type { Locator, Page } from '@playwright/test';
import { WebSocket } from 'ws';
import type { Contract } from '#shared/contract.ts';
import { test as base, expect, spawnBrowserHost } from './app.ts';
import { expectPicture } from './expect-picture.ts';

export const SIZES = [
	{ width: 1080, height: 1920 },
	{ width: 1280, height: 800 },
] as const;

type Rpc = ContractRouterClient<Contract>;

/** What the office does meanwhile, over the page's own session. */
export async function asOffice<T>(page: Page, work: (rpc: Rpc) => Promise<T>): Promise<T> {
	const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
	return call(new URL(page.url()).origin, cookie, work);
}

async function call<T>(origin: string, cookie: string, work: (rpc: Rpc) => Promise<T>): Promise<T> {
	const socket = new WebSocket(`${origin.replace('http', 'ws')}/rpc`, { origin, headers: { cookie } });
	await once(socket, 'open');
	try {
		return await work(createORPCClient(new RPCLink({ websocket: socket as unknown as globalThis.WebSocket })));
	} finally {
		socket.close();
	}
}

interface KioskFixtures {
	/** A kiosk at its first page. `prepare`: before that page is loaded. */
	startKiosk: (prepare?: (page: Page) => Promise<unknown>) => Promise<Page>;
}

interface KioskWorkerFixtures {
	/** A data folder that is the invented office's kiosk, made once and copied: signing in takes longer than most of what is tested. */
	kioskFolder: () => Promise<string>;
}

export const test = base.extend<KioskFixtures, KioskWorkerFixtures>({
	kioskFolder: [
		async ({ sampleFolder }, use) => {
			let made: Promise<string> | null = null;
			await use(() => {
				made ??= makeKioskFolder(sampleFolder);
				return made;
			});
			if (made !== null) await rm(await made, { recursive: true, force: true });
		},
		{ scope: 'worker' },
	],
	startKiosk: async ({ startKontor, kioskFolder }, use) => {
		await use(async (prepare) => {
			const { page } = await startKontor({ copyOf: await kioskFolder() });
			if (prepare) {
				await prepare(page);
				await page.reload();
			}
			await expectPage(page, 'start');
			return page;
		});
	},
});

/** The sample office's PC becomes a kiosk, as an administrator makes it one. */
async function makeKioskFolder(sampleFolder: () => Promise<string>): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'Kontor Kiosk '));
	await cp(await sampleFolder(), folder, { recursive: true });
	const { process: child, url } = await spawnBrowserHost([`--data-dir=${folder}`]);
	const { headers } = await fetch(url, { redirect: 'manual' });
	const [cookie = ''] = headers.getSetCookie().map((text) => text.split(';')[0]);
	await call(new URL(url).origin, cookie, async ({ members, kiosk }) => {
		await members.signIn({ signInName: 'petra', passphrase: 'Leuchtturm Haselnuss Kompass' });
		await kiosk.enrol({ name: 'Tür' });
		await kiosk.enter();
	});
	const exited = once(child, 'exit');
	child.kill('SIGTERM');
	await exited;
	return folder;
}

export async function expectPage(page: Page, name: string): Promise<void> {
	await expect(page.locator(`[data-page="${name}"]`)).toBeVisible();
}

/** Touch, mouse or keyboard: what a person presses with. */
export type Press = (target: Locator) => Promise<void>;
export const byTouch: Press = (target) => target.tap();
export const byMouse: Press = (target) => target.click();
/** The Tab key until it has the focus, which must be seen; then Enter. */
export const byKeyboard: Press = async (target) => {
	const page = target.page();
	for (let presses = 0; presses < 80; presses += 1) {
		if (await target.evaluate((element) => element === document.activeElement)) {
			const outline = await target.evaluate((element) => getComputedStyle(element).outlineStyle);
			expect(outline).not.toBe('none');
			return page.keyboard.press('Enter');
		}
		await page.keyboard.press('Tab');
	}
	throw new Error('the Tab key does not get there');
};

/**
 * In both sizes: nothing is cut off, nothing scrolls sideways, everything that can be pressed is 64 px at least and on the
 * screen, the page runs in its direction, and it looks like its pictures, where it has some.
 */
export async function expectLayout(page: Page, what: string, dir: string, picture?: string): Promise<void> {
	// The one that it has first: changing it costs more than looking.
	const isFirst = page.viewportSize()?.width === SIZES[0].width;
	for (const size of isFirst ? SIZES : SIZES.toReversed()) {
		await page.setViewportSize(size);
		const wrong = await page.evaluate(findWrong, dir);
		expect(wrong, `${what} at ${size.width} × ${size.height}`).toEqual([]);
		if (picture !== undefined) await expectPicture(page, `${picture}-${size.width}`);
	}
}

/** Runs in the page. */
function findWrong(dir: string): string[] {
	const wrong: string[] = [];
	const kiosk = document.querySelector<HTMLElement>('[data-page]');
	if (kiosk === null) return ['no kiosk'];
	const nameOf = (element: HTMLElement) => (element.getAttribute('aria-label') ?? element.textContent).slice(0, 40);
	if (kiosk.scrollWidth > kiosk.clientWidth) wrong.push('scrolls sideways');
	if (kiosk.scrollHeight > kiosk.clientHeight + 1) wrong.push(`scrolls by ${kiosk.scrollHeight - kiosk.clientHeight}`);
	for (const element of kiosk.querySelectorAll<HTMLElement>('button, input')) {
		const { left, right, width, height } = element.getBoundingClientRect();
		if (width < 63.9 || height < 63.9) wrong.push(`${nameOf(element)}: ${Math.round(width)} × ${Math.round(height)}`);
		if (left < 0 || right > innerWidth) wrong.push(`${nameOf(element)}: off the screen`);
	}
	for (const element of kiosk.querySelectorAll<HTMLElement>('button, h1, p, strong')) {
		if (element.clientWidth > 2 && element.scrollWidth > element.clientWidth + 1) wrong.push(`${nameOf(element)}: cut off`);
	}
	const [first, ...others] = kiosk.querySelectorAll<HTMLElement>('header button');
	const last = others.at(-1);
	if (first && last && first.getBoundingClientRect().left < last.getBoundingClientRect().left !== (dir === 'ltr')) {
		wrong.push('not mirrored');
	}
	if (getComputedStyle(kiosk).direction !== dir) wrong.push('wrong direction');
	return wrong;
}

/** Capitals where the keyboard has them; letters of Arabic that are on its second page. */
export async function typeOnGlass(page: Page, text: string, more: string, space: string): Promise<void> {
	const keyboard = page.locator('[data-repeats]');
	for (const letter of text) {
		if (letter === ' ') {
			await keyboard.getByRole('button', { name: space, exact: true }).tap();
			continue;
		}
		const key = keyboard.getByText(letter, { exact: true });
		const isOther = (await key.count()) === 0;
		if (isOther) await keyboard.getByRole('button', { name: more, exact: true }).tap();
		await key.tap();
		if (isOther && (await key.count()) > 0) await keyboard.getByRole('button', { name: more, exact: true }).tap();
	}
}

/** As staff do: the corner held for three seconds, then who they are. */
export async function leave(page: Page, signInName: string, passphrase: string): Promise<void> {
	const corner = page.getByRole('button', { name: 'Für Mitarbeitende' });
	await corner.focus();
	await page.keyboard.down('Enter');
	await expectPage(page, 'leave');
	await page.keyboard.up('Enter');
	await page.getByLabel('Anmeldename').fill(signInName);
	await page.getByLabel('Passwort').fill(passphrase);
	await page.getByRole('button', { name: 'Verlassen', exact: true }).click();
	await expect(page.getByRole('navigation').first()).toBeVisible();
}

/** At a person's pace: what comes faster is a scanner's. */
export const typeByHand = (field: Locator, text: string, delay = 70): Promise<void> => field.pressSequentially(text, { delay });

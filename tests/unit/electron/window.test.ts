import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { askBeforeOpening } from '#main/hosts/electron/dialogs.ts';
import { menuTemplate } from '#main/hosts/electron/menu.ts';
import { webPreferences } from '#main/hosts/electron/window.ts';
import { parseBounds, placeWindow } from '#main/hosts/electron/window-bounds.ts';

describe('web preferences', () => {
	it('lock the page down', () => {
		expect(webPreferences({} as never, '/preload.cjs', true)).toMatchObject({
			sandbox: true,
			contextIsolation: true,
			nodeIntegration: false,
			nodeIntegrationInWorker: false,
			nodeIntegrationInSubFrames: false,
			webSecurity: true,
			webviewTag: false,
			allowRunningInsecureContent: false,
			experimentalFeatures: false,
			devTools: false,
		});
	});
	it('allow developer tools only unpackaged', () => expect(webPreferences({} as never, '', false).devTools).toBe(true));
});

describe('remembered bounds', () => {
	const good = { x: 10, y: 20, width: 900, height: 700, maximized: 0 as const };
	const screen = { x: 0, y: 0, width: 1920, height: 1040 };
	const small = { x: 1920, y: 0, width: 1024, height: 700 };

	it('round-trips', () => expect(parseBounds(JSON.stringify(good))).toEqual(good));

	it.each([
		'',
		'null',
		'[]',
		'{}',
		'{"x":1}',
		JSON.stringify({ ...good, x: '10' }),
		JSON.stringify({ ...good, x: 1e9 }),
		JSON.stringify({ ...good, width: 0 }),
		JSON.stringify({ ...good, url: 'x' }),
		JSON.stringify({ ...good, maximized: true }),
	])('does not believe %s', (text) => expect(parseBounds(text)).toBeNull());

	it('opens where it was', () => expect(placeWindow(good, [screen])).toEqual({ x: 10, y: 20, width: 900, height: 700 }));

	it('comes back when its screen is gone', () => {
		const place = placeWindow({ ...good, x: 2500 }, [screen]);
		expect(place.x).toBeLessThan(1920);
		expect(placeWindow({ ...good, x: 2000, y: 0, height: 650 }, [screen, small])).toMatchObject({ x: 2000 });
	});

	it('always lies within a screen, whatever was remembered', () => {
		const pixels = fc.integer({ min: -100_000, max: 100_000 });
		const size = fc.integer({ min: 1, max: 100_000 });
		fc.assert(
			fc.property(
				fc.record({ x: pixels, y: pixels, width: size, height: size, maximized: fc.constant(0 as const) }),
				fc.constantFrom([screen], [screen, small], [small]),
				(bounds, screens) => {
					const { x, y, width, height } = placeWindow(bounds, screens);
					expect(
						screens.some(
							(area) => x >= area.x && y >= area.y && x + width <= area.x + area.width && y + height <= area.y + area.height,
						),
					).toBe(true);
				},
			),
		);
	});
});

describe('menu', () => {
	const actions = { lock: vi.fn(), print: vi.fn() };
	const flat = (template: ReturnType<typeof menuTemplate>): ReturnType<typeof menuTemplate> =>
		template.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])]);

	it('locks with Ctrl+L and prints with Ctrl+P', () => {
		const items = flat(menuTemplate(actions, { isMac: false, isPackaged: true }));
		items.find((item) => item.accelerator === 'CmdOrCtrl+L')?.click?.({} as never, undefined, {} as never);
		items.find((item) => item.accelerator === 'CmdOrCtrl+P')?.click?.({} as never, undefined, {} as never);
		expect([actions.lock.mock.calls.length, actions.print.mock.calls.length]).toEqual([1, 1]);
	});

	it.each([true, false])('labels everything itself, so that no English appears (macOS: %s)', (isMac) => {
		for (const item of flat(menuTemplate(actions, { isMac, isPackaged: false })))
			expect(item.type === 'separator' || Boolean(item.label)).toBe(true);
	});

	it('has no developer tools when packaged', () => {
		const roles = flat(menuTemplate(actions, { isMac: true, isPackaged: true })).map(({ role }) => role);
		expect(roles).not.toContain('toggleDevTools');
		expect(roles).not.toContain('reload');
	});
});

describe('external link', () => {
	it.each([
		[0, 0],
		[1, 1],
	])('answer %i opens it %i times', async (response, times) => {
		const openExternal = vi.fn(async () => undefined);
		await askBeforeOpening(
			{ showMessageBox: async () => ({ response, checkboxChecked: false }) },
			{ openExternal },
			'https://ratingen.de/',
		);
		expect(openExternal).toHaveBeenCalledTimes(times);
	});
});

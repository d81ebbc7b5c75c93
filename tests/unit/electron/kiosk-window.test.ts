import { EventEmitter } from 'node:events';
import type { BrowserWindow, Session } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { createKioskWindow } from '#main/hosts/electron/kiosk-window.ts';

function setUp() {
	const contents = Object.assign(new EventEmitter(), {
		isDestroyed: () => false,
		reload: vi.fn(),
		forcefullyCrashRenderer: vi.fn(() => void contents.emit('render-process-gone')),
		setZoomFactor: vi.fn(),
		setVisualZoomLevelLimits: vi.fn(async () => {}),
	});
	const window = Object.assign(new EventEmitter(), {
		webContents: contents,
		setKiosk: vi.fn(),
		setMinimizable: vi.fn(),
		focus: vi.fn(),
	});
	const session = new EventEmitter();
	const setMenu = vi.fn();
	const closeOthers = vi.fn();
	const state = { isQuitting: false };
	const kiosk = createKioskWindow({
		window: window as unknown as BrowserWindow,
		session: session as unknown as Session,
		setMenu,
		closeOthers,
		isQuitting: () => state.isQuitting,
		after: (_ms, run) => run(),
	});
	/** Emits an event and says whether it was prevented. */
	const isPrevented = (from: EventEmitter, name: string, ...details: unknown[]) => {
		const preventDefault = vi.fn();
		from.emit(name, { preventDefault }, ...details);
		return preventDefault.mock.calls.length > 0;
	};
	const press = (key: string, held: object = {}) =>
		isPrevented(contents, 'before-input-event', {
			...{ type: 'keyDown', key, control: false, alt: false, meta: false, shift: false, isComposing: false },
			...held,
		});
	return { kiosk, contents, window, session, setMenu, closeOthers, state, isPrevented, press };
}

describe('an ordinary window', () => {
	it('is none of a kiosk’s', () => {
		const { window, contents, session, isPrevented, press } = setUp();
		for (const key of ['p', 'l', 'r']) expect(press(key, { control: true })).toBe(false);
		expect(isPrevented(window, 'close')).toBe(false);
		expect(isPrevented(session, 'will-download')).toBe(false);
		contents.emit('render-process-gone');
		window.emit('unresponsive');
		expect([contents.reload.mock.calls.length, contents.forcefullyCrashRenderer.mock.calls.length]).toEqual([0, 0]);
	});
});

describe('the kiosk’s window', () => {
	it('fills the screen alone, has no menu, and does not zoom', () => {
		const { kiosk, window, contents, setMenu, closeOthers } = setUp();
		kiosk.set(true);
		kiosk.set(true);
		expect(window.setKiosk.mock.calls).toEqual([[true]]);
		expect(window.setMinimizable.mock.calls).toEqual([[false]]);
		expect(setMenu.mock.calls).toEqual([[false]]);
		expect(closeOthers).toHaveBeenCalledOnce();
		expect(contents.setVisualZoomLevelLimits.mock.calls).toEqual([[1, 1]]);
		expect(contents.setZoomFactor.mock.calls).toEqual([[1]]);
	});

	it('passes letters and what moves the focus, and no shortcut', () => {
		const { kiosk, press } = setUp();
		kiosk.set(true);
		for (const key of ['a', 'ß', 'ع', ' ', 'Tab', 'Enter', 'Backspace', 'Escape']) expect(press(key)).toBe(false);
		expect(press('€', { control: true, alt: true })).toBe(false);
		expect(press('ж', { isComposing: true })).toBe(false);
		for (const key of [...'wrtnpslojhukfq0123456789+-', 'Tab', 'F4', 'Escape']) {
			expect(press(key, { control: true }), key).toBe(true);
			expect(press(key, { alt: true }), key).toBe(true);
			expect(press(key, { meta: true }), key).toBe(true);
		}
		for (let nth = 1; nth <= 24; nth += 1) expect(press(`F${nth}`)).toBe(true);
	});

	it('closes only with Kontor as a whole', () => {
		const { kiosk, window, state, isPrevented } = setUp();
		kiosk.set(true);
		expect(isPrevented(window, 'close')).toBe(true);
		state.isQuitting = true;
		expect(isPrevented(window, 'close')).toBe(false);
	});

	it('saves nothing', () => {
		const { kiosk, session, isPrevented } = setUp();
		kiosk.set(true);
		expect(isPrevented(session, 'will-download')).toBe(true);
	});

	it('comes back after a crash, and after hanging', () => {
		const { kiosk, window, contents } = setUp();
		kiosk.set(true);
		contents.emit('render-process-gone');
		expect(contents.reload).toHaveBeenCalledTimes(1);
		window.emit('unresponsive');
		expect(contents.reload).toHaveBeenCalledTimes(2);
	});

	it('is an ordinary one again afterwards', () => {
		const { kiosk, window, setMenu, press } = setUp();
		kiosk.set(true);
		kiosk.set(false);
		expect(window.setKiosk.mock.lastCall).toEqual([false]);
		expect(setMenu.mock.lastCall).toEqual([true]);
		expect(press('p', { control: true })).toBe(false);
	});
});

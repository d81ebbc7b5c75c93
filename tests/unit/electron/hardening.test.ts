import { describe, expect, it, vi } from 'vitest';
import { createIsAppUrl } from '#main/hosts/electron/app-url.ts';
import { hardenContents, hardenSession, isExternalLink, isTrustedFrame } from '#main/hosts/electron/hardening.ts';
import { createContentsDouble, createSessionDouble, isAppUrl } from './double.ts';

const HOSTILE = [
	'https://evil.example/',
	'http://kontor/',
	'app://kontor@evil.example/',
	'app://evil/',
	'app://kontor.evil.example/',
	'app://kontor:1/',
	'app:kontor',
	'file:///etc/passwd',
	'javascript:alert(1)',
	'data:text/html,hi',
	'blob:https://evil.example/1',
	'about:blank',
	'',
	'no url',
];

describe('Kontor’s own address', () => {
	it.each(['app://kontor/', 'app://kontor/index.html#/personen', 'app://kontor/assets/a.js?x'])('is %s', (url) =>
		expect(isAppUrl(url)).toBe(true),
	);
	it.each(HOSTILE)('is not „%s“', (url) => expect(isAppUrl(url)).toBe(false));
	it('is Vite’s only in development', () => {
		expect(createIsAppUrl('http://127.0.0.1:5173')('http://127.0.0.1:5173/main.tsx')).toBe(true);
		expect(createIsAppUrl('http://127.0.0.1:5173')('http://127.0.0.1:5174/')).toBe(false);
		expect(isAppUrl('http://127.0.0.1:5173/')).toBe(false);
	});
});

describe('session', () => {
	const hardened = () => {
		const double = createSessionDouble();
		hardenSession(double.session, isAppUrl);
		return double;
	};

	it.each(['media', 'geolocation', 'notifications', 'clipboard-read', 'fileSystem', 'openExternal', 'fullscreen', 'usb'])(
		'denies %s, asked for or checked',
		(permission) => {
			const { handlers } = hardened();
			const answer = vi.fn();
			handlers.request?.(...([null, permission, answer, {}] as never[]));
			expect(answer.mock.calls).toEqual([[false]]);
			expect(handlers.check?.(...([null, permission, 'app://kontor', {}] as never[]))).toBe(false);
			expect(handlers.device?.(...([{ deviceType: 'usb' }] as never[]))).toBe(false);
		},
	);

	it('downloads no dictionary', () => expect(hardened().handlers.spell?.()).toBe(false));

	it('reaches no network', () => {
		const { handlers } = hardened();
		const isCancelled = (url: string) => {
			let cancelled: boolean | undefined;
			handlers.web?.(...([{ url }, (answer: { cancel: boolean }) => (cancelled = answer.cancel)] as never[]));
			return cancelled;
		};
		for (const url of [
			'https://evil.example/',
			'http://127.0.0.1:80/',
			'ws://evil.example/',
			'file:///etc/passwd',
			'ftp://x/',
			'blob:https://evil.example/1',
		]) {
			expect(isCancelled(url), url).toBe(true);
		}
		for (const url of ['app://kontor/', 'app://kontor/assets/a.js', 'blob:app://kontor/1', 'data:image/png;base64,AA']) {
			expect(isCancelled(url), url).toBe(false);
		}
	});

	it('saves only what the page itself made', () => {
		const { events } = hardened();
		const isPrevented = (url: string) => {
			const preventDefault = vi.fn();
			events.emit('will-download', { preventDefault }, { getURL: () => url });
			return preventDefault.mock.calls.length > 0;
		};
		expect(isPrevented('blob:app://kontor/1')).toBe(false);
		for (const url of [...HOSTILE, 'app://kontor/index.html']) expect(isPrevented(url), url).toBe(true);
	});
});

const SECOND = { isItsUrl: (url: string) => url === 'app://kontor/#/reparaturen/wand', options: { title: 'Kontor' } };

describe('page', () => {
	const hardened = () => {
		const double = createContentsDouble();
		const openExternally = vi.fn();
		hardenContents(double.contents, isAppUrl, openExternally, SECOND);
		return { ...double, openExternally };
	};

	it.each(HOSTILE)('does not go to „%s“', (url) => {
		const { isPrevented } = hardened();
		expect(isPrevented('will-navigate', { url })).toBe(true);
		expect(isPrevented('will-frame-navigate', { url, isMainFrame: true })).toBe(true);
		expect(isPrevented('will-redirect', { url })).toBe(true);
	});

	it('loads nothing in a frame, not even itself', () => {
		const { isPrevented } = hardened();
		expect(isPrevented('will-frame-navigate', { url: 'app://kontor/', isMainFrame: false })).toBe(true);
		expect(isPrevented('will-frame-navigate', { url: 'app://kontor/', isMainFrame: true })).toBe(false);
	});

	it('opens a second window for the board on the wall, locked down as the first', () => {
		const { open } = hardened();
		const allowed = { action: 'allow', overrideBrowserWindowOptions: SECOND.options };
		expect(open('app://kontor/#/reparaturen/wand')).toEqual(allowed);
	});

	it('opens no other window, whatever the address', () => {
		const { open } = hardened();
		for (const url of [...HOSTILE, 'app://kontor/']) expect(open(url)).toEqual({ action: 'deny' });
	});

	it('gets no webview', () => expect(hardened().isPrevented('will-attach-webview')).toBe(true));

	it('offers https links, and nothing else, to the browser', () => {
		const { open, isPrevented, openExternally } = hardened();
		open('https://ratingen.de/');
		isPrevented('will-navigate', { url: 'https://ratingen.de/2' });
		expect(openExternally.mock.calls).toEqual([['https://ratingen.de/'], ['https://ratingen.de/2']]);
		for (const url of HOSTILE.filter((each) => !each.startsWith('https:'))) open(url);
		expect(openExternally).toHaveBeenCalledTimes(2);
	});

	it('knows an external link', () => {
		expect(isExternalLink('https://www.ratingen.de/a?b#c')).toBe(true);
		for (const url of [
			'http://a.de/',
			'https://user@evil.example/',
			'https://a.de:b@evil.example/',
			'mailto:a@b.de',
			'ms-settings:x',
			'smb://x',
			'https:',
		]) {
			expect(isExternalLink(url), url).toBe(false);
		}
	});
});

describe('sender of a message to the main process', () => {
	const frame = { url: 'app://kontor/', parent: null, detached: false };
	it('is our own top frame', () => expect(isTrustedFrame(frame, isAppUrl)).toBe(true));
	it('is no frame inside it, no frame that is gone, no other page', () => {
		expect(isTrustedFrame({ ...frame, parent: frame as never }, isAppUrl)).toBe(false);
		expect(isTrustedFrame({ ...frame, detached: true }, isAppUrl)).toBe(false);
		expect(isTrustedFrame(null, isAppUrl)).toBe(false);
		for (const url of HOSTILE) expect(isTrustedFrame({ ...frame, url }, isAppUrl), url).toBe(false);
	});
});

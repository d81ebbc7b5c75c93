import type { BrowserWindowConstructorOptions, Session, WebContents, WebFrameMain } from 'electron';
import type { IsAppUrl } from './app-url.ts';

/**
 * Design 3's list for Electron: what a page may not do even if it is not ours any more. Everything here only ever
 * denies. Given the pieces of Electron it needs, so that each property is tested without Electron.
 */

/** No permission, no device, no network, no download but what the page itself made and the person saves. */
export function hardenSession(session: Session, isAppUrl: IsAppUrl): void {
	session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
	session.setPermissionCheckHandler(() => false);
	session.setDevicePermissionHandler(() => false);
	// The dictionaries would be downloaded.
	session.setSpellCheckerEnabled(false);
	session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isLocal(details.url, isAppUrl) }));
	session.on('will-download', (event, item) => {
		// An export is a blob of our own page; Electron then asks where to save it.
		if (!isBlobOfApp(item.getURL(), isAppUrl)) event.preventDefault();
	});
}

/** Asks first; called with https addresses only. */
export type OpenExternally = (url: string) => void;

/** The one page that may have a window of its own, and how that window is locked down. */
export interface SecondWindow {
	readonly isItsUrl: IsAppUrl;
	readonly options: BrowserWindowConstructorOptions;
}

/**
 * No navigation, no webview, no second window but the board for the wall. A click on an https link may be opened in the
 * browser, after asking.
 */
export function hardenContents(
	contents: WebContents,
	isAppUrl: IsAppUrl,
	openExternally: OpenExternally,
	{ isItsUrl, options }: SecondWindow,
): void {
	const offer = (url: string) => {
		if (isExternalLink(url)) openExternally(url);
	};
	contents.setWindowOpenHandler(({ url }) => {
		if (isItsUrl(url)) return { action: 'allow', overrideBrowserWindowOptions: options };
		offer(url);
		return { action: 'deny' };
	});
	contents.on('will-navigate', (details) => {
		if (isAppUrl(details.url)) return;
		details.preventDefault();
		offer(details.url);
	});
	contents.on('will-frame-navigate', (details) => {
		// The page has no frames; whatever appears in one is not ours.
		if (!details.isMainFrame || !isAppUrl(details.url)) details.preventDefault();
	});
	contents.on('will-redirect', (details) => {
		if (!isAppUrl(details.url)) details.preventDefault();
	});
	contents.on('will-attach-webview', (event) => event.preventDefault());
}

/** Only the top frame of our own page may ask the main process for anything. */
export function isTrustedFrame(frame: Pick<WebFrameMain, 'url' | 'parent' | 'detached'> | null, isAppUrl: IsAppUrl): boolean {
	return frame !== null && !frame.detached && frame.parent === null && isAppUrl(frame.url);
}

/** https and nothing clever: no user name that looks like a host, no other scheme. */
export function isExternalLink(url: string): boolean {
	const parsed = URL.parse(url);
	return parsed !== null && parsed.protocol === 'https:' && parsed.username === '' && parsed.password === '';
}

function isLocal(url: string, isAppUrl: IsAppUrl): boolean {
	// The developer tools of an unpackaged app load their own pages.
	return (
		isAppUrl(url) ||
		url.startsWith('data:') ||
		url.startsWith('devtools:') ||
		isBlobOfApp(url, isAppUrl) ||
		isDevSocket(url, isAppUrl)
	);
}

const isBlobOfApp = (url: string, isAppUrl: IsAppUrl) => url.startsWith('blob:') && isAppUrl(url.slice('blob:'.length));

/** Vite's hot reload in development. */
const isDevSocket = (url: string, isAppUrl: IsAppUrl) => url.startsWith('ws://') && isAppUrl(url.replace('ws:', 'http:'));

import { readFileSync, writeFileSync } from 'node:fs';
import type { BrowserWindow, BrowserWindowConstructorOptions, Rectangle, Session, WebPreferences } from 'electron';
import { MIN_HEIGHT, MIN_WIDTH, parseBounds, placeWindow } from './window-bounds.ts';

/** Kontor's window: how it is locked down, and where it was last time. */

export function webPreferences(session: Session, preload: string, isPackaged: boolean): WebPreferences {
	return {
		session,
		preload,
		sandbox: true,
		contextIsolation: true,
		nodeIntegration: false,
		nodeIntegrationInWorker: false,
		nodeIntegrationInSubFrames: false,
		webSecurity: true,
		allowRunningInsecureContent: false,
		experimentalFeatures: false,
		webviewTag: false,
		navigateOnDragDrop: false,
		// The dictionaries would be downloaded.
		spellcheck: false,
		devTools: !isPackaged,
	};
}

export interface WindowDependencies {
	readonly create: (options: BrowserWindowConstructorOptions) => BrowserWindow;
	readonly preferences: WebPreferences;
	/** Work areas of the screens, the primary one first. */
	readonly screens: readonly Rectangle[];
	/** JSON file that remembers the bounds. */
	readonly boundsFile: string;
	readonly url: string;
}

export function openWindow({ create, preferences, screens, boundsFile, url }: WindowDependencies): BrowserWindow {
	const remembered = readBounds(boundsFile);
	const window = create({
		...placeWindow(remembered, screens),
		minWidth: MIN_WIDTH,
		minHeight: MIN_HEIGHT,
		title: 'Kontor',
		show: false,
		webPreferences: preferences,
	});
	if (remembered?.maximized === 1) window.maximize();
	window.once('ready-to-show', () => window.show());
	// The title stays "Kontor": a page's title could name a person, and window titles end up in screenshots and logs.
	window.on('page-title-updated', (event) => event.preventDefault());
	window.on('close', () => rememberBounds(window, boundsFile));
	void window.loadURL(url);
	return window;
}

function readBounds(file: string) {
	try {
		return parseBounds(readFileSync(file, 'utf8'));
	} catch {
		return null;
	}
}

function rememberBounds(window: BrowserWindow, file: string): void {
	const { x, y, width, height } = window.getNormalBounds();
	try {
		writeFileSync(file, JSON.stringify({ x, y, width, height, maximized: window.isMaximized() ? 1 : 0 }));
	} catch {
		// A window in the wrong place next time is no reason to stand in the way of closing.
	}
}

import type { BrowserWindow, Input, Session } from 'electron';
import { isKioskKey } from '#shared/features/kiosk/key-filter.ts';

/**
 * The window while this PC is a kiosk: it fills the screen, cannot be closed, and gives nothing away. The page refuses the
 * same for itself; this holds also where the page has crashed, hangs, or is not ours any more.
 */
export interface KioskWindow {
	/** Of the backend, which knows. */
	set(isKiosk: boolean): void;
}

export interface KioskWindowDependencies {
	readonly window: BrowserWindow;
	readonly session: Session;
	/** Without one there is nothing that Alt, F10 or a shortcut could open. */
	readonly setMenu: (isShown: boolean) => void;
	/** The board for the wall has no place beside a kiosk. */
	readonly closeOthers: () => void;
	/** Kontor is ending as a whole: with the PC, or because an administrator ends it. */
	readonly isQuitting: () => boolean;
	readonly after: (ms: number, run: () => void) => void;
}

/** A page that crashes at once must not keep the PC busy. */
const RELOAD_MS = 1000;

export function createKioskWindow({
	window,
	session,
	setMenu,
	closeOthers,
	isQuitting,
	after,
}: KioskWindowDependencies): KioskWindow {
	let isOn = false;
	const contents = window.webContents;
	const reload = () =>
		after(RELOAD_MS, () => {
			if (isOn && !contents.isDestroyed()) contents.reload();
		});

	contents.on('before-input-event', (event, input) => {
		if (isOn && !mayPass(input)) event.preventDefault();
	});
	contents.on('render-process-gone', reload);
	window.on('unresponsive', () => {
		// Leads to `render-process-gone`.
		if (isOn) contents.forcefullyCrashRenderer();
	});
	window.on('close', (event) => {
		if (isOn && !isQuitting()) event.preventDefault();
	});
	session.on('will-download', (event) => {
		if (isOn) event.preventDefault();
	});

	return {
		set(isKiosk) {
			if (isKiosk === isOn) return;
			isOn = isKiosk;
			setMenu(!isKiosk);
			if (isKiosk) closeOthers();
			window.setKiosk(isKiosk);
			window.setMinimizable(!isKiosk);
			contents.setZoomFactor(1);
			void contents.setVisualZoomLevelLimits(1, 1);
			if (isKiosk) window.focus();
		},
	};
}

/** Electron does not name the third level: on Windows it comes as Ctrl+Alt, elsewhere only its letter does. */
function mayPass({ key, control, alt, meta, isComposing }: Input): boolean {
	return isComposing || isKioskKey({ key, control, alt, meta, altGraph: false });
}

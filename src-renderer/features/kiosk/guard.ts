import { isKioskKey } from '#shared/features/kiosk/key-filter.ts';

/**
 * What the page itself can refuse: menus, dropping, dragging out, the clipboard, zooming, shortcuts. In Electron the
 * window refuses the same once more (`hosts/electron/kiosk-window.ts`), before the page hears of it.
 */
const REFUSED = [
	...['contextmenu', 'dragstart', 'dragover', 'dragenter', 'drop', 'auxclick'],
	...['copy', 'cut', 'paste', 'gesturestart', 'gesturechange'],
] as const;

/** @returns what ends it */
export function guardPage(target: Window): () => void {
	const refuse = (event: Event) => {
		event.preventDefault();
		event.stopPropagation();
	};
	const onKey = (event: KeyboardEvent) => {
		const { key, ctrlKey: control, altKey: alt, metaKey: meta } = event;
		if (event.isComposing) return;
		if (!isKioskKey({ key, control, alt, meta, altGraph: event.getModifierState('AltGraph') })) refuse(event);
	};
	const onWheel = (event: WheelEvent) => {
		if (event.ctrlKey) refuse(event);
	};
	/** Middle, back and forward buttons. */
	const onButton = (event: MouseEvent) => {
		if (event.button !== 0) refuse(event);
	};
	/** The second of a double tap would press whatever the next page has in that place. */
	const onClick = (event: MouseEvent) => {
		if (event.detail > 1 && !(event.target instanceof Element && event.target.closest('[data-repeats]'))) refuse(event);
	};
	const capture = { capture: true, passive: false };
	for (const name of REFUSED) target.addEventListener(name, refuse, capture);
	for (const name of ['keydown', 'keyup', 'keypress'] as const) target.addEventListener(name, onKey, capture);
	for (const name of ['mousedown', 'mouseup'] as const) target.addEventListener(name, onButton, capture);
	target.addEventListener('wheel', onWheel, capture);
	target.addEventListener('click', onClick, capture);
	return () => {
		for (const name of REFUSED) target.removeEventListener(name, refuse, capture);
		for (const name of ['keydown', 'keyup', 'keypress'] as const) target.removeEventListener(name, onKey, capture);
		for (const name of ['mousedown', 'mouseup'] as const) target.removeEventListener(name, onButton, capture);
		target.removeEventListener('wheel', onWheel, capture);
		target.removeEventListener('click', onClick, capture);
	};
}

import { useEffect, useRef } from 'react';
import { createScanDetector, PAUSE_MS } from './scan-detector.ts';

/**
 * Hears USB scanners. `everywhere`: also while a field has the focus, so that a code never lands in a text somebody is
 * writing; otherwise only where nobody types. Whoever was mounted last is asked first; the first that answers true has
 * taken the code.
 */
interface ScanListener {
	readonly everywhere: boolean;
	onScan(code: string): boolean;
}

export function useScanner(enabled: boolean, everywhere: boolean, onScan: (code: string) => boolean): void {
	const callback = useRef(onScan);
	useEffect(() => {
		callback.current = onScan;
	});
	useEffect(() => {
		if (!enabled) return;
		const listener: ScanListener = { everywhere, onScan: (code) => callback.current(code) };
		listen(listener);
		return () => unlisten(listener);
	}, [enabled, everywhere]);
}

/** Of a field that also finds by what is scanned (`data-scans`): it gets every letter, and the code only if nobody takes it. */
export const FINDS = 'finds';
/**
 * Of a field that is made for codes (`data-scans`): what was written into it a moment before a scan is the beginning of
 * the same code. A slow scanner stumbles, a fast hand sometimes keeps its pace.
 */
export const CODES = 'codes';
/** Nobody puts a word away and takes up a scanner in less. */
const SAME_CODE_MS = 500;

type Field = HTMLInputElement | HTMLTextAreaElement;

const listeners: ScanListener[] = [];
/** Asked before each key: whoever answers true gets it, however fast it comes. */
const claims: (() => boolean)[] = [];
const detector = createScanDetector();
/** What the field held before the first key of what may be a code, and what of that begins the code. */
let before: { field: Field; value: string; at: number | null; beginning: string } | null = null;
let lastKey = Number.NEGATIVE_INFINITY;
let pausing: ReturnType<typeof setTimeout> | undefined;
let isSwallowing = false;

function listen(listener: ScanListener): void {
	if (listeners.length === 0) {
		window.addEventListener('keydown', onKeyDown, { capture: true });
		window.addEventListener('keyup', onKeyUp, { capture: true });
	}
	listeners.push(listener);
}

function unlisten(listener: ScanListener): void {
	listeners.splice(listeners.indexOf(listener), 1);
	if (listeners.length > 0) return;
	window.removeEventListener('keydown', onKeyDown, { capture: true });
	window.removeEventListener('keyup', onKeyUp, { capture: true });
	clearTimeout(pausing);
	detector.interrupt();
	// A kiosk remembers nothing that somebody has typed.
	before = null;
}

/** For whoever gathers keys that no field can take yet: they are not a scanner's while `isMine`. Gives what ends it. */
export function claimKeys(isMine: () => boolean): () => void {
	claims.push(isMine);
	return () => void claims.splice(claims.indexOf(isMine), 1);
}

function onKeyDown(event: KeyboardEvent): void {
	if (claims.some((isMine) => isMine())) {
		detector.interrupt();
		return;
	}
	const field = typedInto(event.target);
	const mayFind = field?.dataset.scans === FINDS;
	if (field !== null && !mayFind && !isHeardIn(field)) return;
	isSwallowing = false;
	if (event.isComposing) return;
	// A key that is held down repeats as fast as a scanner types, but no scanner holds one down.
	if (event.repeat) {
		detector.interrupt();
		return;
	}
	if ((event.ctrlKey && !event.getModifierState('AltGraph')) || event.metaKey || event.altKey) {
		// In the middle of a code they are control characters of its own.
		if (detector.isReading(event.timeStamp)) stop(event);
		return;
	}
	const { begins, swallow, putBack, scan, isDoubtful } = detector.key(event.key, event.timeStamp, field !== null && !mayFind);
	/** Of the code that this key ends, which may not be the one that it begins. */
	const beginning = before?.beginning ?? '';
	if (begins) before = field && heldBy(field, event.timeStamp);
	lastKey = event.timeStamp;
	clearTimeout(pausing);
	if (mayFind || isDoubtful) {
		// It is the field's own, or whatever has the focus, unless somebody takes it.
		if (scan === null || !tell(scan)) return;
		putBackField();
		stop(event);
		return;
	}
	isSwallowing = swallow;
	if (putBack) putBackField();
	// Otherwise its letters land in a text, and its Enter presses whatever button has the focus.
	if (swallow) stop(event);
	if (swallow && !isEnd(event.key)) pausing = setTimeout(() => tellWhole(before?.beginning ?? '', detector.pause()), PAUSE_MS);
	tellWhole(beginning, scan);
}

const isEnd = (key: string) => key === 'Enter' || key === 'Tab';

function stop(event: KeyboardEvent): void {
	event.preventDefault();
	event.stopImmediatePropagation();
}

/** Space presses a button when it is let go. */
function onKeyUp(event: KeyboardEvent): void {
	if (isSwallowing && event.key === ' ') event.preventDefault();
}

function tell(code: string | null): boolean {
	return code !== null && listeners.toReversed().some(({ onScan }) => onScan(code));
}

const tellWhole = (beginning: string, code: string | null): boolean => tell(code === null ? null : beginning + code);

/** A dialog lies above the page: what is typed in its fields is its own. */
const isHeardIn = (field: Field): boolean =>
	listeners.some(({ everywhere }) => everywhere) && field.closest('[role="dialog"]') === null;

function typedInto(target: EventTarget | null): Field | null {
	if (target instanceof HTMLTextAreaElement) return target;
	return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'file'].includes(target.type) ? target : null;
}

function heldBy(field: Field, time: number): typeof before {
	const { value, dataset } = field;
	const isSameCode = dataset.scans === CODES && value !== '' && time - lastKey <= SAME_CODE_MS;
	return { field, value: isSameCode ? '' : value, at: selectionOf(field), beginning: isSameCode ? value : '' };
}

/** Fields of some types have no selection to ask for. */
const selectionOf = (field: Field): number | null => {
	try {
		return field.selectionStart;
	} catch {
		return null;
	}
};

function putBackField(): void {
	if (before === null) return;
	const { field, value, at } = before;
	if (field.value === value) return;
	// Past React, which otherwise takes the change for its own.
	const own = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value');
	own?.set?.call(field, value);
	field.dispatchEvent(new Event('input', { bubbles: true }));
	if (at !== null) field.setSelectionRange(at, at);
}

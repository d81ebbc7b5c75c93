import { type RefObject, useEffect, useRef } from 'react';
import { inHouseFor } from './desk-state.ts';
import type { DeskControl } from './useDesk.ts';

/** The keys of the desk, wherever on the page the focus is; never those of a dialog above it. */
export function useDeskKeys(control: DeskControl, field: RefObject<HTMLInputElement | null>): void {
	const current = useRef(control);
	useEffect(() => {
		current.current = control;
	});
	useEffect(() => {
		const onKey = (event: KeyboardEvent) => {
			if (event.defaultPrevented || document.querySelector(ABOVE) !== null) return;
			if (run(event, current.current, field.current)) event.preventDefault();
		};
		window.addEventListener('keydown', onKey);
		return () => window.removeEventListener('keydown', onKey);
	}, [field]);
}

/** Whatever lies above the desk has the keys for itself. */
const ABOVE = '[role="dialog"][aria-modal="true"], [role="menu"]';

/** True when the key was one of them. */
function run(event: KeyboardEvent, control: DeskControl, field: HTMLInputElement | null): boolean {
	const { target, key } = event;
	const isMod = event.ctrlKey || event.metaKey;
	const isText = isTextField(target) && target !== field;
	switch (key) {
		case 'F2':
			control.change((desk) => inHouseFor(desk, null, !desk.inHouse));
			return true;
		case 'Escape':
			// Out of a field first: what was typed there stays.
			if (isText) field?.focus();
			else void control.clear();
			return true;
		case 'z':
			if (!isMod || isText || (target === field && field?.value !== '')) return false;
			void control.undo();
			return true;
		case 'Enter':
			if (isMod) {
				void control.complete();
				return true;
			}
			if (target instanceof HTMLTextAreaElement || target === field) return false;
			// A field is done; the next Enter finishes.
			if (isText) {
				field?.focus();
				return true;
			}
			if (target instanceof HTMLElement && target.closest('button, a, summary') !== null) return false;
			void control.complete();
			return true;
		default:
			return false;
	}
}

function isTextField(target: EventTarget | null): boolean {
	if (target instanceof HTMLTextAreaElement) return true;
	return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type);
}

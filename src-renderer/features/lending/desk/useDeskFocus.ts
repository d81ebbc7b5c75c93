import { type MouseEvent, type RefObject, useEffect } from 'react';
import type { Answer, Question } from './answers.ts';

interface Focus {
	readonly field: RefObject<HTMLInputElement | null>;
	readonly isReady: boolean;
	readonly answer: Answer | null;
	readonly question: Question | null;
}

/** What has to be filled in before a step can be done, by the answer that asks for it. */
const ASKED_IN: Partial<Record<Answer['kind'], string>> = {
	describe: '[data-damage]',
	amount: '[data-deposit]',
	against: '[data-reason]',
};

/**
 * The scan field has the focus unless something else is being filled in: so that Enter always finishes, and a person
 * always types where it is understood.
 */
export function useDeskFocus({ field, isReady, answer, question }: Focus) {
	useEffect(() => {
		if (isReady) field.current?.focus({ preventScroll: true });
	}, [isReady, field]);

	useEffect(() => {
		if (question !== null || answer === null) return;
		const asked = ASKED_IN[answer.kind];
		const place = asked === undefined ? null : document.querySelector<HTMLElement>(asked);
		const isFree = document.activeElement === null || document.activeElement === document.body;
		if (place) place.focus();
		else if (isFree) field.current?.focus({ preventScroll: true });
	}, [answer, question, field]);

	return {
		/** With the mouse one clicks and goes on scanning. A finger must not call up the keyboard of the screen. */
		onClick({ target, nativeEvent }: MouseEvent) {
			const isTouch = nativeEvent instanceof PointerEvent && nativeEvent.pointerType === 'touch';
			// A click that a key made leaves the focus where the keys are.
			const isKey = nativeEvent.detail === 0;
			if (isTouch || isKey || !(target instanceof HTMLElement) || target.closest('[role="dialog"]') !== null) return;
			const active = document.activeElement;
			const isFilling = active instanceof HTMLTextAreaElement || (active instanceof HTMLInputElement && active.type === 'text');
			if (!isFilling) field.current?.focus({ preventScroll: true });
		},
	};
}

import { useEffect, useState } from 'react';

const STEPS = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4];

export interface Zoom {
	readonly scale: number;
	larger(): void;
	smaller(): void;
	reset(): void;
	readonly isLargest: boolean;
	readonly isSmallest: boolean;
}

/** 1 is what fits. By buttons, and by +, − and 0 while nothing is typed. */
export function useZoom(onTurn?: (by: 1 | -1) => void): Zoom {
	const [scale, setScale] = useState(1);
	const larger = () => setScale((now) => STEPS.find((step) => step > now) ?? now);
	const smaller = () => setScale((now) => STEPS.findLast((step) => step < now) ?? now);
	const reset = () => setScale(1);
	useEffect(() => {
		const onKey = (event: KeyboardEvent) => {
			if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
			if (event.key === '+') larger();
			else if (event.key === '-') smaller();
			else if (event.key === '0') reset();
			else if (event.key === 'ArrowRight' || event.key === 'PageDown') onTurn?.(1);
			else if (event.key === 'ArrowLeft' || event.key === 'PageUp') onTurn?.(-1);
			else return;
			event.preventDefault();
		};
		window.addEventListener('keydown', onKey);
		return () => window.removeEventListener('keydown', onKey);
	});
	return { scale, larger, smaller, reset, isLargest: scale === STEPS.at(-1), isSmallest: scale === STEPS[0] };
}

const isTyping = (target: EventTarget | null) => target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;

import { useEffect, useRef, useState } from 'react';

/** Nobody has touched anything: after so long the page asks, and counts down. Together 45 seconds. */
const QUIET_MS = 25_000;
/** WCAG 2.2.1 wants 20 seconds at least to say that one is still there. */
export const COUNTDOWN_S = 20;

const SIGNS_OF_LIFE = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const;

interface Idle {
	/** Seconds, or null while somebody is there. */
	readonly left: number | null;
	readonly extend: () => void;
}

/**
 * Anything somebody does extends the time, as often as they like; only inside `[data-countdown]` it is the buttons that
 * do, because what vanishes under a finger passes the touch on to what lies behind. `onGone`: nobody did.
 */
export function useIdle(enabled: boolean, onGone: () => void): Idle {
	const [left, setLeft] = useState<number | null>(null);
	const gone = useRef(onGone);
	const begin = useRef(() => {});
	useEffect(() => {
		gone.current = onGone;
	});
	useEffect(() => {
		if (!enabled) return;
		let timer: ReturnType<typeof setTimeout>;
		const count = (seconds: number) => {
			if (seconds === 0) return gone.current();
			setLeft(seconds);
			timer = setTimeout(() => count(seconds - 1), 1000);
		};
		const anew = () => {
			clearTimeout(timer);
			setLeft(null);
			timer = setTimeout(() => count(COUNTDOWN_S), QUIET_MS);
		};
		const onLife = ({ target }: Event) => {
			if (!(target instanceof Element && target.closest('[data-countdown]'))) anew();
		};
		begin.current = anew;
		anew();
		for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, onLife, { capture: true, passive: true });
		return () => {
			clearTimeout(timer);
			setLeft(null);
			for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, onLife, { capture: true });
		};
	}, [enabled]);
	return { left, extend: () => begin.current() };
}

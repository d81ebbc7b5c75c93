import { Button, Modal } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { lockNow } from '#renderer/shell/lock.ts';
import { texts } from './texts.ts';

/** Seconds before the lock in which the screen says so. */
const WARNING = 30;
const INPUT = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

/** How often a window tells the others that somebody is there, at most. */
const TELL_EVERY_MS = 1000;

/**
 * Locks when nobody has touched mouse or keyboard for `minutes`, in any window: the lock is one for all. Compares clock
 * times instead of counting, so a PC that slept locks as soon as it wakes.
 */
export function IdleLock({ minutes }: { minutes: number }) {
	const t = useTexts(texts);
	const lastInput = useRef(Date.now());
	const [secondsLeft, setSecondsLeft] = useState<number | null>(null);

	useEffect(() => {
		lastInput.current = Date.now();
		const left = () => Math.ceil((lastInput.current + minutes * 60_000 - Date.now()) / 1000);
		const somebodyIsThere = () => {
			// Input after the time is up must not keep it open: the PC may have slept.
			if (left() <= 0) return;
			lastInput.current = Date.now();
			setSecondsLeft(null);
		};
		const otherWindows = new BroadcastChannel('kontor-input');
		otherWindows.addEventListener('message', somebodyIsThere);
		let told = 0;
		const onInput = () => {
			somebodyIsThere();
			if (Date.now() - told < TELL_EVERY_MS) return;
			told = Date.now();
			otherWindows.postMessage(null);
		};
		const timer = setInterval(() => {
			const seconds = left();
			if (seconds <= 0) {
				clearInterval(timer);
				void lockNow();
			} else setSecondsLeft(seconds <= WARNING ? seconds : null);
		}, 1000);
		for (const type of INPUT) window.addEventListener(type, onInput, { capture: true, passive: true });
		return () => {
			clearInterval(timer);
			otherWindows.close();
			for (const type of INPUT) window.removeEventListener(type, onInput, { capture: true });
		};
	}, [minutes]);

	return (
		<Modal
			opened={secondsLeft !== null}
			onClose={() => setSecondsLeft(null)}
			title={<strong>{t.idleTitle(secondsLeft ?? WARNING)}</strong>}
			withCloseButton={false}
		>
			<p style={{ marginTop: 0 }}>{t.idleBody}</p>
			<Button data-autofocus>{t.idleStay}</Button>
		</Modal>
	);
}

import { useSyncExternalStore } from 'react';

/** How large everything is, per device: the root font size, on which every length of the screen depends. */
export const TEXT_SIZES = [100, 115, 130, 150, 200] as const;

const KEY = 'kontor.textSize';
const listeners = new Set<() => void>();

function read(): number {
	const stored = Number(localStorage.getItem(KEY));
	return TEXT_SIZES.find((size) => size === stored) ?? 100;
}

export function applyTextSize(): void {
	document.documentElement.style.setProperty('--kontor-text-size', `${read()}%`);
}

export function setTextSize(size: number): void {
	localStorage.setItem(KEY, String(size));
	applyTextSize();
	for (const listener of listeners) listener();
}

export function useTextSize(): number {
	return useSyncExternalStore((listener) => {
		listeners.add(listener);
		return () => listeners.delete(listener);
	}, read);
}

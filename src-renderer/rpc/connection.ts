import { useSyncExternalStore } from 'react';

/** Whether the program behind this window answers. Over a MessagePort it always does. */
const listeners = new Set<() => void>();
let connected = true;

export function setConnected(next: boolean): void {
	if (next === connected) return;
	connected = next;
	for (const listener of listeners) listener();
}

export function useConnected(): boolean {
	return useSyncExternalStore(onConnectionChange, () => connected);
}

/** Called on every loss and every return of the connection. */
export function onConnectionChange(listener: () => void): () => void {
	listeners.add(listener);
	return () => listeners.delete(listener);
}

import { useSyncExternalStore } from 'react';
import { DEFAULT_PREFERENCES, type Preferences, type PreferencesChange } from '#shared/features/site/model.ts';

/**
 * How the screen looks on this device. The backend keeps it, because the browser's storage does not last: Electron's
 * session is in memory, and the browser host's port changes. Until the answer is there, the defaults hold.
 */
export interface PreferencesKeeper {
	preferences(): Promise<Preferences>;
	savePreferences(change: PreferencesChange): Promise<void>;
}

const listeners = new Set<() => void>();
let current = DEFAULT_PREFERENCES;
let keeper: PreferencesKeeper | null = null;

/** Never fails: what does not arrive stays at its default. */
export async function loadPreferences(from: PreferencesKeeper): Promise<void> {
	keeper = from;
	try {
		become(await from.preferences());
	} catch {
		// The status asks the same backend, and the screen says what is wrong there.
	}
}

export function currentPreferences(): Preferences {
	return current;
}

export function changePreferences(change: Partial<Preferences>): void {
	become({ ...current, ...change, columns: { ...current.columns, ...change.columns } });
	keeper?.savePreferences(change).catch(() => {
		// Not kept only means that it lasts until the window closes.
	});
}

export function usePreferences(): Preferences {
	return useSyncExternalStore(onPreferencesChange, currentPreferences);
}

export function onPreferencesChange(listener: () => void): () => void {
	listeners.add(listener);
	return () => listeners.delete(listener);
}

function become(next: Preferences): void {
	current = next;
	for (const listener of listeners) listener();
}

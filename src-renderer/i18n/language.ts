import { useSyncExternalStore } from 'react';

/** The language of this device. German is the source; a choice is kept in the browser's storage, not in the site's data. */
export type Language = 'de' | 'en';

const KEY = 'kontor.language';
const listeners = new Set<() => void>();
let language: Language = read();

function read(): Language {
	try {
		return localStorage.getItem(KEY) === 'en' ? 'en' : 'de';
	} catch {
		return 'de';
	}
}

export function currentLanguage(): Language {
	return language;
}

export function setLanguage(next: Language): void {
	language = next;
	document.documentElement.lang = next;
	try {
		localStorage.setItem(KEY, next);
	} catch {
		// A full or forbidden storage only means the choice lasts until the window closes.
	}
	for (const listener of listeners) listener();
}

export function useLanguage(): Language {
	return useSyncExternalStore(subscribe, currentLanguage);
}

function subscribe(listener: () => void): () => void {
	listeners.add(listener);
	return () => listeners.delete(listener);
}

import type { MantineColorSchemeManager } from '@mantine/core';
import { changePreferences, currentPreferences, onPreferencesChange } from '#renderer/rpc/preferences.ts';

/** Puts the preferences of this device into effect outside of React: on the document, and in Mantine's colour scheme. */
export function followPreferences(): void {
	const apply = () => {
		const { language, textSize } = currentPreferences();
		document.documentElement.lang = language;
		// The root font size, on which every length of the screen depends.
		// Queries of the window's size know nothing of it.
		document.documentElement.toggleAttribute('data-large-text', textSize >= 150);
		document.documentElement.style.setProperty('--kontor-text-size', `${textSize}%`);
	};
	apply();
	onPreferencesChange(apply);
}

export function colorSchemeManager(): MantineColorSchemeManager {
	let unsubscribe = () => {};
	return {
		get: () => currentPreferences().colorScheme,
		set(colorScheme) {
			// Mantine also sets what it has just been told.
			if (colorScheme !== currentPreferences().colorScheme) changePreferences({ colorScheme });
		},
		subscribe(onUpdate) {
			unsubscribe = onPreferencesChange(() => onUpdate(currentPreferences().colorScheme));
		},
		unsubscribe: () => unsubscribe(),
		clear: () => changePreferences({ colorScheme: 'auto' }),
	};
}

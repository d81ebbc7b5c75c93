import { changePreferences, currentPreferences, usePreferences } from '#renderer/rpc/preferences.ts';
import type { Preferences } from '#shared/features/site/model.ts';

/** The language of this device. German is the source. */
export type Language = Preferences['language'];

export function currentLanguage(): Language {
	return currentPreferences().language;
}

export function setLanguage(language: Language): void {
	changePreferences({ language });
}

export function useLanguage(): Language {
	return usePreferences().language;
}

import { join } from 'node:path';
import { DEFAULT_PREFERENCES, MOST_LISTS, Preferences, type PreferencesChange } from '#shared/features/site/model.ts';
import { readFileIfThere, writeFileDurably } from '../../platform/files.ts';

/**
 * How the screen looks on this device: `preferences.json` in the data folder, in clear, because language and text size
 * are needed before anybody has signed in. It outlives the site: who throws the sample out keeps the language.
 */
export interface PreferenceService {
	/** What cannot be read or understood counts as never chosen. */
	read(): Preferences;
	change(change: PreferencesChange): void;
}

export function createPreferenceService(dataDir: string): PreferenceService {
	const path = join(dataDir, 'preferences.json');
	const read = (): Preferences => {
		try {
			return Preferences.parse(JSON.parse(Buffer.from(readFileIfThere(path) ?? []).toString('utf8')));
		} catch {
			return DEFAULT_PREFERENCES;
		}
	};
	return {
		read,
		change(change) {
			const before = read();
			// The lists chosen for last are kept.
			const columns = Object.entries({ ...before.columns, ...change.columns }).slice(-MOST_LISTS);
			const after: Preferences = {
				language: change.language ?? before.language,
				colorScheme: change.colorScheme ?? before.colorScheme,
				textSize: change.textSize ?? before.textSize,
				sounds: change.sounds ?? before.sounds,
				columns: Object.fromEntries(columns),
			};
			writeFileDurably(path, Buffer.from(JSON.stringify(after, null, '\t')));
		},
	};
}

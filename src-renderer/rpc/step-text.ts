import { currentTexts, defineTexts } from '#renderer/i18n/texts.ts';

/** Names for the steps of long work, as the backend reports them; an unknown step is simply "Wird bearbeitet". */
const texts = defineTexts({
	de: {
		fallback: 'Wird bearbeitet',
		steps: {
			keys: 'Schlüssel werden erzeugt',
			ledger: 'Standort-Chronik wird geprüft',
			vaults: 'Tresore werden angelegt',
			people: 'Personen werden angelegt',
			cases: 'Fallakten werden angelegt',
			snapshot: 'Sicherung wird geschrieben',
			snapshots: 'Sicherungen werden geladen',
			feeds: 'Änderungen werden gelesen',
			publish: 'Wartende Änderungen werden gesichert',
			verify: 'Sicherung wird geprüft',
			restore: 'Daten werden wiederhergestellt',
			index: 'Suche wird aufgebaut',
		} as Record<string, string>,
	},
	en: {
		fallback: 'Working',
		steps: {
			keys: 'Making keys',
			ledger: 'Checking the site history',
			vaults: 'Creating vaults',
			people: 'Creating people',
			cases: 'Creating case files',
			snapshot: 'Writing the backup',
			snapshots: 'Loading backups',
			feeds: 'Reading changes',
			publish: 'Saving waiting changes',
			verify: 'Checking the backup',
			restore: 'Restoring data',
			index: 'Building the search',
		},
	},
});

export function stepText(step: string): string {
	const t = currentTexts(texts);
	return t.steps[step] ?? t.fallback;
}

import { roleWords } from '#renderer/features/members/role-words.ts';
import { currentTexts, defineTexts } from '#renderer/i18n/texts.ts';

/**
 * Names for the steps of long work, as the backend reports them: `feeds`, or `counselling.feeds` where it goes vault by
 * vault. A step without a name here is simply "Wird bearbeitet".
 */
const texts = defineTexts({
	de: {
		fallback: 'Wird bearbeitet',
		inVault: (vault: string, step: string) => `${vault}: ${step}`,
		vaults: roleWords.de.areas as Record<string, string>,
		steps: {
			sign_in: 'Schlüssel werden geöffnet',
			approval: 'Wartet auf die Zulassung durch die Verwaltung',
			ledger: 'Standort-Chronik wird geprüft',
			members: 'Mitarbeitende werden angelegt',
			people: 'Personen werden angelegt',
			cases: 'Fallakten werden angelegt',
			publish: 'Wartende Änderungen werden gesichert',
			snapshot: 'Sicherung wird geschrieben und geprüft',
			snapshots: 'Sicherungen werden geprüft',
			feeds: 'Änderungen werden gelesen',
			blobs: 'Unterlagen werden geprüft',
			restore: 'Sicherung wird übernommen',
			compare: 'Stände werden verglichen',
			copy_ledger: 'Standort-Chronik wird kopiert',
			copy_feeds: 'Änderungen werden kopiert',
			copy_blobs: 'Unterlagen werden kopiert',
			copy_snapshots: 'Sicherungen werden kopiert',
			index: 'Suche wird aufgebaut',
		} as Record<string, string>,
	},
	en: {
		fallback: 'Working',
		inVault: (vault, step) => `${vault}: ${step}`,
		vaults: roleWords.en.areas,
		steps: {
			sign_in: 'Opening keys',
			approval: 'Waiting for an administrator to approve this device',
			ledger: 'Checking the site history',
			members: 'Adding members',
			people: 'Adding people',
			cases: 'Adding case files',
			publish: 'Saving waiting changes',
			snapshot: 'Writing and verifying the backup',
			snapshots: 'Verifying backups',
			feeds: 'Reading changes',
			blobs: 'Verifying documents',
			restore: 'Taking over the backup',
			compare: 'Comparing',
			copy_ledger: 'Copying the site history',
			copy_feeds: 'Copying changes',
			copy_blobs: 'Copying documents',
			copy_snapshots: 'Copying backups',
			index: 'Building the search',
		},
	},
});

export function stepText(step: string): string {
	const t = currentTexts(texts);
	const [vault, inner] = step.includes('.') ? step.split('.', 2) : [undefined, step];
	const words = t.steps[inner ?? ''] ?? t.fallback;
	const vaultWord = vault === undefined ? undefined : t.vaults[vault];
	return vaultWord === undefined ? words : t.inVault(vaultWord, words);
}

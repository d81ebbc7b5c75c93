import { VAULTS, type Vault } from '#shared/features/members/model.ts';

/** What a command says on the way, in the words of the screen. */
const AREAS: Record<Vault, string> = { office: 'Büro', workshop: 'Werkstätten', counselling: 'Fallakten' };

const STEPS: Readonly<Record<string, string>> = {
	sign_in: 'Schlüssel werden geöffnet',
	approval:
		'Wartet auf die Zulassung: Bitte an einem anderen PC mit der Rolle Verwaltung auf der Seite „Geräte“ diesen Prüfcode vergleichen',
	ledger: 'Standort-Chronik wird geprüft',
	snapshot: 'Sicherung wird geschrieben und geprüft',
	feeds: 'Änderungen werden gelesen',
	restore: 'Sicherung wird übernommen',
	compare: 'Stände werden verglichen',
	index: 'Suche wird aufgebaut',
};

export const areaWords = (vaults: readonly Vault[]): string => vaults.map((vault) => AREAS[vault]).join(', ');

/** Of a step as the backend reports it: `feeds`, or `counselling.feeds` where it goes vault by vault. */
export function stepWords(step: string): string {
	const [first = '', second] = step.split('.');
	const words = STEPS[second ?? first] ?? 'Wird bearbeitet';
	const vault = second === undefined ? undefined : VAULTS.find((one) => one === first);
	return vault ? `${AREAS[vault]}: ${words}` : words;
}

/** Without keys nobody can tell whether there is anything to save. */
export const nothingOfWords = (vaults: readonly Vault[]): string =>
	`Davon liegt noch keine Sicherung dort: ${areaWords(vaults)}. Steht schon etwas darin, muss sich an diesem PC einmal jemand anmelden, der es lesen darf.`;

/** Areas that lie on a PC and nowhere else. */
export const onlyHereWords = (vaults: readonly Vault[]): string =>
	`Noch nie gesichert: ${areaWords(vaults)}. Dafür muss sich an diesem PC jemand anmelden, der das lesen darf.`;

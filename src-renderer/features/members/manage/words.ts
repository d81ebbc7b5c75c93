import { currentLanguage } from '#renderer/i18n/language.ts';
import { VAULTS, type Vault } from '#shared/features/members/model.ts';

const lists = { de: new Intl.ListFormat('de'), en: new Intl.ListFormat('en-GB') };

/** `Büro, Werkstätten und Fallakten` */
export function listOf(words: readonly string[]): string {
	return lists[currentLanguage()].format(words);
}

/** The same of vaults, in the order people know. */
export function areasOf(vaults: readonly Vault[], words: Readonly<Record<Vault, string>>): string {
	return listOf(VAULTS.filter((vault) => vaults.includes(vault)).map((vault) => words[vault]));
}

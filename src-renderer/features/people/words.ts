import type { Language } from '#renderer/i18n/language.ts';
import type { PersonFields } from '#shared/features/people/model.ts';
import type { fieldTexts } from './fieldTexts.ts';
import { countryName, languageName } from './placeNames.ts';

/** The words for what a person's fields hold. */

type FieldWords = (typeof fieldTexts)['de'];

/** The word for a code of the field; undefined where the field holds no code. */
export function codeWord(field: string, value: unknown, t: FieldWords, screen: Language): string | undefined {
	if (typeof value === 'object' && value !== null && !Array.isArray(value)) return objectWord(field, value, t, screen);
	if (Array.isArray(value)) {
		const words = value.map((one) => codeWord(field, one, t, screen));
		return words.every((word) => word !== undefined) ? words.join(', ') : undefined;
	}
	if (typeof value !== 'string') return undefined;
	if (value === 'keine_angabe') return t.refused;
	if (field === 'nationality') return value === 'stateless' ? t.stateless : countryName(value, screen);
	if (field === 'interpreterNeeded' || field === 'singleParent') return (t.yesNo as Record<string, string>)[value];
	const words = t[field as keyof FieldWords];
	return typeof words === 'object' ? (words as Record<string, string>)[value] : undefined;
}

function objectWord(field: string, value: object, t: FieldWords, screen: Language): string | undefined {
	if (field === 'languages' && 'code' in value && 'level' in value) {
		return languageWord(value as PersonFields['languages'][number], t, screen);
	}
	return undefined;
}

/** `Türkisch (Muttersprache)`; a level nobody knows is left out. */
function languageWord(language: PersonFields['languages'][number], t: FieldWords, screen: Language): string {
	const name = languageName(language.code, screen);
	return language.level === 'unknown' ? name : `${name} (${t.level[language.level]})`;
}

/** The lines of the address as on an envelope (DIN 5008), without the name; empty when nothing is known. */
export function addressLines(person: Pick<PersonFields, 'addressExtra' | 'street' | 'postcode' | 'city'>): string[] {
	const place = [person.postcode, person.city].filter(Boolean).join(' ');
	return [person.addressExtra, person.street, place].filter((line): line is string => Boolean(line));
}

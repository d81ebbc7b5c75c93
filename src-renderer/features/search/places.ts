import type { texts } from '#renderer/features/search/texts.ts';
import { fold } from '#shared/kernel/fold.ts';

type Words = (typeof texts)['de'];

export interface Place {
	readonly to:
		| '/'
		| '/personen'
		| '/personen/neu'
		| '/personen/import'
		| '/fallakten'
		| '/fallakten/neu'
		| '/sicherung'
		| '/einstellungen';
	readonly word: keyof { [K in keyof Words as Words[K] extends string ? K : never]: true };
	readonly needsCounselling: boolean;
}

const PLACES: readonly Place[] = [
	{ to: '/', word: 'today', needsCounselling: false },
	{ to: '/personen', word: 'peopleList', needsCounselling: true },
	{ to: '/personen/neu', word: 'newPerson', needsCounselling: true },
	{ to: '/personen/import', word: 'importPeople', needsCounselling: true },
	{ to: '/fallakten', word: 'caseList', needsCounselling: true },
	{ to: '/fallakten/neu', word: 'newCase', needsCounselling: true },
	{ to: '/sicherung', word: 'share', needsCounselling: false },
	{ to: '/einstellungen', word: 'settings', needsCounselling: false },
];

/** Pages whose name fits what was typed; all of them for an empty text. */
export function placesFor(text: string, counselling: boolean, words: Words): readonly Place[] {
	const wanted = fold(text);
	return PLACES.filter((place) => (counselling || !place.needsCounselling) && fold(words[place.word]).includes(wanted));
}

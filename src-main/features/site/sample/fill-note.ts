import type { PersonFields } from '#shared/features/people/model.ts';
import { addDays, ageOn, formatLocalDate, type LocalDate } from '#shared/kernel/local-date.ts';
import { workingDayFrom } from './calendar.ts';
import type { Dice } from './dice.ts';
import type { Need, NoteText } from './notes/note-text.ts';

/** Puts a person and a day into the places of a note's text. */

const FIRMS = [
	'Bäckerei Kornblume',
	'Großküche Tellerrand',
	'Gebäudeservice Blitzblank',
	'Gärtnerei Grünfink',
	'Lagerhaus Nordstern',
	'Pflegedienst Sonnenuhr',
	'Wäscherei Weißmann',
	'Elektro Funke',
	'Schneiderei Nadelöhr',
	'Fahrdienst Marienkäfer',
];
/** Field of work, and what a woman and a man in it are called. */
const JOBS = [
	['Küche', 'Köchin', 'Koch'],
	['Pflege', 'Pflegefachfrau', 'Pflegefachmann'],
	['Lager', 'Fachlageristin', 'Fachlagerist'],
	['Verkauf', 'Verkäuferin', 'Verkäufer'],
	['Schneiderei', 'Schneiderin', 'Schneider'],
	['Reinigung', 'Gebäudereinigerin', 'Gebäudereiniger'],
	['Elektrotechnik', 'Elektronikerin', 'Elektroniker'],
	['Friseurhandwerk', 'Friseurin', 'Friseur'],
	['Buchhaltung', 'Buchhalterin', 'Buchhalter'],
	['Erziehung', 'Erzieherin', 'Erzieher'],
] as const;
const LANGUAGES: Record<string, string> = {
	tr: 'Türkisch',
	ar: 'Arabisch',
	ku: 'Kurdisch',
	uk: 'Ukrainisch',
	pl: 'Polnisch',
	ro: 'Rumänisch',
	bg: 'Bulgarisch',
	el: 'Griechisch',
	it: 'Italienisch',
	vi: 'Vietnamesisch',
	fa: 'Dari',
	sq: 'Albanisch',
	en: 'Englisch',
	ti: 'Tigrinya',
};
const WEEKDAYS = ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag'];

/** Notes, concerns and to-dos alike. */
export type FittedText = Pick<NoteText, 'text' | 'needs'>;

export interface NoteWriter {
	fits(item: FittedText): boolean;
	write(text: string, date: LocalDate): string;
}

/** One person keeps one kind of work through all their notes. `person` is a woman or a man with a last name. */
export function createNoteWriter(dice: Dice, person: PersonFields, colleague: string, today: LocalDate): NoteWriter {
	const woman = person.sex === 'w';
	const [field, hers, his] = dice.pick(JOBS);
	const language = LANGUAGES[person.languages[0]?.code ?? ''];
	const fixed: Record<string, string> = {
		F: `${woman ? 'Frau' : 'Herr'} ${person.lastName}`,
		Fn: `${woman ? 'Frau' : 'Herrn'} ${person.lastName}`,
		sie: woman ? 'sie' : 'er',
		Sie: woman ? 'Sie' : 'Er',
		sie_akk: woman ? 'sie' : 'ihn',
		ihr: woman ? 'ihr' : 'ihm',
		ihre: woman ? 'ihre' : 'seine',
		ihren: woman ? 'ihren' : 'seinen',
		ihrer: woman ? 'ihrer' : 'seiner',
		bereich: field,
		beruf: woman ? hers : his,
		sprache: language ?? '',
		kollegin: colleague,
	};
	const age = ageOn(person.birthDate ?? today, today);
	const childAges = person.childBirthYears.map((year) => Number(today.slice(0, 4)) - year);
	const employment = person.employment;
	const needs: Record<Need, boolean> = {
		children: childAges.length > 0,
		small_child: childAges.some((years) => years >= 1 && years <= 5),
		school_child: childAges.some((years) => years >= 7 && years <= 16),
		single_parent: person.singleParent === 'yes',
		couple: (person.adults ?? 1) > 1,
		migrant: language !== undefined && person.nationality !== 'DE',
		title: person.residenceUntil !== null,
		benefit: ['buergergeld', 'alg1', 'basic_security'].includes(person.benefit ?? ''),
		job_seeker: employment !== 'retired' && employment !== 'in_education' && age < 63,
		jobless: employment === 'unemployed',
		employed: employment === 'employed' || employment === 'minijob',
		young: age < 36,
		older: age > 38,
		senior: employment === 'retired' && childAges.length === 0,
		woman,
	};
	return {
		fits({ text, needs: all = [] }) {
			if (language === undefined && text.includes('{sprache}')) return false;
			// Whoever is not to be called is not written to have been called.
			if (person.doNotCall && /\b(?:Anruf|Mailbox|Telefonat|telefonisch|anrufen)/u.test(text)) return false;
			return all.every((need) => needs[need]);
		},
		write(text, date) {
			const soon = workingDayFrom(addDays(date, dice.whole(3, 16)));
			const varying: Record<string, () => string> = {
				betrag: () => amount(dice, 38, 420),
				summe: () => amount(dice, 640, 3900),
				datum: () => formatLocalDate(soon).slice(0, 6),
				tag: () => dice.pick(WEEKDAYS),
				firma: () => dice.pick(FIRMS),
			};
			return text
				.replace(/\{(\w+)\}/gu, (place, name: string) => fixed[name] ?? varying[name]?.() ?? place)
				.replace(/\.\.(?!\.)/gu, '.');
		},
	};
}

function amount(dice: Dice, least: number, most: number): string {
	const euros = dice.whole(least, most);
	const thousands = euros >= 1000 ? `${Math.floor(euros / 1000)}.${String(euros % 1000).padStart(3, '0')}` : String(euros);
	return `${thousands},${String(dice.whole(0, 19) * 5).padStart(2, '0')} €`;
}

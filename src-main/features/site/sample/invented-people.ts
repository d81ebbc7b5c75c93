import { EMPTY_PERSON, type PersonFields } from '#shared/features/people/model.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';

import { household, languages, occupation, residence } from './circumstances.ts';
import type { Dice } from './dice.ts';
import { ORIGINS, type Origin } from './origins.ts';

/** Neighbours who do not exist, with everything a person's record can hold, and nothing that contradicts itself. */

const CITY = 'Musterstadt';
/** No German place has this postcode. */
const POSTCODE = '00123';
const STREETS =
	'Lindenweg,Am Alten Bahnhof,Breslauer Straße,Gartenstraße,Ahornweg,Berliner Straße,Am Wasserturm,Königsberger Straße,Erlenweg,Marktstraße,Zur Ziegelei,Danziger Straße'.split(
		',',
	);
const REMARKS = [
	'Kommt gern ins Café am Dienstag.',
	'Bitte langsam und deutlich sprechen, versteht mehr, als es scheint.',
	'Telefon gehört der Tochter, abends erreichbar.',
	'Hilft beim Gartentag mit.',
	'Brille vergessen: Briefe vorlesen.',
	'Am besten vormittags, die Kinder sind dann in der Kita.',
	'Arbeitet im Schichtdienst, Termine nur nach Absprache.',
	'Hört auf dem linken Ohr schlecht.',
	'Möchte Post nur verschlossen im Umschlag.',
	'Näht sehr gut, Anfrage der Nähwerkstatt ausrichten.',
];
const PRONUNCIATIONS: Record<string, string> = {
	Ayşe: 'Aische',
	Çelik: 'Tschelik',
	Nguyễn: 'Ngu-jen',
	Wójcik: 'Wuitschik',
	Małgorzata: 'Mauggoschata',
	Gülsüm: 'Gülsüm, Betonung hinten',
	Yılmaz: 'Jölmas',
	Agnieszka: 'Agnjeschka',
	Koç: 'Kotsch',
	Zając: 'Sajonts',
	Doğan: 'Do-an',
};

/** `count` different people; most of working age, some young, some old. */
export function inventPeople(dice: Dice, count: number, today: LocalDate): PersonFields[] {
	const names = new Set<string>();
	const people: PersonFields[] = [];
	for (const origin of quotas(count)) {
		let person = inventPerson(dice, origin, today);
		while (names.has(`${person.firstName} ${person.lastName}`)) person = inventPerson(dice, origin, today);
		names.add(`${person.firstName} ${person.lastName}`);
		people.push(person);
	}
	return dice.shuffled(people);
}

/** Exactly as many of each origin as its share says, so that a small office has the mix too. */
function quotas(count: number): Origin[] {
	const total = ORIGINS.reduce((sum, origin) => sum + origin.share, 0);
	let owed = 0;
	return ORIGINS.flatMap((origin) => {
		owed += (origin.share * count) / total;
		const now = Math.round(owed);
		owed -= now;
		return Array.from({ length: now }, () => origin);
	});
}

function inventPerson(dice: Dice, origin: Origin, today: LocalDate): PersonFields {
	const sex = dice.weighted([
		['w', 57],
		['m', 42],
		['d', 1],
	] as const);
	const woman = sex === 'w' || (sex === 'd' && dice.chance(0.5));
	const firstName = dice.pick((woman ? origin.women : origin.men).split(' ')).replaceAll('_', ' ');
	const [hers = '', his = hers] = dice.pick(origin.lastNames.split(' ')).split('/');
	const lastName = (woman ? hers : his).replaceAll('_', ' ');
	const age = inventAge(dice, origin.ages ?? [17, 82]);
	const birthDate = addDays(
		`${Number(today.slice(0, 4)) - age}${today.slice(4) === '-02-29' ? '-02-28' : today.slice(4)}` as LocalDate,
		-dice.whole(1, 364),
	);
	const german = dice.chance(origin.naturalised);
	const person: PersonFields = {
		...EMPTY_PERSON,
		title: dice.chance(0.015) ? 'Dr.' : null,
		firstName,
		lastName,
		birthName:
			woman && age > 25 && dice.chance(0.25)
				? (dice.pick(origin.lastNames.split(' ')).split('/')[0]?.replaceAll('_', ' ') ?? null)
				: null,
		pronunciation: pronunciationOf(firstName, lastName),
		sex: dice.chance(0.03) ? 'keine_angabe' : sex,
		birthDate,
		nationality: german ? 'DE' : origin.nationality,
		postcode: POSTCODE,
		city: CITY,
		street: `${dice.pick(STREETS)} ${dice.whole(1, 96)}${dice.chance(0.25) ? dice.pick(['a', 'b', ' c']) : ''}`,
		addressExtra: dice.chance(0.06) ? dice.pick(['bei Familie Becker', '3. Etage links', 'Hinterhaus']) : null,
		preferredContact: dice.weighted([
			['phone', 40],
			['messenger', 25],
			['in_person', 12],
			['email', 10],
			['sms', 7],
			['letter', 4],
			['keine_angabe', 2],
		] as const),
		doNotCall: dice.chance(0.05),
		firstContact: addDays(today, -dice.whole(3, 1100)),
		remarks: dice.chance(0.18) ? dice.pick(REMARKS) : null,
		drivingLicence: dice.weighted([
			['none', 52],
			['car', 25],
			['car_with_vehicle', 18],
			['other', 2],
			['keine_angabe', 3],
		] as const),
		disability: dice.weighted([
			[null, 55],
			['none', 34],
			['yes', 5],
			['severe', 3],
			['keine_angabe', 3],
		] as const),
	};
	return {
		...person,
		...reach(dice, person),
		...household(dice, age, today),
		...languages(dice, origin),
		...residence(dice, origin, german, today),
		...occupation(dice, origin, age, today),
	};
}

/** Most are of working age. */
function inventAge(dice: Dice, [least, most]: readonly [number, number]): number {
	const bands = [
		[17, 24, 12],
		[25, 39, 36],
		[40, 54, 28],
		[55, 66, 15],
		[67, 82, 9],
	] as const;
	const usual = bands.filter(([from, to]) => to >= least && from <= most);
	const [from, to] = dice.weighted(usual.map((band) => [band, band[2]] as const));
	return dice.whole(Math.max(from, least), Math.min(to, most));
}

function pronunciationOf(firstName: string, lastName: string): string | null {
	if (!(firstName in PRONUNCIATIONS) && !(lastName in PRONUNCIATIONS)) return null;
	return `${PRONUNCIATIONS[firstName] ?? firstName} ${PRONUNCIATIONS[lastName] ?? lastName}`;
}

/**
 * Numbers that the Bundesnetzagentur keeps free for films and books (Mitteilung 148/2021): 0171 39200 00–99,
 * 0176 040690 00–99, 030 23125 000–999, 0221 4710 000–999. Addresses at example.org exist for nobody (RFC 2606).
 */
function reach(dice: Dice, person: PersonFields): Pick<PersonFields, 'phones' | 'email'> {
	const two = (): string => String(dice.whole(0, 99)).padStart(2, '0');
	const three = (): string => String(dice.whole(0, 999)).padStart(3, '0');
	const phones: PersonFields['phones'] = [];
	if (dice.chance(0.86))
		phones.push({
			number: dice.chance(0.5) ? `+4917139200${two()}` : `+49176040690${two()}`,
			label: dice.chance(0.5) ? 'mobil' : '',
		});
	if (dice.chance(0.2))
		phones.push({
			number: dice.chance(0.5) ? `+493023125${three()}` : `+492214710${three()}`,
			label: dice.pick(['Festnetz', 'Tochter', 'Sohn', 'Nachbarin']),
		});
	const plain = (name: string | null): string =>
		(name ?? '')
			.toLowerCase()
			.replace(/[äöüß]/gu, (letter) => ({ ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' })[letter] ?? '')
			.replaceAll('ı', 'i')
			.replaceAll('ł', 'l')
			.replaceAll('đ', 'd')
			.normalize('NFKD')
			.replace(/[^a-z]/gu, '');
	const email = dice.chance(0.45)
		? `${plain(person.firstName)}.${plain(person.lastName)}@example.${dice.pick(['org', 'com'])}`
		: null;
	return { phones, email };
}

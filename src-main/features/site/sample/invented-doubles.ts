import { EMPTY_PERSON, type PersonFields } from '#shared/features/people/model.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';
import type { SampleBorrower } from './invented-borrowers.ts';

/**
 * What happens at every counter: somebody is written down a second time, in a hurry and a little differently; and a
 * neighbour who borrows tools comes to be counselled as well.
 */

/** Which of those with a case file are there twice; somebody without one is as well. */
const TWICE = [9, 23] as const;

const LETTERS: Record<string, string> = { ı: 'i', ł: 'l', Ł: 'L', ø: 'o', đ: 'd', Đ: 'D' };
/** As somebody types a name whose letters are not on the keyboard. */
const plain = (name: string | null): string | null => name?.replace(/[ıłŁøđĐ]/gu, (letter) => LETTERS[letter] ?? letter) ?? null;

export function inventDoubles(people: readonly PersonFields[], clients: readonly number[], today: LocalDate): PersonFields[] {
	const [first, second] = TWICE.map((at) => people[clients[at] ?? at]);
	const third = people.findLast((person, at) => !clients.includes(at) && person.birthDate !== null);
	if (!first || !second || !third) throw new Error('the sample office has too few people');
	const again = ({ firstName, lastName, sex, city, postcode }: PersonFields): PersonFields => ({
		...EMPTY_PERSON,
		...{ firstName: plain(firstName), lastName: plain(lastName), sex, city, postcode },
	});
	return [
		{
			...again(first),
			phones: [{ number: '+491713920071', label: 'neue Nummer' }],
			firstContact: addDays(today, -6),
			remarks: 'Kam ohne Termin und hatte es eilig. War wohl schon einmal hier.',
		},
		{
			...again(second),
			...{ birthDate: second.birthDate, nationality: second.nationality },
			...{ street: 'Am Wasserturm 12', languages: [{ code: 'en', level: 'B1' as const }], drivingLicence: 'car' },
			...{ firstContact: addDays(today, -40), remarks: 'Ist im Herbst umgezogen.' },
		},
		{ ...again(third), birthDate: third.birthDate, email: 'nachbarin@example.org', firstContact: addDays(today, -2) },
	];
}

/** The record that the counselling makes of somebody who has a borrower's card. */
export function counselled(
	{ firstName, lastName, street, postcode, city, phone }: SampleBorrower,
	today: LocalDate,
): PersonFields {
	return {
		...EMPTY_PERSON,
		...{ firstName, lastName, street, postcode, city, phones: phone === null ? [] : [{ number: phone, label: '' }] },
		...{ firstContact: addDays(today, -9), remarks: 'Kennt das Haus von der Werkzeugausleihe.' },
	};
}

import type { Person } from '#shared/features/people/model.ts';
import { ageOn, type LocalDate } from '#shared/kernel/local-date.ts';
import type { Answers } from './model.ts';

/** What the person's own record suggests for the entry data: shown to be taken over one by one, never filled in by itself. */
export function suggestedFrom(person: Person, on: LocalDate): Partial<Answers> {
	const all: Partial<Answers> = {
		sex: person.sex,
		birthDate: person.birthDate,
		nationality: person.nationality,
		employment: employmentOf(person),
		benefit: person.benefit,
		unemployedSince: person.unemployedSince,
		inEducation: person.employment === 'in_education' ? 'yes' : null,
		schoolDegree: person.schoolDegree,
		vocationalDegree: person.vocationalDegree,
		disability: person.disability,
		dependentChildren: hasChildren(person, on) ? 'yes' : null,
		singleAdult: person.adults === null ? null : person.adults === 1 ? 'yes' : 'no',
	};
	return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null));
}

/** Who has a minijob may be unemployed all the same: that has to be asked. */
function employmentOf({ employment }: Person): Answers['employment'] {
	switch (employment) {
		case 'unemployed':
			return 'arbeitslos';
		case 'inactive':
		case 'in_education':
		case 'retired':
			return 'nicht_erwerbstaetig';
		case 'employed':
		case 'self_employed':
			return 'erwerbstaetig';
		case 'keine_angabe':
			return 'keine_angabe';
		default:
			return null;
	}
}

/** Only the year of birth is known: under 18 for certain. */
const hasChildren = ({ childBirthYears }: Person, on: LocalDate): boolean =>
	childBirthYears.some((year) => ageOn(`${year}-01-01`, on) < 18);

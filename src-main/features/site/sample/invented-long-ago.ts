import { EMPTY_PERSON, type PersonFields } from '#shared/features/people/model.ts';
import { addMonths, type LocalDate } from '#shared/kernel/local-date.ts';
import { berlinInstant, workingDayUpTo } from './calendar.ts';
import type { SampleBusiness } from './invented-businesses.ts';

/** Somebody whose file was closed so long ago that their data is to be erased. */
export interface SampleLongAgo {
	readonly person: PersonFields;
	readonly file: SampleBusiness['file'];
}

const MIRIAM = 0;

export function inventLongAgo(today: LocalDate): SampleLongAgo {
	const [first, last] = [62, 55].map((months) => workingDayUpTo(addMonths(today, -months))) as [LocalDate, LocalDate];
	const note = { nextStep: null, nextStepDue: null, authorIndex: MIRIAM, privateNote: null };
	return {
		person: {
			...EMPTY_PERSON,
			...{ firstName: 'Walburga', lastName: 'Immergrün', sex: 'w', birthDate: '1957-05-14' as LocalDate },
			...{ street: 'Lindenstraße 8', postcode: '00000', city: 'Musterstadt', firstContact: first },
		},
		file: {
			...{ ownerIndex: MIRIAM, deputyIndexes: [], status: 'closed', openedOn: first, source: 'Nachbarin' },
			concern: 'Rentenantrag',
			contacts: [
				{
					...{ ...note, at: berlinInstant(first, 10 * 60), duration: 60, kind: 'planned', topics: ['authorities'] },
					text: 'Die Unterlagen für den Rentenantrag sind vollständig bis auf zwei Nachweise der Krankenkasse.',
				},
				{
					...{ ...note, at: berlinInstant(last, 11 * 60), duration: 20, kind: 'phone', topics: ['authorities'] },
					text: 'Der Bescheid ist da und stimmt. Alles erledigt.',
				},
			],
			todos: [],
			aims: {
				...{ goals: [], situation: [], reopening: null },
				closing: {
					...{ closedOn: last, reason: 'goals_reached', reasonWords: null, outcome: 'improved', outcomeWords: 'Rente bewilligt' },
					...{ summary: 'Der Rentenantrag ist gestellt und bewilligt.', missingBecause: null },
				},
			},
		},
	};
}

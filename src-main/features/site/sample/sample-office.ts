import type { PartnerFields } from '#shared/features/partners/model.ts';
import type { PersonFields } from '#shared/features/people/model.ts';
import type { SampleMember, SiteProfile } from '#shared/features/site/model.ts';
import { addDays, type LocalDate, weekdayIndex } from '#shared/kernel/local-date.ts';
import { berlinInstant, workingDayUpTo } from './calendar.ts';
import { createDice, type Dice } from './dice.ts';
import { inventApplications, type SampleApplication } from './invented-applications.ts';
import { inventSchedule, type SampleSchedule } from './invented-appointments.ts';
import { inventAttendance, type SampleAttendance } from './invented-attendance.ts';
import { inventBusinesses, type SampleBusiness } from './invented-businesses.ts';
import { inventCases, type SampleCase, type SampleTodo } from './invented-cases.ts';
import { inventDocuments, type SampleDocument } from './invented-documents.ts';
import { counselled, inventDoubles } from './invented-doubles.ts';
import { inventFunding, inventParticipations, type SampleFunding, type SampleParticipation } from './invented-funding.ts';
import { inventAims, type SampleAims } from './invented-goals.ts';
import { inventItems, type SampleItem } from './invented-items.ts';
import { inventLetters, type SampleLetter } from './invented-letters.ts';
import { inventLongAgo, type SampleLongAgo } from './invented-long-ago.ts';
import { inventProgramme, type SampleProgramme } from './invented-offers.ts';
import { INVENTED_PARTNERS } from './invented-partners.ts';
import { inventPassingOn, type SamplePassingOn } from './invented-passing-on.ts';
import { inventPeople } from './invented-people.ts';
import { inventWorkshop, type SampleWorkshop } from './invented-workshop.ts';
import { SAMPLE_MEMBERS, SAMPLE_PROFILE } from './members.ts';

/**
 * The invented office that `--sample` opens: rich enough to try everything, and obviously nobody's. Plain data from a
 * seed and a day, so that screenshots and tests look the same everywhere; it writes nothing and reads no clock.
 */
export interface SampleOffice {
	readonly profile: SiteProfile;
	readonly members: readonly SampleMember[];
	readonly people: readonly PersonFields[];
	/** Some of them once more. */
	readonly doubles: readonly PersonFields[];
	/** Who also borrows: the record in the counselling, and which of the workshop's borrowers it is. */
	readonly borrowing: readonly { readonly person: PersonFields; readonly borrowerIndex: number }[];
	readonly cases: readonly (Omit<SampleCase, 'themes' | 'writer'> & { readonly aims: SampleAims })[];
	readonly businesses: readonly SampleBusiness[];
	readonly longAgo: SampleLongAgo;
	readonly documents: readonly SampleDocument[];
	readonly funding: { readonly programmes: readonly SampleFunding[]; readonly participations: readonly SampleParticipation[] };
	readonly items: readonly SampleItem[];
	readonly workshop: SampleWorkshop;
	readonly programme: SampleProgramme & { readonly attendance: readonly SampleAttendance[] };
	readonly schedule: SampleSchedule;
	/** What hangs on case files. */
	readonly casework: { readonly letters: readonly SampleLetter[]; readonly applications: readonly SampleApplication[] };
	readonly partners: readonly PartnerFields[];
	readonly passingOn: SamplePassingOn;
}

const PEOPLE = 140;
const CASES = 60;

/** Indexes (`personIndex`, `ownerIndex`, `partIndexes` …) point into `people`, `members` and `items` of the same office. */
export function sampleOffice(seed: number, today: LocalDate): SampleOffice {
	const dice = createDice(seed);
	const people = inventPeople(dice, PEOPLE, today);
	// The notes speak of Frau and Herr, so of nobody who asked for neither; and of looking for work, not of going to school.
	const isClient = (person: PersonFields): boolean =>
		(person.sex === 'w' || person.sex === 'm') && person.employment !== 'in_education';
	const clients = people.flatMap((person, index) => (isClient(person) ? [index] : [])).slice(0, CASES);
	const counsellors = SAMPLE_MEMBERS.flatMap((member, index) => (member.roles.includes('counsellor') ? [index] : []));
	const names = SAMPLE_MEMBERS.map((member) => member.name);
	const cases = inventCases(dice, people, clients, { names, counsellors }, today);
	addTodos(dice, cases, today);
	for (const { personIndex, openedOn } of cases) {
		const person = people[personIndex];
		// Nobody has a case file before they first came.
		if (person !== undefined && (person.firstContact === null || person.firstContact > openedOn)) person.firstContact = openedOn;
	}
	const items = inventItems(createDice(seed), today);
	const programme = inventProgramme(today);
	const programmes = inventFunding(today);
	// Chance of its own: neighbours who borrow are not those with case files.
	const workshop = inventWorkshop(createDice(seed + 1), items, today);
	return {
		profile: SAMPLE_PROFILE,
		members: SAMPLE_MEMBERS,
		people,
		doubles: inventDoubles(people, clients, today),
		borrowing: workshop.borrowers
			.slice(0, 1)
			.map((borrower, borrowerIndex) => ({ person: counselled(borrower, today), borrowerIndex })),
		cases: cases.map((item, at) => {
			const { themes: _, writer: __, ...plain } = item;
			return { ...plain, aims: inventAims(createDice(seed + 1000 + at), item, today) };
		}),
		businesses: inventBusinesses(people, founderOf(people, clients), today),
		longAgo: inventLongAgo(today),
		documents: inventDocuments(createDice(seed + 8), cases, people, today),
		funding: {
			programmes,
			participations: inventParticipations(createDice(seed + 4), cases, { people, programmes }, today),
		},
		items,
		workshop,
		programme: { ...programme, attendance: inventAttendance(createDice(seed + 3)) },
		schedule: inventSchedule(createDice(seed + 2), clientsOf(counsellors, cases, programme), today),
		casework: {
			letters: inventLetters(createDice(seed + 6), cases, people, names, today),
			applications: inventApplications(createDice(seed + 7), cases, today),
		},
		partners: INVENTED_PARTNERS,
		passingOn: inventPassingOn(createDice(seed + 4), cases, today),
	};
}

/** Somebody who has no file of their own. */
const founderOf = (people: readonly PersonFields[], clients: readonly number[]): number =>
	people.findIndex((person, at) => person.employment === 'unemployed' && person.sex === 'w' && !clients.includes(at));

/** Whoever leads a current case file sees its person. */
const clientsOf = (counsellors: readonly number[], cases: readonly SampleCase[], { offers }: SampleProgramme) =>
	counsellors.map((counsellorIndex) => ({
		counsellorIndex,
		caseIndexes: cases.flatMap(({ ownerIndex, status }, at) =>
			ownerIndex === counsellorIndex && (status === 'open' || status === 'reopened') ? [at] : [],
		),
		// Every offer that a counsellor leads is weekly.
		leads: (day: LocalDate) =>
			offers
				.filter(
					({ leaderIndexes, fields }) =>
						leaderIndexes.includes(counsellorIndex) && weekdayIndex(fields.firstOn) === weekdayIndex(day),
				)
				.map(({ fields }) => fields),
	}));

type When = 'today' | 'overdue' | 'soon' | 'someday' | 'done';

/** About eighty, over the current cases; everything the day page distinguishes is there several times. */
function addTodos(dice: Dice, cases: readonly SampleCase[], today: LocalDate): void {
	const current = cases.filter((item) => item.status === 'open' || item.status === 'reopened');
	const plan: When[] = (Object.entries({ today: 6, overdue: 11, soon: 36, someday: 6, done: 22 }) as [When, number][]).flatMap(
		([when, times]) => Array.from({ length: times }, () => when),
	);
	for (const [index, when] of plan.entries()) {
		const item = current[index % current.length];
		if (item === undefined) return;
		const subjects = item.themes
			.flatMap((theme) => theme.todos)
			.filter((todo) => item.writer.fits(todo))
			.map((todo) => todo.text)
			.filter((subject) => item.todos.every((todo) => !sameStart(todo.subject, subject)));
		if (subjects.length === 0) continue;
		const subject = item.writer.write(dice.pick(subjects), today);
		item.todos = [...item.todos, { subject, ownerIndex: item.ownerIndex, ...whenDue(dice, when, today) }];
	}
}

/** Places in the text are filled in at its end. */
function sameStart(written: string, subject: string): boolean {
	return written.startsWith(subject.slice(0, subject.indexOf('{') === -1 ? undefined : subject.indexOf('{')));
}

function whenDue(dice: Dice, when: When, today: LocalDate): Pick<SampleTodo, 'due' | 'doneAt'> {
	switch (when) {
		case 'today':
			return { due: today, doneAt: null };
		case 'overdue':
			return { due: workingDayUpTo(addDays(today, -dice.whole(1, 18))), doneAt: null };
		case 'soon':
			return { due: addDays(today, dice.whole(1, 28)), doneAt: null };
		case 'someday':
			return { due: null, doneAt: null };
		case 'done': {
			const day = workingDayUpTo(addDays(today, -dice.whole(2, 60)));
			return { due: addDays(day, dice.whole(-3, 6)), doneAt: berlinInstant(day, dice.whole(9 * 60, 17 * 60)) };
		}
	}
}

import type { CaseFields, CaseStatus, ContactFields } from '#shared/features/cases/model.ts';
import type { PersonFields } from '#shared/features/people/model.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';
import { berlinInstant, isWorkingDay, workingDayFrom } from './calendar.ts';
import type { Dice } from './dice.ts';
import { createNoteWriter, type NoteWriter } from './fill-note.ts';
import { PROGRAMME_PLACES } from './invented-funding.ts';
import { BRIEF_CONTACTS, CLOSINGS, FIRST_MEETINGS } from './notes/beginning-and-end.ts';
import type { NoteText } from './notes/note-text.ts';
import { THEMES, type Theme } from './themes.ts';

/** Case files with their contact notes: each a small story that begins with a first meeting and stays on its themes. */

export interface SampleContact extends ContactFields {
	readonly authorIndex: number;
	readonly privateNote: string | null;
}

export interface SampleTodo {
	readonly subject: string;
	readonly due: LocalDate | null;
	readonly ownerIndex: number;
	/** ms UTC; null while open. */
	readonly doneAt: number | null;
}

export interface SampleCase extends Omit<CaseFields, 'ownerId' | 'deputyIds' | 'programmeId'> {
	readonly personIndex: number;
	readonly programmeIndex: number | null;
	readonly ownerIndex: number;
	readonly deputyIndexes: readonly number[];
	readonly status: CaseStatus;
	/** Oldest first. */
	readonly contacts: readonly SampleContact[];
	todos: readonly SampleTodo[];
	readonly themes: readonly Theme[];
	readonly writer: NoteWriter;
}

const SOURCES = [
	'Kita Regenbogen',
	'Jobcenter',
	'Schulsozialarbeit',
	'Nachbarin',
	'selbst gemeldet',
	'Migrationsberatung',
	'Hausarztpraxis',
	'Nähwerkstatt',
	'Elterncafé',
	'Repaircafé',
	null,
];
const MONTHS_BACK = 14;

/** What has been used so far, so that no text is worn out and nobody is in two meetings at once. */
interface Office {
	readonly dice: Dice;
	readonly today: LocalDate;
	readonly names: readonly string[];
	readonly counsellors: readonly number[];
	readonly used: Map<NoteText, number>;
	readonly busy: Map<string, { from: number; to: number }[]>;
}

/** One case for each of `personIndexes`; `members` are the counsellors' indexes and everybody's names. */
export function inventCases(
	dice: Dice,
	people: readonly PersonFields[],
	personIndexes: readonly number[],
	members: { names: readonly string[]; counsellors: readonly number[] },
	today: LocalDate,
): SampleCase[] {
	const office: Office = { dice, today, ...members, used: new Map(), busy: new Map() };
	return personIndexes.map((personIndex, index) => {
		const person = people[personIndex];
		if (person === undefined) throw new Error('no such person');
		return inventCase(office, person, personIndex, statusOf(index));
	});
}

/** Of sixty: eight closed, seven paused, three reopened, the rest open. */
function statusOf(index: number): CaseStatus {
	const place = index % 20;
	if (place === 3 || place === 9 || (place === 15 && index < 40)) return 'closed';
	if (place === 6 || place === 13 || (place === 18 && index < 20)) return 'paused';
	return place === 11 ? 'reopened' : 'open';
}

function inventCase(office: Office, person: PersonFields, personIndex: number, status: CaseStatus): SampleCase {
	const { dice, today } = office;
	const ownerIndex = dice.pick(office.counsellors);
	const other = office.counsellors.find((index) => index !== ownerIndex) ?? ownerIndex;
	const deputyIndexes = other !== ownerIndex && dice.chance(0.4) ? [other] : [];
	const writer = createNoteWriter(dice, person, office.names[other] ?? '', today);
	const story = inventStory(office, writer, status);
	const dates = inventDates(office, story.notes.length, status);
	const contacts = story.notes.map((note, index) => {
		const date = dates[index] ?? today;
		const authorIndex = index > 0 && deputyIndexes.length > 0 && dice.chance(0.2) ? other : ownerIndex;
		return inventContact(office, writer, note, date, dates[index + 1] ?? null, authorIndex, status, person.doNotCall);
	});
	return {
		personIndex,
		ownerIndex,
		deputyIndexes,
		status,
		openedOn: dates[0] ?? today,
		programmeIndex: dice.weighted<number | null>([
			[PROGRAMME_PLACES.neighbourhood, 40],
			[PROGRAMME_PLACES.women, person.sex === 'w' ? 18 : 0],
			[PROGRAMME_PLACES.arriving, person.nationality === 'DE' ? 0 : 20],
			[null, 22],
		]),
		source: dice.pick(SOURCES),
		concern: concernOf(dice, story.themes, writer),
		contacts,
		todos: [],
		themes: story.themes,
		writer,
	};
}

function concernOf(dice: Dice, themes: readonly Theme[], writer: NoteWriter): string {
	const fitting = themes.map((theme) => theme.concerns.filter((concern) => writer.fits(concern))).find((list) => list.length > 0);
	return fitting === undefined ? 'Beratung' : dice.pick(fitting).text;
}

/** A first meeting, then notes of its themes, some short contacts in between, and an ending when the case is closed. */
function inventStory(office: Office, writer: NoteWriter, status: CaseStatus): { notes: NoteText[]; themes: Theme[] } {
	const { dice } = office;
	const first = fresh(office, FIRST_MEETINGS, writer, 1)[0] ?? FIRST_MEETINGS[0];
	if (first === undefined) throw new Error('no first meeting');
	const themes = [
		...THEMES.filter((theme) => first.topics.includes(theme.topic)),
		...dice.shuffled(THEMES.filter((theme) => !first.topics.includes(theme.topic))).slice(0, 1),
	];
	const length = dice.weighted([
		[2, 14],
		[3, 24],
		[4, 26],
		[5, 18],
		[6, 12],
		[8, 6],
	] as const);
	const middle: NoteText[] = [];
	for (const [index, theme] of themes.entries()) {
		const share = Math.ceil((length - middle.length) / (themes.length - index));
		const pool = theme.notes.filter((note) => !middle.includes(note) && note.follows === undefined);
		const chosen = fresh(office, pool, writer, share);
		middle.push(
			...theme.notes.filter(
				(note, place) => chosen.includes(note) || (note.follows === true && chosen.includes(theme.notes[place - 1] as NoteText)),
			),
		);
	}
	const short = fresh(
		office,
		BRIEF_CONTACTS,
		writer,
		dice.weighted([
			[0, 35],
			[1, 45],
			[2, 20],
		] as const),
	);
	for (const note of short) middle.splice(dice.whole(Math.min(1, middle.length), middle.length), 0, note);
	const end = status === 'closed' ? fresh(office, CLOSINGS, writer, 1) : [];
	return { notes: [first, ...middle, ...end], themes };
}

/** `count` notes that fit, the least used first. */
function fresh(office: Office, notes: readonly NoteText[], writer: NoteWriter, count: number): NoteText[] {
	const used = (note: NoteText): number => office.used.get(note) ?? 0;
	const chosen = office.dice
		.shuffled(notes.filter((note) => writer.fits(note)))
		.sort((a, b) => used(a) - used(b))
		.slice(0, count);
	for (const note of chosen) office.used.set(note, used(note) + 1);
	return chosen;
}

/** Working days in the past, in order, none twice; an open case was seen lately, a paused one not for a while. */
function inventDates(office: Office, count: number, status: CaseStatus): LocalDate[] {
	const { dice, today } = office;
	const quiet = status === 'closed' ? dice.whole(15, 200) : status === 'paused' ? dice.whole(45, 110) : dice.whole(1, 24);
	const longest = Math.min(MONTHS_BACK * 30 - 5, quiet + count * 55);
	const start = dice.whole(Math.min(quiet + count * 6, longest), longest);
	const days = new Set<LocalDate>();
	// Free days are not all moved to the Friday before: that would leave no chair empty on Fridays.
	const workingDay = (date: LocalDate): LocalDate => (isWorkingDay(date) ? date : workingDay(addDays(date, -dice.whole(1, 4))));
	let day = workingDay(addDays(today, -quiet));
	for (let left = count; left > 0; left--) {
		days.add(day);
		// What is left of the time is shared out, unevenly, going back.
		const gap = Math.max(1, Math.round(((start - quiet) / count) * (0.4 + dice.next() * 1.1)));
		day = workingDay(addDays(day, -gap));
	}
	return [...days].sort();
}

function inventContact(
	office: Office,
	writer: NoteWriter,
	note: NoteText,
	date: LocalDate,
	nextDate: LocalDate | null,
	authorIndex: number,
	status: CaseStatus,
	doNotCall: boolean,
): SampleContact {
	const { dice } = office;
	const wanted = Math.round(dice.whole(note.minutes[0], note.minutes[1]) / 5) * 5;
	const { from, duration } = freeTime(office, authorIndex, date, wanted);
	const nextStep = note.next === undefined ? null : writer.write(note.next, date);
	// A step is due by the next contact; the last one of a paused or closed case is not expected any more.
	const due =
		nextDate === null
			? workingDayFrom(addDays(date, dice.whole(5, 21)))
			: earlier(workingDayFrom(addDays(date, dice.whole(3, 18))), nextDate);
	return {
		at: berlinInstant(date, from),
		duration,
		kind: dice.pick(
			doNotCall && note.kinds.some((kind) => kind !== 'phone') ? note.kinds.filter((kind) => kind !== 'phone') : note.kinds,
		),
		topics: [...note.topics],
		text: writer.write(note.text, date),
		nextStep,
		nextStepDue:
			nextStep === null || due <= date || (nextDate === null && status !== 'open' && status !== 'reopened') ? null : due,
		authorIndex,
		privateNote: note.privateNote !== undefined && dice.chance(0.5) ? note.privateNote : null,
	};
}

/**
 * Between nine and five (minutes after midnight), at a quarter of an hour, when the author is not with somebody else. On
 * a full day the contact is kept short.
 */
function freeTime(office: Office, authorIndex: number, date: LocalDate, wanted: number): { from: number; duration: number } {
	const key = `${authorIndex} ${date}`;
	const taken = office.busy.get(key) ?? [];
	for (const duration of [wanted, Math.min(wanted, 30), Math.min(wanted, 15)]) {
		const starts = Array.from({ length: Math.floor((8 * 60 - duration) / 15) + 1 }, (_, quarter) => 9 * 60 + quarter * 15);
		const free = starts.filter((start) => taken.every((other) => start >= other.to || start + duration <= other.from));
		if (free.length === 0) continue;
		const from = office.dice.pick(free);
		office.busy.set(key, [...taken, { from, to: from + duration }]);
		return { from, duration };
	}
	return { from: 9 * 60, duration: 0 };
}

const earlier = (a: LocalDate, b: LocalDate): LocalDate => (a < b ? a : b);

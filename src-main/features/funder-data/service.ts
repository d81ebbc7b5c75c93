import type { CaseFile } from '#shared/features/cases/model.ts';
import { type Incomplete, problemWith, reentered, settled } from '#shared/features/funder-data/answers.ts';
import { differencesOf } from '#shared/features/funder-data/differences.ts';
import { duesOf } from '#shared/features/funder-data/due.ts';
import {
	type AnswerField,
	type Answers,
	DONE_OF,
	FIELDS_OF,
	type FunderDue,
	type FunderRecord,
	NOT_BEGUN,
	type Part,
	type Participation,
	partOf,
	type Snapshot,
} from '#shared/features/funder-data/model.ts';
import type { FunderProgramme } from '#shared/features/funder-programmes/model.ts';
import type { Clock, Ids } from '#shared/kernel/environment.ts';
import type { CaseId, FunderProgrammeId, ParticipationId, PersonId } from '#shared/kernel/ids.ts';
import { type LocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { derivedId } from '../../records/derived-id.ts';
import type { Changes, Fields } from '../../records/merge.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { eventsOf, participations } from './queries.ts';
import { funderEventKind, participationKind } from './records.ts';

/** Decisions about what funders ask: what is frozen, how it changes all the same, and when what is due. */
export interface FunderDataService {
	get(session: Session, caseId: CaseId): FunderRecord | undefined;
	save(session: Session, caseId: CaseId, changes: Changes<Answers>): Result<void, FunderProblem>;
	complete(session: Session, caseId: CaseId, part: Part, changes: Changes<Answers>): Result<void, FunderProblem>;
	correct(session: Session, caseId: CaseId, part: Part, changes: Changes<Answers>, reason: string): Result<void, FunderProblem>;
	reenter(session: Session, caseId: CaseId, on: LocalDate): Result<void, FunderProblem>;
	/** Of the files that a member leads; the most urgent first. */
	due(session: Session): FunderDue[];
}

export type FunderProblem =
	| { readonly what: 'not_found' | 'closed' | 'business' | 'no_programme' | 'not_frozen' | 'not_left' }
	| { readonly what: 'frozen'; readonly part: Part }
	| { readonly what: 'incomplete'; readonly why: Incomplete };

/** A case file that belongs to a programme. */
export interface FundedCase {
	readonly id: CaseId;
	readonly personId: PersonId;
	readonly personName: string;
	readonly programmeId: FunderProgrammeId;
	readonly contactMinutes: number;
	/** Null while it is not closed. */
	readonly closedOn: LocalDate | null;
}

export interface FunderDataDeps {
	readonly ids: Ids;
	readonly clock: Clock;
	/** Undefined when there is no such file. */
	findCase(session: Session, id: CaseId): CaseFile | undefined;
	writableCase(session: Session, id: CaseId): Result<CaseFile, 'not_found' | 'closed'>;
	/** Of the member who is signed in. */
	ownCases(session: Session): readonly FundedCase[];
	casesOf(session: Session, people: readonly PersonId[]): readonly FundedCase[];
	/** Also when it was removed. */
	programme(session: Session, id: FunderProgrammeId): FunderProgramme | undefined;
	memberName(session: Session, id: string): string;
}

const fail = (what: Exclude<FunderProblem, { part: Part } | { why: Incomplete }>['what']) => err<FunderProblem>({ what });
const idOf = (personId: PersonId, programmeId: FunderProgrammeId) => derivedId(personId, programmeId) as ParticipationId;

export function createFunderDataService(deps: FunderDataDeps): FunderDataService {
	const vaultOf = (session: Session) => openVaultOf(session, 'counselling');
	const today = () => localDateOf(deps.clock.now());

	function known(session: Session, personId: PersonId, programmeId: FunderProgrammeId): Participation | undefined {
		return participations(vaultOf(session).reader, [personId]).find((one) => one.programmeId === programmeId);
	}

	/** What a write is about; entry data only of a file that is not closed. */
	function begin(session: Session, caseId: CaseId, part: Part) {
		const file = deps.findCase(session, caseId);
		if (!file) return fail('not_found');
		// A closed file takes no change by any procedure, with one exception that is the funder's: how somebody left, and what
		// became of them six months later, is asked when the file is closed already. Only the entry is part of its open time.
		if (part === 'entry' && !deps.writableCase(session, caseId).ok) return fail('closed');
		const { personId, programmeId } = file;
		// What is asked is asked of people.
		if (personId === null) return fail('business');
		if (programmeId === null) return fail('no_programme');
		const id = idOf(personId, programmeId);
		return ok({ known: known(session, personId, programmeId) ?? { ...NOT_BEGUN, id, personId, programmeId } });
	}

	function write(session: Session, before: Participation, after: Participation): void {
		const { id, personId, programmeId } = before;
		const fields = Object.keys(after) as (keyof Participation)[];
		const changes = Object.fromEntries(fields.filter((key) => before[key] !== after[key]).map((key) => [key, after[key]]));
		vaultOf(session).store.put(participationKind, id, { personId, programmeId }, changes as Fields, session.member);
	}

	function note(
		session: Session,
		what: 'completed' | 'corrected' | 'reentered',
		part: Part,
		of: Participation,
		reason: string | null,
	) {
		const fields: readonly AnswerField[] = what === 'reentered' ? [...FIELDS_OF.exit, ...FIELDS_OF.follow_up] : FIELDS_OF[part];
		const answers: Snapshot = Object.fromEntries(fields.map((field) => [field, of[field]]));
		const event = { participationId: of.id, what, part, reason, answers };
		vaultOf(session).store.append(funderEventKind, deps.ids.next(), event, session.member);
	}

	const laid = (known: Participation, changes: Changes<Answers>): Participation => {
		const given = Object.entries(changes).filter(([, value]) => value !== undefined);
		return { ...known, ...Object.fromEntries(given) };
	};
	/** Every part that is touched, with its answers made to agree with each other. */
	const agreed = (after: Participation, parts: Iterable<Part>): Participation => {
		let result = after;
		for (const part of parts) result = { ...result, ...settled(part, result) };
		return result;
	};
	const partsOf = (changes: Changes<Answers>) =>
		new Set((Object.keys(changes) as AnswerField[]).filter((field) => changes[field] !== undefined).map(partOf));

	function save(session: Session, caseId: CaseId, changes: Changes<Answers>): Result<void, FunderProblem> {
		const parts = partsOf(changes);
		const begun = begin(session, caseId, parts.has('entry') ? 'entry' : 'exit');
		if (!begun.ok) return begun;
		const { known } = begun.value;
		const frozen = [...parts].find((part) => known[DONE_OF[part]] !== null);
		if (frozen) return err({ what: 'frozen', part: frozen });
		write(session, known, agreed(laid(known, changes), parts));
		return ok(undefined);
	}

	return {
		get(session, caseId) {
			const file = deps.findCase(session, caseId);
			if (!file) return undefined;
			const none = { participation: null, contactMinutes: 0, closedOn: null, dues: [], differences: [], events: [] };
			const { personId } = file;
			if (personId === null) return { ...none, programme: null };
			const programme = file.programmeId === null ? undefined : deps.programme(session, file.programmeId);
			if (!programme) return { ...none, programme: null };
			const { reader } = vaultOf(session);
			const participation = known(session, personId, programme.id) ?? null;
			const events = eventsOf(reader, participation?.id ?? idOf(personId, programme.id)).map(({ member, ...event }) => ({
				...event,
				memberName: deps.memberName(session, member),
			}));
			const sum = summed(deps.casesOf(session, [personId]).filter((one) => one.programmeId === programme.id));
			return {
				...{ programme, participation, contactMinutes: sum.minutes, closedOn: sum.closedOn },
				dues: duesOf({ programme, participation, ...sum, today: today() }),
				differences: participation === null ? [] : differencesOf(participation, events),
				events: events.toReversed(),
			};
		},
		save: (session, caseId, changes) => vaultOf(session).store.atomically(() => save(session, caseId, changes)),
		complete: (session, caseId, part, changes) =>
			vaultOf(session).store.atomically((): Result<void, FunderProblem> => {
				if ([...partsOf(changes)].some((one) => one !== part)) return fail('not_found');
				const begun = begin(session, caseId, part);
				if (!begun.ok) return begun;
				const { known } = begun.value;
				if (known[DONE_OF[part]] !== null) return err({ what: 'frozen', part });
				const after = agreed(laid(known, changes), [part]);
				const why = problemWith(part, after, today());
				if (why !== null) return err({ what: 'incomplete', why });
				const done = { ...after, [DONE_OF[part]]: today() };
				write(session, known, done);
				note(session, 'completed', part, done, null);
				return ok(undefined);
			}),
		correct: (session, caseId, part, changes, reason) =>
			vaultOf(session).store.atomically((): Result<void, FunderProblem> => {
				if ([...partsOf(changes)].some((one) => one !== part)) return fail('not_found');
				const begun = begin(session, caseId, part);
				if (!begun.ok) return begun;
				const { known } = begun.value;
				if (known[DONE_OF[part]] === null) return fail('not_frozen');
				const after = agreed(laid(known, changes), [part]);
				const why = problemWith(part, after, today());
				if (why !== null) return err({ what: 'incomplete', why });
				write(session, known, after);
				note(session, 'corrected', part, after, reason);
				return ok(undefined);
			}),
		reenter: (session, caseId, on) =>
			vaultOf(session).store.atomically((): Result<void, FunderProblem> => {
				const begun = begin(session, caseId, 'entry');
				if (!begun.ok) return begun;
				const { known } = begun.value;
				if (known.exitDoneOn === null || known.exitOn === null || on < known.exitOn || on > today()) return fail('not_left');
				write(session, known, reentered(known, on));
				note(session, 'reentered', 'exit', known, null);
				return ok(undefined);
			}),
		due(session) {
			const own = deps.ownCases(session);
			const people = [...new Set(own.map(({ personId }) => personId))];
			const all = Map.groupBy(participations(vaultOf(session).reader, people), (one) => idOf(one.personId, one.programmeId));
			const theirs = Map.groupBy(deps.casesOf(session, people), ({ personId, programmeId }) => idOf(personId, programmeId));
			// Of several files of somebody in a programme, the newest speaks for all.
			const newest = new Map(own.map((one) => [idOf(one.personId, one.programmeId), one]));
			const programmes = new Map<FunderProgrammeId, FunderProgramme | undefined>();
			const found = [...newest].flatMap(([id, { id: caseId, personName, programmeId }]): FunderDue[] => {
				if (!programmes.has(programmeId)) programmes.set(programmeId, deps.programme(session, programmeId));
				const programme = programmes.get(programmeId);
				if (!programme) return [];
				const sum = summed(theirs.get(id) ?? []);
				return duesOf({ programme, participation: all.get(id)?.[0] ?? null, ...sum, today: today() })
					.filter(({ state }) => state !== 'later')
					.map((due) => ({ ...due, caseId, personName, programmeName: programme.name }));
			});
			return found.sort((a, b) => (a.until ?? '').localeCompare(b.until ?? '') || a.personName.localeCompare(b.personName, 'de'));
		},
	};
}

/** Hours of all files of one person in one programme; closed when all of them are, with the last. */
function summed(cases: readonly FundedCase[]): { minutes: number; closedOn: LocalDate | null } {
	const days = cases.map(({ closedOn }) => closedOn).filter((day) => day !== null);
	return {
		minutes: cases.reduce((sum, { contactMinutes }) => sum + contactMinutes, 0),
		closedOn: days.length === cases.length ? (days.sort().at(-1) ?? null) : null,
	};
}

import { z } from 'zod';
import { FunderProgramme } from '#shared/features/funder-programmes/model.ts';
import { PersonFields, Sex, YesNo } from '#shared/features/people/model.ts';
import { CaseId, FunderProgrammeId, ParticipationId, PersonId } from '#shared/kernel/ids.ts';
import { LocalDate } from '#shared/kernel/local-date.ts';

/**
 * What a funder asks about each participant (Förderdaten, design 7): on entry, on leaving and six months later. One
 * record per person and programme. Null means not asked yet, `keine_angabe` asked and refused: reports count both apart.
 */

/** Status on the labour market, in the funder's three words. */
const Employment = z.enum(['arbeitslos', 'nicht_erwerbstaetig', 'erwerbstaetig', 'keine_angabe']).nullable();
/** What a foreign degree amounts to, as near as the counsellor can say. */
const ComparableLevel = z
	.enum(['none', 'primary', 'lower_secondary', 'upper_secondary', 'post_secondary', 'tertiary', 'keine_angabe'])
	.nullable();
/** May somebody's origin, health or situation be noted? These are sensitive (Art. 9 DSGVO) and answered freely. */
const Consent = z.enum(['yes', 'no']).nullable();
const RefusableDate = z.union([LocalDate, z.literal('keine_angabe')]).nullable();

const { nationality, benefit, schoolDegree, vocationalDegree, disability } = PersonFields.shape;

/** As on the day of entry, whenever it is written down. */
const EntryAnswers = z.object({
	entryOn: LocalDate.nullable(),
	sex: Sex,
	birthDate: RefusableDate,
	nationality,
	employment: Employment,
	benefit,
	unemployedSince: RefusableDate,
	inEducation: YesNo,
	schoolDegree,
	vocationalDegree,
	comparableLevel: ComparableLevel,
	joblessHousehold: YesNo,
	dependentChildren: YesNo,
	singleAdult: YesNo,
	rural: YesNo,
	consentOrigin: Consent,
	bornAbroad: YesNo,
	parentsBornAbroad: YesNo,
	minority: YesNo,
	consentHealth: Consent,
	disability,
	consentSituation: Consent,
	homeless: YesNo,
	otherDisadvantage: YesNo,
});

/** As within the weeks after leaving; of two states the last one counts. */
const ExitAnswers = z.object({
	exitOn: LocalDate.nullable(),
	exitEmployment: Employment,
	exitJobSearch: YesNo,
	exitInEducation: YesNo,
	exitQualification: YesNo,
});

/** As on the day six months after leaving. */
const FollowUpAnswers = z.object({
	followUpOn: LocalDate.nullable(),
	followUpEmployment: Employment,
	followUpBetterPosition: YesNo,
});

export const Answers = z.object({ ...EntryAnswers.shape, ...ExitAnswers.shape, ...FollowUpAnswers.shape });
export type Answers = z.infer<typeof Answers>;
export type AnswerField = keyof Answers;

export const Part = z.enum(['entry', 'exit', 'follow_up']);
export type Part = z.infer<typeof Part>;

export const FIELDS_OF: Readonly<Record<Part, readonly AnswerField[]>> = {
	entry: Object.keys(EntryAnswers.shape) as AnswerField[],
	exit: Object.keys(ExitAnswers.shape) as AnswerField[],
	follow_up: Object.keys(FollowUpAnswers.shape) as AnswerField[],
};
export const partOf = (field: AnswerField): Part => Part.options.find((part) => FIELDS_OF[part].includes(field)) ?? 'entry';

/** The day that each part is about. */
export const DAY_OF = { entry: 'entryOn', exit: 'exitOn', follow_up: 'followUpOn' } as const satisfies Record<Part, AnswerField>;
/** The day on which each part was completed, and so frozen. */
export const DONE_OF = { entry: 'entryDoneOn', exit: 'exitDoneOn', follow_up: 'followUpDoneOn' } as const;

export const ParticipationFields = Answers.extend({
	personId: PersonId,
	programmeId: FunderProgrammeId,
	/** The last time somebody came back after leaving; `entryOn` stays the first day. */
	reenteredOn: LocalDate.nullable(),
	entryDoneOn: LocalDate.nullable(),
	exitDoneOn: LocalDate.nullable(),
	followUpDoneOn: LocalDate.nullable(),
});
export type ParticipationFields = z.infer<typeof ParticipationFields>;
export const Participation = ParticipationFields.extend({ id: ParticipationId });
export type Participation = z.infer<typeof Participation>;

export const EMPTY_ANSWERS = Object.fromEntries(Object.keys(Answers.shape).map((field) => [field, null])) as unknown as Answers;
export const NOT_BEGUN = { ...EMPTY_ANSWERS, reenteredOn: null, entryDoneOn: null, exitDoneOn: null, followUpDoneOn: null };

/** Answers as an event keeps them: of a whole part, as they stood then. */
export const Snapshot = z.record(z.string().max(60), z.string().max(60).nullable());
export type Snapshot = z.infer<typeof Snapshot>;

/** What happened to frozen data: written once, never changed. */
export const FunderEventKind = z.enum(['completed', 'corrected', 'reentered']);
export type FunderEventKind = z.infer<typeof FunderEventKind>;
export const FunderEvent = z.object({
	at: z.number(),
	memberName: z.string(),
	what: FunderEventKind,
	part: Part,
	reason: z.string().nullable(),
	answers: Snapshot,
});
export type FunderEvent = z.infer<typeof FunderEvent>;

/** One field of a completed part that two PCs wrote differently while apart. */
export const Difference = z.object({
	part: Part,
	field: z.string(),
	current: z.string().nullable(),
	/** Whose answer was which, the earlier first. */
	versions: z.array(z.object({ at: z.number(), memberName: z.string(), value: z.string().nullable() })),
});
export type Difference = z.infer<typeof Difference>;

/** later: not yet · due: now · overdue: should have been done by `until`. */
const DueState = z.enum(['later', 'due', 'overdue']);
export const Due = z.object({
	part: Part,
	state: DueState,
	/** First day of the window; null: from the hours on. */
	from: LocalDate.nullable(),
	until: LocalDate.nullable(),
	/** Minutes of counselling that are missing until the entry data are due; 0 for the others. */
	minutesLeft: z.int(),
});
export type Due = z.infer<typeof Due>;

/** All that the funder's side of a case file shows. */
export const FunderRecord = z.object({
	/** Null: the file belongs to no programme. */
	programme: FunderProgramme.nullable(),
	participation: Participation.nullable(),
	contactMinutes: z.int(),
	closedOn: LocalDate.nullable(),
	dues: z.array(Due),
	differences: z.array(Difference),
	/** The newest first. */
	events: z.array(FunderEvent),
});
export type FunderRecord = z.infer<typeof FunderRecord>;

export const FunderDue = Due.extend({ caseId: CaseId, personName: z.string(), programmeName: z.string() });
export type FunderDue = z.infer<typeof FunderDue>;

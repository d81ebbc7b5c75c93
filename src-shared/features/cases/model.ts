import { z } from 'zod';
import { BusinessId, CaseId, ContactId, FunderProgrammeId, MemberId, PersonId, TodoId } from '#shared/kernel/ids.ts';
import { LocalDate } from '#shared/kernel/local-date.ts';
import { optionalText } from '#shared/kernel/text.ts';
import { CaseStage } from './stage.ts';

/** Case files: the counselling of a person, or of a business, with its contact notes and to-dos (design 5). */

export const CaseStatus = z.enum(['open', 'paused', 'closed', 'reopened']);
export type CaseStatus = z.infer<typeof CaseStatus>;

export const CaseFields = z.object({
	ownerId: MemberId,
	deputyIds: z.array(MemberId).max(10),
	openedOn: LocalDate,
	/** Who pays for it: a programme of the office; null: none. */
	programmeId: FunderProgrammeId.nullable(),
	/** Who referred the client. */
	source: optionalText(200),
	/** What it is about, one line. */
	concern: optionalText(200),
});
export type CaseFields = z.infer<typeof CaseFields>;

export const CaseFile = CaseFields.extend({
	id: CaseId,
	number: z.string(),
	/** Whom it is about: one of the two, the other is null (see client.ts). */
	personId: PersonId.nullable(),
	businessId: BusinessId.nullable(),
	status: CaseStatus,
	createdAt: z.number(),
	updatedAt: z.number(),
});
export type CaseFile = z.infer<typeof CaseFile>;

export const CaseRow = z.object({
	id: CaseId,
	number: z.string(),
	personId: PersonId.nullable(),
	businessId: BusinessId.nullable(),
	/** `Yılmaz, Mehmet`, or what the business is called. */
	clientName: z.string(),
	concern: z.string().nullable(),
	/** What the programme is called; null: none. */
	programme: z.string().nullable(),
	status: CaseStatus,
	stage: CaseStage,
	ownerId: MemberId,
	ownerName: z.string(),
	deputyIds: z.array(MemberId),
	openedOn: LocalDate,
	lastContactAt: z.number().nullable(),
	contactMinutes: z.int(),
});
export type CaseRow = z.infer<typeof CaseRow>;

export const ContactKind = z.enum(['planned', 'walk_in', 'phone', 'home_visit', 'video', 'letter', 'third_party']);
export type ContactKind = z.infer<typeof ContactKind>;
export const ContactTopic = z.enum([
	'work',
	'language',
	'health',
	'family',
	'housing',
	'debts',
	'mobility',
	'digital',
	'authorities',
	'education',
	'other',
]);
export type ContactTopic = z.infer<typeof ContactTopic>;

export const ContactFields = z.object({
	/** Start, ms UTC; a number no calendar knows would break every list that shows it. */
	at: z
		.int()
		.min(0)
		.max(Date.UTC(9999, 11, 31)),
	/** Minutes; 0 = not counted. */
	duration: z
		.int()
		.min(0)
		.max(24 * 60),
	kind: ContactKind,
	topics: z.array(ContactTopic).max(20),
	text: z.string().max(100_000),
	nextStep: optionalText(500),
	nextStepDue: LocalDate.nullable(),
});
export type ContactFields = z.infer<typeof ContactFields>;

export const Contact = ContactFields.extend({
	id: ContactId,
	authorId: MemberId,
	authorName: z.string(),
	updatedAt: z.number(),
	/** none · own: `privateNote` holds the author's text · sealed: somebody else's, unreadable here · lost: own, but sealed to a lost key. */
	privateNoteState: z.enum(['none', 'own', 'sealed', 'lost']),
	privateNote: z.string().nullable(),
});
export type Contact = z.infer<typeof Contact>;

export const TodoFields = z.object({
	subject: z
		.string()
		.max(300)
		.transform((value) => value.normalize('NFC').trim())
		.pipe(z.string().min(1)),
	due: LocalDate.nullable(),
	ownerId: MemberId,
	caseId: CaseId.nullable(),
});
export const Todo = z.object({
	id: TodoId,
	subject: z.string(),
	due: LocalDate.nullable(),
	ownerId: MemberId,
	ownerName: z.string(),
	caseId: CaseId.nullable(),
	/** Whom it is about, when it belongs to a case. */
	clientName: z.string().nullable(),
	doneAt: z.number().nullable(),
});
export type Todo = z.infer<typeof Todo>;

/** What the access log of a case file keeps (design 3). */
export const CaseAccessKind = z.enum(['read', 'printed', 'exported', 'passed_without_release']);
export type CaseAccessKind = z.infer<typeof CaseAccessKind>;

/** Exported as what the person concerned was told of all that is stored about them (Art. 15 DSGVO). */
export const SubjectExportForm = z.enum(['subject_print', 'subject_archive']);
export type SubjectExportForm = z.infer<typeof SubjectExportForm>;

export const CaseAccess = z.object({
	at: z.number(),
	what: CaseAccessKind,
	/** Null: not exported for the person concerned. */
	form: SubjectExportForm.nullable(),
	/** How many passages were blackened in it. */
	blackened: z.int().nullable(),
	memberName: z.string(),
	deviceName: z.string(),
});
export type CaseAccess = z.infer<typeof CaseAccess>;

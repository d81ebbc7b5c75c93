import { z } from 'zod';
import { Page, procedure } from '#shared/contract-base.ts';
import { CaseId, ContactId, MemberId, PersonId, TodoId } from '#shared/kernel/ids.ts';
import { HandOver, HandOverReceipt } from './hand-over.ts';
import { CaseAccessKind, CaseFields, CaseFile, CaseRow, CaseStatus, Contact, ContactFields, Todo, TodoFields } from './model.ts';

export const CaseList = z.object({
	text: z.string().max(200),
	/** current: open, reopened and paused. */
	status: z.enum(['current', 'all', 'closed']),
	ownerId: MemberId.nullable(),
	/** Also those that the owner asked for only deputises. */
	orDeputy: z.boolean().optional(),
	sort: z.object({ by: z.enum(['person', 'number', 'openedOn', 'lastContact', 'owner']), descending: z.boolean() }),
});

/** The file is closed: it has to be reopened before anything in it changes. */
const CLOSED = { CLOSED: { status: 409 } };

export const cases = {
	list: procedure.input(CaseList.extend(Page.shape)).output(z.object({ rows: z.array(CaseRow), total: z.int() })),
	exportCsv: procedure.input(CaseList).output(z.object({ fileName: z.string(), text: z.string() })),
	/** Opening a case file is a read that the access log keeps (design 3). */
	get: procedure
		.input(z.object({ id: CaseId }))
		.output(z.object({ caseFile: CaseFile, personName: z.string(), ownerName: z.string(), contactMinutes: z.int() })),
	ofPerson: procedure.input(z.object({ personId: PersonId })).output(z.array(CaseRow)),
	open: procedure.input(CaseFields.extend({ personId: PersonId })).output(z.object({ id: CaseId })),
	update: procedure
		.input(z.object({ id: CaseId, changes: CaseFields.partial() }))
		.output(z.void())
		.errors(CLOSED),
	setStatus: procedure.input(z.object({ id: CaseId, status: CaseStatus })).output(z.void()),
	/** Tells the access log that the file goes to a printer. */
	notePrint: procedure.input(z.object({ id: CaseId })).output(z.void()),
	accesses: procedure
		.input(z.object({ id: CaseId }))
		.output(z.array(z.object({ at: z.number(), what: CaseAccessKind, memberName: z.string(), deviceName: z.string() }))),

	contacts: procedure.input(z.object({ caseId: CaseId })).output(z.array(Contact)),
	/** `privateNote` is sealed to the author's key before it is stored; null leaves none. */
	addContact: procedure
		.input(ContactFields.extend({ caseId: CaseId, privateNote: z.string().max(20_000).nullable() }))
		.output(z.object({ id: ContactId }))
		.errors(CLOSED),
	/** `privateNote`: undefined leaves it, null deletes it. Only its author may touch it. */
	updateContact: procedure
		.input(
			z.object({
				id: ContactId,
				changes: ContactFields.partial(),
				/** The text that the changed one was made from: what others wrote into it meanwhile stays. */
				base: z.object({ text: z.string().max(100_000) }).optional(),
				privateNote: z.string().max(20_000).nullable().optional(),
			}),
		)
		.output(z.void())
		.errors(CLOSED),
	removeContact: procedure
		.input(z.object({ id: ContactId }))
		.output(z.void())
		.errors(CLOSED),
	restoreContact: procedure
		.input(z.object({ id: ContactId }))
		.output(z.void())
		.errors(CLOSED),

	/** The new owner has to counsel here. What cannot be handed over is left out and named. */
	handOver: procedure
		.input(HandOver)
		.output(HandOverReceipt)
		.errors({ MEMBER: { status: 400 } }),
	/** Undo: what was changed again meanwhile stays as it is. */
	takeBack: procedure
		.input(HandOver.pick({ from: true, to: true }).extend(HandOverReceipt.pick({ cases: true, todoIds: true }).shape))
		.output(z.object({ count: z.int() })),

	/**
	 * Open ones first, by due date; with `ownerId` of one member, with `caseId` of one case. Without a case those of closed
	 * files are left out: nothing is to be done there until they are reopened.
	 */
	todos: procedure
		.input(z.object({ ownerId: MemberId.nullable(), caseId: CaseId.nullable(), includeDone: z.boolean() }))
		.output(z.array(Todo)),
	addTodo: procedure
		.input(TodoFields)
		.output(z.object({ id: TodoId }))
		.errors(CLOSED),
	updateTodo: procedure
		.input(z.object({ id: TodoId, changes: TodoFields.partial() }))
		.output(z.void())
		.errors(CLOSED),
	setTodoDone: procedure
		.input(z.object({ id: TodoId, done: z.boolean() }))
		.output(z.void())
		.errors(CLOSED),
	removeTodo: procedure
		.input(z.object({ id: TodoId }))
		.output(z.void())
		.errors(CLOSED),
	restoreTodo: procedure
		.input(z.object({ id: TodoId }))
		.output(z.void())
		.errors(CLOSED),
};

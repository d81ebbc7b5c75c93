import { z } from 'zod';
import { Page, procedure } from '#shared/contract-base.ts';
import { LifeArea } from '#shared/features/goals/model.ts';
import { BusinessId, CaseId, ClosingId, ContactId, GoalId, MemberId, PersonId, TodoId } from '#shared/kernel/ids.ts';
import { Closing, ClosingFields, ReopeningFields } from './closing.ts';
import { HandOver, HandOverReceipt } from './hand-over.ts';

import { CaseAccess, CaseFields, CaseFile, CaseRow, CaseStatus, Contact, ContactFields, Todo, TodoFields } from './model.ts';
import { CaseStage } from './stage.ts';

export const CaseList = z.object({
	text: z.string().max(200),
	/** current: open, reopened and paused. */
	status: z.enum(['current', 'all', 'closed']),
	ownerId: MemberId.nullable(),
	/** Also those that the owner asked for only deputises. */
	orDeputy: z.boolean().optional(),
	/** Only those that are there now; none: every one. */
	stage: CaseStage.optional(),
	sort: z.object({ by: z.enum(['client', 'number', 'openedOn', 'lastContact', 'owner']), descending: z.boolean() }),
});

/** The file is closed: it has to be reopened before anything in it changes. */
const CLOSED = { CLOSED: { status: 409 } };

export const cases = {
	list: procedure.input(CaseList.extend(Page.shape)).output(z.object({ rows: z.array(CaseRow), total: z.int() })),
	exportCsv: procedure.input(CaseList).output(z.object({ fileName: z.string(), text: z.string() })),
	/** Opening a case file is a read that the access log keeps (design 3). */
	get: procedure
		.input(z.object({ id: CaseId }))
		.output(
			z.object({ caseFile: CaseFile, clientName: z.string(), ownerName: z.string(), contactMinutes: z.int(), stage: CaseStage }),
		),
	ofPerson: procedure.input(z.object({ personId: PersonId })).output(z.array(CaseRow)),
	ofBusiness: procedure.input(z.object({ businessId: BusinessId })).output(z.array(CaseRow)),
	/** About a person or a business: whoever names both is not understood. */
	open: procedure
		.input(
			z.union([
				z.strictObject({ ...CaseFields.shape, businessId: BusinessId }),
				z.strictObject({ ...CaseFields.shape, personId: PersonId }),
			]),
		)
		.output(z.object({ id: CaseId })),
	update: procedure
		.input(z.object({ id: CaseId, changes: CaseFields.partial() }))
		.output(z.void())
		.errors(CLOSED),
	/** Lets a file rest, or goes on with it. Closing and reopening say more: see `close` and `reopen`. */
	setStatus: procedure
		.input(z.object({ id: CaseId, status: CaseStatus.extract(['open', 'paused']) }))
		.output(z.void())
		.errors(CLOSED),
	/** What came of every goal has to be said before, and the situation at exit; or why it is not. The file takes no change then. */
	close: procedure
		.input(ClosingFields.extend({ id: CaseId }))
		.output(z.object({ id: ClosingId }))
		.errors({
			...CLOSED,
			INCOMPLETE: { status: 409, data: z.object({ goals: z.array(GoalId), areas: z.array(LifeArea) }) },
			/** day: before the file was opened, or in the future. */
			INVALID: { status: 400, data: z.object({ what: z.enum(['day']) }) },
		}),
	reopen: procedure
		.input(ReopeningFields.extend({ id: CaseId }))
		.output(z.void())
		.errors({
			/** It is not closed (any more). */
			OUTDATED: { status: 409 },
		}),
	/** Newest first. `changedSince`: how much another PC wrote into the closed file, not knowing that it is; null: it is not closed. */
	closings: procedure.input(z.object({ id: CaseId })).output(
		z.object({
			closings: z.array(Closing),
			changedSince: z.object({ contacts: z.int(), todos: z.int(), goals: z.int() }).nullable(),
		}),
	),
	/** Tells the access log that the file goes to a printer. */
	notePrint: procedure.input(z.object({ id: CaseId })).output(z.void()),
	accesses: procedure.input(z.object({ id: CaseId })).output(z.array(CaseAccess)),

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
	/** Of a closed file they are frozen, and in nobody's day; what is to be done afterwards is a to-do without a file. */
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

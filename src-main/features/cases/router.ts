import { ORPCError } from '@orpc/server';
import { localDateOf } from '#shared/kernel/local-date.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { Procedures } from '../../access.ts';
import { noAccess, notFound } from '../../refuse.ts';
import type { ClosingService } from './closing-service.ts';
import type { CaseRefusal, CaseService } from './service.ts';

/** Maps the contract's procedures to the service. */
export function casesRouter(
	{ signedIn }: Procedures,
	{ cases, closing }: { cases: CaseService; closing: ClosingService },
	now: () => number,
) {
	const os = signedIn.cases;
	const must = (done: boolean) => {
		if (!done) notFound();
	};
	return {
		list: os.list.handler(({ input, context }) => cases.list(context.session, input)),
		exportCsv: os.exportCsv.handler(({ input, context }) => ({
			fileName: `Fallakten ${localDateOf(now())}.csv`,
			text: cases.exportCsv(context.session, input),
		})),
		get: os.get.handler(({ input, context }) => cases.open(context.session, input.id) ?? notFound()),
		ofPerson: os.ofPerson.handler(({ input, context }) => cases.ofPeople(context.session, [input.personId])),
		ofBusiness: os.ofBusiness.handler(({ input, context }) => cases.ofBusinesses(context.session, [input.businessId])),
		open: os.open.handler(({ input, context }) => {
			const about = 'personId' in input ? { personId: input.personId } : { businessId: input.businessId };
			const { personId: _person, businessId: _business, ...fields } = { personId: null, businessId: null, ...input };
			return { id: cases.create(context.session, about, fields) ?? notFound() };
		}),
		update: os.update.handler(({ input, context }) => answerOf(cases.update(context.session, input.id, input.changes))),
		setStatus: os.setStatus.handler(({ input, context }) =>
			answerOf(cases.setPaused(context.session, input.id, input.status === 'paused')),
		),
		close: os.close.handler(({ input: { id, ...fields }, context, errors }) => {
			const closed = closing.close(context.session, id, fields);
			if (closed.ok) return { id: closed.value };
			const { error } = closed;
			if (error.refused === 'incomplete') throw errors.INCOMPLETE({ data: { goals: error.goals, areas: error.areas } });
			if (error.refused === 'invalid') throw errors.INVALID({ data: { what: error.what } });
			throw error.refused === 'closed' ? errors.CLOSED() : notFound();
		}),
		reopen: os.reopen.handler(({ input, context, errors }) => {
			const reopened = closing.reopen(context.session, input.id, input.reason);
			if (reopened.ok) return;
			throw reopened.error === 'not_closed' ? errors.OUTDATED() : notFound();
		}),
		closings: os.closings.handler(({ input, context }) => closing.closings(context.session, input.id)),
		notePrint: os.notePrint.handler(({ input, context }) => must(cases.notePrint(context.session, input.id))),
		accesses: os.accesses.handler(({ input, context }) => cases.accesses(context.session, input.id)),

		contacts: os.contacts.handler(({ input, context }) => cases.contacts(context.session, input.caseId)),
		addContact: os.addContact.handler(({ input: { caseId, privateNote, ...fields }, context }) => ({
			id: answerOf(cases.addContact(context.session, caseId, fields, privateNote)),
		})),
		updateContact: os.updateContact.handler(({ input, context }) =>
			answerOf(cases.updateContact(context.session, input.id, input.changes, input.privateNote, input.base)),
		),
		removeContact: os.removeContact.handler(({ input, context }) => answerOf(cases.removeContact(context.session, input.id))),
		restoreContact: os.restoreContact.handler(({ input, context }) => answerOf(cases.restoreContact(context.session, input.id))),

		todos: os.todos.handler(({ input, context }) => cases.todos(context.session, input)),
		addTodo: os.addTodo.handler(({ input, context }) => ({ id: answerOf(cases.addTodo(context.session, input)) })),
		updateTodo: os.updateTodo.handler(({ input, context }) =>
			answerOf(cases.updateTodo(context.session, input.id, input.changes)),
		),
		setTodoDone: os.setTodoDone.handler(({ input, context }) =>
			answerOf(cases.updateTodo(context.session, input.id, { doneAt: input.done ? now() : null })),
		),
		removeTodo: os.removeTodo.handler(({ input, context }) => answerOf(cases.removeTodo(context.session, input.id))),
		restoreTodo: os.restoreTodo.handler(({ input, context }) => answerOf(cases.restoreTodo(context.session, input.id))),

		handOver: os.handOver.handler(({ input, context }) => {
			const done = cases.handOver(context.session, input);
			if (done.ok) return done.value;
			throw new ORPCError('MEMBER', { status: 400 });
		}),
		takeBack: os.takeBack.handler(({ input, context }) => ({ count: cases.takeBack(context.session, input) })),
	};
}

/** What a service gave, or its refusal as the contract's. */
function answerOf<T>(result: Result<T, CaseRefusal>): T {
	if (result.ok) return result.value;
	if (result.error === 'closed') throw new ORPCError('CLOSED', { status: 409 });
	return result.error === 'not_author' ? noAccess() : notFound();
}

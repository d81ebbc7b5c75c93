import { localDateOf } from '#shared/kernel/local-date.ts';
import type { Procedures } from '../../access.ts';
import { noAccess, notFound } from '../../refuse.ts';
import type { CaseService } from './service.ts';

/** Maps the contract's procedures to the service. */
export function casesRouter({ signedIn }: Procedures, cases: CaseService, now: () => number) {
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
		open: os.open.handler(({ input: { personId, ...fields }, context }) => ({
			id: cases.create(context.session, personId, fields) ?? notFound(),
		})),
		update: os.update.handler(({ input, context }) => must(cases.update(context.session, input.id, input.changes))),
		setStatus: os.setStatus.handler(({ input, context }) =>
			must(cases.update(context.session, input.id, { status: input.status })),
		),
		accesses: os.accesses.handler(({ input, context }) => cases.accesses(context.session, input.id)),

		contacts: os.contacts.handler(({ input, context }) => cases.contacts(context.session, input.caseId)),
		addContact: os.addContact.handler(({ input: { caseId, privateNote, ...fields }, context }) => ({
			id: cases.addContact(context.session, caseId, fields, privateNote) ?? notFound(),
		})),
		updateContact: os.updateContact.handler(({ input, context }) => {
			const updated = cases.updateContact(context.session, input.id, input.changes, input.privateNote);
			if (updated.ok) return;
			if (updated.error === 'not_author') noAccess();
			notFound();
		}),
		removeContact: os.removeContact.handler(({ input, context }) => must(cases.removeContact(context.session, input.id))),
		restoreContact: os.restoreContact.handler(({ input, context }) => must(cases.restoreContact(context.session, input.id))),

		todos: os.todos.handler(({ input, context }) => cases.todos(context.session, input)),
		addTodo: os.addTodo.handler(({ input, context }) => ({ id: cases.addTodo(context.session, input) })),
		updateTodo: os.updateTodo.handler(({ input, context }) => must(cases.updateTodo(context.session, input.id, input.changes))),
		setTodoDone: os.setTodoDone.handler(({ input, context }) =>
			must(cases.updateTodo(context.session, input.id, { doneAt: input.done ? now() : null })),
		),
		removeTodo: os.removeTodo.handler(({ input, context }) => must(cases.removeTodo(context.session, input.id))),
	};
}

import { ORPCError } from '@orpc/server';
import type { Result } from '#shared/kernel/result.ts';
import type { Procedures } from '../../access.ts';
import { notFound } from '../../refuse.ts';
import type { LetterRefusal, LetterService } from './service.ts';

/** Maps the contract's procedures to the service. */
export function lettersRouter({ signedIn }: Procedures, letters: LetterService) {
	const os = signedIn.letters;
	const must = (done: boolean) => {
		if (!done) notFound();
	};
	return {
		templates: os.templates.handler(({ context }) => letters.templates(context.session)),
		addTemplate: os.addTemplate.handler(({ input, context }) => ({ id: letters.addTemplate(context.session, input) })),
		changeTemplate: os.changeTemplate.handler(({ input, context }) =>
			must(letters.changeTemplate(context.session, input.id, input.changes, input.base)),
		),
		removeTemplate: os.removeTemplate.handler(({ input, context }) => must(letters.removeTemplate(context.session, input.id))),
		restoreTemplate: os.restoreTemplate.handler(({ input, context }) => must(letters.restoreTemplate(context.session, input.id))),
		adoptStarters: os.adoptStarters.handler(({ context }) => ({ ids: letters.adoptStarters(context.session) })),

		ofCase: os.ofCase.handler(({ input, context }) => letters.ofCase(context.session, input.caseId)),
		get: os.get.handler(({ input, context }) => letters.get(context.session, input.id) ?? notFound()),
		create: os.create.handler(({ input: { caseId, ...fields }, context }) => ({
			id: answerOf(letters.create(context.session, caseId, fields)),
		})),
		change: os.change.handler(({ input, context }) =>
			answerOf(letters.change(context.session, input.id, input.changes, input.base)),
		),
		finish: os.finish.handler(({ input, context }) => answerOf(letters.finish(context.session, input.id))),
		remove: os.remove.handler(({ input, context }) => answerOf(letters.remove(context.session, input.id))),
		restore: os.restore.handler(({ input, context }) => answerOf(letters.restore(context.session, input.id))),
	};
}

/** What a service gave, or its refusal as the contract's. */
function answerOf<T>(result: Result<T, LetterRefusal>): T {
	if (result.ok) return result.value;
	if (result.error === 'not_found') return notFound();
	throw new ORPCError(result.error === 'closed' ? 'CLOSED' : 'FINAL', { status: 409 });
}

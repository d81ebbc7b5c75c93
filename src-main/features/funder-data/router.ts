import type { Procedures } from '../../access.ts';
import { notFound } from '../../refuse.ts';
import type { FunderDataService, FunderProblem } from './service.ts';

/** Maps the contract's procedures to the service. */
export function funderDataRouter({ signedIn }: Procedures, funderData: FunderDataService) {
	const os = signedIn.funderData;
	type Errors = Parameters<Parameters<typeof os.save.handler>[0]>[0]['errors'];
	const refuse = (problem: FunderProblem, errors: Errors): never => {
		switch (problem.what) {
			case 'closed':
				throw errors.CLOSED();
			case 'business':
				throw errors.BUSINESS();
			case 'no_programme':
				throw errors.NO_PROGRAMME();
			case 'frozen':
				throw errors.FROZEN({ data: { part: problem.part } });
			case 'not_frozen':
				throw errors.NOT_FROZEN();
			case 'not_left':
				throw errors.NOT_LEFT();
			case 'incomplete':
				throw errors.INVALID({ data: { what: problem.why } });
			default:
				return notFound();
		}
	};
	return {
		get: os.get.handler(({ input, context }) => funderData.get(context.session, input.caseId) ?? notFound()),
		save: os.save.handler(({ input, context, errors }) => {
			const saved = funderData.save(context.session, input.caseId, input.changes);
			if (!saved.ok) refuse(saved.error, errors);
		}),
		complete: os.complete.handler(({ input, context, errors }) => {
			const completed = funderData.complete(context.session, input.caseId, input.part, input.changes);
			if (!completed.ok) refuse(completed.error, errors);
		}),
		correct: os.correct.handler(({ input, context, errors }) => {
			const { caseId, part, changes, reason } = input;
			const corrected = funderData.correct(context.session, caseId, part, changes, reason);
			if (!corrected.ok) refuse(corrected.error, errors);
		}),
		reenter: os.reenter.handler(({ input, context, errors }) => {
			const back = funderData.reenter(context.session, input.caseId, input.on);
			if (!back.ok) refuse(back.error, errors);
		}),
		due: os.due.handler(({ context }) => funderData.due(context.session)),
	};
}

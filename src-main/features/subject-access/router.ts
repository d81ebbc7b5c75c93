import type { Procedures } from '../../access.ts';
import { notFound } from '../../refuse.ts';
import type { SubjectAccessService } from './service.ts';

/** Maps the contract's procedures to the service. */
export function subjectAccessRouter({ signedIn }: Procedures, subjectAccess: SubjectAccessService) {
	const os = signedIn.subjectAccess;
	return {
		get: os.get.handler(({ input, context }) => subjectAccess.get(context.session, input.personId) ?? notFound()),
		prepare: os.prepare.handler(({ input: { personId, ...selection }, context, errors }) => {
			const prepared = subjectAccess.prepare(context.session, personId, selection);
			if (prepared.ok) return prepared.value;
			if (prepared.error === 'stale') throw errors.STALE();
			throw prepared.error === 'day' ? errors.INVALID({ data: { what: 'day' } }) : notFound();
		}),
		noteExport: os.noteExport.handler(({ input: { personId, ...note }, context }) => {
			if (!subjectAccess.noteExport(context.session, personId, note)) notFound();
		}),
	};
}

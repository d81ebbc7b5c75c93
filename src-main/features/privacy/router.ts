import type { Result } from '#shared/kernel/result.ts';
import type { Procedures } from '../../access.ts';
import { notFound } from '../../refuse.ts';
import type { BorrowerErasing } from './borrowers.ts';
import type { createDue } from './due.ts';
import type { createErased } from './erased.ts';
import { retentionRules } from './rules.ts';
import type { EraseRefusal, PrivacyService } from './service.ts';

export interface PrivacyParts {
	readonly privacy: PrivacyService;
	readonly due: ReturnType<typeof createDue>;
	readonly erased: ReturnType<typeof createErased>;
	readonly borrowers: BorrowerErasing;
}

/** Maps the contract's procedures to the services. */
export function privacyRouter({ signedIn }: Procedures, { privacy, due, erased, borrowers }: PrivacyParts) {
	const os = signedIn.privacy;
	return {
		rules: os.rules.handler(({ context }) => retentionRules.get(context.session)),
		saveRules: os.saveRules.handler(({ input, context }) => retentionRules.save(context.session, input)),
		due: os.due.handler(({ context }) => due.list(context.session)),
		preview: os.preview.handler(({ input, context }) => privacy.preview(context.session, input.personId) ?? notFound()),
		exclude: os.exclude.handler(({ input, context, errors }) => {
			const done = privacy.exclude(context.session, input.personId, input.exclusion);
			if (done.ok) return;
			if (done.error === 'day') throw errors.INVALID({ data: { what: 'day' } });
			notFound();
		}),
		include: os.include.handler(({ input, context }) => {
			if (!privacy.include(context.session, input.personId)) notFound();
		}),
		erase: os.erase.handler(({ input: { personId, ...confirmed }, context, errors }) =>
			doneOrRefused(privacy.erase(context.session, personId, confirmed), (why) => errors.REFUSED({ data: { why } })),
		),
		erased: os.erased.handler(({ context }) => erased.list(context.session, 'person')),
		copies: os.copies.handler(({ context }) => erased.copies(context.session, 'person')),
		dueBorrowers: os.dueBorrowers.handler(({ context }) => borrowers.due(context.session)),
		previewBorrower: os.previewBorrower.handler(
			({ input, context }) => borrowers.preview(context.session, input.borrowerId) ?? notFound(),
		),
		eraseBorrower: os.eraseBorrower.handler(({ input: { borrowerId, ...confirmed }, context, errors }) =>
			doneOrRefused(borrowers.erase(context.session, borrowerId, confirmed), (why) => errors.REFUSED({ data: { why } })),
		),
		erasedBorrowers: os.erasedBorrowers.handler(({ context }) => erased.list(context.session, 'borrower')),
		copiesOfBorrowers: os.copiesOfBorrowers.handler(({ context }) => erased.copies(context.session, 'borrower')),
	};
}

function doneOrRefused<Id>(
	done: Result<Id, EraseRefusal>,
	refused: (why: Exclude<EraseRefusal, 'not_found'>) => Error,
): { id: Id } {
	if (done.ok) return { id: done.value };
	if (done.error === 'not_found') return notFound();
	throw refused(done.error);
}

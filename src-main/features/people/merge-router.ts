import type { Procedures } from '../../access.ts';
import { notFound } from '../../refuse.ts';
import type { MergeService } from './merge-service.ts';

/** Maps the contract's procedures about one human with several records to the service. */
export function mergeRouter({ signedIn }: Procedures, merging: MergeService) {
	const os = signedIn.people;
	return {
		mergePreview: os.mergePreview.handler(
			({ input, context }) => merging.preview(context.session, input.keepId, input.awayId) ?? notFound(),
		),
		merge: os.merge.handler(({ input, context, errors }) => {
			const merged = merging.merge(context.session, input.keepId, input.awayId, input.fromAway) ?? notFound();
			if (!merged.ok) throw errors.TOO_MUCH({ data: merged.error });
		}),
		separate: os.separate.handler(({ input, context }) => {
			if (!merging.separate(context.session, input.id)) notFound();
		}),
		survivor: os.survivor.handler(({ input, context }) => merging.survivor(context.session, input.id)),
		mergedHere: os.mergedHere.handler(({ input, context }) => merging.mergedHere(context.session, input.id)),
		pairs: os.pairs.handler(({ context }) => merging.pairs(context.session)),
		setDistinct: os.setDistinct.handler(({ input, context }) => {
			if (!merging.setDistinct(context.session, input.oneId, input.otherId, input.distinct)) notFound();
		}),
		borrower: os.borrower.handler(({ input, context }) => {
			const found = merging.borrower(context.session, input.id);
			return found === undefined ? notFound() : found;
		}),
		linkBorrower: os.linkBorrower.handler(({ input, context }) => {
			if (!merging.linkBorrower(context.session, input.id, input.borrowerId)) notFound();
		}),
	};
}

import { localDateOf } from '#shared/kernel/local-date.ts';
import type { Procedures } from '../../access.ts';
import { notFound } from '../../refuse.ts';
import type { BorrowerService } from './service.ts';

/** Maps the contract's procedures to the service. */
export function borrowersRouter({ signedIn }: Procedures, borrowers: BorrowerService, now: () => number) {
	const os = signedIn.borrowers;
	return {
		list: os.list.handler(({ input, context }) => borrowers.list(context.session, input)),
		get: os.get.handler(({ input, context }) => borrowers.get(context.session, input.id) ?? notFound()),
		create: os.create.handler(({ input, context }) => borrowers.create(context.session, input)),
		update: os.update.handler(({ input, context }) => {
			if (!borrowers.update(context.session, input.id, input.changes)) notFound();
		}),
		block: os.block.handler(({ input, context }) => {
			if (!borrowers.block(context.session, input.id, input.reason)) notFound();
		}),
		remove: os.remove.handler(({ input, context, errors }) => {
			const removed = borrowers.remove(context.session, input.id);
			if (removed.ok) return;
			if (removed.error.refused === 'has_loans') throw errors.HAS_LOANS({ data: { lines: removed.error.lines } });
			notFound();
		}),
		restore: os.restore.handler(({ input, context }) => {
			if (!borrowers.restore(context.session, input.id)) notFound();
		}),
		duplicates: os.duplicates.handler(({ input, context }) => borrowers.duplicates(context.session, input)),
		exportCsv: os.exportCsv.handler(({ input, context }) => ({
			fileName: `Entleiher ${localDateOf(now())}.csv`,
			text: borrowers.exportCsv(context.session, input),
		})),
	};
}

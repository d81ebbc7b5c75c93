import type { Procedures } from '../../access.ts';
import { notFound } from '../../refuse.ts';
import type { ProgrammeService } from './service.ts';

/** Maps the contract's procedures to the service. */
export function funderProgrammesRouter({ signedIn }: Procedures, programmes: ProgrammeService) {
	const os = signedIn.funderProgrammes;
	return {
		list: os.list.handler(({ context }) => programmes.list(context.session)),
		create: os.create.handler(({ input, context, errors }) => {
			const created = programmes.create(context.session, input);
			if (created.ok) return { id: created.value };
			if (created.error === 'name_taken') throw errors.NAME_TAKEN();
			throw errors.INVALID({ data: { what: created.error } });
		}),
		update: os.update.handler(({ input, context, errors }) => {
			const updated = programmes.update(context.session, input.id, input.changes);
			if (updated.ok) return;
			if (updated.error === 'name_taken') throw errors.NAME_TAKEN();
			if (updated.error === 'ends_early') throw errors.INVALID({ data: { what: updated.error } });
			notFound();
		}),
		setTerms: os.setTerms.handler(({ input, context }) => {
			if (!programmes.setTerms(context.session, input.id, input.validFrom, input.terms)) notFound();
		}),
		removeTerms: os.removeTerms.handler(({ input, context, errors }) => {
			const removed = programmes.removeTerms(context.session, input.id, input.validFrom);
			if (removed.ok) return;
			if (removed.error === 'last') throw errors.LAST();
			notFound();
		}),
		remove: os.remove.handler(({ input, context }) => {
			if (!programmes.remove(context.session, input.id)) notFound();
		}),
		restore: os.restore.handler(({ input, context, errors }) => {
			const restored = programmes.restore(context.session, input.id);
			if (restored.ok) return;
			if (restored.error === 'name_taken') throw errors.NAME_TAKEN();
			notFound();
		}),
	};
}

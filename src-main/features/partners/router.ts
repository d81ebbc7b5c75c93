import type { Procedures } from '../../access.ts';
import { notFound } from '../../refuse.ts';
import type { PartnerService } from './service.ts';

/** Maps the contract's procedures to the service. */
export function partnersRouter({ signedIn }: Procedures, partners: PartnerService) {
	const os = signedIn.partners;
	const must = (done: boolean) => {
		if (!done) notFound();
	};
	return {
		list: os.list.handler(({ context }) => partners.list(context.session)),
		create: os.create.handler(({ input, context }) => ({ id: partners.create(context.session, input) })),
		update: os.update.handler(({ input, context }) => must(partners.update(context.session, input.id, input.changes))),
		remove: os.remove.handler(({ input, context }) => must(partners.remove(context.session, input.id))),
		restore: os.restore.handler(({ input, context }) => must(partners.restore(context.session, input.id))),
	};
}

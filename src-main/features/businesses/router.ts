import { localDateOf } from '#shared/kernel/local-date.ts';
import type { Procedures } from '../../access.ts';
import { notFound } from '../../refuse.ts';
import type { BusinessService } from './service.ts';

/** Maps the contract's procedures to the service. */
export function businessesRouter({ signedIn }: Procedures, businesses: BusinessService, now: () => number) {
	const os = signedIn.businesses;
	const must = (done: boolean) => {
		if (!done) notFound();
	};
	return {
		list: os.list.handler(({ input, context }) => businesses.list(context.session, input)),
		exportCsv: os.exportCsv.handler(({ input, context }) => ({
			fileName: `Unternehmen ${localDateOf(now())}.csv`,
			text: businesses.exportCsv(context.session, input),
		})),
		get: os.get.handler(({ input, context }) => businesses.get(context.session, input.id) ?? notFound()),
		ofPerson: os.ofPerson.handler(({ input, context }) => businesses.ofPerson(context.session, input.personId)),
		create: os.create.handler(({ input, context }) => ({ id: businesses.create(context.session, input) ?? notFound() })),
		update: os.update.handler(({ input, context }) =>
			must(businesses.update(context.session, input.id, input.changes, input.base)),
		),
		remove: os.remove.handler(({ input, context, errors }) => {
			const removed = businesses.remove(context.session, input.id);
			if (removed.ok) return;
			if (removed.error === 'has_cases') throw errors.HAS_CASES();
			if (removed.error === 'has_appointments') throw errors.HAS_APPOINTMENTS();
			notFound();
		}),
		restore: os.restore.handler(({ input, context }) => must(businesses.restore(context.session, input.id))),
		duplicates: os.duplicates.handler(({ input, context }) => businesses.duplicates(context.session, input)),

		addSite: os.addSite.handler(({ input: { businessId, fields, isMain }, context }) => ({
			id: businesses.addSite(context.session, businessId, fields, isMain) ?? notFound(),
		})),
		changeSite: os.changeSite.handler(({ input: { id, changes, isMain }, context }) =>
			must(businesses.changeSite(context.session, id, changes, isMain)),
		),
		removeSite: os.removeSite.handler(({ input, context }) => must(businesses.removeSite(context.session, input.id))),
		restoreSite: os.restoreSite.handler(({ input, context }) => must(businesses.restoreSite(context.session, input.id))),
		addContact: os.addContact.handler(({ input: { businessId, fields, isMain }, context }) => ({
			id: businesses.addContact(context.session, businessId, fields, isMain) ?? notFound(),
		})),
		changeContact: os.changeContact.handler(({ input: { id, changes, isMain }, context }) =>
			must(businesses.changeContact(context.session, id, changes, isMain)),
		),
		removeContact: os.removeContact.handler(({ input, context }) => must(businesses.removeContact(context.session, input.id))),
		restoreContact: os.restoreContact.handler(({ input, context }) => must(businesses.restoreContact(context.session, input.id))),
	};
}

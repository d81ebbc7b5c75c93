import type { Procedures } from '../../access.ts';
import { notFound } from '../../refuse.ts';
import type { WaitingListService } from './service.ts';

/** Maps the contract's procedures to the service. */
export function waitingListRouter({ signedIn }: Procedures, waitingList: WaitingListService) {
	const os = signedIn.waitingList;
	return {
		list: os.list.handler(({ context }) => waitingList.list(context.session)),
		freed: os.freed.handler(({ context }) => waitingList.freed(context.session)),
		add: os.add.handler(({ input, context, errors }) => {
			const added = waitingList.add(context.session, input);
			if (added.ok) return { id: added.value };
			throw errors.INVALID({ data: { what: added.error } });
		}),
		change: os.change.handler(({ input, context, errors }) => {
			const changed = waitingList.change(context.session, input.id, input.changes);
			if (changed.ok) return;
			if (changed.error === 'not_found') notFound();
			else throw errors.INVALID({ data: { what: changed.error } });
		}),
		remove: os.remove.handler(({ input, context }) => {
			if (!waitingList.remove(context.session, input.id)) notFound();
		}),
		restore: os.restore.handler(({ input, context }) => {
			if (!waitingList.restore(context.session, input.id)) notFound();
		}),
	};
}

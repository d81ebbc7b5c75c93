import type { Procedures } from '../../access.ts';
import { notFound } from '../../refuse.ts';
import type { RoomService } from './service.ts';

/** Maps the contract's procedures to the service. */
export function roomsRouter({ signedIn }: Procedures, rooms: RoomService) {
	const os = signedIn.rooms;
	return {
		list: os.list.handler(({ context }) => rooms.list(context.session)),
		create: os.create.handler(({ input, context, errors }) => {
			const created = rooms.create(context.session, input);
			if (!created.ok) throw errors.NAME_TAKEN();
			return created.value;
		}),
		update: os.update.handler(({ input, context, errors }) => {
			const updated = rooms.update(context.session, input.id, input.changes);
			if (updated.ok) return;
			if (updated.error === 'name_taken') throw errors.NAME_TAKEN();
			notFound();
		}),
		remove: os.remove.handler(({ input, context }) => {
			if (!rooms.remove(context.session, input.id)) notFound();
		}),
		restore: os.restore.handler(({ input, context, errors }) => {
			const restored = rooms.restore(context.session, input.id);
			if (restored.ok) return;
			if (restored.error === 'name_taken') throw errors.NAME_TAKEN();
			notFound();
		}),
	};
}

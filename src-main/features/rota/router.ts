import type { Procedures } from '../../access.ts';
import { noAccess, notFound } from '../../refuse.ts';
import type { RotaService } from './service.ts';

/** Maps the contract's procedures to the service. */
export function rotaRouter({ signedIn }: Procedures, rota: RotaService) {
	const os = signedIn.rota;
	return {
		duties: os.duties.handler(({ input, context }) => rota.duties(context.session, input.from, input.until)),
		change: os.change.handler(({ input, context, errors }) => {
			const changed = rota.change(context.session, input);
			if (changed.ok) return changed.value;
			switch (changed.error) {
				case 'house_closed':
					throw errors.HOUSE_CLOSED();
				case 'past':
					throw errors.PAST();
				case 'no_access':
					return noAccess();
				case 'not_found':
					return notFound();
			}
		}),
		copyWeek: os.copyWeek.handler(({ input, context }) => ({ come: rota.copyWeek(context.session, input.monday) })),
	};
}

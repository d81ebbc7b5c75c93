import { localDateOf } from '#shared/kernel/local-date.ts';
import type { Procedures } from '../../access.ts';
import { notFound } from '../../refuse.ts';
import type { HoldService } from './hold-service.ts';
import type { ReservationService } from './service.ts';

/** Maps the contract's procedures to the services. */
export function reservationsRouter(
	{ signedIn }: Procedures,
	reservations: ReservationService,
	holds: HoldService,
	now: () => number,
) {
	const os = signedIn.reservations;
	return {
		list: os.list.handler(({ input, context }) => reservations.list(context.session, input)),
		check: os.check.handler(({ input, context, errors }) => {
			const checked = reservations.check(context.session, input);
			if (checked.ok) return checked.value;
			if (checked.error === 'impossible_date') throw errors.IMPOSSIBLE_DATE();
			return notFound();
		}),
		create: os.create.handler(({ input, context, errors }) => {
			const created = reservations.create(context.session, input);
			if (created.ok) return created.value;
			if (created.error.refused === 'conflicts') throw errors.CONFLICTS({ data: { conflicts: created.error.conflicts } });
			if (created.error.refused === 'impossible_date') throw errors.IMPOSSIBLE_DATE();
			return notFound();
		}),
		cancel: os.cancel.handler(({ input, context }) => {
			if (!reservations.cancel(context.session, input.id)) notFound();
		}),
		reopen: os.reopen.handler(({ input, context }) => {
			if (!reservations.reopen(context.session, input.ids)) notFound();
		}),
		holds: os.holds.handler(({ input, context }) => holds.list(context.session, input)),
		hold: os.hold.handler(({ input, context, errors }) => {
			const held = holds.hold(context.session, input);
			if (held.ok) return held.value;
			if (held.error === 'already_waiting') throw errors.ALREADY_WAITING();
			return notFound();
		}),
		cancelHold: os.cancelHold.handler(({ input, context }) => {
			if (!holds.cancel(context.session, input.id)) notFound();
		}),
		reopenHold: os.reopenHold.handler(({ input, context }) => {
			if (!holds.reopen(context.session, input.id)) notFound();
		}),
		availability: os.availability.handler(({ input, context }) => reservations.availability(context.session, input)),
		doubles: os.doubles.handler(({ context }) => reservations.doubles(context.session)),
		settleDouble: os.settleDouble.handler(({ input, context, errors }) => {
			const cancelled = reservations.settleDouble(context.session, input.stays, input.note);
			if (!cancelled) throw errors.OUTDATED();
			return { cancelled };
		}),
		exportCsv: os.exportCsv.handler(({ input, context }) => ({
			fileName: `Reservierungen ${localDateOf(now())}.csv`,
			text: reservations.exportCsv(context.session, input),
		})),
	};
}

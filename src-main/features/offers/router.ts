import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { Procedures } from '../../access.ts';
import { notFound } from '../../refuse.ts';
import type { OfferProblem, OfferService } from './service.ts';

/** Maps the contract's procedures to the service. */
export function offersRouter({ signedIn }: Procedures, offers: OfferService) {
	const os = signedIn.offers;
	return {
		list: os.list.handler(({ context }) => offers.list(context.session)),
		get: os.get.handler(({ input, context }) => offers.get(context.session, input.id) ?? notFound()),
		sessions: os.sessions.handler(({ input, context }) => offers.sessions(context.session, input)),
		preview: os.preview.handler(({ input, context, errors }) => {
			const previewed = offers.preview(context.session, input);
			return previewed.ok ? previewed.value : refuse(previewed.error, errors);
		}),
		create: os.create.handler(({ input, context, errors }) => {
			const created = offers.create(context.session, input);
			return created.ok ? created.value : refuse(created.error, errors);
		}),
		update: os.update.handler(({ input, context, errors }) => {
			const updated = offers.update(context.session, input.id, input.changes);
			if (!updated.ok) refuse(updated.error, errors);
		}),
		split: os.split.handler(({ input, context, errors }) => {
			const split = offers.split(context.session, input, input.changes);
			return split.ok ? split.value : refuse(split.error, errors);
		}),
		rejoin: os.rejoin.handler(({ input, context, errors }) => {
			const rejoined = offers.rejoin(context.session, input.id, input.laterId, input.rule);
			if (!rejoined.ok) refuse(rejoined.error, errors);
		}),
		changeSession: os.changeSession.handler(({ input, context, errors }) => {
			const changed = offers.changeSession(context.session, input, input.changes, input.helpers);
			if (changed.ok) return changed.value;
			if (changed.error === 'impossible_time') throw errors.IMPOSSIBLE_TIME();
			return notFound();
		}),
		doubles: os.doubles.handler(({ context }) => offers.doubles(context.session)),
		keepDouble: os.keepDouble.handler(({ input, context, errors }) => {
			if (!offers.keepDouble(context.session, input.ids)) throw errors.OUTDATED();
		}),
		help: os.help.handler(({ input, context, errors }) => {
			const said = offers.help(context.session, input, input.helps);
			if (said.ok) return;
			if (said.error === 'not_found') return notFound();
			throw errors.NOT_COMING({ data: { why: said.error } });
		}),
		remove: os.remove.handler(({ input, context }) => {
			if (!offers.remove(context.session, input.id)) notFound();
		}),
		restore: os.restore.handler(({ input, context }) => {
			if (!offers.restore(context.session, input.id)) notFound();
		}),
	};
}

interface Refusals {
	IMPOSSIBLE_TIME(): Error;
	OFF_RULE(about: { data: { next: LocalDate | null } }): Error;
}

function refuse(problem: OfferProblem, errors: Refusals): never {
	if (problem === 'not_found') return notFound();
	if (problem === 'impossible_time') throw errors.IMPOSSIBLE_TIME();
	throw errors.OFF_RULE({ data: problem });
}

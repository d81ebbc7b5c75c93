import { localDateOf } from '#shared/kernel/local-date.ts';
import type { Procedures } from '../../access.ts';
import { notFound } from '../../refuse.ts';
import type { StocktakeService } from './service.ts';

/** Maps the contract's procedures to the service. */
export function stocktakeRouter({ signedIn }: Procedures, stocktakes: StocktakeService, now: () => number) {
	const os = signedIn.stocktake;
	return {
		list: os.list.handler(({ context }) => stocktakes.list(context.session)),
		start: os.start.handler(({ input, context }) => ({ id: stocktakes.start(context.session, input) })),
		standing: os.standing.handler(({ input, context }) => stocktakes.standing(context.session, input.id) ?? notFound()),
		findings: os.findings.handler(({ input, context }) => stocktakes.findings(context.session, input.id) ?? notFound()),
		lastScans: os.lastScans.handler(
			({ input, context }) => stocktakes.lastScans(context.session, input.id, input.limit) ?? notFound(),
		),
		scan: os.scan.handler(({ input, context, errors }) => {
			const answer = stocktakes.scan(context.session, input);
			if (answer.ok) return answer.value;
			if (answer.error === 'finished') throw errors.FINISHED();
			return notFound();
		}),
		countParts: os.countParts.handler(({ input, context, errors }) => {
			const counted = stocktakes.countParts(context.session, input.id, input.kitId, input.shelf);
			if (counted.ok) return { counted: counted.value };
			if (counted.error === 'finished') throw errors.FINISHED();
			return notFound();
		}),
		settle: os.settle.handler(({ input, context, errors }) => {
			const settled = stocktakes.settle(context.session, input.id, input.action, input.of);
			if (settled.ok) return { actionIds: settled.value };
			if (settled.error === 'finished') throw errors.FINISHED();
			if (settled.error === 'outdated') throw errors.OUTDATED();
			return notFound();
		}),
		undo: os.undo.handler(({ input, context, errors }) => {
			const undone = stocktakes.undo(context.session, input.id, input.actionIds);
			if (undone.ok) return { undone: undone.value };
			if (undone.error === 'finished') throw errors.FINISHED();
			if (undone.error === 'too_late') throw errors.TOO_LATE();
			return notFound();
		}),
		finish: os.finish.handler(({ input, context }) => {
			if (!stocktakes.finish(context.session, input.id)) notFound();
		}),
		reopen: os.reopen.handler(({ input, context }) => {
			if (!stocktakes.reopen(context.session, input.id)) notFound();
		}),
		remove: os.remove.handler(({ input, context }) => {
			if (!stocktakes.remove(context.session, input.id)) notFound();
		}),
		restore: os.restore.handler(({ input, context }) => {
			if (!stocktakes.restore(context.session, input.id)) notFound();
		}),
		exportCsv: os.exportCsv.handler(({ input, context }) => {
			const text = stocktakes.exportCsv(context.session, input.id);
			if (text === undefined) return notFound();
			return { fileName: `Inventur ${localDateOf(now())}.csv`, text };
		}),
	};
}

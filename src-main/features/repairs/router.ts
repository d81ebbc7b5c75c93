import { localDateOf } from '#shared/kernel/local-date.ts';
import type { Procedures } from '../../access.ts';
import { notFound } from '../../refuse.ts';
import type { RepairsService } from './service.ts';

/** Maps the contract's procedures to the service. */
export function repairsRouter({ signedIn }: Procedures, repairs: RepairsService, now: () => number) {
	const os = signedIn.repairs;
	const { tools, waivers } = repairs;
	return {
		list: os.list.handler(({ input, context }) => repairs.list(context.session, input)),
		board: os.board.handler(({ context }) => repairs.board(context.session)),
		get: os.get.handler(({ input, context }) => repairs.get(context.session, input.id) ?? notFound()),
		enter: os.enter.handler(({ input, context, errors }) => {
			const entered = repairs.enter(context.session, input);
			if (entered.ok) return entered.value;
			throw errors.IMPOSSIBLE_DATE();
		}),
		update: os.update.handler(({ input, context, errors }) => {
			const updated = repairs.update(context.session, input.id, input.changes, input.base);
			if (updated.ok) return;
			throw updated.error === 'untested' ? errors.UNTESTED() : notFound();
		}),
		take: os.take.handler(({ input, context, errors }) => {
			const taken = repairs.take(context.session, input.id);
			if (taken.ok) return taken.value;
			throw taken.error === 'no_such_step' ? errors.NO_SUCH_STEP() : notFound();
		}),
		leave: os.leave.handler(({ input, context, errors }) => {
			const left = repairs.leave(context.session, input.id, input.before);
			if (left.ok) return;
			throw left.error === 'no_such_step' ? errors.NO_SUCH_STEP() : notFound();
		}),
		setHelper: os.setHelper.handler(({ input, context }) => {
			if (!repairs.setHelper(context.session, input.id, input.memberId, input.helps)) notFound();
		}),
		move: os.move.handler(({ input, context, errors }) => {
			const moved = repairs.move(context.session, input.id, input.to, input.helpers);
			if (moved.ok) return moved.value;
			throw moved.error === 'no_such_step' ? errors.NO_SUCH_STEP() : notFound();
		}),
		finish: os.finish.handler(({ input, context, errors }) => {
			const finished = repairs.finish(context.session, input.id, input);
			if (finished.ok) return finished.value;
			switch (finished.error) {
				case 'untested':
					throw errors.UNTESTED();
				case 'barrier':
					throw errors.BARRIER();
				case 'not_found':
					return notFound();
			}
		}),
		test: os.test.handler(({ input, context, errors }) => {
			const tested = repairs.test(context.session, input.id, input.result);
			if (tested.ok) return;
			throw tested.error === 'untested' ? errors.UNTESTED() : notFound();
		}),
		remove: os.remove.handler(({ input, context }) => {
			if (!repairs.remove(context.session, input.id)) notFound();
		}),
		restore: os.restore.handler(({ input, context }) => {
			if (!repairs.restore(context.session, input.id)) notFound();
		}),
		exportCsv: os.exportCsv.handler(({ input, context }) => ({
			fileName: `Reparaturen ${localDateOf(now())}.csv`,
			text: repairs.exportCsv(context.session, input),
		})),
		itemWords: os.itemWords.handler(({ context }) => repairs.itemWords(context.session)),

		tools: os.tools.handler(({ input, context }) => tools.of(context.session, input.id) ?? notFound()),
		lendTool: os.lendTool.handler(({ input, context, errors }) => {
			const lent = tools.lend(context.session, input);
			if (lent.ok) return lent.value;
			if (lent.error.refused === 'obstacles') throw errors.REFUSED({ data: { obstacles: lent.error.obstacles } });
			return notFound();
		}),
		returnTool: os.returnTool.handler(({ input, context, errors }) => {
			const returned = tools.takeBack(context.session, input.id, input.lineId);
			if (!returned) throw errors.OUTDATED();
			return { returned };
		}),

		waiver: os.waiver.handler(({ context }) => waivers.current(context.session)),
		waivers: os.waivers.handler(({ context }) => waivers.all(context.session)),
		waiverText: os.waiverText.handler(({ input, context }) => waivers.get(context.session, input.id) ?? notFound()),
		saveWaiver: os.saveWaiver.handler(({ input, context }) => ({ id: waivers.save(context.session, input.text) })),
	};
}

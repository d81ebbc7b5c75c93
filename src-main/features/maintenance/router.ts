import { localDateOf } from '#shared/kernel/local-date.ts';
import type { Procedures } from '../../access.ts';
import { notFound } from '../../refuse.ts';
import type { MaintenanceService } from './service.ts';

/** Maps the contract's procedures to the service. */
export function maintenanceRouter({ signedIn }: Procedures, maintenance: MaintenanceService, now: () => number) {
	const os = signedIn.maintenance;
	const { manuals } = maintenance;
	return {
		list: os.list.handler(({ input, context }) => maintenance.list(context.session, input)),
		get: os.get.handler(({ input, context }) => maintenance.get(context.session, input.id) ?? notFound()),
		report: os.report.handler(({ input, context, errors }) => {
			const entered = maintenance.enter(context.session, input);
			if (entered.ok) return { id: entered.value };
			throw entered.error === 'impossible_date' ? errors.IMPOSSIBLE_DATE() : notFound();
		}),
		update: os.update.handler(({ input, context, errors }) => {
			const updated = maintenance.update(context.session, input.id, input.changes, input.base);
			if (updated.ok) return;
			throw updated.error === 'impossible_date' ? errors.IMPOSSIBLE_DATE() : notFound();
		}),
		setStage: os.setStage.handler(({ input, context }) => {
			if (!maintenance.setStage(context.session, input.id, input.stage, input)) notFound();
		}),
		remove: os.remove.handler(({ input, context }) => {
			if (!maintenance.withdraw(context.session, input.id)) notFound();
		}),
		restore: os.restore.handler(({ input, context }) => {
			if (!maintenance.restore(context.session, input.id)) notFound();
		}),
		exportCsv: os.exportCsv.handler(({ input, context }) => ({
			fileName: `Schadensfälle ${localDateOf(now())}.csv`,
			text: maintenance.exportCsv(context.session, input),
		})),
		manualFacts: os.manualFacts.handler(({ input, context }) => manuals.facts(context.session, input.itemId)),
		manual: os.manual.handler(({ input, context }) => {
			const pdf = manuals.get(context.session, input.itemId);
			return pdf === null ? notFound() : { pdf };
		}),
		setManual: os.setManual.handler(({ input, context }) => {
			if (!manuals.set(context.session, input.itemId, input.pdf)) notFound();
		}),
	};
}

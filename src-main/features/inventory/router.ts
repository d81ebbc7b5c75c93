import { localDateOf } from '#shared/kernel/local-date.ts';
import type { Procedures } from '../../access.ts';
import { progressOf } from '../../progress.ts';
import { notFound } from '../../refuse.ts';
import type { ItemImportService } from './import-service.ts';
import type { InventoryService } from './service.ts';

/** Maps the contract's procedures to the service. */
export function inventoryRouter(
	{ signedIn }: Procedures,
	inventory: InventoryService,
	imports: ItemImportService,
	now: () => number,
) {
	const os = signedIn.inventory;
	return {
		list: os.list.handler(({ input, context }) => inventory.list(context.session, input)),
		words: os.words.handler(({ context }) => inventory.words(context.session)),
		get: os.get.handler(({ input, context }) => inventory.get(context.session, input.id) ?? notFound()),
		find: os.find.handler(({ input, context }) => inventory.find(context.session, input.number) ?? notFound()),
		nextNumber: os.nextNumber.handler(({ context }) => ({ number: inventory.nextNumber(context.session) })),
		create: os.create.handler(({ input, context, errors }) => {
			const created = inventory.create(context.session, input);
			if (created.ok) return created.value;
			if (created.error.refused === 'part') throw errors.PART_REFUSED({ data: created.error.part });
			throw errors.NUMBER_TAKEN({ data: created.error.by });
		}),
		update: os.update.handler(({ input, context, errors }) => {
			const updated = inventory.update(context.session, input.id, input.changes);
			if (updated.ok) return;
			if (updated.error.refused === 'part') throw errors.PART_REFUSED({ data: updated.error.part });
			if (updated.error.refused === 'number_taken') throw errors.NUMBER_TAKEN({ data: updated.error.by });
			notFound();
		}),
		setState: os.setState.handler(({ input, context }) => {
			if (!inventory.setState(context.session, input.id, input.state, input.reason)) notFound();
		}),
		recordTests: os.recordTests.handler(({ input, context }) => {
			if (!inventory.recordTests(context.session, input.ids, input.testedUntil)) notFound();
		}),
		setPhoto: os.setPhoto.handler(({ input, context }) => {
			if (!inventory.setPhoto(context.session, input.id, input.photo)) notFound();
		}),
		remove: os.remove.handler(({ input, context }) => {
			if (!inventory.remove(context.session, input.id)) notFound();
		}),
		restore: os.restore.handler(({ input, context }) => {
			if (!inventory.restore(context.session, input.id)) notFound();
		}),
		doubles: os.doubles.handler(({ context }) => inventory.doubles(context.session)),
		exportCsv: os.exportCsv.handler(({ input, context }) => ({
			fileName: `Inventar ${localDateOf(now())}.csv`,
			text: inventory.exportCsv(context.session, input),
		})),
		previewImport: os.previewImport.handler(({ input, context, errors }) => {
			const preview = imports.preview(context.session, input);
			if (!preview.ok) throw errors.INVALID_FILE({ data: { reason: preview.error } });
			return preview.value;
		}),
		runImport: os.runImport.handler(({ input, context, errors }) =>
			progressOf(async (report, isCancelled) => {
				const run = await imports.run(context.session, input, report, isCancelled);
				if (!run.ok) throw errors.INVALID_FILE({ data: { reason: run.error } });
			}),
		),
	};
}

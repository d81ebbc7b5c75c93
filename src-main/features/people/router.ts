import { localDateOf } from '#shared/kernel/local-date.ts';
import type { Procedures } from '../../access.ts';
import { progressOf } from '../../progress.ts';
import { notFound } from '../../refuse.ts';
import type { ImportService } from './import-service.ts';
import type { PeopleService } from './service.ts';

/** Maps the contract's procedures to the service. */
export function peopleRouter({ signedIn }: Procedures, people: PeopleService, imports: ImportService, now: () => number) {
	const os = signedIn.people;
	return {
		list: os.list.handler(({ input, context }) => people.list(context.session, input)),
		get: os.get.handler(({ input, context }) => people.get(context.session, input.id) ?? notFound()),
		create: os.create.handler(({ input, context }) => ({ id: people.create(context.session, input) })),
		update: os.update.handler(({ input, context }) => {
			if (!people.update(context.session, input.id, input.changes, input.base)) notFound();
		}),
		remove: os.remove.handler(({ input, context, errors }) => {
			const removed = people.remove(context.session, input.id);
			if (removed.ok) return;
			if (removed.error === 'has_cases') throw errors.HAS_CASES();
			if (removed.error === 'has_appointments') throw errors.HAS_APPOINTMENTS();
			notFound();
		}),
		restore: os.restore.handler(({ input, context }) => {
			if (!people.restore(context.session, input.id)) notFound();
		}),
		duplicates: os.duplicates.handler(({ input, context }) => people.duplicates(context.session, input)),
		exportCsv: os.exportCsv.handler(({ input, context }) => ({
			fileName: `Personen ${localDateOf(now())}.csv`,
			text: people.exportCsv(context.session, input),
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

import type { Procedures } from '../../access.ts';
import { progressOf } from '../../progress.ts';
import type { ImportProgress } from './import-service.ts';
import type { OpenRepairDataService } from './service.ts';

/** Maps the contract's procedures to the service. */
export function openRepairDataRouter({ signedIn }: Procedures, data: OpenRepairDataService) {
	const os = signedIn.openRepairData;
	return {
		settings: os.settings.handler(({ context }) => data.settings(context.session)),
		saveSettings: os.saveSettings.handler(({ input, context }) => data.saveSettings(context.session, input)),
		previewImport: os.previewImport.handler(async ({ input, context, errors }) => {
			const preview = await data.imports.preview(context.session, input.content);
			if (!preview.ok) throw errors.INVALID_FILE({ data: preview.error });
			return preview.value;
		}),
		runImport: os.runImport.handler(({ input, context, errors }) =>
			progressOf<ImportProgress>(async (report, isCancelled) => {
				const run = await data.imports.run(context.session, input.content, report, isCancelled);
				if (!run.ok) throw errors.INVALID_FILE({ data: run.error });
			}),
		),
		figures: os.figures.handler(({ input, context }) => data.figures(context.session, input)),
		exportPreview: os.exportPreview.handler(({ input, context }) => data.exports.preview(context.session, input)),
		exportFiles: os.exportFiles.handler(({ input, context, errors }) => {
			const { token, texts, ...selection } = input;
			const files = data.exports.files(context.session, selection, { token, texts });
			if (files.ok) return { files: files.value };
			throw files.error === 'no_settings' ? errors.NO_SETTINGS() : errors.NOT_REVIEWED();
		}),
	};
}

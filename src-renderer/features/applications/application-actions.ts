import { useTexts } from '#renderer/i18n/texts.ts';
import { client } from '#renderer/rpc/client.ts';
import { showError, showUndo } from '#renderer/ui/undo-toast.tsx';
import { type Application, moveTo, type Stage } from '#shared/features/applications/model.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';
import { refreshApplications } from './refresh-applications.ts';
import { texts } from './texts.ts';

/** What can be done with an application at once, each with a way back. */
export function useApplicationActions(application: Application) {
	const t = useTexts(texts);
	const { id, employer } = application;
	const attempt = async (work: () => Promise<void>, said: string, undo: () => Promise<void>) => {
		try {
			await work();
		} catch (error) {
			showError(error);
			return;
		}
		showUndo(said, async () => {
			await undo();
			await refreshApplications();
		});
		await refreshApplications();
	};
	return {
		move(stage: Stage) {
			const { sentOn, reply, repliedOn, outcome } = application;
			const changes = moveTo(stage, application, localDateOf(Date.now()));
			return attempt(
				() => client.applications.change({ id, changes }),
				t.moved(employer, t.stage[stage]),
				() => client.applications.change({ id, changes: { sentOn, reply, repliedOn, outcome } }),
			);
		},
		remove: () =>
			attempt(
				() => client.applications.remove({ id }),
				t.removed(employer),
				() => client.applications.restore({ id }),
			),
	};
}

import { showError, showUndo } from '#renderer/ui/undo-toast.tsx';
import { refreshPassingOn } from './refresh-passing-on.ts';

/** Removes something that was entered by mistake, with an undo. */
export async function takeOut(said: string, remove: () => Promise<unknown>, restore: () => Promise<unknown>): Promise<void> {
	try {
		await remove();
	} catch (error) {
		showError(error);
		return;
	}
	showUndo(said, async () => {
		await restore();
		await refreshPassingOn();
	});
	await refreshPassingOn();
}

import { currentTexts } from '#renderer/i18n/texts.ts';
import { client } from '#renderer/rpc/client.ts';
import { showError, showUndo } from '#renderer/ui/undo-toast.tsx';
import type { Appointment, AppointmentState, SeriesScope } from '#shared/features/appointments/model.ts';
import { refreshAppointments } from './refresh-appointments.ts';
import { texts } from './texts.ts';

/** What is done to an appointment with one click, each with its undo. */

export async function setState({ id, state: before, personNames }: Appointment, state: AppointmentState): Promise<void> {
	const t = currentTexts(texts);
	const set = async (next: AppointmentState) => {
		await client.appointments.setState({ id, state: next });
		await refreshAppointments();
	};
	try {
		await set(state);
		showUndo(t.stateDone(personNames.join(', '), t.state[state]), () => set(before));
	} catch (error) {
		showError(error);
	}
}

export async function remove({ id }: Appointment, scope: SeriesScope): Promise<void> {
	const t = currentTexts(texts);
	try {
		const { removed } = await client.appointments.remove({ id, scope });
		showUndo(t.removed(removed.length), async () => {
			await client.appointments.restore({ ids: removed });
			await refreshAppointments();
		});
		await refreshAppointments();
		// The row with the menu that had the focus is gone.
		document.querySelector<HTMLElement>('[data-page-title]')?.focus({ preventScroll: true });
	} catch (error) {
		showError(error);
	}
}

import { tellFreed } from '#renderer/features/waiting-list/tell-freed.tsx';
import { currentTexts } from '#renderer/i18n/texts.ts';
import { client } from '#renderer/rpc/client.ts';
import { showError, showUndo } from '#renderer/ui/undo-toast.tsx';
import {
	type Appointment,
	type AppointmentFields,
	type AppointmentState,
	isFreed,
	type SeriesScope,
} from '#shared/features/appointments/model.ts';
import { refreshAppointments } from './refresh-appointments.ts';
import { texts } from './texts.ts';

/** What is done to an appointment with one click, each with its undo. */

export async function setState(appointment: Appointment, state: AppointmentState): Promise<void> {
	const { id, state: before, clientNames } = appointment;
	const t = currentTexts(texts);
	const set = async (next: AppointmentState) => {
		await client.appointments.setState({ id, state: next });
		await refreshAppointments();
	};
	try {
		await set(state);
		showUndo(t.stateDone(clientNames.join(', '), t.state[state]), () => set(before));
		if (isFreed(state)) await tellFreed(appointment);
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

/** Undo gives each of them back what it had before; the reason it needs where it meets something again is that undoing. */
export async function changeAppointments(
	before: Appointment,
	scope: SeriesScope,
	changes: Partial<AppointmentFields>,
): Promise<{ count: number; undo(): Promise<void> }> {
	const all = scope === 'this' ? [before] : await ofSameClient(before);
	const { changed } = await client.appointments.change({ id: before.id, scope, changes });
	const undo = async () => {
		for (const one of all.filter(({ id }) => changed.includes(id))) {
			const {
				id,
				state: _state,
				seriesId: _series,
				personNames: _people,
				clientNames: _clients,
				counsellorNames: _names,
				roomName: _room,
				...old
			} = one;
			const reason = old.reason ?? currentTexts(texts).undoReason;
			await client.appointments.change({ id, scope: 'this', changes: { ...old, reason } });
		}
		await refreshAppointments();
	};
	return { count: changed.length, undo };
}

/** Among them are all of its series. */
async function ofSameClient(one: Appointment): Promise<Appointment[]> {
	const { businessId } = one;
	const [personId] = one.personIds;
	if (businessId !== null) return client.appointments.ofBusiness({ businessId });
	return personId === undefined ? [one] : client.appointments.ofPerson({ personId });
}

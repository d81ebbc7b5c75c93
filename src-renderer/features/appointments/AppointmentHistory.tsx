import { useQuery } from '@tanstack/react-query';
import { HistoryDrawer } from '#renderer/features/records/HistoryDrawer.tsx';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import type { Appointment, AppointmentKind, AppointmentState } from '#shared/features/appointments/model.ts';
import { texts } from './texts.ts';

/** Who moved an appointment, who decided it, and when. */
export function AppointmentHistory({ appointment, onClose }: { appointment: Appointment; onClose(): void }) {
	const t = useTexts(texts);
	const members = useQuery(api.members.list.queryOptions());
	const choices = useQuery(api.appointments.choices.queryOptions());
	const names = new Map<string, string>([
		...(members.data ?? []).map(({ id, name }): [string, string] => [id, name]),
		...(choices.data?.rooms ?? []).map(({ id, name }): [string, string] => [id, name]),
		...(appointment.businessId === null ? [] : [[appointment.businessId, appointment.clientNames[0] ?? '–'] as [string, string]]),
		...appointment.personIds.map((id, at): [string, string] => [id, appointment.personNames[at] ?? '–']),
	]);
	return (
		<HistoryDrawer
			table="appointment"
			id={appointment.id}
			opened
			onClose={onClose}
			fieldNames={t.field}
			formatValue={(field, value) => {
				if (field === 'state') return t.state[value as AppointmentState];
				if (field === 'kind') return t.kind[value as AppointmentKind];
				if (!['personIds', 'businessId', 'counsellorIds', 'roomId'].includes(field)) return undefined;
				return [value]
					.flat()
					.map((id) => names.get(String(id)) ?? '?')
					.join(', ');
			}}
		/>
	);
}

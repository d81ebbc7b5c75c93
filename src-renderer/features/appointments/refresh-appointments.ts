import { api, queryClient } from '#renderer/rpc/api.ts';

/** After a change made here; those of others are heard of by `live.ts`. */
export async function refreshAppointments(): Promise<void> {
	await Promise.all(
		[api.appointments.key(), api.schedule.key(), api.waitingList.key()].map((queryKey) =>
			queryClient.invalidateQueries({ queryKey }),
		),
	);
}

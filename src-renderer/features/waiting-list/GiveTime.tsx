import { BookDialog } from '#renderer/features/appointments/BookDialog.tsx';
import { client } from '#renderer/rpc/client.ts';
import type { OpenSlot, Waiting } from '#shared/features/waiting-list/model.ts';
import { minutesOf, wallTimeAt } from '#shared/kernel/wall-time.ts';
import { refreshWaitingList } from './refresh-waiting-list.ts';

/** Books the time for who waits, or moves the appointment they have to it; then they wait no more. */
export function GiveTime({ waiting, slot, onClose }: { waiting: Waiting; slot: OpenSlot; onClose(): void }) {
	const { id, personId, appointment, minutes, kind } = waiting;
	const { day, from, roomId, counsellorIds } = slot;
	const until = wallTimeAt(minutesOf(from) + minutes);
	return (
		<BookDialog
			{...(appointment === null ? { personId, kind } : { appointment })}
			day={day}
			place={{ from, until, counsellorIds, roomId }}
			alongside={{
				done: async () => {
					await client.waitingList.remove({ id });
					await refreshWaitingList();
				},
				undo: async () => {
					await client.waitingList.restore({ id });
					await refreshWaitingList();
				},
			}}
			onClose={onClose}
		/>
	);
}

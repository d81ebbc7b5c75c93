import { api, queryClient } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import type { Reminder, ReminderWay } from '#shared/features/lending/model.ts';

/** Notes that somebody was reminded of everything that stands in the reminder. */
export async function noteReminded(reminders: readonly Reminder[], way: ReminderWay): Promise<void> {
	for (const { borrower, lines } of reminders) {
		await client.lending.noteReminded({ borrowerId: borrower.id, lineIds: lines.map(({ id }) => id), way });
	}
	await queryClient.invalidateQueries({ queryKey: api.lending.reminders.key() });
}

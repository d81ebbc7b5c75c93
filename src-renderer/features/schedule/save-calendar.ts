import { client } from '#renderer/rpc/client.ts';
import { saveTextFile } from '#renderer/ui/list/saveTextFile.ts';
import { showError } from '#renderer/ui/undo-toast.tsx';
import type { CalendarOf } from '#shared/features/schedule/calendars.ts';
import type { MemberId, RoomId } from '#shared/kernel/ids.ts';

/** What is shown is what is saved: of one room or person, or else what is public. */
export function calendarOf(only: string | null, rooms: readonly { readonly id: RoomId }[]): CalendarOf {
	if (only === null) return { kind: 'public' };
	const room = rooms.find(({ id }) => id === only);
	return room ? { kind: 'room', id: room.id } : { kind: 'member', id: only as MemberId };
}

export function saveCalendar(of: CalendarOf): void {
	client.schedule.exportIcs({ of }).then((file) => saveTextFile(file, 'text/calendar;charset=utf-8'), showError);
}

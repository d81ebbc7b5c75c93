import { currentTexts } from '#renderer/i18n/texts.ts';
import { api, queryClient } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { refusalCode, refusalText } from '#renderer/rpc/refusal.ts';
import { showUndo } from '#renderer/ui/undo-toast.tsx';
import type { AttendanceId, OfferId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { texts } from './texts.ts';

/** A session, as its attendance names it. */
export interface OfSession {
	readonly offerId: OfferId;
	readonly ruleDay: LocalDate;
}

const refresh = () => queryClient.invalidateQueries({ queryKey: api.attendance.key() });

interface Marks {
	readonly via: 'roll_call' | 'sheet';
	readonly names: readonly { readonly name: string; readonly line: number | null }[];
	readonly anonymous: number;
}

export async function mark({ offerId, ruleDay }: OfSession, { via, names, anonymous }: Marks) {
	const marked = await client.attendance.mark({ offerId, ruleDay, via, names: [...names], anonymous });
	await refresh();
	return marked;
}

export async function unmark(ids: readonly AttendanceId[]): Promise<void> {
	await client.attendance.unmark({ ids: [...ids] });
	await refresh();
}

export async function unmarkWithUndo(ids: readonly AttendanceId[], done: string): Promise<void> {
	await unmark(ids);
	showUndo(done, async () => {
		await client.attendance.restore({ ids: [...ids] });
		await refresh();
	});
}

/** What a roll call can be refused with, in its own words. */
export function markRefusal(error: unknown): string {
	const t = currentTexts(texts);
	const code = refusalCode(error);
	return code === 'NOT_YET' ? t.notYet : code === 'NOT_ON' ? t.notOn : refusalText(error);
}

import { flushDrafts } from '#renderer/features/records/pending-drafts.ts';
import { queryClient } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';

/** Closes the vaults and forgets everything this window has shown. What was being typed is put away first. */
export async function lockNow(): Promise<void> {
	await flushDrafts();
	try {
		await client.members.lock();
	} finally {
		dropEverything();
	}
}

/** No data of the session stays in this process's memory longer than the reload takes. */
export function dropEverything(): void {
	queryClient.clear();
	location.reload();
}

const LAST_MEMBER = 'kontor.lastMember';

/** Whoever signs in after somebody else starts on their own day page, not where the other one was. */
export function startPageFor(memberId: string): void {
	const before = sessionStorage.getItem(LAST_MEMBER);
	sessionStorage.setItem(LAST_MEMBER, memberId);
	if (before !== null && before !== memberId) startAtToday();
}

export function startAtToday(): void {
	location.hash = '#/';
}

/** Nobody works on this device yet: whoever is first begins where their beginning leads them, not where others were. */
export function forgetWhoWasHere(): void {
	sessionStorage.removeItem(LAST_MEMBER);
	startAtToday();
}

import { useSession } from '#renderer/features/members/session.ts';
import { isThereFor } from '#renderer/shell/places.ts';

/** Counsellors and coordination keep the list; while somebody else has taken a turn at the desk nobody does. */
export function useMayKeepPartners(): boolean {
	const session = useSession();
	if (session.acting.id !== session.member.id) return false;
	return isThereFor('/fallakten', session) || isThereFor('/angebote/neu', session);
}

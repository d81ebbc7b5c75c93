import { useSession } from '#renderer/features/members/session.ts';
import { isThereFor } from '#renderer/shell/places.ts';

/** May whoever sits here change offers? Not while somebody else has taken a turn at the desk. */
export function useMayPlan(): boolean {
	const session = useSession();
	return session.acting.id === session.member.id && isThereFor('/angebote/neu', session);
}

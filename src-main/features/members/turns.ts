import { type Member, mayTakeTurns } from '#shared/features/members/model.ts';
import type { MemberId } from '#shared/kernel/ids.ts';
import type { Desk } from '../../desk.ts';
import { memberList } from '../../vaults/grants.ts';
import type { Session } from '../../vaults/session.ts';

/**
 * Turns at a desk: the session of one member stays open all afternoon, and records name whoever stands there. Nobody is
 * asked for a passphrase, so it goes only between people who may do and read the same: office and workshop.
 */
export interface TurnService {
	/** Who may take over here; nobody where that is not possible. */
	candidates(session: Session): { id: MemberId; name: string }[];
	/** False when this member may not take over here. */
	take(session: Session, id: MemberId): boolean;
}

export function createTurnService({ desk, note }: { desk: Desk; note(session: Session, kind: 'turn'): void }): TurnService {
	const candidates = (session: Session) => {
		if (!mayTakeTurns(session.roles) || session.hasStartKeys) return [];
		return memberList(session.ledger, session.epochKeys)
			.filter(({ removedAt, roles }: Member) => removedAt === null && mayTakeTurns(roles))
			.map(({ id, name }) => ({ id, name }));
	};
	return {
		candidates,
		take(session, id) {
			if (!candidates(session).some((candidate) => candidate.id === id)) return false;
			if (session.acting === id) return true;
			session.acting = id;
			note(session, 'turn');
			desk.tell({ kind: 'session' });
			return true;
		},
	};
}

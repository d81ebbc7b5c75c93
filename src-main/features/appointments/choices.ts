import type { Member } from '#shared/features/members/model.ts';
import type { MemberId, RoomId } from '#shared/kernel/ids.ts';
import type { Session } from '../../vaults/session.ts';
import type { Room } from './facts.ts';

/** Who and what an appointment can be made with: counsellors who still belong to the site, and rooms. */
export function createChoices(deps: { members(session: Session): readonly Member[]; rooms(session: Session): readonly Room[] }) {
	return (session: Session) => ({
		counsellors: deps
			.members(session)
			.filter(isCounsellor)
			.map(({ id, name }): { id: MemberId; name: string } => ({ id, name }))
			.sort((a, b) => a.name.localeCompare(b.name, 'de')),
		rooms: deps.rooms(session).map(({ id, name, forCounselling }): { id: RoomId; name: string; forCounselling: boolean } => ({
			id,
			name,
			forCounselling,
		})),
	});
}

export const isCounsellor = ({ roles, removedAt }: Member): boolean => removedAt === null && roles.includes('counsellor');

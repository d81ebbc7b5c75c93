import type { MemberId, PersonId, RoomId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { overlap, type TimeSpan } from '#shared/kernel/wall-time.ts';

/** Who and what is taken when, and what stands against taking them once more. Knows nothing of where it comes from. */

/** Something that takes rooms and people for a part of one day: an appointment, its shadow, a session. */
export interface Occupant extends TimeSpan {
	/** Of what it is: two with the same one are the same thing. */
	readonly key: string;
	readonly day: LocalDate;
	readonly roomId: RoomId | null;
	readonly memberIds: readonly MemberId[];
	/** Clients; empty for whoever may not know them. */
	readonly personIds: readonly PersonId[];
}

/** A member who is not there; both days included. Without times: all day. */
export interface Away {
	readonly memberId: MemberId;
	readonly from: LocalDate;
	readonly until: LocalDate;
}

/** The house on one day. */
export interface HouseDay {
	/** Null: it does not open at all. */
	readonly hours: TimeSpan | null;
	/** The holiday or closure; null on a day that is open, or closed every week. */
	readonly closedFor: string | null;
}

export type Conflict<One extends Occupant = Occupant> =
	| { readonly why: 'room'; readonly with: One }
	| { readonly why: 'member'; readonly with: One; readonly memberId: MemberId }
	| { readonly why: 'person'; readonly with: One; readonly personId: PersonId }
	| { readonly why: 'away'; readonly memberId: MemberId; readonly until: LocalDate }
	| { readonly why: 'closed'; readonly closedFor: string | null }
	| { readonly why: 'hours'; readonly hours: TimeSpan };

/** Everything that stands against `wanted`, the house first. `others` may hold it itself, and other days. */
export function conflictsOf<One extends Occupant>(
	wanted: Occupant,
	others: Iterable<One>,
	away: Iterable<Away>,
	house: HouseDay,
): Conflict<One>[] {
	const found: Conflict<One>[] = [];
	const { hours } = house;
	if (hours === null) found.push({ why: 'closed', closedFor: house.closedFor });
	else if (wanted.from < hours.from || wanted.until > hours.until) found.push({ why: 'hours', hours });
	for (const { memberId, from, until } of away) {
		if (from <= wanted.day && wanted.day <= until && wanted.memberIds.includes(memberId)) {
			found.push({ why: 'away', memberId, until });
		}
	}
	for (const other of others) {
		if (other.key === wanted.key || other.day !== wanted.day || !overlap(other, wanted)) continue;
		if (wanted.roomId !== null && other.roomId === wanted.roomId) found.push({ why: 'room', with: other });
		for (const memberId of shared(wanted.memberIds, other.memberIds)) found.push({ why: 'member', with: other, memberId });
		for (const personId of shared(wanted.personIds, other.personIds)) found.push({ why: 'person', with: other, personId });
	}
	return found;
}

const shared = <Id>(a: readonly Id[], b: readonly Id[]): Id[] => [...new Set(a)].filter((id) => b.includes(id));

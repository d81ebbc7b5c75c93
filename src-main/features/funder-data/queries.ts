import { asc, eq, inArray } from 'drizzle-orm';
import type { FunderEvent, Participation } from '#shared/features/funder-data/model.ts';
import type { ParticipationId } from '#shared/kernel/ids.ts';
import type { Reader } from '../../database/handles.ts';
import { funderEvent, participation } from './tables.ts';

export function participations(db: Reader, ids: readonly ParticipationId[]): Participation[] {
	return db
		.select()
		.from(participation)
		.where(inArray(participation.id, [...ids]))
		.all()
		.map(({ createdAt: _, updatedAt: __, removedAt: ___, ...row }) => row as Participation);
}

export type StoredEvent = Omit<FunderEvent, 'memberName'> & { readonly member: string };

/** In the order of time. */
export function eventsOf(db: Reader, id: ParticipationId): StoredEvent[] {
	return db
		.select({
			at: funderEvent.at,
			member: funderEvent.member,
			what: funderEvent.what,
			part: funderEvent.part,
			reason: funderEvent.reason,
			answers: funderEvent.answers,
		})
		.from(funderEvent)
		.where(eq(funderEvent.participationId, id))
		.orderBy(asc(funderEvent.at), asc(funderEvent.id))
		.all();
}

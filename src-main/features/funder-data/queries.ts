import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { FunderEvent, Participation } from '#shared/features/funder-data/model.ts';
import type { ParticipationId, PersonId } from '#shared/kernel/ids.ts';
import type { Reader } from '../../database/handles.ts';
import { funderEvent, participation } from './tables.ts';

/** Of people who were merged there may be two in one programme: the entry that was completed first speaks for them. */
export function participations(db: Reader, people: readonly PersonId[]): Participation[] {
	return db
		.select()
		.from(participation)
		.where(and(inArray(participation.personId, [...people]), isNull(participation.removedAt)))
		.orderBy(
			sql`${participation.entryDoneOn} IS NULL`,
			asc(participation.entryDoneOn),
			asc(participation.createdAt),
			asc(participation.id),
		)
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

/** Who ever took part in which programme. */
export const participationsOfAll = (db: Reader) =>
	db.select({ personId: participation.personId, programmeId: participation.programmeId }).from(participation).all();

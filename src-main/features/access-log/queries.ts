import { and, desc, gte, lte } from 'drizzle-orm';
import type { Reader } from '../../database/handles.ts';
import { accessEvent } from './tables.ts';

export interface StoredEvent {
	readonly id: string;
	/** When it was stored here, ms UTC. */
	readonly at: number;
	readonly device: string;
	readonly sealed: string;
}

/** Stored between the two, both included. */
export function eventsStored(db: Reader, from: number, to: number): StoredEvent[] {
	return db
		.select({ id: accessEvent.id, at: accessEvent.at, device: accessEvent.device, sealed: accessEvent.sealed })
		.from(accessEvent)
		.where(and(gte(accessEvent.at, from), lte(accessEvent.at, to)))
		.orderBy(desc(accessEvent.at), desc(accessEvent.id))
		.all();
}

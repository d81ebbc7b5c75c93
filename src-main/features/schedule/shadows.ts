import type { BusyFields } from '#shared/features/schedule/model.ts';
import type { AppointmentId, RecordId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { Fields } from '../../records/merge.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { type KnownShadow, type Shadow, shadowOf, shadowsSince } from './queries.ts';
import { busyKind } from './records.ts';

/**
 * Writes the busy shadows of appointments. They lie in another file than the appointments, so a crash can come between
 * the two, and changes of other devices arrive one vault after the other. The appointment is always written first, and
 * it alone says what its shadow has to be: whoever reads appointments compares and repairs.
 */

export type ShadowFields = BusyFields & { readonly despite: readonly RecordId[] };

/**
 * Makes the shadows of these appointments what they have to be (null: it takes nothing any more); how many were not.
 * Shadows of appointments that are not here stay: those are still on their way, for they were written first. `since`:
 * the first day among many, so that they are read at once.
 */
export function writeShadows(
	session: Session,
	wanted: ReadonlyMap<AppointmentId, ShadowFields | null>,
	since: LocalDate | null = null,
): number {
	const { store, reader } = openVaultOf(session, 'office');
	return store.atomically(() => {
		const known = new Map((since === null ? [] : shadowsSince(reader, since)).map((shadow) => [shadow.id, shadow]));
		let written = 0;
		for (const [id, fields] of wanted) {
			if (setShadow(session, id, known.get(id) ?? shadowOf(reader, id), fields)) written += 1;
		}
		return written;
	});
}

function setShadow(session: Session, id: AppointmentId, known: KnownShadow | undefined, wanted: ShadowFields | null): boolean {
	const { store } = openVaultOf(session, 'office');
	if (wanted === null) {
		if (!known || known.removedAt !== null) return false;
		store.remove(busyKind, id, session.member);
		return true;
	}
	const fields = { ...wanted } as unknown as Fields;
	if (!known) {
		// No row yet, but changes of another device may have come before what made it.
		store.put(busyKind, id, {}, fields, session.member);
		return true;
	}
	if (known.removedAt === null && isSame(known, wanted)) return false;
	if (known.removedAt !== null) store.restore(busyKind, id, session.member);
	store.update(busyKind, id, fields, session.member);
	return true;
}

function isSame(known: Shadow, wanted: ShadowFields): boolean {
	return (
		known.day === wanted.day &&
		known.from === wanted.from &&
		known.until === wanted.until &&
		known.roomId === wanted.roomId &&
		known.counsellorIds.join() === wanted.counsellorIds.join() &&
		known.despite.join() === wanted.despite.join()
	);
}

/** The appointments are gone for good, so are their shadows; how many there were. */
export function eraseShadows(session: Session, ids: readonly string[]): number {
	const { store, reader } = openVaultOf(session, 'office');
	const there = ids.filter((id) => shadowOf(reader, id as AppointmentId) !== undefined);
	for (const id of there) store.erase(busyKind, id, session.member);
	return there.length;
}

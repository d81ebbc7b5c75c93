import type { AppointmentId } from '#shared/kernel/ids.ts';
import { derivedId } from '../../records/derived-id.ts';
import type { Fields } from '../../records/merge.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { someAppointments } from './queries.ts';
import { appointmentKind } from './records.ts';

/**
 * One of several people goes for good: the others keep their appointment, as a new record that never knew of them. What
 * was noted may be about whoever is gone, and is not taken over.
 */
export function leaveToOthers(session: Session, id: string, gone: ReadonlyMap<string, ReadonlySet<string>>): void {
	const { store, reader } = openVaultOf(session, 'counselling');
	const [row] = someAppointments(reader, [id as AppointmentId]);
	store.erase(appointmentKind, id, session.member);
	if (!row || row.removedAt !== null) return;
	const { id: _id, removedAt: _removedAt, ...fields } = row;
	const left = {
		...fields,
		personIds: fields.personIds.filter((one) => gone.get('person')?.has(one) !== true),
		caseId: fields.caseId !== null && gone.get('case_file')?.has(fields.caseId) ? null : fields.caseId,
		note: null,
		reason: null,
	};
	// Of two PCs that find it both, one new appointment comes.
	store.put(appointmentKind, derivedId(id, 'left to others'), {}, left as Fields, session.member);
}

import type { MemberId } from '#shared/kernel/ids.ts';
import { derivedId } from '../../records/derived-id.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { headsAsWritten } from './queries.ts';
import { attendanceKind } from './records.ts';

/**
 * Names go for good, but the count of heads stays: each becomes another head, without a name and without a history; the
 * same one on two PCs that do it while apart.
 */
export function anonymise(session: Session, wanted: readonly string[], author: MemberId): void {
	const { store, reader } = openVaultOf(session, 'office');
	for (const { id, removedAt, offerId, ruleDay, via } of headsAsWritten(reader, wanted)) {
		store.erase(attendanceKind, id, author);
		if (removedAt !== null) continue;
		store.put(attendanceKind, derivedId(id, 'nameless'), { offerId, ruleDay }, { via, name: null, line: null }, author);
	}
}

import type { Ids } from '#shared/kernel/environment.ts';
import type { MemberId } from '#shared/kernel/ids.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { headId } from './head-id.ts';
import type { SessionKey } from './queries.ts';
import { attendanceKind } from './records.ts';

/** Writes who came to invented sessions, as if it had been typed in from the signed sheets. */
export function sampleAttendanceWriter(ids: Ids) {
	return (
		session: Session,
		sessions: readonly (SessionKey & { readonly names: readonly string[]; readonly anonymous: number })[],
		author: MemberId,
	): void => {
		const { store } = openVaultOf(session, 'office');
		for (const { offerId, ruleDay, names, anonymous } of sessions) {
			for (const [at, name] of names.entries()) {
				const head = { offerId, ruleDay, name, via: 'sheet', line: at + 1 };
				store.insert(attendanceKind, headId({ offerId, ruleDay }, name), head, author);
			}
			for (let head = 0; head < anonymous; head++) {
				store.insert(attendanceKind, ids.next(), { offerId, ruleDay, name: null, via: 'sheet', line: null }, author);
			}
		}
	};
}

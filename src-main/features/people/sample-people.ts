import type { PersonFields } from '#shared/features/people/model.ts';
import type { Ids } from '#shared/kernel/environment.ts';
import type { MemberId, PersonId } from '#shared/kernel/ids.ts';
import type { Fields } from '../../records/merge.ts';
import { nextNumber } from '../../records/numbering.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { personKind } from './records.ts';

/** Writes the invented people and gives their ids, in the same order. */
export function samplePeopleWriter(ids: Ids) {
	return (session: Session, people: readonly PersonFields[], author: MemberId): PersonId[] => {
		const { store, file } = openVaultOf(session, 'counselling');
		return people.map((person) => {
			const id = ids.next() as PersonId;
			store.insert(personKind, id, { ...(person as Fields), number: nextNumber(file, 'person', 'P') }, author);
			return id;
		});
	};
}

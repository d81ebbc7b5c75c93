import { api, queryClient } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { showUndo } from '#renderer/ui/undo-toast.tsx';
import type { Person } from '#shared/features/people/model.ts';
import type { BorrowerId } from '#shared/kernel/ids.ts';

/** Links a person to a borrower, or to nobody any more; `said` is told with the way back. */
export async function setLink(person: Person, borrowerId: BorrowerId | null, said: string): Promise<void> {
	const set = async (wanted: BorrowerId | null) => {
		await client.people.linkBorrower({ id: person.id, borrowerId: wanted });
		await queryClient.invalidateQueries({ queryKey: api.people.key() });
	};
	await set(borrowerId);
	showUndo(said, () => set(person.borrowerId));
}

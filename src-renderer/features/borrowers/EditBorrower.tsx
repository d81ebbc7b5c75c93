import { useState } from 'react';
import { useDraft } from '#renderer/features/records/useDraft.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api, queryClient } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { showUndo } from '#renderer/ui/undo-toast.tsx';
import type { Borrower } from '#shared/features/borrowers/model.ts';
import { BorrowerForm } from './form/BorrowerForm.tsx';
import { changedFields, toValues } from './form/borrower-values.ts';
import { texts } from './texts.ts';

interface Props {
	borrower: Borrower;
	title: string;
	/** Saved or left. */
	onDone(): void;
	/** What was thrown away is wanted back. */
	onUndoDiscard(): void;
}

/** Changes a borrower; what somebody else changed meanwhile in other fields stays. */
export function EditBorrower({ borrower, title, onDone, onUndoDiscard }: Props) {
	const t = useTexts(texts);
	const key = `borrower:${borrower.id}`;
	const draft = useDraft(key);
	/** As it was when editing began: only what is changed here is sent. */
	const [before] = useState(borrower);
	const [initial] = useState(() => toValues(borrower));
	return (
		<Page>
			<PageHeader title={title} />
			{draft.loaded && (
				<BorrowerForm
					initial={initial}
					draft={draft}
					borrowerId={borrower.id}
					onSave={async (after) => {
						const changes = changedFields(before, after);
						if (Object.keys(changes).length > 0) await client.borrowers.update({ id: borrower.id, changes });
						await draft.discard();
						await queryClient.invalidateQueries({ queryKey: api.borrowers.key() });
						onDone();
					}}
					onCancel={(typed) => {
						if (typed !== null) {
							showUndo(t.discarded, async () => {
								await client.records.saveDraft({ key, text: typed });
								onUndoDiscard();
							});
						}
						onDone();
					}}
				/>
			)}
		</Page>
	);
}

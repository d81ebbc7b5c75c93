import { useState } from 'react';
import { useDraft } from '#renderer/features/records/useDraft.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api, queryClient } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { showUndo } from '#renderer/ui/undo-toast.tsx';
import type { Item } from '#shared/features/inventory/model.ts';
import { ItemForm } from './form/ItemForm.tsx';
import { changedFields, toValues } from './form/item-values.ts';
import { texts } from './texts.ts';

interface Props {
	item: Item;
	title: string;
	/** Saved or left. */
	onDone(): void;
	/** What was thrown away is wanted back. */
	onUndoDiscard(): void;
}

/** Changes an item; what somebody else changed meanwhile in other fields stays. */
export function EditItem({ item, title, onDone, onUndoDiscard }: Props) {
	const t = useTexts(texts);
	const key = `item:${item.id}`;
	const draft = useDraft(key);
	/** As it was when editing began: only what is changed here is sent. */
	const [before] = useState(item);
	const [initial] = useState(() => toValues(item, item.number));
	return (
		<Page>
			<PageHeader title={title} />
			{draft.loaded && (
				<ItemForm
					initial={initial}
					draft={draft}
					itemId={item.id}
					onSave={async (after) => {
						const changes = changedFields(before, after);
						if (Object.keys(changes).length > 0) await client.inventory.update({ id: item.id, changes });
						await draft.discard();
						await queryClient.invalidateQueries({ queryKey: api.inventory.key() });
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

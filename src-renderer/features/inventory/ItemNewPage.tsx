import { Anchor, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useDraft } from '#renderer/features/records/useDraft.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api, queryClient } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { showNotice, showUndo } from '#renderer/ui/undo-toast.tsx';
import { ItemForm } from './form/ItemForm.tsx';
import { emptyValues, type ItemToSave } from './form/item-values.ts';
import { texts as formTexts } from './form/texts.ts';
import { texts } from './texts.ts';

/** One new item after the other, as when a shelf is recorded. */
export function ItemNewPage() {
	const [round, setRound] = useState(0);
	return <NewItem key={round} isFirst={round === 0} onAnother={() => setRound((before) => before + 1)} />;
}

const DRAFT = 'item:new';

function NewItem({ isFirst, onAnother }: { isFirst: boolean; onAnother(): void }) {
	const t = useTexts(texts);
	const words = useTexts(formTexts);
	const navigate = useNavigate();
	/** Of a label that somebody found and that no item has. */
	const { nummer } = useSearch({ from: '/inventar/neu' });
	const draft = useDraft(DRAFT);
	const next = useQuery({ ...api.inventory.nextNumber.queryOptions(), staleTime: 0, gcTime: 0 });
	/** The proposal stays while somebody types, whatever is stored elsewhere meanwhile. */
	const [proposed, setProposed] = useState<string | null>(null);
	if (proposed === null && next.data && !next.isFetching) setProposed(next.data.number);

	const create = async (item: ItemToSave) => {
		// An untouched proposal is only that: if somebody was faster, the next free number is as good.
		const stored = await client.inventory.create({ ...item, number: item.number === proposed ? null : item.number });
		await draft.discard();
		void queryClient.invalidateQueries({ queryKey: api.inventory.key() });
		return stored;
	};
	return (
		<Page>
			<PageHeader
				above={<Anchor renderRoot={(props) => <Link to="/inventar" {...props} />}>{t.backToList}</Anchor>}
				title={words.newTitle}
				subtitle={words.newHint}
			/>
			<ErrorNotice error={next.error} onRetry={() => void next.refetch()} />
			{proposed === null && next.error === null && <Skeleton height={320} />}
			{draft.loaded && proposed !== null && (
				<ItemForm
					initial={emptyValues(isFirst && nummer !== undefined ? nummer : proposed)}
					draft={draft}
					itemId={null}
					onSave={async (item) => {
						const { id, number } = await create(item);
						if (number !== item.number) showNotice(words.saved(item.name, number), DRAFT);
						await navigate({ to: '/inventar/$id', params: { id }, replace: true });
					}}
					onSaveMore={async (item) => {
						const { number } = await create(item);
						showNotice(words.saved(item.name, number), DRAFT);
						onAnother();
					}}
					onCancel={(typed) => {
						if (typed !== null) {
							showUndo(t.discarded, async () => {
								await client.records.saveDraft({ key: DRAFT, text: typed });
								await navigate({ to: '/inventar/neu' });
							});
						}
						void navigate({ to: '/inventar' });
					}}
				/>
			)}
		</Page>
	);
}

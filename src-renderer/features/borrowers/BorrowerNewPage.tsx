import { Anchor } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useDraft } from '#renderer/features/records/useDraft.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api, queryClient } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { showNotice, showUndo } from '#renderer/ui/undo-toast.tsx';
import { borrowerName } from '#shared/features/borrowers/model.ts';
import { BorrowerForm } from './form/BorrowerForm.tsx';
import { emptyValues } from './form/borrower-values.ts';
import { texts } from './texts.ts';

const DRAFT = 'borrower:new';

/** Somebody new; their card number comes by itself. */
export function BorrowerNewPage() {
	const t = useTexts(texts);
	const navigate = useNavigate();
	const draft = useDraft(DRAFT);
	return (
		<Page>
			<PageHeader
				above={<Anchor renderRoot={(props) => <Link to="/ausleihe/entleiher" {...props} />}>{t.backToList}</Anchor>}
				title={t.newTitle}
				subtitle={t.newHint}
			/>
			{draft.loaded && (
				<BorrowerForm
					initial={emptyValues()}
					draft={draft}
					borrowerId={null}
					onSave={async (borrower) => {
						const { id, number } = await client.borrowers.create(borrower);
						await draft.discard();
						void queryClient.invalidateQueries({ queryKey: api.borrowers.key() });
						showNotice(t.saved(borrowerName(borrower), number), DRAFT);
						await navigate({ to: '/ausleihe/entleiher/$id', params: { id }, replace: true });
					}}
					onCancel={(typed) => {
						if (typed !== null) {
							showUndo(t.discarded, async () => {
								await client.records.saveDraft({ key: DRAFT, text: typed });
								await navigate({ to: '/ausleihe/entleiher/neu' });
							});
						}
						void navigate({ to: '/ausleihe/entleiher' });
					}}
				/>
			)}
		</Page>
	);
}

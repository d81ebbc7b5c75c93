import { Anchor } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useDraft } from '#renderer/features/records/useDraft.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { showUndo } from '#renderer/ui/undo-toast.tsx';
import { PersonForm } from './form/PersonForm.tsx';
import { EMPTY_VALUES } from './form/personValues.ts';
import { texts } from './texts.ts';

const DRAFT = 'person:new';

export function PersonNewPage() {
	const t = useTexts(texts);
	const navigate = useNavigate();
	const queryClient = useQueryClient();
	const draft = useDraft(DRAFT);
	return (
		<Page>
			<PageHeader
				above={<Anchor renderRoot={(props) => <Link to="/personen" {...props} />}>{t.backToList}</Anchor>}
				title={t.newTitle}
				subtitle={t.newHint}
			/>
			{draft.loaded && (
				<PersonForm
					initial={EMPTY_VALUES}
					draft={draft}
					personId={null}
					onSave={async (fields) => {
						const { id } = await client.people.create(fields);
						await draft.discard();
						void queryClient.invalidateQueries({ queryKey: api.people.list.key() });
						await navigate({ to: '/personen/$id', params: { id }, replace: true });
					}}
					onCancel={(typed) => {
						if (typed !== null) {
							showUndo(t.discarded, async () => {
								await client.records.saveDraft({ key: DRAFT, text: typed });
								await navigate({ to: '/personen/neu' });
							});
						}
						void navigate({ to: '/personen' });
					}}
				/>
			)}
		</Page>
	);
}

import { Anchor } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useDraft } from '#renderer/features/records/useDraft.ts';
import { today } from '#renderer/i18n/days.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api, queryClient } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { showUndo } from '#renderer/ui/undo-toast.tsx';
import { OfferForm } from './form/OfferForm.tsx';
import { emptyValues } from './form/offer-values.ts';
import { texts } from './texts.ts';

const DRAFT = 'offer:new';

export function OfferNewPage() {
	const t = useTexts(texts);
	const navigate = useNavigate();
	const draft = useDraft(DRAFT);
	const [initial] = useState(() => emptyValues(today()));
	return (
		<Page>
			<PageHeader
				above={<Anchor renderRoot={(props) => <Link to="/angebote" {...props} />}>{t.backToList}</Anchor>}
				title={t.newTitle}
				subtitle={t.newHint}
			/>
			{draft.loaded && (
				<OfferForm
					initial={initial}
					offerId={null}
					draft={draft}
					onSave={async (offer) => {
						const { id } = await client.offers.create(offer);
						await draft.discard();
						void queryClient.invalidateQueries({ queryKey: api.offers.key() });
						await navigate({ to: '/angebote/$id', params: { id }, replace: true });
						showUndo(t.saved(offer.name), async () => {
							await client.offers.remove({ id });
							await queryClient.invalidateQueries({ queryKey: api.offers.list.key() });
							await navigate({ to: '/angebote' });
						});
					}}
					onCancel={(typed) => {
						if (typed !== null) {
							showUndo(t.discarded, async () => {
								await client.records.saveDraft({ key: DRAFT, text: typed });
								await navigate({ to: '/angebote/neu' });
							});
						}
						void navigate({ to: '/angebote' });
					}}
				/>
			)}
		</Page>
	);
}

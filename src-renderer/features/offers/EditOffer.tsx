import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useDraft } from '#renderer/features/records/useDraft.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { client } from '#renderer/rpc/client.ts';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { showUndo } from '#renderer/ui/undo-toast.tsx';
import type { Offer, Session } from '#shared/features/offers/model.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import { OfferForm } from './form/OfferForm.tsx';
import { changedFields, toValues } from './form/offer-values.ts';
import { changeFollowing, changeOffer } from './session-changes.ts';
import { texts } from './texts.ts';

interface Props {
	offer: Offer;
	/** From this session on; null: all of them. */
	since: Session | null;
	/** Saved or left. */
	onDone(): void;
	/** What was thrown away is wanted back. */
	onUndoDiscard(): void;
}

/** Changes an offer; what somebody else changed meanwhile in other fields stays. */
export function EditOffer({ offer, since, onDone, onUndoDiscard }: Props) {
	const t = useTexts(texts);
	const navigate = useNavigate();
	// A plan from one session on is a plan of its own, and its draft would not fit the whole offer.
	const key = since === null ? `offer:${offer.id}` : `offer:${offer.id}-${since.ruleDay}`;
	const draft = useDraft(key);
	/** As it was when editing began: only what is changed here is sent. */
	const [before] = useState(since === null ? offer : { ...offer, firstOn: since.ruleDay });
	const [initial] = useState(() => toValues(before));
	return (
		<Page>
			<PageHeader
				title={since === null ? t.editTitle(offer.name) : t.laterTitle(offer.name)}
				subtitle={since === null ? t.editHint : t.laterHint(formatLocalDate(since.ruleDay))}
			/>
			{draft.loaded && (
				<OfferForm
					initial={initial}
					offerId={offer.id}
					draft={draft}
					onSave={async (after) => {
						const changes = changedFields(before, after);
						const isChange = Object.keys(changes).length > 0;
						if (isChange && since === null) await changeOffer(offer, changes, t.changed(after.name));
						const back = () => navigate({ to: '/angebote/$id', params: { id: offer.id } });
						const id =
							isChange && since !== null
								? await changeFollowing({ session: since, offer, changes, own: {}, done: t.changed(after.name), undone: back })
								: offer.id;
						await draft.discard();
						onDone();
						if (id !== offer.id) await navigate({ to: '/angebote/$id', params: { id } });
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

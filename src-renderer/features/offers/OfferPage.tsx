import { ActionIcon, Alert, Anchor, Button, Menu, Skeleton } from '@mantine/core';
import { IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { LastSessions } from '#renderer/features/attendance/LastSessions.tsx';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { showError, showUndo } from '#renderer/ui/undo-toast.tsx';
import type { Offer, Session } from '#shared/features/offers/model.ts';
import type { OfferId } from '#shared/kernel/ids.ts';
import { EditOffer } from './EditOffer.tsx';
import { texts as formTexts } from './form/texts.ts';
import classes from './Offers.module.css';
import { rhythmWords, timesWords } from './offer-words.ts';
import { refreshOffers } from './session-changes.ts';
import { SessionRows } from './sessions/SessionRows.tsx';
import { texts } from './texts.ts';
import { useMayPlan } from './useMayPlan.ts';
import { useMembers } from './useMembers.ts';

type Named = Offer & { readonly roomName: string | null };

export function OfferPage() {
	const { id } = useParams({ strict: false });
	const found = useQuery(api.offers.get.queryOptions({ input: { id: id as OfferId } }));
	if (found.data) return <OfferView key={found.data.id} offer={found.data} />;
	return (
		<Page>
			{found.error ? (
				<ErrorNotice error={found.error} onRetry={() => void found.refetch()} action={<BackToList />} />
			) : (
				<Skeleton height={320} />
			)}
		</Page>
	);
}

function OfferView({ offer }: { offer: Named }) {
	const t = useTexts(texts);
	const navigate = useNavigate();
	const mayPlan = useMayPlan();
	const [editing, setEditing] = useState<Session | 'all' | null>(null);
	const { id, name } = offer;
	const draft = useQuery({
		...api.records.draft.queryOptions({ input: { key: `offer:${id}` } }),
		staleTime: 0,
		enabled: mayPlan,
	});
	const remove = async () => {
		try {
			await client.offers.remove({ id });
		} catch (error) {
			showError(error);
			return;
		}
		await navigate({ to: '/angebote' });
		void refreshOffers();
		showUndo(t.removed(name), async () => {
			await client.offers.restore({ id });
			await refreshOffers();
			await navigate({ to: '/angebote/$id', params: { id } });
		});
	};
	if (editing !== null) {
		return (
			<EditOffer
				offer={offer}
				since={editing === 'all' ? null : editing}
				onDone={() => {
					setEditing(null);
					void draft.refetch();
				}}
				onUndoDiscard={() => setEditing(editing)}
			/>
		);
	}
	return (
		<Page>
			<PageHeader
				above={<BackToList />}
				title={name}
				subtitle={`${rhythmWords(offer)}, ${timesWords(offer)}`}
				actions={
					mayPlan && (
						<>
							<Menu position="bottom-end">
								<Menu.Target>
									<ActionIcon variant="default" size={42} aria-label={t.more}>
										<IconDots size={20} aria-hidden />
									</ActionIcon>
								</Menu.Target>
								<Menu.Dropdown>
									<Menu.Item color="brick" leftSection={<IconTrash size={18} aria-hidden />} onClick={() => void remove()}>
										{t.remove}
									</Menu.Item>
								</Menu.Dropdown>
							</Menu>
							<Button leftSection={<IconPencil size={18} aria-hidden />} onClick={() => setEditing('all')}>
								{t.edit}
							</Button>
						</>
					)
				}
			/>
			{draft.data && (
				<Alert color="petrol" variant="light" role="status" icon={<IconPencil aria-hidden />}>
					{t.unsaved}{' '}
					<Button size="compact-sm" variant="default" onClick={() => setEditing('all')}>
						{t.continueEditing}
					</Button>
				</Alert>
			)}
			<div className={classes.columns}>
				<div className={classes.stack}>
					<SessionRows offer={offer} mayPlan={mayPlan} onChangeFrom={setEditing} />
					<LastSessions offer={offer} />
				</div>
				<Facts offer={offer} />
			</div>
		</Page>
	);
}

function Facts({ offer }: { offer: Named }) {
	const t = useTexts(texts);
	const { languages } = useTexts(formTexts);
	const members = useMembers();
	const facts: [string, string | number | null][] = [
		[t.leaders, members.names(offer.leaders) || t.noLeader],
		[t.where, [offer.roomName, offer.place].filter(Boolean).join(', ') || null],
		[t.capacity, offer.capacity],
		[t.helpersWanted, offer.helpersWanted || null],
		[t.text, offer.text],
		[t.languages, offer.translations.map(({ language }) => languages[language]).join(', ') || null],
		[t.closedDays, offer.skipsClosedDays ? t.skips : t.keeps],
		[t.visibility, offer.isPublic ? t.public : t.internal],
	];
	return (
		<Section title={t.facts}>
			<dl className={classes.facts}>
				{facts.map(
					([name, value]) =>
						value !== null && (
							<div key={name}>
								<dt>{name}</dt>
								<dd>{value}</dd>
							</div>
						),
				)}
			</dl>
		</Section>
	);
}

function BackToList() {
	const t = useTexts(texts);
	return <Anchor renderRoot={(props) => <Link to="/angebote" {...props} />}>{t.backToList}</Anchor>;
}

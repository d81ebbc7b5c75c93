import { Badge, Button, Checkbox, Select, Skeleton, TextInput } from '@mantine/core';
import { IconBuildingCommunity, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api, queryClient } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { useStickyState } from '#renderer/ui/list/listMemory.ts';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { scrollingOptions } from '#renderer/ui/scrolling-options.ts';
import { showError, showUndo } from '#renderer/ui/undo-toast.tsx';
import { type Partner, PartnerKind } from '#shared/features/partners/model.ts';
import { foldedWords } from '#shared/kernel/fold.ts';
import { PartnerDialog } from './PartnerDialog.tsx';
import classes from './Partners.module.css';
import { texts } from './texts.ts';
import { useMayKeepPartners } from './useMayKeepPartners.ts';

/** The organisations that the office works with: for everybody to look up, for counsellors and coordination to keep. */
export function PartnersPage() {
	const t = useTexts(texts);
	const mayKeep = useMayKeepPartners();
	const partners = useQuery(api.partners.list.queryOptions());
	const [typed, setTyped] = useStickyState('partners.text', '');
	const [kind, setKind] = useStickyState<PartnerKind | null>('partners.kind', null);
	const [withRetired, setWithRetired] = useStickyState('partners.retired', false);
	const [editing, setEditing] = useState<Partner | 'new' | null>(null);
	const wanted = foldedWords(typed);
	const rows = (partners.data ?? []).filter((partner) => {
		if ((kind !== null && partner.kind !== kind) || (partner.isRetired && !withRetired)) return false;
		const words = foldedWords(
			[
				partner.name,
				t.kinds[partner.kind],
				partner.street,
				partner.city,
				partner.note,
				...partner.contacts.map(({ name }) => name),
			]
				.filter(Boolean)
				.join(' '),
		);
		return wanted.every((part) => words.some((word) => word.startsWith(part)));
	});
	const add = mayKeep && (
		<Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setEditing('new')}>
			{t.add}
		</Button>
	);
	const isEmpty = partners.data?.length === 0;
	return (
		<Page>
			<PageHeader
				title={t.title}
				subtitle={partners.data && t.subtitle(partners.data.filter(({ isRetired }) => !isRetired).length)}
				actions={!isEmpty && add}
			/>
			<ErrorNotice error={partners.error} onRetry={() => void partners.refetch()} />
			{partners.isPending && <Skeleton height={320} />}
			{isEmpty && (
				<EmptyState icon={<IconBuildingCommunity size={26} />} title={t.emptyTitle} action={add}>
					{t.emptyWords}
				</EmptyState>
			)}
			{partners.data && !isEmpty && (
				<>
					<div className={classes.filters}>
						<TextInput
							label={t.filter}
							placeholder={t.filterHint}
							maxLength={200}
							value={typed}
							onChange={(event) => setTyped(event.currentTarget.value)}
						/>
						<Select
							{...scrollingOptions}
							label={t.kindFilter}
							placeholder={t.allKinds}
							clearable
							clearButtonProps={{ 'aria-label': t.allKinds, tabIndex: -1 }}
							data={PartnerKind.options.map((value) => ({ value: value as string, label: t.kinds[value] }))}
							value={kind}
							onChange={(value) => setKind(value as PartnerKind | null)}
						/>
						<Checkbox
							className={classes.tick ?? ''}
							label={t.withRetired}
							checked={withRetired}
							onChange={(event) => setWithRetired(event.currentTarget.checked)}
						/>
					</div>
					{rows.length === 0 ? (
						<p className={classes.quiet} role="status">
							{t.noneFound}
						</p>
					) : (
						<Section title={t.title}>
							<ul className={classes.rows}>
								{rows.map((partner) => (
									<li key={partner.id} className={classes.row}>
										<PartnerRow partner={partner} mayKeep={mayKeep} onEdit={() => setEditing(partner)} />
									</li>
								))}
							</ul>
						</Section>
					)}
				</>
			)}
			{editing !== null && (
				<PartnerDialog
					partner={editing === 'new' ? null : editing}
					others={(partners.data ?? []).filter((partner) => partner !== editing)}
					onClose={() => setEditing(null)}
				/>
			)}
		</Page>
	);
}

function PartnerRow({ partner, mayKeep, onEdit }: { partner: Partner; mayKeep: boolean; onEdit(): void }) {
	const t = useTexts(texts);
	const { name, kind, isRetired, addressExtra, street, postcode, city, phone, email, website, contacts, opening, note } = partner;
	const address = [addressExtra, street, [postcode, city].filter(Boolean).join('\u00a0')].filter(Boolean).join(', ');
	return (
		<>
			<div className={classes.words}>
				<span>
					<strong className={classes.name}>{name}</strong>{' '}
					{isRetired && (
						<Badge color="gray" variant="light" tt="none">
							{t.retired}
						</Badge>
					)}
				</span>
				<span className={classes.quiet}>{`${t.kinds[kind]} · ${address || t.noAddress}`}</span>
				{opening !== null && <span className={classes.note}>{opening}</span>}
				{note !== null && <span className={classes.note}>{note}</span>}
			</div>
			<div className={classes.words}>
				{[phone, email, website].map((way) => way !== null && <span key={way}>{way}</span>)}
				{contacts.map((contact) => (
					<span key={`${contact.name} ${contact.task}`} className={classes.note}>
						{[contact.task === null ? contact.name : `${contact.name} (${contact.task})`, contact.phone, contact.email]
							.filter(Boolean)
							.join(', ')}
					</span>
				))}
			</div>
			{mayKeep && (
				<span className={classes.buttons}>
					<Button size="sm" variant="default" aria-label={t.editOf(name)} onClick={onEdit}>
						{t.edit}
					</Button>
					<Button size="sm" variant="default" aria-label={t.removeOf(name)} onClick={() => void remove(partner, t.removed(name))}>
						{t.remove}
					</Button>
				</span>
			)}
		</>
	);
}

const fetchAgain = () => queryClient.invalidateQueries({ queryKey: api.partners.key() });

async function remove({ id }: Partner, done: string): Promise<void> {
	try {
		await client.partners.remove({ id });
	} catch (error) {
		showError(error);
		return;
	}
	showUndo(done, async () => {
		await client.partners.restore({ id });
		await fetchAgain();
	});
	await fetchAgain();
	// The row with the button that had the focus is gone.
	document.querySelector<HTMLElement>('[data-page-title]')?.focus({ preventScroll: true });
}

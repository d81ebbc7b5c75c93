import { Button, Skeleton } from '@mantine/core';
import { IconUserPlus, IconUsersPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import type { FirstAccess } from '#renderer/print/FirstAccessSheet.tsx';
import { api } from '#renderer/rpc/api.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import type { MemberOverview } from '#shared/features/members/model.ts';
import { AddMember } from './manage/AddMember.tsx';
import { ChangeRoles } from './manage/ChangeRoles.tsx';
import { FirstAccessSlip } from './manage/FirstAccessSlip.tsx';
import { HistorySection } from './manage/HistorySection.tsx';
import { type MemberAction, MemberList } from './manage/MemberList.tsx';
import { ReadersSection } from './manage/ReadersSection.tsx';
import { RemoveMember } from './manage/RemoveMember.tsx';
import { RenameMember } from './manage/RenameMember.tsx';
import { ResetPassphrase } from './manage/ResetPassphrase.tsx';
import { TooFewAdministrators } from './manage/TooFewAdministrators.tsx';
import { texts } from './manage/texts.ts';

/** What is open above the page: one dialog at a time, and the slip that ends two of them. */
type Open =
	| { readonly dialog: 'add' }
	| { readonly dialog: MemberAction; readonly member: MemberOverview }
	| { readonly dialog: 'slip'; readonly access: FirstAccess };

/** Who works here and who may read what; for administrators. */
export function MembersPage() {
	const t = useTexts(texts);
	const overview = useQuery(api.members.overview.queryOptions());
	const [open, setOpen] = useState<Open | null>(null);
	const addButton = useRef<HTMLButtonElement>(null);
	const opener = useRef<HTMLElement | null>(null);
	const show = (next: Open, from: HTMLElement | null) => {
		opener.current = from;
		setOpen(next);
	};
	const closeTo = (element: HTMLElement | null) => {
		setOpen(null);
		setTimeout(() => element?.focus());
	};
	// The focus goes back to where it came from, unless that is about to go.
	const close = () => closeTo(opener.current?.isConnected ? opener.current : addButton.current);
	const slip = (access: FirstAccess) => setOpen({ dialog: 'slip', access });

	const members = overview.data?.members ?? [];
	const current = members.filter(({ removedAt }) => removedAt === null);
	const administrators = current.filter(({ roles }) => roles.includes('administrator'));
	const add = () => show({ dialog: 'add' }, addButton.current);
	return (
		<Page>
			<PageHeader
				title={t.title}
				subtitle={t.subtitle}
				actions={
					<Button
						ref={addButton}
						leftSection={<IconUserPlus size="1.25rem" aria-hidden />}
						disabled={!overview.data}
						onClick={add}
					>
						{t.add}
					</Button>
				}
			/>
			<ErrorNotice error={overview.error} onRetry={() => void overview.refetch()} />
			{overview.isPending && <Skeleton height={320} />}
			{overview.data && (
				<>
					{current.length > 1 && administrators.length < 2 && <TooFewAdministrators />}
					<Section title={t.listTitle} description={t.count(current.length)}>
						<MemberList members={members} onAction={(dialog, member, from) => show({ dialog, member }, from)} />
						{current.length === 1 && (
							<EmptyState icon={<IconUsersPlus size={26} />} title={t.aloneTitle} action={<Button onClick={add}>{t.add}</Button>}>
								{t.aloneWords}
							</EmptyState>
						)}
					</Section>
					<ReadersSection members={current} kitAccess={overview.data.kitAccess} />
					<HistorySection />
				</>
			)}
			{open?.dialog === 'add' && <AddMember members={current} onClose={close} onAdded={slip} />}
			{open?.dialog === 'rename' && <RenameMember member={open.member} onClose={close} />}
			{open?.dialog === 'roles' && <ChangeRoles member={open.member} onClose={close} />}
			{open?.dialog === 'reset' && <ResetPassphrase member={open.member} onClose={close} onReset={slip} />}
			{open?.dialog === 'remove' && (
				<RemoveMember member={open.member} onClose={close} onRemoved={() => closeTo(addButton.current)} />
			)}
			{open?.dialog === 'slip' && <FirstAccessSlip access={open.access} onDone={close} />}
		</Page>
	);
}

import { ActionIcon, Alert, Anchor, Button, Menu, Modal, Skeleton, Text } from '@mantine/core';
import { IconDots, IconHistory, IconId, IconLock, IconPencil, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { LendingTabs } from '#renderer/features/lending/LendingTabs.tsx';
import { HistoryDrawer } from '#renderer/features/records/HistoryDrawer.tsx';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api, queryClient } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { refusalCode } from '#renderer/rpc/refusal.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { showError, showUndo } from '#renderer/ui/undo-toast.tsx';
import { type Borrower, borrowerName } from '#shared/features/borrowers/model.ts';
import type { BorrowerId } from '#shared/kernel/ids.ts';
import { BlockDialog } from './BlockDialog.tsx';
import { BorrowerFacts } from './BorrowerFacts.tsx';
import { BorrowerLoans } from './BorrowerLoans.tsx';
import classes from './Borrowers.module.css';
import { EditBorrower } from './EditBorrower.tsx';
import { fieldTexts, texts } from './texts.ts';

export function BorrowerPage() {
	const { id } = useParams({ strict: false });
	const found = useQuery(api.borrowers.get.queryOptions({ input: { id: id as BorrowerId } }));
	if (found.data) return <BorrowerView key={found.data.id} borrower={found.data} />;
	return (
		<Page>
			<LendingTabs />
			{found.error ? (
				<ErrorNotice error={found.error} onRetry={() => void found.refetch()} action={<BackToList />} />
			) : (
				<Skeleton height={320} />
			)}
		</Page>
	);
}

function BorrowerView({ borrower }: { borrower: Borrower }) {
	const t = useTexts(texts);
	const field = useTexts(fieldTexts);
	const navigate = useNavigate();
	const [editing, setEditing] = useState(false);
	const [historyShown, setHistoryShown] = useState(false);
	const [blocking, setBlocking] = useState(false);
	const [refused, setRefused] = useState(false);
	const name = borrowerName(borrower);
	const { id } = borrower;
	const draft = useQuery({ ...api.records.draft.queryOptions({ input: { key: `borrower:${id}` } }), staleTime: 0 });
	const refresh = () => queryClient.invalidateQueries({ queryKey: api.borrowers.key() });

	const remove = async () => {
		try {
			await client.borrowers.remove({ id });
		} catch (error) {
			if (refusalCode(error) === 'HAS_LOANS') setRefused(true);
			else showError(error);
			return;
		}
		await navigate({ to: '/ausleihe/entleiher' });
		void refresh();
		showUndo(t.removed(name), async () => {
			await client.borrowers.restore({ id });
			await refresh();
			await navigate({ to: '/ausleihe/entleiher/$id', params: { id } });
		});
	};
	const unblock = async () => {
		const reason = borrower.blockedReason;
		try {
			await client.borrowers.block({ id, reason: null });
		} catch (error) {
			showError(error);
			return;
		}
		await refresh();
		showUndo(t.unblocked(name), async () => {
			await client.borrowers.block({ id, reason });
			await refresh();
		});
	};

	if (editing) {
		return (
			<EditBorrower
				borrower={borrower}
				title={t.editTitle(name)}
				onDone={() => {
					setEditing(false);
					void draft.refetch();
				}}
				onUndoDiscard={() => setEditing(true)}
			/>
		);
	}
	return (
		<Page>
			<LendingTabs />
			<PageHeader
				above={<BackToList />}
				title={name}
				subtitle={borrower.number}
				actions={
					<>
						<Menu position="bottom-end">
							<Menu.Target>
								<ActionIcon variant="default" size={42} aria-label={t.more}>
									<IconDots size={20} aria-hidden />
								</ActionIcon>
							</Menu.Target>
							<Menu.Dropdown>
								{borrower.blockedReason === null && (
									<Menu.Item leftSection={<IconLock size={18} aria-hidden />} onClick={() => setBlocking(true)}>
										{t.block}
									</Menu.Item>
								)}
								<Menu.Item leftSection={<IconHistory size={18} aria-hidden />} onClick={() => setHistoryShown(true)}>
									{t.history}
								</Menu.Item>
								<Menu.Item color="brick" leftSection={<IconTrash size={18} aria-hidden />} onClick={() => void remove()}>
									{t.remove}
								</Menu.Item>
							</Menu.Dropdown>
						</Menu>
						<Button
							variant="default"
							leftSection={<IconId size={18} aria-hidden />}
							renderRoot={(props) => <Link to="/ausleihe/karten" search={{ person: id }} {...props} />}
						>
							{t.printCard}
						</Button>
						<Button leftSection={<IconPencil size={18} aria-hidden />} onClick={() => setEditing(true)}>
							{t.edit}
						</Button>
					</>
				}
			/>
			{borrower.blockedReason !== null && (
				<Alert color="brick" variant="light" icon={<IconLock aria-hidden />} title={t.blockedTitle}>
					<p className={classes.quiet}>
						{borrower.blockedReason}. {t.blockedHint}
					</p>
					<Button size="sm" variant="default" mt="sm" onClick={() => void unblock()}>
						{t.unblock}
					</Button>
				</Alert>
			)}
			{draft.data && (
				<Alert color="petrol" variant="light" role="status" icon={<IconPencil aria-hidden />}>
					{t.unsaved}{' '}
					<Button size="compact-sm" variant="default" onClick={() => setEditing(true)}>
						{t.continueEditing}
					</Button>
				</Alert>
			)}
			<div className={classes.columns}>
				<div className={classes.column}>
					<BorrowerLoans borrowerId={id} />
				</div>
				<BorrowerFacts borrower={borrower} />
			</div>
			<HistoryDrawer table="borrower" id={id} opened={historyShown} onClose={() => setHistoryShown(false)} fieldNames={field} />
			<BlockDialog key={String(blocking)} borrower={borrower} opened={blocking} onClose={() => setBlocking(false)} />
			<Modal opened={refused} onClose={() => setRefused(false)} title={t.removeRefused}>
				<Text>{t.removeRefusedWhy}</Text>
			</Modal>
		</Page>
	);
}

function BackToList() {
	const t = useTexts(texts);
	return <Anchor renderRoot={(props) => <Link to="/ausleihe/entleiher" {...props} />}>{t.backToList}</Anchor>;
}

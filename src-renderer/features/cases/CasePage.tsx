import { ActionIcon, Alert, Anchor, Button, Menu, Skeleton } from '@mantine/core';
import { IconArchive, IconDots, IconEye, IconHistory, IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { AppointmentSection } from '#renderer/features/appointments/AppointmentSection.tsx';
import { HistoryDrawer } from '#renderer/features/records/HistoryDrawer.tsx';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { showError, showUndo } from '#renderer/ui/undo-toast.tsx';
import type { CaseStatus } from '#shared/features/cases/model.ts';
import type { CaseId } from '#shared/kernel/ids.ts';
import { CaseAccesses } from './CaseAccesses.tsx';
import { CaseFacts } from './CaseFacts.tsx';
import classes from './CasePage.module.css';
import { CaseStatusBadge } from './CaseStatusBadge.tsx';
import { CaseTodos } from './CaseTodos.tsx';
import { ContactEditor } from './contact/ContactEditor.tsx';
import { ContactTimeline } from './contact/ContactTimeline.tsx';
import { EditCase } from './EditCase.tsx';
import { refreshCases } from './refreshCases.ts';
import { texts } from './texts.ts';
import { useNotedPrint } from './useNotedPrint.ts';

export function CasePage() {
	const { id } = useParams({ strict: false });
	const opened = useQuery(api.cases.get.queryOptions({ input: { id: id as CaseId } }));
	if (opened.data) return <CaseView key={opened.data.caseFile.id} {...opened.data} />;
	return (
		<Page>
			{opened.error ? (
				<ErrorNotice error={opened.error} onRetry={() => void opened.refetch()} action={<BackToList />} />
			) : (
				<Skeleton height={420} />
			)}
		</Page>
	);
}

type View = Awaited<ReturnType<typeof client.cases.get>>;

function CaseView({ caseFile, personName, ownerName, contactMinutes }: View) {
	const t = useTexts(texts);
	const members = useQuery(api.members.list.queryOptions());
	const [dialog, setDialog] = useState<'edit' | 'history' | 'accesses' | null>(null);
	const { status } = caseFile;
	const closed = status === 'closed';
	const close = () => setDialog(null);
	useNotedPrint(caseFile.id);

	const setStatus = async (next: CaseStatus) => {
		try {
			await client.cases.setStatus({ id: caseFile.id, status: next });
			await refreshCases();
		} catch (error) {
			showError(error);
			return;
		}
		showUndo(t.statusChanged[next], async () => {
			await client.cases.setStatus({ id: caseFile.id, status });
			await refreshCases();
		});
	};

	return (
		<Page width="wide">
			<div className={classes.page}>
				<PageHeader
					above={<BackToList />}
					title={personName}
					subtitle={
						<span className={classes.subtitle}>
							<CaseStatusBadge status={status} />
							<span>{[caseFile.number, caseFile.concern].filter(Boolean).join(' · ')}</span>
						</span>
					}
					actions={
						<>
							<Menu position="bottom-end">
								<Menu.Target>
									<ActionIcon variant="default" size={42} aria-label={t.more}>
										<IconDots size={20} aria-hidden />
									</ActionIcon>
								</Menu.Target>
								<Menu.Dropdown>
									<Menu.Item leftSection={<IconEye size={18} aria-hidden />} onClick={() => setDialog('accesses')}>
										{t.accesses}
									</Menu.Item>
									<Menu.Item leftSection={<IconHistory size={18} aria-hidden />} onClick={() => setDialog('history')}>
										{t.history}
									</Menu.Item>
								</Menu.Dropdown>
							</Menu>
							{status === 'paused' && (
								<Button
									variant="default"
									leftSection={<IconPlayerPlay size={18} aria-hidden />}
									onClick={() => void setStatus('open')}
								>
									{t.resume}
								</Button>
							)}
							{(status === 'open' || status === 'reopened') && (
								<Button
									variant="default"
									leftSection={<IconPlayerPause size={18} aria-hidden />}
									onClick={() => void setStatus('paused')}
								>
									{t.pause}
								</Button>
							)}
							{!closed && (
								<Button
									variant="default"
									leftSection={<IconArchive size={18} aria-hidden />}
									onClick={() => void setStatus('closed')}
								>
									{t.close}
								</Button>
							)}
						</>
					}
				/>
				<div className={classes.columns}>
					<div className={classes.column}>
						{closed ? (
							<Alert color="gray" icon={<IconArchive aria-hidden />} title={t.closedTitle}>
								<p className={classes.closedWords}>{t.closedWords}</p>
								<Button size="sm" variant="default" onClick={() => void setStatus('reopened')}>
									{t.reopen}
								</Button>
							</Alert>
						) : (
							<ContactEditor caseId={caseFile.id} />
						)}
						<ContactTimeline caseId={caseFile.id} frozen={closed} />
					</div>
					<div className={classes.column}>
						<CaseFacts
							caseFile={caseFile}
							ownerName={ownerName}
							contactMinutes={contactMinutes}
							onEdit={() => setDialog('edit')}
						/>
						<AppointmentSection personId={caseFile.personId} caseId={caseFile.id} />
						<CaseTodos caseId={caseFile.id} />
					</div>
				</div>
			</div>
			{dialog === 'edit' && <EditCase caseFile={caseFile} onClose={close} />}
			<CaseAccesses caseId={caseFile.id} opened={dialog === 'accesses'} onClose={close} />
			<HistoryDrawer
				table="case_file"
				id={caseFile.id}
				opened={dialog === 'history'}
				onClose={close}
				fieldNames={{
					ownerId: t.owner,
					deputyIds: t.deputies,
					openedOn: t.openedOn,
					programme: t.programme,
					source: t.source,
					concern: t.concern,
					status: t.column.status,
				}}
				formatValue={(field, value) => {
					if (field === 'status') return t.status[value as CaseStatus];
					if (field !== 'ownerId' && field !== 'deputyIds') return undefined;
					const ids = Array.isArray(value) ? value : [value];
					return ids.map((id) => members.data?.find((member) => member.id === id)?.name ?? '?').join(', ');
				}}
			/>
		</Page>
	);
}

function BackToList() {
	const t = useTexts(texts);
	return <Anchor renderRoot={(props) => <Link to="/fallakten" {...props} />}>{t.backToList}</Anchor>;
}

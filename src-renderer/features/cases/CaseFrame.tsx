import { ActionIcon, Anchor, Button, Menu, Skeleton } from '@mantine/core';
import {
	IconArchive,
	IconArchiveOff,
	IconDots,
	IconEye,
	IconHistory,
	IconPlayerPause,
	IconPlayerPlay,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { HistoryDrawer } from '#renderer/features/records/HistoryDrawer.tsx';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import type { CaseStatus } from '#shared/features/cases/model.ts';
import type { CaseId } from '#shared/kernel/ids.ts';
import { CaseAccesses } from './CaseAccesses.tsx';
import classes from './CasePage.module.css';
import { CaseStages } from './CaseStages.tsx';
import { CaseStatusBadge } from './CaseStatusBadge.tsx';
import { CaseTabs } from './CaseTabs.tsx';
import { ReopenDialog } from './closing/ReopenDialog.tsx';
import { texts as closingTexts } from './closing-texts.ts';
import { texts } from './texts.ts';
import { useNotedPrint } from './useNotedPrint.ts';
import type { OpenedCase } from './useOpenCase.ts';
import { useSetPaused } from './useSetPaused.ts';

/** The frame of a case file: its head and the way between its pages, which stand in it. */
export function CaseFrame() {
	const { id } = useParams({ strict: false });
	const opened = useQuery(api.cases.get.queryOptions({ input: { id: id as CaseId } }));
	if (opened.data) return <Frame key={opened.data.caseFile.id} {...opened.data} />;
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

function Frame({ caseFile, clientName, stage }: OpenedCase) {
	const t = useTexts(texts);
	const members = useQuery(api.members.list.queryOptions());
	const programmes = useQuery(api.funderProgrammes.list.queryOptions());
	const [dialog, setDialog] = useState<'history' | 'accesses' | 'reopen' | null>(null);
	const { reopen } = useTexts(closingTexts);
	const { status } = caseFile;
	const closed = status === 'closed';
	const close = () => setDialog(null);
	useNotedPrint(caseFile.id);

	const setPaused = useSetPaused(caseFile);

	return (
		<Page width="wide">
			<div className={classes.page}>
				<div className={classes.head}>
					<PageHeader
						above={<BackToList />}
						title={clientName}
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
										onClick={() => void setPaused(false)}
									>
										{t.resume}
									</Button>
								)}
								{(status === 'open' || status === 'reopened') && (
									<Button
										variant="default"
										leftSection={<IconPlayerPause size={18} aria-hidden />}
										onClick={() => void setPaused(true)}
									>
										{t.pause}
									</Button>
								)}
								{closed && (
									<Button
										variant="default"
										leftSection={<IconArchiveOff size={18} aria-hidden />}
										onClick={() => setDialog('reopen')}
									>
										{reopen}
									</Button>
								)}
								{!closed && (
									<Button
										variant="default"
										leftSection={<IconArchive size={18} aria-hidden />}
										renderRoot={(props) => <Link to="/fallakten/$id/abschluss" params={{ id: caseFile.id }} {...props} />}
									>
										{t.close}
									</Button>
								)}
							</>
						}
					/>
					<CaseStages stage={stage} />
					<CaseTabs caseId={caseFile.id} isBusiness={caseFile.businessId !== null} />
				</div>
				<Outlet />
			</div>
			{dialog === 'reopen' && <ReopenDialog caseId={caseFile.id} onClose={close} />}
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
					programmeId: t.programme,
					source: t.source,
					concern: t.concern,
					status: t.column.status,
				}}
				formatValue={(field, value) => {
					if (field === 'status') return t.status[value as CaseStatus];
					if (field === 'programmeId') return programmes.data?.find((one) => one.id === value)?.name ?? '?';
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

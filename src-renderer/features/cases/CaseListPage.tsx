import { Button, SegmentedControl, Select, Tooltip } from '@mantine/core';
import { IconArrowsExchange, IconBuildingStore, IconFolderPlus, IconFolders, IconUsers, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useSession } from '#renderer/features/members/session.ts';
import { formatMinutes, formatNumber, formatRelative } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import type { Column } from '#renderer/ui/list/columns.ts';
import { DataList } from '#renderer/ui/list/DataList.tsx';
import { ListPage } from '#renderer/ui/list/ListPage.tsx';
import { useStickyState } from '#renderer/ui/list/listMemory.ts';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import type { CaseList } from '#shared/features/cases/contract.ts';
import type { CaseRow } from '#shared/features/cases/model.ts';
import { CaseStage } from '#shared/features/cases/stage.ts';
import type { MemberId } from '#shared/kernel/ids.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import { CaseStatusBadge } from './CaseStatusBadge.tsx';
import { texts } from './texts.ts';

type Request = (typeof CaseList)['_output'];
type SortBy = Request['sort']['by'];

export function CaseListPage() {
	const t = useTexts(texts);
	const navigate = useNavigate();
	const { member } = useSession();
	const columns = useMemo(() => columnsOf(t, member.id), [t, member.id]);
	const [status, setStatus] = useStickyState<Request['status']>('cases.status', 'current');
	const [stage, setStage] = useStickyState<CaseStage | 'all'>('cases.stage', 'all');
	const [whose, setWhose] = useStickyState<'mine' | 'all'>('cases.whose', 'all');
	/** Somebody else's, on the way from the members' page. */
	const { zustaendig: ownerId } = useSearch({ strict: false });
	const members = useQuery({ ...api.members.list.queryOptions(), enabled: ownerId !== undefined });
	const filters = {
		status,
		...(stage !== 'all' && { stage }),
		ownerId: (ownerId as MemberId | undefined) ?? (whose === 'mine' ? member.id : null),
		orDeputy: ownerId === undefined,
	};
	const showEverybodys = () => void navigate({ to: '/fallakten', search: {}, replace: true });
	const action = (
		<Button
			renderRoot={(props) => <Link to="/fallakten/neu" {...props} />}
			leftSection={<IconFolderPlus size={18} aria-hidden />}
		>
			{t.new}
		</Button>
	);
	return (
		<ListPage>
			<PageHeader
				title={t.cases}
				actions={
					<>
						<Button variant="default" renderRoot={(props) => <Link to="/fallakten/vorlagen" {...props} />}>
							{t.templates}
						</Button>
						<Button
							variant="default"
							leftSection={<IconArrowsExchange size={18} aria-hidden />}
							renderRoot={(props) => <Link to="/fallakten/uebergeben" search={ownerId ? { von: ownerId } : {}} {...props} />}
						>
							{t.handOver}
						</Button>
						{action}
					</>
				}
			/>
			<DataList<CaseRow, SortBy>
				name="cases"
				label={t.cases}
				columns={columns}
				initialSort={{ by: 'lastContact', descending: true }}
				windowOf={(request, window) => api.cases.list.queryOptions({ input: { ...request, ...window, ...filters } })}
				exportCsv={(request) => client.cases.exportCsv({ ...request, ...filters })}
				rowKey={(row) => row.id}
				onOpen={(row) => void navigate({ to: '/fallakten/$id', params: { id: row.id } })}
				count={(total) => t.count(formatNumber(total), total === 1)}
				filterHint={t.filterHint}
				filters={
					<>
						<Select
							aria-label={t.statusLabel}
							data={Object.entries(t.statusFilter).map(([value, label]) => ({ value, label }))}
							value={status}
							onChange={(value) => setStatus((value ?? 'current') as Request['status'])}
							allowDeselect={false}
							w="10.5rem"
						/>
						<Select
							aria-label={t.stageLabel}
							data={[
								{ value: 'all', label: t.everyStage },
								...CaseStage.options.map((value) => ({ value: value as string, label: t.stage[value] })),
							]}
							value={stage}
							onChange={(value) => setStage((value ?? 'all') as CaseStage | 'all')}
							allowDeselect={false}
							w="10rem"
						/>
						{ownerId === undefined ? (
							<SegmentedControl
								size="md"
								aria-label={t.ownerLabel}
								data={[
									{ value: 'all', label: t.everybodys },
									{ value: 'mine', label: t.mine },
								]}
								value={whose}
								onChange={(value) => setWhose(value as 'mine' | 'all')}
							/>
						) : (
							<Button variant="default" rightSection={<IconX size="1.125rem" aria-hidden />} onClick={showEverybodys}>
								{t.onlyOf(members.data?.find(({ id }) => id === ownerId)?.name ?? '…')}
							</Button>
						)}
					</>
				}
				filtered={status !== 'current' || stage !== 'all' || whose !== 'all' || ownerId !== undefined}
				onResetFilters={() => {
					setStatus('current');
					setStage('all');
					setWhose('all');
					if (ownerId !== undefined) showEverybodys();
				}}
				empty={
					<EmptyState icon={<IconFolders size={26} />} title={t.emptyTitle} action={action}>
						{t.emptyWords}
					</EmptyState>
				}
			/>
		</ListPage>
	);
}

function columnsOf({ column, stage }: (typeof texts)['de'], me: MemberId): Column<CaseRow, SortBy>[] {
	return [
		{
			key: 'client',
			title: column.client,
			width: 'minmax(11.5rem, 1.4fr)',
			sortBy: 'client',
			fixed: true,
			cell: (row) => <ClientName row={row} />,
		},
		{ key: 'number', title: column.number, width: '6.25rem', sortBy: 'number', cell: (row) => row.number },
		{ key: 'concern', title: column.concern, width: 'minmax(7.5rem, 2fr)', cell: (row) => row.concern },
		{ key: 'programme', title: column.programme, width: 'minmax(8rem, 1fr)', hidden: true, cell: (row) => row.programme },
		{ key: 'status', title: column.status, width: '8.75rem', cell: (row) => <CaseStatusBadge status={row.status} /> },
		{
			key: 'owner',
			title: column.owner,
			width: 'minmax(9.5rem, 1fr)',
			sortBy: 'owner',
			cell: (row) => <Owner row={row} me={me} />,
		},
		{ key: 'stage', title: column.stage, width: '7.5rem', hidden: true, cell: (row) => stage[row.stage] },
		{
			key: 'openedOn',
			title: column.openedOn,
			width: '7rem',
			sortBy: 'openedOn',
			hidden: true,
			cell: (row) => formatLocalDate(row.openedOn),
		},
		{
			key: 'lastContact',
			title: column.lastContact,
			width: '8.5rem',
			sortBy: 'lastContact',
			cell: (row) => row.lastContactAt !== null && formatRelative(row.lastContactAt),
		},
		{
			key: 'contactMinutes',
			title: column.contactMinutes,
			width: '6.5rem',
			numeric: true,
			hidden: true,
			cell: (row) => row.contactMinutes > 0 && formatMinutes(row.contactMinutes),
		},
	];
}

/** With a mark where it is a business. */
function ClientName({ row }: { row: CaseRow }) {
	const t = useTexts(texts);
	const name = <strong style={{ fontWeight: 600 }}>{row.clientName}</strong>;
	if (row.businessId === null) return name;
	return (
		<>
			<IconBuildingStore size={16} role="img" aria-label={t.business} style={{ verticalAlign: '-0.15em' }} /> {name}
		</>
	);
}

/** With a mark where whoever looks deputises. */
function Owner({ row, me }: { row: CaseRow; me: MemberId }) {
	const t = useTexts(texts);
	if (row.ownerId === me || !row.deputyIds.includes(me)) return row.ownerName;
	return (
		<Tooltip label={t.youDeputise}>
			<span>
				<IconUsers size={16} role="img" aria-label={t.youDeputise} style={{ verticalAlign: '-0.15em' }} /> {row.ownerName}
			</span>
		</Tooltip>
	);
}

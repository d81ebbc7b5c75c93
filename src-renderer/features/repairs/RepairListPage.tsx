import { Button, Select } from '@mantine/core';
import { IconPlus, IconTool } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { formatNumber } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import type { Column } from '#renderer/ui/list/columns.ts';
import { DataList } from '#renderer/ui/list/DataList.tsx';
import { ListPage } from '#renderer/ui/list/ListPage.tsx';
import { useStickyState } from '#renderer/ui/list/listMemory.ts';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import type { RepairList } from '#shared/features/repairs/contract.ts';
import type { RepairRow } from '#shared/features/repairs/model.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import { boardTexts } from './board-texts.ts';
import { listTexts } from './list-texts.ts';
import classes from './Repair.module.css';
import { RepairTabs } from './RepairTabs.tsx';
import { texts } from './texts.ts';

type Request = (typeof RepairList)['_output'];
type SortBy = Request['sort']['by'];

/** Every repair there is or was, the newest first. */
export function RepairListPage() {
	const t = useTexts(listTexts);
	const words = useTexts(texts);
	const board = useTexts(boardTexts);
	const navigate = useNavigate();
	const columns = useMemo(() => columnsOf(t, words), [t, words]);
	const [filter, setFilter] = useStickyState<Request['filter']>('repairs.filter', 'all');
	const own = { filter, borrowerId: null };
	const intake = (
		<Button
			leftSection={<IconPlus size={18} aria-hidden />}
			renderRoot={(props) => <Link to="/reparaturen/annahme" {...props} />}
		>
			{board.intake}
		</Button>
	);
	return (
		<ListPage>
			<RepairTabs />
			<PageHeader title={t.title} actions={intake} />
			<DataList<RepairRow, SortBy>
				name="repairs"
				label={t.title}
				columns={columns}
				initialSort={{ by: 'day', descending: true }}
				windowOf={(request, window) => api.repairs.list.queryOptions({ input: { ...request, ...window, ...own } })}
				exportCsv={(request) => client.repairs.exportCsv({ ...request, ...own })}
				rowKey={(row) => row.id}
				onOpen={(row) => void navigate({ to: '/reparaturen/$id', params: { id: row.id } })}
				count={(total) => t.count(formatNumber(total), total === 1)}
				filterHint={t.filterHint}
				filters={
					<Select
						aria-label={t.filterLabel}
						data={Object.entries(t.filter).map(([value, label]) => ({ value, label }))}
						value={filter}
						onChange={(value) => setFilter((value ?? 'all') as Request['filter'])}
						allowDeselect={false}
						w="17rem"
					/>
				}
				filtered={filter !== 'all'}
				onResetFilters={() => setFilter('all')}
				empty={
					<EmptyState icon={<IconTool size={26} />} title={t.emptyTitle} action={intake}>
						{t.empty}
					</EmptyState>
				}
			/>
		</ListPage>
	);
}

function columnsOf(t: (typeof listTexts)['de'], words: (typeof texts)['de']): Column<RepairRow, SortBy>[] {
	return [
		{
			key: 'item',
			title: t.column.item,
			width: 'minmax(11rem, 1.4fr)',
			sortBy: 'item',
			fixed: true,
			cell: (row) => (
				<span className={classes.two}>
					<strong>
						{row.number} {row.item}
					</strong>
					<span className={classes.below}>{[row.brand, words.power[row.power]].filter(Boolean).join(' · ')}</span>
				</span>
			),
		},
		{
			key: 'day',
			title: t.column.day,
			width: '7rem',
			sortBy: 'day',
			cell: (row) => <span className={classes.number}>{formatLocalDate(row.day)}</span>,
		},
		{
			key: 'problem',
			title: t.column.problem,
			width: 'minmax(11rem, 1.6fr)',
			cell: (row) => <span className={classes.two}>{row.problem}</span>,
		},
		{
			key: 'stage',
			title: t.column.stage,
			width: '12rem',
			sortBy: 'stage',
			cell: (row) => (
				<span className={classes.two}>
					{row.result === null ? words.stage[row.stage] : words.result[row.result]}
					{row.barrier !== null && <span className={classes.below}>{words.barrier[row.barrier]}</span>}
				</span>
			),
		},
		{
			key: 'visitor',
			title: t.column.visitor,
			width: 'minmax(8rem, 1fr)',
			cell: (row) => row.visitor ?? <span className={classes.quiet}>{words.anonymous}</span>,
		},
		{
			key: 'helpers',
			title: t.column.helpers,
			width: 'minmax(8rem, 1fr)',
			cell: (row) => <span className={classes.two}>{row.helpers.map(({ name }) => name).join(', ')}</span>,
		},
	];
}

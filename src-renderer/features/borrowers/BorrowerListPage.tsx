import { Button, Select } from '@mantine/core';
import { IconId, IconUserPlus, IconUsers } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { z } from 'zod';
import { LendingTabs } from '#renderer/features/lending/LendingTabs.tsx';
import { formatNumber } from '#renderer/i18n/format.ts';
import { formatPhone } from '#renderer/i18n/phone.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import type { Column } from '#renderer/ui/list/columns.ts';
import { DataList } from '#renderer/ui/list/DataList.tsx';
import { ListPage } from '#renderer/ui/list/ListPage.tsx';
import { useStickyState } from '#renderer/ui/list/listMemory.ts';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import type { BorrowerList } from '#shared/features/borrowers/contract.ts';
import { type BorrowerRow, borrowerName } from '#shared/features/borrowers/model.ts';
import classes from './Borrowers.module.css';
import { texts } from './texts.ts';

type Request = z.infer<typeof BorrowerList>;
type SortBy = Request['sort']['by'];

/** Everybody who has a card. */
export function BorrowerListPage() {
	const t = useTexts(texts);
	const navigate = useNavigate();
	const columns = useMemo(() => columnsOf(t), [t]);
	const [filter, setFilter] = useStickyState<Request['filter']>('borrowers.filter', 'all');
	const add = (
		<Button
			renderRoot={(props) => <Link to="/ausleihe/entleiher/neu" {...props} />}
			leftSection={<IconUserPlus size={18} aria-hidden />}
		>
			{t.new}
		</Button>
	);
	return (
		<ListPage>
			<LendingTabs />
			<PageHeader
				title={t.borrowers}
				actions={
					<>
						<Button
							variant="default"
							leftSection={<IconId size={18} aria-hidden />}
							renderRoot={(props) => <Link to="/ausleihe/karten" {...props} />}
						>
							{t.cards}
						</Button>
						{add}
					</>
				}
			/>
			<DataList<BorrowerRow, SortBy>
				name="borrowers"
				label={t.borrowers}
				columns={columns}
				initialSort={{ by: 'name', descending: false }}
				windowOf={(request, window) => api.borrowers.list.queryOptions({ input: { ...request, ...window, filter } })}
				exportCsv={(request) => client.borrowers.exportCsv({ ...request, filter })}
				rowKey={(row) => row.id}
				onOpen={(row) => void navigate({ to: '/ausleihe/entleiher/$id', params: { id: row.id } })}
				count={(total) => t.count(formatNumber(total), total === 1)}
				filterHint={t.filterHint}
				filters={
					<Select
						aria-label={t.filterLabel}
						data={Object.entries(t.filter).map(([value, label]) => ({ value, label }))}
						value={filter}
						onChange={(value) => setFilter((value ?? 'all') as Request['filter'])}
						allowDeselect={false}
						w="14rem"
					/>
				}
				filtered={filter !== 'all'}
				onResetFilters={() => setFilter('all')}
				empty={
					<EmptyState icon={<IconUsers size={26} />} title={t.emptyTitle} action={add}>
						{t.emptyWords}
					</EmptyState>
				}
			/>
		</ListPage>
	);
}

function columnsOf(t: (typeof texts)['de']): Column<BorrowerRow, SortBy>[] {
	const { column } = t;
	return [
		{
			key: 'name',
			title: column.name,
			width: 'minmax(10rem, 2fr)',
			sortBy: 'name',
			fixed: true,
			cell: (row) => <strong className={classes.name}>{borrowerName(row)}</strong>,
		},
		{ key: 'number', title: column.number, width: '6rem', sortBy: 'number', cell: (row) => row.number },
		{ key: 'street', title: column.street, width: 'minmax(8rem, 1.4fr)', cell: (row) => row.street },
		{ key: 'city', title: column.city, width: 'minmax(6rem, 1fr)', sortBy: 'city', hidden: true, cell: (row) => row.city },
		{
			key: 'phone',
			title: column.phone,
			width: 'minmax(9rem, 1.1fr)',
			cell: (row) => row.phone && formatPhone(row.phone),
		},
		{
			key: 'out',
			title: column.out,
			width: '7rem',
			numeric: true,
			sortBy: 'out',
			cell: (row) => (row.out > 0 ? formatNumber(row.out) : ''),
		},
		{
			key: 'note',
			title: column.note,
			width: 'minmax(7rem, 1fr)',
			cell: (row) =>
				row.blockedReason !== null ? (
					<span className={classes.warning}>{t.blocked}</span>
				) : (
					row.overdue > 0 && <span className={classes.warning}>{t.overdue(row.overdue)}</span>
				),
		},
	];
}

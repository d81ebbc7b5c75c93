import { Button, Group, Select } from '@mantine/core';
import { IconClipboardList } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { z } from 'zod';
import { formatDay, formatNumber } from '#renderer/i18n/format.ts';
import { formatMoney } from '#renderer/i18n/money.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import type { Column } from '#renderer/ui/list/columns.ts';
import { DataList } from '#renderer/ui/list/DataList.tsx';
import { ListPage } from '#renderer/ui/list/ListPage.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import type { LoanList } from '#shared/features/lending/contract.ts';
import type { LoanRow } from '#shared/features/lending/model.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import { DecisionsNotice } from './DecisionsNotice.tsx';
import { DueMark } from './DueMark.tsx';
import { LendingTabs } from './LendingTabs.tsx';
import classes from './LoanList.module.css';
import { lineTexts } from './line-texts.ts';
import { useLoanFilter } from './loan-filter.ts';
import { texts } from './loans/texts.ts';

type SortBy = z.infer<typeof LoanList>['sort']['by'];

/** Every loan there is or was; opens with those that are not closed yet. */
export function LoanListPage() {
	const t = useTexts(texts);
	const words = useTexts(lineTexts);
	const navigate = useNavigate();
	const columns = useMemo(() => columnsOf(t, words), [t, words]);
	const [filter, setFilter] = useLoanFilter();
	const own = { filter, borrowerId: null, itemId: null };
	return (
		<ListPage>
			<LendingTabs />
			<PageHeader title={t.loans} />
			<DecisionsNotice />
			<DataList<LoanRow, SortBy>
				name="loans"
				label={t.loans}
				columns={columns}
				initialSort={{ by: 'dueOn', descending: false }}
				windowOf={(request, window) => api.lending.loans.queryOptions({ input: { ...request, ...window, ...own } })}
				exportCsv={(request) => client.lending.exportCsv({ ...request, ...own })}
				rowKey={(row) => row.id}
				onOpen={(row) => void navigate({ to: '/ausleihe/ausleihen/$id', params: { id: row.id } })}
				count={(total) => t.count(formatNumber(total), total === 1)}
				filterHint={t.filterHint}
				filters={
					<Select
						aria-label={t.filterLabel}
						data={Object.entries(t.filter).map(([value, label]) => ({ value, label }))}
						value={filter}
						onChange={(value) => setFilter((value ?? 'open') as typeof filter)}
						allowDeselect={false}
						w="14rem"
					/>
				}
				filtered={filter !== 'open'}
				onResetFilters={() => setFilter('open')}
				empty={
					<EmptyState
						icon={<IconClipboardList size={26} />}
						title={t.emptyTitle}
						action={
							<Group justify="center">
								<Button renderRoot={(props) => <Link to="/ausleihe" {...props} />}>{t.toDesk}</Button>
								<Button variant="default" onClick={() => setFilter('all')}>
									{t.showAll}
								</Button>
							</Group>
						}
					>
						{t.emptyWords}
					</EmptyState>
				}
			/>
		</ListPage>
	);
}

function columnsOf(t: (typeof texts)['de'], { kind }: (typeof lineTexts)['de']): Column<LoanRow, SortBy>[] {
	return [
		{
			key: 'number',
			title: t.column.number,
			width: '5.75rem',
			sortBy: 'number',
			fixed: true,
			cell: (row) => <span className={classes.number}>{row.number}</span>,
		},
		{
			key: 'borrower',
			title: t.column.borrower,
			width: 'minmax(8.5rem, 1.2fr)',
			sortBy: 'borrower',
			fixed: true,
			cell: (row) => <strong className={classes.borrower}>{row.borrowerName}</strong>,
		},
		{
			key: 'items',
			title: t.column.items,
			width: 'minmax(9.5rem, 2fr)',
			cell: (row) => (
				<span className={classes.items}>
					{row.items.join(', ')}
					{(row.lines > 1 || row.openLines === 0) && (
						<span className={classes.below}>{row.openLines === 0 ? t.allBack : t.openOf(row.openLines, row.lines)}</span>
					)}
				</span>
			),
		},
		{ key: 'kind', title: t.column.kind, width: '6rem', cell: (row) => kind[row.kind] },
		{
			key: 'issuedAt',
			title: t.column.issuedAt,
			width: '6.25rem',
			sortBy: 'issuedAt',
			cell: (row) => <span className={classes.number}>{formatDay(row.issuedAt)}</span>,
		},
		{
			key: 'dueOn',
			title: t.column.dueOn,
			width: '9.25rem',
			sortBy: 'dueOn',
			cell: (row) =>
				row.openLines === 0 ? (
					<span className={classes.number}>{formatLocalDate(row.dueOn)}</span>
				) : (
					<DueMark dueOn={row.dueOn} isOverdue={row.isOverdue} />
				),
		},
		{
			key: 'deposit',
			title: t.column.deposit,
			width: '5rem',
			numeric: true,
			cell: (row) => (row.depositHeldCents === 0 ? null : formatMoney(row.depositHeldCents)),
		},
	];
}

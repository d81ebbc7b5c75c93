import { Button, Group, Select } from '@mantine/core';
import { IconAlertTriangle, IconTool } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { InventoryTabs } from '#renderer/features/inventory/InventoryTabs.tsx';
import { formatNumber } from '#renderer/i18n/format.ts';
import { formatMoney } from '#renderer/i18n/money.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import type { Column } from '#renderer/ui/list/columns.ts';
import { DataList } from '#renderer/ui/list/DataList.tsx';
import { ListPage } from '#renderer/ui/list/ListPage.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { type Damage, isOpen } from '#shared/features/maintenance/model.ts';
import { daysBetween, formatLocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import classes from './Damage.module.css';
import { type DamageRequest, useDamageFilter } from './damage-filter.ts';
import { ReportDamage } from './ReportDamage.tsx';
import { StageMark } from './StageMark.tsx';
import { texts } from './texts.ts';

type SortBy = DamageRequest['sort']['by'];

/** Every damage case there is or was; opens with those that are not closed yet. */
export function DamageListPage() {
	const t = useTexts(texts);
	const navigate = useNavigate();
	const columns = useMemo(() => columnsOf(t), [t]);
	const [filter, setFilter] = useDamageFilter();
	const [reporting, setReporting] = useState(false);
	const own = { filter, itemId: null, loanId: null };
	const report = (
		<Button leftSection={<IconAlertTriangle size={18} aria-hidden />} onClick={() => setReporting(true)}>
			{t.report}
		</Button>
	);
	return (
		<ListPage>
			<InventoryTabs />
			<PageHeader title={t.damages} actions={report} />
			<DataList<Damage, SortBy>
				name="damages"
				label={t.damages}
				columns={columns}
				initialSort={{ by: 'foundOn', descending: true }}
				windowOf={(request, window) => api.maintenance.list.queryOptions({ input: { ...request, ...window, ...own } })}
				exportCsv={(request) => client.maintenance.exportCsv({ ...request, ...own })}
				rowKey={(row) => row.id}
				onOpen={(row) => void navigate({ to: '/inventar/schaeden/$id', params: { id: row.id } })}
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
						icon={<IconTool size={26} />}
						title={t.emptyTitle}
						action={
							<Group justify="center">
								<Button variant="default" onClick={() => setFilter('all')}>
									{t.showAll}
								</Button>
								{report}
							</Group>
						}
					>
						{t.emptyWords}
					</EmptyState>
				}
			/>
			{reporting && <ReportDamage item={null} onClose={() => setReporting(false)} />}
		</ListPage>
	);
}

function columnsOf(t: (typeof texts)['de']): Column<Damage, SortBy>[] {
	return [
		{
			key: 'item',
			title: t.column.item,
			width: 'minmax(10rem, 1.4fr)',
			sortBy: 'item',
			fixed: true,
			cell: (row) => (
				<span className={classes.two}>
					<strong>{row.itemName}</strong>
					<span className={classes.below}>{row.itemNumber}</span>
				</span>
			),
		},
		{
			key: 'damage',
			title: t.column.damage,
			width: 'minmax(12rem, 2fr)',
			fixed: true,
			cell: (row) => (
				<span className={classes.two}>
					{row.description}
					<span className={classes.below}>
						{row.unusable && isOpen(row.stage) ? `${t.kind[row.kind]} · ${t.unusable}` : t.kind[row.kind]}
					</span>
				</span>
			),
		},
		{ key: 'stage', title: t.column.stage, width: '9rem', cell: (row) => <StageMark damage={row} /> },
		{
			key: 'foundOn',
			title: t.column.foundOn,
			width: '7rem',
			sortBy: 'foundOn',
			cell: (row) => (
				<span className={`${classes.two} ${classes.number}`}>
					{formatLocalDate(row.foundOn)}
					{isOpen(row.stage) && (
						<span className={classes.below}>{t.openFor(daysBetween(row.foundOn, localDateOf(Date.now())))}</span>
					)}
				</span>
			),
		},
		{
			key: 'borrower',
			title: t.column.borrower,
			width: 'minmax(8rem, 1fr)',
			sortBy: 'borrower',
			cell: (row) =>
				row.borrower === null ? (
					<span className={classes.quiet}>{t.inHouseBriefly}</span>
				) : (
					<span className={classes.two}>
						{row.borrower.name}
						<span className={classes.below}>{row.loanNumber}</span>
					</span>
				),
		},
		{
			key: 'cost',
			title: t.column.cost,
			width: '8rem',
			sortBy: 'cost',
			numeric: true,
			cell: (row) => (
				<span className={classes.two}>
					{row.costCents !== null && formatMoney(row.costCents)}
					{row.chargedCents !== null && row.chargedCents > 0 && (
						<span className={classes.below}>
							{row.paidOn === null ? t.charged(formatMoney(row.chargedCents)) : t.paid(formatMoney(row.chargedCents))}
						</span>
					)}
				</span>
			),
		},
	];
}

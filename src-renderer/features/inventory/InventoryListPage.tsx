import { Button, Group, Select } from '@mantine/core';
import { IconFileImport, IconPlus, IconPrinter, IconTool } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
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
import { scrollingOptions } from '#renderer/ui/scrolling-options.ts';
import { showError } from '#renderer/ui/undo-toast.tsx';
import type { ItemRow } from '#shared/features/inventory/model.ts';
import { allItems, type ItemRequest } from './all-items.ts';
import { Doubles } from './Doubles.tsx';
import classes from './Inventory.module.css';
import { InventoryTabs } from './InventoryTabs.tsx';
import { ItemStateMark } from './ItemStateMark.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import { useItemSelection } from './selection.ts';
import { TestDue } from './TestDue.tsx';
import { texts } from './texts.ts';

type SortBy = ItemRequest['sort']['by'];

export function InventoryListPage() {
	const t = useTexts(texts);
	const navigate = useNavigate();
	const columns = useMemo(() => columnsOf(t), [t]);
	const [filter, setFilter] = useStickyState<ItemRequest['filter']>('inventory.filter', 'current');
	const [category, setCategory] = useStickyState<string | null>('inventory.category', null);
	const [location, setLocation] = useStickyState<string | null>('inventory.location', null);
	const [selected, setSelected] = useItemSelection();
	const words = useQuery(api.inventory.words.queryOptions());
	const ticked = useMemo(() => new Set<string>(selected), [selected]);
	const own = { filter, category, location };
	const actions = (
		<>
			<Button
				renderRoot={(props) => <Link to="/inventar/import" {...props} />}
				variant="default"
				leftSection={<IconFileImport size={18} aria-hidden />}
			>
				{t.import}
			</Button>
			<Button renderRoot={(props) => <Link to="/inventar/neu" {...props} />} leftSection={<IconPlus size={18} aria-hidden />}>
				{t.new}
			</Button>
		</>
	);
	return (
		<ListPage>
			<InventoryTabs />
			<PageHeader
				title={t.inventory}
				actions={
					<>
						<Button
							renderRoot={(props) => <Link to="/inventar/etiketten" {...props} />}
							variant="default"
							leftSection={<IconPrinter size={18} aria-hidden />}
						>
							{t.labels}
						</Button>
						{actions}
					</>
				}
			/>
			<Doubles />
			{selected.length > 0 && <SelectionBar selected={selected} onSelect={setSelected} />}
			<DataList<ItemRow, SortBy>
				name="inventory"
				label={t.inventory}
				columns={columns}
				initialSort={{ by: 'number', descending: false }}
				windowOf={(request, window) => api.inventory.list.queryOptions({ input: { ...request, ...window, ...own } })}
				exportCsv={(request) => client.inventory.exportCsv({ ...request, ...own })}
				rowKey={(row) => row.id}
				onOpen={(row) => void navigate({ to: '/inventar/$id', params: { id: row.id } })}
				selection={{
					keys: ticked,
					onToggle: (row) =>
						setSelected((before) => (before.includes(row.id) ? before.filter((id) => id !== row.id) : [...before, row.id])),
					onAll: (request) =>
						void allItems({ ...request, ...own }).then((rows) => setSelected(rows.map(({ id }) => id)), showError),
					onNone: () => setSelected([]),
				}}
				count={(total) => t.count(formatNumber(total), total === 1)}
				filterHint={t.filterHint}
				filters={
					<>
						<Select
							aria-label={t.filterLabel}
							data={Object.entries(t.filter).map(([value, label]) => ({ value, label }))}
							value={filter}
							onChange={(value) => setFilter((value ?? 'current') as ItemRequest['filter'])}
							allowDeselect={false}
							w="14rem"
						/>
						<WordFilter label={t.everyCategory} words={words.data?.categories ?? []} value={category} onChange={setCategory} />
						<WordFilter label={t.everyLocation} words={words.data?.locations ?? []} value={location} onChange={setLocation} />
					</>
				}
				filtered={filter !== 'current' || category !== null || location !== null}
				onResetFilters={() => {
					setFilter('current');
					setCategory(null);
					setLocation(null);
				}}
				empty={
					<EmptyState icon={<IconTool size={26} />} title={t.emptyTitle} action={<Group justify="center">{actions}</Group>}>
						{t.emptyWords}
					</EmptyState>
				}
			/>
		</ListPage>
	);
}

interface WordFilterProps {
	/** What stands there when nothing is chosen. */
	label: string;
	words: readonly string[];
	value: string | null;
	onChange(value: string | null): void;
}

function WordFilter({ label, words, value, onChange }: WordFilterProps) {
	// A word that nothing has any more must still be seen, or nobody knows why the list is empty.
	const data = value === null || words.includes(value) ? words : [value, ...words];
	return (
		<Select
			{...scrollingOptions}
			aria-label={label}
			placeholder={label}
			data={data}
			value={value}
			onChange={onChange}
			clearable
			w="11.5rem"
		/>
	);
}

function columnsOf({ column, kit }: (typeof texts)['de']): Column<ItemRow, SortBy>[] {
	return [
		{
			key: 'number',
			title: column.number,
			width: '5.75rem',
			sortBy: 'number',
			fixed: true,
			cell: (row) => <span className={classes.number}>{row.number}</span>,
		},
		{
			key: 'name',
			title: column.name,
			width: 'minmax(10.5rem, 2fr)',
			sortBy: 'name',
			fixed: true,
			cell: (row) => (
				<span className={classes.name}>
					<strong>{row.name}</strong>
					{row.isKit && <span className={classes.kit}>{kit}</span>}
					{(row.maker ?? row.type) !== null && (
						<span className={classes.below}>{[row.maker, row.type].filter(Boolean).join(' ')}</span>
					)}
				</span>
			),
		},
		{ key: 'category', title: column.category, width: 'minmax(7.25rem, 1fr)', sortBy: 'category', cell: (row) => row.category },
		{ key: 'location', title: column.location, width: 'minmax(5.25rem, 0.8fr)', sortBy: 'location', cell: (row) => row.location },
		{ key: 'condition', title: column.condition, width: 'minmax(5.5rem, 0.8fr)', cell: (row) => row.condition },
		{ key: 'state', title: column.state, width: '8.5rem', cell: (row) => <ItemStateMark item={row} /> },
		{
			key: 'testedUntil',
			title: column.testedUntil,
			width: '7.75rem',
			sortBy: 'testedUntil',
			cell: (row) => <TestDue testedUntil={row.testedUntil} />,
		},
	];
}

import { Button, Group, Select } from '@mantine/core';
import { IconArrowsJoin2, IconFileImport, IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { ClientTabs } from '#renderer/features/businesses/ClientTabs.tsx';
import { formatDay, formatNumber } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import type { Column } from '#renderer/ui/list/columns.ts';
import { DataList } from '#renderer/ui/list/DataList.tsx';
import { ListPage } from '#renderer/ui/list/ListPage.tsx';
import { useStickyState } from '#renderer/ui/list/listMemory.ts';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import type { PersonList } from '#shared/features/people/contract.ts';
import { nameOf, type PersonRow } from '#shared/features/people/model.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import { texts as mergeTexts } from './merging/texts.ts';
import { NotToBeCalled, PhoneNumber } from './PhoneNumber.tsx';
import { texts } from './texts.ts';

type Request = (typeof PersonList)['_output'];
type SortBy = Request['sort']['by'];

export function PeopleListPage() {
	const t = useTexts(texts);
	const m = useTexts(mergeTexts);
	const navigate = useNavigate();
	const columns = useMemo(() => columnsOf(t), [t]);
	const [filter, setFilter] = useStickyState<Request['filter']>('people.filter', 'all');
	const doubles = useQuery(api.people.pairs.queryOptions());
	const actions = (
		<>
			{(doubles.data?.total ?? 0) > 0 && (
				<Button
					renderRoot={(props) => <Link to="/personen/doppelte" {...props} />}
					variant="default"
					leftSection={<IconArrowsJoin2 size={18} aria-hidden />}
				>
					{m.doubles(doubles.data?.total ?? 0)}
				</Button>
			)}
			<Button
				renderRoot={(props) => <Link to="/personen/import" {...props} />}
				variant="default"
				leftSection={<IconFileImport size={18} aria-hidden />}
			>
				{t.import}
			</Button>
			<Button renderRoot={(props) => <Link to="/personen/neu" {...props} />} leftSection={<IconUserPlus size={18} aria-hidden />}>
				{t.new}
			</Button>
		</>
	);
	return (
		<ListPage>
			<ClientTabs />
			<PageHeader title={t.people} actions={actions} />
			<DataList<PersonRow, SortBy>
				name="people"
				label={t.people}
				columns={columns}
				initialSort={{ by: 'name', descending: false }}
				windowOf={(request, window) => api.people.list.queryOptions({ input: { ...request, ...window, filter } })}
				exportCsv={(request) => client.people.exportCsv({ ...request, filter })}
				rowKey={(row) => row.id}
				onOpen={(row) => void navigate({ to: '/personen/$id', params: { id: row.id } })}
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
					<EmptyState icon={<IconUsers size={26} />} title={t.emptyTitle} action={<Group justify="center">{actions}</Group>}>
						{t.emptyWords}
					</EmptyState>
				}
			/>
		</ListPage>
	);
}

function columnsOf({ column }: { column: Record<string, string> }): Column<PersonRow, SortBy>[] {
	const title = (key: string) => column[key] ?? key;
	return [
		{
			key: 'name',
			title: title('name'),
			width: 'minmax(10rem, 2fr)',
			sortBy: 'name',
			fixed: true,
			cell: (row) => <strong style={{ fontWeight: 600 }}>{nameOf(row)}</strong>,
		},
		{ key: 'number', title: title('number'), width: '5.5rem', sortBy: 'number', cell: (row) => row.number },
		{
			key: 'birthDate',
			title: title('birthDate'),
			width: '8.25rem',
			sortBy: 'birthDate',
			cell: (row) => row.birthDate && formatLocalDate(row.birthDate),
		},
		{ key: 'street', title: title('street'), width: 'minmax(8rem, 1.4fr)', cell: (row) => row.street },
		{ key: 'city', title: title('city'), width: 'minmax(6rem, 0.8fr)', sortBy: 'city', hidden: true, cell: (row) => row.city },
		{
			key: 'phone',
			title: title('phone'),
			width: 'minmax(9rem, 1.2fr)',
			// No room for both: what matters more stands there, the number is one Enter away.
			cell: (row) => (row.doNotCall ? <NotToBeCalled /> : row.phone && <PhoneNumber number={row.phone} doNotCall={false} />),
		},
		{
			key: 'openCases',
			title: title('openCases'),
			width: '6.5rem',
			numeric: true,
			cell: (row) => (row.openCases > 0 ? row.openCases : ''),
		},
		{
			key: 'updatedAt',
			title: title('updatedAt'),
			width: '7.5rem',
			sortBy: 'updatedAt',
			hidden: true,
			cell: (row) => formatDay(row.updatedAt),
		},
	];
}

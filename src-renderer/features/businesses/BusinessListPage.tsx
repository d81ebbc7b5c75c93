import { Button } from '@mantine/core';
import { IconBuildingStore, IconPlus } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { formatDay, formatNumber } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import type { Column } from '#renderer/ui/list/columns.ts';
import { DataList } from '#renderer/ui/list/DataList.tsx';
import { ListPage } from '#renderer/ui/list/ListPage.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import type { BusinessList } from '#shared/features/businesses/contract.ts';
import type { BusinessRow } from '#shared/features/businesses/model.ts';
import { ClientTabs } from './ClientTabs.tsx';
import { texts } from './texts.ts';

type SortBy = (typeof BusinessList)['_output']['sort']['by'];

/** The businesses that the office counsels. */
export function BusinessListPage() {
	const t = useTexts(texts);
	const navigate = useNavigate();
	const columns = useMemo(() => columnsOf(t), [t]);
	const add = (
		<Button renderRoot={(props) => <Link to="/unternehmen/neu" {...props} />} leftSection={<IconPlus size={18} aria-hidden />}>
			{t.new}
		</Button>
	);
	return (
		<ListPage>
			<ClientTabs />
			<PageHeader title={t.businesses} actions={add} />
			<DataList<BusinessRow, SortBy>
				name="businesses"
				label={t.businesses}
				columns={columns}
				initialSort={{ by: 'name', descending: false }}
				windowOf={(request, window) => api.businesses.list.queryOptions({ input: { ...request, ...window } })}
				exportCsv={(request) => client.businesses.exportCsv(request)}
				rowKey={(row) => row.id}
				onOpen={(row) => void navigate({ to: '/unternehmen/$id', params: { id: row.id } })}
				count={(total) => t.count(formatNumber(total))}
				filterHint={t.filterHint}
				empty={
					<EmptyState icon={<IconBuildingStore size={26} />} title={t.emptyTitle} action={add}>
						{t.emptyWords}
					</EmptyState>
				}
			/>
		</ListPage>
	);
}

function columnsOf({ column }: (typeof texts)['de']): Column<BusinessRow, SortBy>[] {
	return [
		{
			key: 'name',
			title: column.name,
			width: 'minmax(12rem, 2fr)',
			sortBy: 'name',
			fixed: true,
			cell: (row) => <strong style={{ fontWeight: 600 }}>{row.name}</strong>,
		},
		{ key: 'branch', title: column.branch, width: 'minmax(8rem, 1.2fr)', sortBy: 'branch', cell: (row) => row.branch },
		{ key: 'contact', title: column.contact, width: 'minmax(9rem, 1.4fr)', cell: (row) => row.contactName },
		{ key: 'place', title: column.place, width: 'minmax(7rem, 1fr)', cell: (row) => row.city },
		{ key: 'phone', title: column.phone, width: 'minmax(8rem, 1fr)', cell: (row) => row.phone },
		{
			key: 'openCases',
			title: column.openCases,
			width: '6.5rem',
			numeric: true,
			cell: (row) => (row.openCases > 0 ? row.openCases : ''),
		},
		{
			key: 'updatedAt',
			title: column.updatedAt,
			width: '7.5rem',
			sortBy: 'updatedAt',
			hidden: true,
			cell: (row) => formatDay(row.updatedAt),
		},
	];
}

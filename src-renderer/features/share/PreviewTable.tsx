import { Button, Skeleton, Table } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Fragment, useState } from 'react';
import { roleWords } from '#renderer/features/members/role-words.ts';
import { formatInstant, formatNumber } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import type { RestorePreview } from '#shared/features/share/restore-model.ts';
import classes from './Care.module.css';
import { careTexts } from './care-texts.ts';

/** As many as the backend names of one kind. */
const MOST = 500;

/** What would change, kind by kind, each to be opened for the names. */
export function PreviewTable({ preview }: { preview: RestorePreview }) {
	const t = useTexts(careTexts);
	const { areas } = useTexts(roleWords);
	const [opened, setOpened] = useState<string | null>(null);
	const word = (table: string) => t.tables[table] ?? t.otherTable;
	const counts = preview.counts.toSorted((a, b) => word(a.table).localeCompare(word(b.table), 'de'));
	const title = t.previewOf(areas[preview.vault], formatInstant(preview.at));
	const cell = (value: number) => <Table.Td ta="right">{value === 0 ? '–' : formatNumber(value)}</Table.Td>;
	return (
		<>
			<strong>{title}</strong>
			{counts.length === 0 ? (
				<p className={classes.body}>{t.nothing}</p>
			) : (
				<Table.ScrollContainer
					minWidth={520}
					scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': title, role: 'group' } }}
				>
					<Table verticalSpacing="xs" aria-label={title}>
						<Table.Thead>
							<Table.Tr>
								<Table.Th>{t.kind}</Table.Th>
								<Table.Th ta="right">{t.changes}</Table.Th>
								<Table.Th ta="right">{t.returns}</Table.Th>
								<Table.Th ta="right">{t.goes}</Table.Th>
								<Table.Th ta="right">{t.frozen}</Table.Th>
							</Table.Tr>
						</Table.Thead>
						<Table.Tbody>
							{counts.map(({ table, changes, returns, goes, frozen }) => (
								<Fragment key={table}>
									<Table.Tr>
										<Table.Td>
											<Button
												variant="subtle"
												size="compact-sm"
												aria-expanded={opened === table}
												aria-label={opened === table ? t.hideNames(word(table)) : t.showNames(word(table))}
												leftSection={
													opened === table ? (
														<IconChevronDown size="1rem" aria-hidden />
													) : (
														<IconChevronRight size="1rem" aria-hidden />
													)
												}
												onClick={() => setOpened(opened === table ? null : table)}
											>
												{word(table)}
											</Button>
										</Table.Td>
										{cell(changes)}
										{cell(returns)}
										{cell(goes)}
										{cell(frozen)}
									</Table.Tr>
									{opened === table && (
										<Table.Tr>
											<Table.Td colSpan={5}>
												<Names plan={preview.plan} table={table} />
											</Table.Td>
										</Table.Tr>
									)}
								</Fragment>
							))}
						</Table.Tbody>
					</Table>
				</Table.ScrollContainer>
			)}
			{counts.some(({ frozen }) => frozen > 0) && <p className={classes.quiet}>{t.frozenBody}</p>}
			{counts.length > 0 && <p className={classes.quiet}>{t.stays}</p>}
		</>
	);
}

function Names({ plan, table }: { plan: string; table: string }) {
	const t = useTexts(careTexts);
	const records = useQuery(api.share.restoreRecords.queryOptions({ input: { plan, table } }));
	if (records.isPending) return <Skeleton height={40} />;
	return (
		<>
			<ErrorNotice error={records.error} />
			<ul className={classes.names}>
				{records.data?.map(({ id, what, label }) => (
					<li key={id}>
						{label} <span>{t.actions[what]}</span>
					</li>
				))}
				{(records.data?.length ?? 0) >= MOST && <li>{t.mostNames}</li>}
			</ul>
		</>
	);
}

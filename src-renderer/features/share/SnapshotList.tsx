import { Button, Skeleton, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { roleWords } from '#renderer/features/members/role-words.ts';
import { formatBytes, formatInstant, formatRelative } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { texts } from './texts.ts';

const FIRST = 9;

export function SnapshotList() {
	const t = useTexts(texts);
	const { areas } = useTexts(roleWords);
	const [all, setAll] = useState(false);
	const snapshots = useQuery(api.share.snapshots.queryOptions());
	const sorted = snapshots.data?.toSorted((a, b) => b.takenAt - a.takenAt || a.vault.localeCompare(b.vault)) ?? [];
	const shown = all ? sorted : sorted.slice(0, FIRST);
	return (
		<Section title={t.snapshots} description={t.snapshotsBody}>
			<ErrorNotice error={snapshots.error} onRetry={() => void snapshots.refetch()} />
			{snapshots.isPending && <Skeleton height={120} />}
			{snapshots.data?.length === 0 && <p style={{ margin: 0 }}>{t.snapshotsEmpty}</p>}
			{shown.length > 0 && (
				<Table.ScrollContainer
					minWidth={560}
					scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': t.snapshots, role: 'group' } }}
				>
					<Table verticalSpacing="xs">
						<Table.Thead>
							<Table.Tr>
								<Table.Th>{t.when}</Table.Th>
								<Table.Th>{t.vault}</Table.Th>
								<Table.Th>{t.device}</Table.Th>
								<Table.Th ta="right">{t.size}</Table.Th>
								<Table.Th>{t.checked}</Table.Th>
							</Table.Tr>
						</Table.Thead>
						<Table.Tbody>
							{shown.map((snapshot) => (
								<Table.Tr key={`${snapshot.vault}/${snapshot.name}`}>
									<Table.Td>{formatInstant(snapshot.takenAt)}</Table.Td>
									<Table.Td>{areas[snapshot.vault]}</Table.Td>
									<Table.Td>{snapshot.device}</Table.Td>
									<Table.Td ta="right">{formatBytes(snapshot.bytes)}</Table.Td>
									<Table.Td>{snapshot.verifiedAt === null ? t.notChecked : formatRelative(snapshot.verifiedAt)}</Table.Td>
								</Table.Tr>
							))}
						</Table.Tbody>
					</Table>
				</Table.ScrollContainer>
			)}
			{sorted.length > shown.length && (
				<div>
					<Button variant="subtle" size="sm" onClick={() => setAll(true)}>
						{t.more(sorted.length - shown.length)}
					</Button>
				</div>
			)}
		</Section>
	);
}

import { Skeleton, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { formatDay, formatRelative } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { texts } from './texts.ts';

export function DeviceList() {
	const t = useTexts(texts);
	const devices = useQuery(api.share.devices.queryOptions());
	return (
		<Section title={t.devices} description={t.devicesBody}>
			<ErrorNotice error={devices.error} onRetry={() => void devices.refetch()} />
			{devices.isPending && <Skeleton height={80} />}
			{devices.data && (
				<Table.ScrollContainer
					minWidth={420}
					scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': t.devices, role: 'group' } }}
				>
					<Table verticalSpacing="xs">
						<Table.Thead>
							<Table.Tr>
								<Table.Th>{t.device}</Table.Th>
								<Table.Th>{t.addedOn}</Table.Th>
								<Table.Th>{t.lastChange}</Table.Th>
							</Table.Tr>
						</Table.Thead>
						<Table.Tbody>
							{devices.data.map((device) => (
								<Table.Tr key={device.id}>
									<Table.Td>
										{device.name}
										{device.isThis && ` (${t.thisDevice})`}
									</Table.Td>
									<Table.Td>{formatDay(device.addedAt)}</Table.Td>
									<Table.Td>{device.lastChangeAt === null ? t.never : formatRelative(device.lastChangeAt)}</Table.Td>
								</Table.Tr>
							))}
						</Table.Tbody>
					</Table>
				</Table.ScrollContainer>
			)}
		</Section>
	);
}

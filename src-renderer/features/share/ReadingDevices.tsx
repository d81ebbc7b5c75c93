import { Skeleton, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { formatInstant, formatRelative } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import type { ReadingDevice } from '#shared/features/share/model.ts';
import classes from './Care.module.css';
import { readingTexts } from './reading-texts.ts';

/** Who has read how far: by that a person sees which PC has not been on for long, or does not keep up. */
export function ReadingDevices() {
	const t = useTexts(readingTexts);
	const devices = useQuery(api.share.devices.queryOptions({ refetchInterval: 20_000 }));
	const others = devices.data?.filter(({ isThis }) => !isThis) ?? [];
	return (
		<Section title={t.devices} description={t.devicesBody}>
			<ErrorNotice error={devices.error} onRetry={() => void devices.refetch()} />
			{devices.isPending && <Skeleton height={80} />}
			{devices.data && others.length === 0 && <p className={classes.body}>{t.devicesAlone}</p>}
			{others.length > 0 && (
				<Table.ScrollContainer
					minWidth={640}
					scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': t.devices, role: 'group' } }}
				>
					<Table verticalSpacing="xs" aria-label={t.devices}>
						<Table.Thead>
							<Table.Tr>
								<Table.Th>{t.device}</Table.Th>
								<Table.Th>{t.said}</Table.Th>
								<Table.Th>{t.hasRead}</Table.Th>
								<Table.Th>{t.readHere}</Table.Th>
							</Table.Tr>
						</Table.Thead>
						<Table.Tbody>
							{others.map((device) => (
								<Table.Tr key={device.device}>
									<Table.Td fw={600}>{device.name}</Table.Td>
									<Table.Td>{device.saidAt === null ? t.never : formatRelative(device.saidAt)}</Table.Td>
									<Table.Td>{hasRead(device, t)}</Table.Td>
									<Table.Td>{readHere(device, t)}</Table.Td>
								</Table.Tr>
							))}
						</Table.Tbody>
					</Table>
				</Table.ScrollContainer>
			)}
		</Section>
	);
}

type Words = (typeof readingTexts)['de'];

function hasRead({ saidAt, behind }: ReadingDevice, t: Words): string {
	if (saidAt === null) return t.nothing;
	return behind > 0 ? t.behind(behind) : t.upTo(formatInstant(saidAt));
}

function readHere({ readHereAt, behindHere }: ReadingDevice, t: Words): string {
	if (behindHere > 0) return t.behindHere;
	return readHereAt === null ? t.wroteNothing : t.readUpTo(formatInstant(readHereAt));
}

import { Table } from '@mantine/core';
import { formatDay } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import type { Device } from '#shared/features/devices/model.ts';
import classes from './RemovedDevices.module.css';
import { texts } from './texts.ts';

/** Folded away: whose writing counts only up to a day in the past. */
export function RemovedDevices({ devices }: { devices: readonly Device[] }) {
	const t = useTexts(texts);
	return (
		<details className={classes.removed}>
			<summary>{t.removedTitle(devices.length)}</summary>
			<p className={classes.words}>{t.removedBody}</p>
			<Table verticalSpacing="xs">
				<Table.Thead>
					<Table.Tr>
						<Table.Th>{t.name}</Table.Th>
						<Table.Th>{t.since}</Table.Th>
						<Table.Th>{t.removedOn}</Table.Th>
					</Table.Tr>
				</Table.Thead>
				<Table.Tbody>
					{devices.map((device) => (
						<Table.Tr key={device.id}>
							<Table.Td>{device.name.trim() || t.nameless}</Table.Td>
							<Table.Td>{device.approvedAt === null ? t.never : formatDay(device.approvedAt)}</Table.Td>
							<Table.Td>{wordsOf(device, t)}</Table.Td>
						</Table.Tr>
					))}
				</Table.Tbody>
			</Table>
		</details>
	);
}

/** One that never counted was not taken anything away from. */
function wordsOf({ approvedAt, removedAt }: Device, t: (typeof texts)['de']): string {
	if (removedAt === null) return '';
	return (approvedAt === null ? t.wasTurnedAway : t.wasRemoved)(formatDay(removedAt));
}

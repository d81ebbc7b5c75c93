import { Button, Table, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { roleWords } from '#renderer/features/members/role-words.ts';
import { collator, formatDay, formatRelative } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { Section } from '#renderer/ui/Section.tsx';
import { useNow } from '#renderer/ui/useNow.ts';
import type { Device } from '#shared/features/devices/model.ts';
import type { DeviceId } from '#shared/kernel/ids.ts';
import classes from './DeviceList.module.css';
import { RemoveDevice } from './RemoveDevice.tsx';
import { RenameDevice } from './RenameDevice.tsx';
import { texts } from './texts.ts';

export interface DeviceListProps {
	devices: readonly Device[];
	names: ReadonlyMap<DeviceId, string>;
	administrator: boolean;
}

export function DeviceList({ devices, names, administrator }: DeviceListProps) {
	const t = useTexts(texts);
	const { data: status } = useQuery(api.site.status.queryOptions());
	const [renaming, setRenaming] = useState<DeviceId | null>(null);
	const [removing, setRemoving] = useState<Device | null>(null);
	/** Back to the button it began with, which was not there meanwhile. */
	const endRenaming = (id: DeviceId) => {
		flushSync(() => setRenaming(null));
		document.getElementById(`rename-${id}`)?.focus();
	};
	const nameOf = (device: Device) => names.get(device.id) ?? device.name;
	const sorted = devices.toSorted(
		(a, b) => Number(b.isThis) - Number(a.isThis) || collator.compare(nameOf(a), nameOf(b)) || a.addedAt - b.addedAt,
	);
	return (
		<Section title={t.listTitle}>
			<Table.ScrollContainer
				minWidth={640}
				scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': t.listTitle, role: 'group' } }}
			>
				<Table verticalSpacing="sm">
					<Table.Thead>
						<Table.Tr>
							<Table.Th className={classes.nameColumn ?? ''}>{t.name}</Table.Th>
							<Table.Th>{t.lastSeen}</Table.Th>
							<Table.Th>{t.vaults}</Table.Th>
							<Table.Th>{t.since}</Table.Th>
							{administrator && (
								<Table.Th>
									<VisuallyHidden>{t.actions}</VisuallyHidden>
								</Table.Th>
							)}
						</Table.Tr>
					</Table.Thead>
					<Table.Tbody>
						{sorted.map((device) => (
							<Table.Tr key={device.id}>
								<Table.Td>
									{renaming === device.id ? (
										<RenameDevice device={device} name={nameOf(device)} onDone={() => endRenaming(device.id)} />
									) : (
										<span className={classes.name}>
											{nameOf(device)}
											{device.isThis && <span className={classes.quiet}>{t.thisDevice}</span>}
										</span>
									)}
								</Table.Td>
								<Facts device={device} ownVersion={status?.appVersion} />
								{administrator && (
									<Table.Td className={classes.actions ?? ''}>
										{renaming !== device.id && (
											<div className={classes.buttons}>
												<Button
													id={`rename-${device.id}`}
													size="compact-sm"
													variant="subtle"
													aria-label={t.renameOf(nameOf(device))}
													onClick={() => setRenaming(device.id)}
												>
													{t.rename}
												</Button>
												{!device.isThis && (
													<Button
														size="compact-sm"
														variant="subtle"
														color="brick"
														aria-label={t.removeOf(nameOf(device))}
														onClick={() => setRemoving(device)}
													>
														{t.remove}
													</Button>
												)}
											</div>
										)}
									</Table.Td>
								)}
							</Table.Tr>
						))}
					</Table.Tbody>
				</Table>
			</Table.ScrollContainer>
			{removing && <RemoveDevice id={removing.id} name={nameOf(removing)} onClose={() => setRemoving(null)} />}
		</Section>
	);
}

function Facts({ device, ownVersion }: { device: Device; ownVersion: string | undefined }) {
	const t = useTexts(texts);
	const { areas } = useTexts(roleWords);
	const now = useNow(60_000);
	const isOther = device.appVersion !== null && ownVersion !== undefined && device.appVersion !== ownVersion;
	return (
		<>
			<Table.Td className={classes.seen ?? ''}>
				{lastSeenText(device.lastSeenAt, now, t)}
				<span className={classes.quiet}>{device.appVersion === null ? t.versionUnknown : t.version(device.appVersion)}</span>
				{isOther && <span className={classes.warn}>{t.versionDiffers}</span>}
			</Table.Td>
			<Table.Td>{device.vaults.length > 0 ? device.vaults.map((vault) => areas[vault]).join(', ') : t.vaultsUnknown}</Table.Td>
			<Table.Td>
				{device.approvedAt !== null && formatDay(device.approvedAt)}
				<span className={classes.quiet}>{device.addedBy === null ? t.byKit : t.by(device.addedBy)}</span>
				{device.approvedBy !== null && device.approvedBy !== device.addedBy && (
					<span className={classes.quiet}>{t.approvedBy(device.approvedBy)}</span>
				)}
			</Table.Td>
		</>
	);
}

const HOUR = 60 * 60 * 1000;

/** Known to the hour only, so nothing finer is said. */
function lastSeenText(at: number | null, now: number, t: (typeof texts)['de']): string {
	if (at === null) return t.seenNever;
	return now - at < HOUR ? t.seenNow : formatRelative(at, now);
}

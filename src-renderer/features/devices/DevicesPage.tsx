import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { KioskSection } from '#renderer/features/kiosks/KioskSection.tsx';
import { useSession } from '#renderer/features/members/session.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { DeviceList } from './DeviceList.tsx';
import { deviceNames } from './device-names.ts';
import { RemovedDevices } from './RemovedDevices.tsx';
import { texts } from './texts.ts';
import { WaitingDevice } from './WaitingDevice.tsx';

/** Which PCs belong to the site, and whether another one may join. Everybody may look, administrators act. */
export function DevicesPage() {
	const t = useTexts(texts);
	const { member } = useSession();
	const devices = useQuery(api.devices.list.queryOptions());
	const administrator = member.roles.includes('administrator');
	const inState = (state: 'waiting' | 'approved' | 'removed') => devices.data?.filter((device) => device.state === state) ?? [];
	const removed = inState('removed').sort((a, b) => (b.removedAt ?? 0) - (a.removedAt ?? 0));
	const names = deviceNames([...inState('waiting'), ...inState('approved')], t.nameless);
	return (
		<Page width="wide">
			<PageHeader title={t.title} subtitle={t.subtitle} />
			<ErrorNotice error={devices.error} onRetry={() => void devices.refetch()} />
			{devices.isPending && <Skeleton height={160} />}
			{inState('waiting').map((device) => (
				<WaitingDevice key={device.id} device={device} name={names.get(device.id) ?? device.name} administrator={administrator} />
			))}
			{devices.data && <DeviceList devices={inState('approved')} names={names} administrator={administrator} />}
			<KioskSection administrator={administrator} />
			{removed.length > 0 && <RemovedDevices devices={removed} />}
		</Page>
	);
}

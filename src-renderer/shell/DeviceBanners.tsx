import { Button } from '@mantine/core';
import { IconDeviceDesktopPlus, IconDeviceDesktopQuestion } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { texts } from '#renderer/features/devices/texts.ts';
import { useSession } from '#renderer/features/members/session.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { Banner } from './Banner.tsx';

/** This device does not count yet; or, for administrators, another one waits to be let in. */
export function DeviceBanners() {
	const t = useTexts(texts);
	const { member, deviceApproved } = useSession();
	const { pathname } = useLocation();
	const administrator = member.roles.includes('administrator');
	const devices = useQuery(api.devices.list.queryOptions({ enabled: administrator }));
	const waiting = devices.data?.filter((device) => device.state === 'waiting' && !device.isThis) ?? [];
	const [first] = waiting;
	if (pathname.startsWith('/geraete')) return null;
	return (
		<>
			{!deviceApproved && (
				<Banner tone="warn" icon={<IconDeviceDesktopQuestion size="1.25rem" aria-hidden />} words={t.bannerOwn}>
					<ToDevices label={t.bannerShowCode} />
				</Banner>
			)}
			{first && (
				<Banner
					tone="warn"
					icon={<IconDeviceDesktopPlus size="1.25rem" aria-hidden />}
					words={waiting.length === 1 ? t.bannerWaiting(first.name.trim() || t.nameless) : t.bannerWaitingMore(waiting.length)}
				>
					<ToDevices label={t.bannerShow} />
				</Banner>
			)}
		</>
	);
}

function ToDevices({ label }: { label: string }) {
	return (
		<Button size="compact-sm" variant="default" renderRoot={(props) => <Link to="/geraete" {...props} />}>
			{label}
		</Button>
	);
}

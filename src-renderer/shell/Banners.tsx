import { Button } from '@mantine/core';
import { IconFlask, IconKey } from '@tabler/icons-react';
import { Link, useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '#renderer/features/members/session.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { client } from '#renderer/rpc/client.ts';
import { dropEverything } from '#renderer/shell/lock.ts';
import { showError } from '#renderer/ui/undo-toast.tsx';
import { AccessBanners } from './AccessBanners.tsx';
import { Banner } from './Banner.tsx';
import { DeviceBanners } from './DeviceBanners.tsx';
import { texts } from './texts.ts';

/** What everybody has to know before they read the page. */
export function Banners() {
	const t = useTexts(texts);
	const { isSample, kitPending, member } = useSession();
	const { pathname } = useLocation();
	const [discarding, setDiscarding] = useState(false);

	const discard = async () => {
		setDiscarding(true);
		try {
			await client.site.discardSample();
			location.hash = '#/';
			dropEverything();
		} catch (error) {
			setDiscarding(false);
			showError(error);
		}
	};

	return (
		<>
			{isSample && (
				<Banner tone="quiet" icon={<IconFlask size="1.25rem" aria-hidden />} words={t.sampleBanner}>
					<Button size="compact-sm" variant="default" loading={discarding} onClick={() => void discard()}>
						{t.sampleDiscard}
					</Button>
				</Banner>
			)}
			{kitPending && !isSample && member.roles.includes('administrator') && pathname !== '/notfallblatt' && (
				<Banner tone="warn" icon={<IconKey size="1.25rem" aria-hidden />} words={t.kitBanner}>
					<Button size="compact-sm" variant="default" renderRoot={(props) => <Link to="/notfallblatt" {...props} />}>
						{t.kitFinish}
					</Button>
				</Banner>
			)}
			<AccessBanners />
			<DeviceBanners />
		</>
	);
}

import { Button } from '@mantine/core';
import { IconHourglass, IconUserPlus } from '@tabler/icons-react';
import { Link, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { texts } from '#renderer/features/members/access-texts.ts';
import { useSession } from '#renderer/features/members/session.ts';
import { useWaiting } from '#renderer/features/members/useWaiting.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { showNotice } from '#renderer/ui/undo-toast.tsx';
import { Banner } from './Banner.tsx';

/** What this member still waits for, and who waits for this member. Both end by themselves. */
export function AccessBanners() {
	const t = useTexts(texts);
	const { awaited, vaults } = useSession();
	const { pathname } = useLocation();
	const ready = (useWaiting().data ?? []).filter(({ hasStartPassphrase }) => !hasStartPassphrase);
	const [first] = ready;
	const awaitsCases = awaited.some(({ vault }) => vault === 'counselling');
	const didAwaitCases = useRef(awaitsCases);
	useEffect(() => {
		if (didAwaitCases.current && !awaitsCases && vaults.includes('counselling')) showNotice(t.caseFilesHere);
		didAwaitCases.current = awaitsCases;
	}, [awaitsCases, vaults, t]);
	return (
		<>
			{awaited.map(({ vault, why }) => (
				<Banner
					key={vault}
					tone="quiet"
					icon={<IconHourglass size="1.25rem" aria-hidden />}
					words={{ key: t.awaitedKey, kit: t.awaitedKit, share: t.awaitedShare }[why][vault]}
				/>
			))}
			{first !== undefined && pathname !== '/' && (
				<Banner
					tone="quiet"
					icon={<IconUserPlus size="1.25rem" aria-hidden />}
					words={ready.length > 1 ? t.bannerMany(ready.length) : first.id === 'recovery' ? t.bannerKit : t.banner(first.name)}
				>
					<Button size="compact-sm" variant="default" renderRoot={(props) => <Link to="/" {...props} />}>
						{t.bannerOpen}
					</Button>
				</Banner>
			)}
		</>
	);
}

import { Alert, Button, Radio, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { PlacePicker } from '#renderer/features/share/PlacePicker.tsx';
import { formatDay } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { shareProblemIn } from '#renderer/rpc/refusal.ts';
import { EntranceFrame } from '#renderer/ui/EntranceFrame.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import type { SharePlace } from '#shared/features/share/model.ts';
import type { SiteStatus } from '#shared/features/site/model.ts';
import type { SiteId } from '#shared/kernel/ids.ts';
import { texts } from './texts.ts';

export interface Place {
	readonly folder: SharePlace;
	readonly siteId: SiteId;
}

export interface ChoosePlaceProps {
	host: SiteStatus['host'];
	onBack: () => void;
	onChoose: (place: Place) => void;
}

/** Where the site lies: a share, and one of the sites on it. */
export function ChoosePlace({ host, onBack, onChoose }: ChoosePlaceProps) {
	const t = useTexts(texts);
	const [picked, setPicked] = useState<SharePlace | null>(null);
	const [asked, setAsked] = useState<SharePlace | null>(null);
	const [tried, setTried] = useState(false);
	const folder = typeof picked === 'string' || picked === asked ? picked : null;
	const [chosen, setChosen] = useState<SiteId | null>(null);
	const found = useQuery({
		...api.share.inspect.queryOptions({ input: { folder: folder ?? '' } }),
		enabled: folder !== null,
		staleTime: 0,
		gcTime: 0,
	});
	const sites = folder === null ? undefined : found.data?.sites;
	const siteId = sites?.length === 1 ? sites[0]?.siteId : sites?.find((site) => site.siteId === chosen)?.siteId;
	return (
		<EntranceFrame above={t.step(1, 2)} title={t.joinFolderTitle} intro={t.joinFolderIntro} onBack={onBack}>
			<PlacePicker
				host={host}
				value={picked}
				tried={tried}
				onChange={setPicked}
				look={{
					running: found.isFetching,
					run() {
						setTried(true);
						setAsked(picked);
						if (picked !== null && picked === asked) void found.refetch();
					},
				}}
			/>
			{folder !== null && (typeof folder !== 'string' || shareProblemIn(found.error) !== 'unreachable') && (
				<ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
			)}
			<div aria-live="polite">
				{sites?.length === 0 && (
					<Alert color="clay" variant="light">
						{t.joinNothing}
					</Alert>
				)}
				{sites !== undefined && sites.length > 0 && (
					<Radio.Group
						label={t.joinFound(sites.length)}
						value={siteId ?? null}
						onChange={(value) => setChosen((value ?? null) as SiteId | null)}
					>
						<Stack gap="xs" mt="xs">
							{sites.map((site) => (
								<Radio key={site.siteId} value={site.siteId} label={t.joinFoundSite(formatDay(site.createdAt))} />
							))}
						</Stack>
					</Radio.Group>
				)}
			</div>
			<div>
				<Button
					size="lg"
					disabled={siteId === undefined}
					onClick={() => folder !== null && siteId !== undefined && onChoose({ folder, siteId })}
				>
					{t.next}
				</Button>
			</div>
		</EntranceFrame>
	);
}

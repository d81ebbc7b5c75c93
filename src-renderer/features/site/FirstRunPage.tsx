import { IconBuildingCommunity, IconDeviceDesktopPlus, IconDoorEnter, IconFlask } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { stepText } from '#renderer/rpc/step-text.ts';
import { useProgress } from '#renderer/rpc/useProgress.ts';
import { EntranceFrame } from '#renderer/ui/EntranceFrame.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx';
import type { SiteStatus } from '#shared/features/site/model.ts';
import { CreateSite } from './CreateSite.tsx';
import classes from './FirstRunPage.module.css';
import { JoinSite } from './JoinSite.tsx';
import { kioskTexts } from './kiosk-texts.ts';
import { LeftKiosk } from './LeftKiosk.tsx';
import { SetUpKiosk } from './SetUpKiosk.tsx';
import { texts } from './texts.ts';

export interface FirstRunPageProps {
	host: SiteStatus['host'];
	/** Joined, with what was typed. */
	onSignedIn: (passphrase: string) => void;
}

/** The ways to begin. */
export function FirstRunPage({ host, onSignedIn }: FirstRunPageProps) {
	const t = useTexts(texts);
	const queries = useQueryClient();
	const [way, setWay] = useState<'create' | 'join' | 'kiosk' | null>(null);
	const sample = useProgress();
	const words = useTexts(kioskTexts);
	const kiosk = useQuery(api.kiosk.mode.queryOptions());

	const trySample = async () => {
		const { finished } = await sample.run((signal) => client.site.createSample(undefined, { signal }));
		if (finished) await queries.invalidateQueries({ queryKey: api.site.status.key() });
	};

	if (kiosk.data?.only) return <LeftKiosk unsent={kiosk.data.only.unsent} />;
	if (way === 'kiosk') return <SetUpKiosk host={host} onBack={() => setWay(null)} />;
	if (way === 'create') return <CreateSite onBack={() => setWay(null)} />;
	if (way === 'join') return <JoinSite host={host} onSignedIn={onSignedIn} onBack={() => setWay(null)} />;
	return (
		<EntranceFrame title={t.welcomeTitle} intro={t.welcomeIntro}>
			{sample.running ? (
				<ProgressBar
					label={sample.progress ? stepText(sample.progress.step) : t.samplePreparing}
					done={sample.progress?.done ?? 0}
					total={sample.progress?.total ?? 0}
					onCancel={sample.cancel}
				/>
			) : (
				<div className={classes.ways}>
					<Way icon={IconBuildingCommunity} title={t.createChoice} onClick={() => setWay('create')} first>
						{t.createChoiceBody}
					</Way>
					<Way icon={IconDeviceDesktopPlus} title={t.joinChoice} onClick={() => setWay('join')}>
						{t.joinChoiceBody}
					</Way>
					<Way icon={IconDoorEnter} title={words.choice} onClick={() => setWay('kiosk')}>
						{words.choiceBody}
					</Way>
					<Way icon={IconFlask} title={t.sampleChoice} onClick={() => void trySample()}>
						{t.sampleChoiceBody}
					</Way>
				</div>
			)}
			<ErrorNotice error={sample.error} />
		</EntranceFrame>
	);
}

interface WayProps {
	icon: typeof IconFlask;
	title: string;
	children: string;
	onClick: () => void;
	first?: boolean;
}

function Way({ icon: Icon, title, children, onClick, first = false }: WayProps) {
	return (
		<button type="button" className={classes.way} onClick={onClick} data-first={first}>
			<span className={classes.icon}>
				<Icon size="1.5rem" stroke={1.6} aria-hidden />
			</span>
			<span className={classes.words}>
				<strong>{title}</strong>
				<span>{children}</span>
			</span>
		</button>
	);
}

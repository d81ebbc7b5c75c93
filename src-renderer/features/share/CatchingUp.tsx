import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { formatNumber, formatTime } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx';
import type { ShareStatus, ShareWork } from '#shared/features/share/model.ts';
import classes from './Care.module.css';
import { readingTexts } from './reading-texts.ts';

/** What the exchange is busy with, when it takes long; catching up can wait. */
export function CatchingUp({ status: { work, pausedUntil } }: { status: ShareStatus }) {
	const t = useTexts(readingTexts);
	const pause = useMutation(api.share.pauseCatchUp.mutationOptions());
	if (pausedUntil !== null)
		return (
			<>
				<p className={classes.state} role="status">
					{t.paused(formatTime(pausedUntil))}
				</p>
				<div>
					<Button variant="default" loading={pause.isPending} onClick={() => pause.mutate({ pause: false })}>
						{t.goOn}
					</Button>
				</div>
				<ErrorNotice error={pause.error} />
			</>
		);
	if (work === null) return null;
	return (
		<div>
			<ProgressBar
				label={labelOf(work, t)}
				done={work.done}
				total={work.total}
				{...(work.what === 'refill' ? {} : { onCancel: () => pause.mutate({ pause: true }) })}
			/>
			<p className={classes.quiet}>{work.changes > 0 ? t.taken(formatNumber(work.changes)) : t.meanwhile}</p>
			<ErrorNotice error={pause.error} />
		</div>
	);
}

function labelOf({ what, device }: ShareWork, t: (typeof readingTexts)['de']): string {
	return what === 'feed' ? t.work.feed(device ?? '') : t.work[what];
}

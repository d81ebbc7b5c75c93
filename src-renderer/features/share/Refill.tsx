import { Button, Group } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { stepText } from '#renderer/rpc/step-text.ts';
import { useProgress } from '#renderer/rpc/useProgress.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx';
import type { SharePlace } from '#shared/features/share/model.ts';
import classes from './Care.module.css';
import { readingTexts } from './reading-texts.ts';

export interface RefillProps {
	/** Null: where the share is now. */
	folder: SharePlace | null;
	/** There is something, only older. */
	isOlder: boolean;
	onClose: () => void;
	onDone: () => void;
}

/** The administrator's step when what lay on the share is gone for good: what happened, what is likelier, and the button. */
export function Refill({ folder, isOlder, onClose, onDone }: RefillProps) {
	const t = useTexts(readingTexts);
	const queries = useQueryClient();
	const work = useProgress();
	const start = async () => {
		const { finished } = await work.run((signal) => client.share.refill({ folder }, { signal }));
		await queries.invalidateQueries({ queryKey: api.share.key() });
		if (finished) onDone();
	};
	return (
		<>
			<div>
				<strong>{t.refillTitle}</strong>
				<p className={classes.body}>{isOlder ? t.refillWhyOld : t.refillWhy}</p>
			</div>
			<p className={classes.body}>{t.refillWhat}</p>
			<ErrorNotice error={work.error} />
			{work.running ? (
				<ProgressBar
					label={work.progress ? stepText(work.progress.step) : t.refilling}
					done={work.progress?.done ?? 0}
					total={work.progress?.total ?? 0}
					onCancel={work.cancel}
				/>
			) : (
				<Group>
					<Button color="brick" onClick={() => void start()}>
						{t.refillStart}
					</Button>
					<Button variant="default" onClick={onClose}>
						{t.back}
					</Button>
				</Group>
			)}
		</>
	);
}

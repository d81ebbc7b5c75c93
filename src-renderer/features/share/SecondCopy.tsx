import { Button, Group } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '#renderer/features/members/session.ts';
import { formatRelative } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { stepText } from '#renderer/rpc/step-text.ts';
import { useProgress } from '#renderer/rpc/useProgress.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import type { BackupReport, CareProgress } from '#shared/features/share/care-model.ts';
import classes from './Care.module.css';
import { careTexts } from './care-texts.ts';
import { FolderPicker } from './FolderPicker.tsx';

/** Everything once more on a disk that is not plugged in: for administrators, with one button. */
export function SecondCopy() {
	const t = useTexts(careTexts);
	const queries = useQueryClient();
	const { host } = useSession();
	const care = useQuery(api.share.care.queryOptions());
	const work = useProgress<CareProgress>();
	const [isChoosing, setIsChoosing] = useState(false);
	const [folder, setFolder] = useState<string | null>(null);
	const [done, setDone] = useState<BackupReport | null>(null);
	const refresh = () => queries.invalidateQueries({ queryKey: api.share.care.key() });
	const putOff = useMutation(api.share.putOffCopy.mutationOptions({ onSuccess: refresh }));
	const copy = async (to: string) => {
		setDone(null);
		const { last } = await work.run((signal) => client.share.copySite({ folder: to }, { signal }));
		await refresh();
		setDone(last?.report ?? null);
		if (last?.report) setIsChoosing(false);
	};
	if (!care.data) return null;
	const { secondCopyAt, needsSecondCopy } = care.data;
	return (
		<Section title={t.copyTitle}>
			<p className={classes.body}>{t.copyBody}</p>
			{done === null ? (
				<p className={classes.state} data-fine={needsSecondCopy ? false : undefined}>
					{needsSecondCopy ? t.copyDue : secondCopyAt === null ? t.copyNever : t.copyLast(formatRelative(secondCopyAt))}
				</p>
			) : (
				<p className={classes.state} data-fine={done.isFine} role="status">
					{done.isFine ? t.copyDone(done.files) : t.copyDamaged(done.damaged)}
				</p>
			)}
			<ErrorNotice error={work.error ?? putOff.error} />
			{work.running ? (
				<ProgressBar
					label={work.progress ? stepText(work.progress.step) : t.copying}
					done={work.progress?.done ?? 0}
					total={work.progress?.total ?? 0}
					onCancel={work.cancel}
				/>
			) : isChoosing ? (
				<>
					<div>
						<strong>{t.copyChoose}</strong>
						<p className={classes.body}>{t.copyChooseBody}</p>
					</div>
					<FolderPicker host={host} value={folder} onChange={setFolder} />
					<Group>
						<Button disabled={folder === null} onClick={() => folder !== null && void copy(folder)}>
							{t.copyStart}
						</Button>
						<Button variant="default" onClick={() => setIsChoosing(false)}>
							{t.cancel}
						</Button>
					</Group>
				</>
			) : (
				<Group>
					<Button variant="default" onClick={() => setIsChoosing(true)}>
						{t.copyNow}
					</Button>
					{needsSecondCopy && (
						<Button variant="subtle" loading={putOff.isPending} onClick={() => putOff.mutate({})}>
							{t.copyLater}
						</Button>
					)}
				</Group>
			)}
		</Section>
	);
}

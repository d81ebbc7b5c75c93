import { Button, Group } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCloudUp, IconPlugConnectedX } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { roleWords } from '#renderer/features/members/role-words.ts';
import { useSession } from '#renderer/features/members/session.ts';
import { formatInstant, formatRelative } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { stepText } from '#renderer/rpc/step-text.ts';
import { useProgress } from '#renderer/rpc/useProgress.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { useNow } from '#renderer/ui/useNow.ts';
import type { ShareStatus } from '#shared/features/share/model.ts';
import { Alarms } from './Alarms.tsx';
import { CatchingUp } from './CatchingUp.tsx';
import { ConnectFolder } from './ConnectFolder.tsx';
import { Refill } from './Refill.tsx';
import { readingTexts } from './reading-texts.ts';
import classes from './ShareStatusSection.module.css';
import { texts } from './texts.ts';

const ICONS = { none: IconPlugConnectedX, saved: IconCircleCheck, waiting: IconCloudUp, attention: IconAlertTriangle };

/** The status in words, the folder, and the two buttons that matter. */
export function ShareStatusSection({ status }: { status: ShareStatus }) {
	const t = useTexts(texts);
	const reading = useTexts(readingTexts);
	const { areas } = useTexts(roleWords);
	const queries = useQueryClient();
	const { member, host } = useSession();
	const administrator = member.roles.includes('administrator');
	const now = useNow(20_000);
	const [choosing, setChoosing] = useState(false);
	const [isRefilling, setRefilling] = useState(false);
	const [notice, setNotice] = useState<string | null>(null);
	const work = useProgress();
	const [working, setWorking] = useState<'backUp' | 'verify'>('backUp');
	/** Good news goes as soon as something is wrong. */
	const trouble = work.error !== null || status.problem !== null || (status.alarms.length > 0 && notice !== t.verifiedBad);
	const resume = useMutation(
		api.share.resume.mutationOptions({
			onSuccess: async () => {
				await queries.invalidateQueries({ queryKey: api.share.key() });
				setNotice(t.resumed);
			},
		}),
	);
	const { clearError } = work;
	const { reset } = resume;
	const isWell = status.problem === null;
	// What went wrong before is over.
	useEffect(() => {
		if (!isWell) return;
		clearError();
		reset();
	}, [isWell, clearError, reset]);
	const Icon = ICONS[status.state];

	const choose = () => {
		setNotice(null);
		work.clearError();
		setChoosing(true);
	};
	const run = async (kind: 'backUp' | 'verify') => {
		setNotice(null);
		setWorking(kind);
		const { finished } = await work.run((signal) =>
			kind === 'backUp' ? client.share.backUpNow(undefined, { signal }) : client.share.verify(undefined, { signal }),
		);
		await queries.invalidateQueries({ queryKey: api.share.key() });
		if (!finished) return;
		const after = await queries.fetchQuery(api.share.status.queryOptions());
		setNotice(kind === 'backUp' ? t.backedUp : after.alarms.length === 0 ? t.verified : t.verifiedBad);
	};

	return (
		<Section title={t.statusTitle}>
			<div className={classes.status} data-state={status.state}>
				<Icon size="2rem" stroke={1.6} aria-hidden />
				<div className={classes.words}>
					<strong className={classes.headline}>{headlineOf(status, t)}</strong>
					<span>{detailOf(status, t, now, administrator)}</span>
					{status.onlyHere.length > 0 && status.problem === null && (
						<span>{t.onlyHereTodo(status.onlyHere.map((vault) => areas[vault]).join(' und '))}</span>
					)}
					{status.mayRefill && !administrator && <span>{reading.refillAsk}</span>}
					{status.problem !== null && status.problemSince !== null && (
						<span className={classes.verified}>
							{t.problemSince(formatInstant(status.problemSince))}
							{status.problemFile !== null && ` ${t.alarmFile}: ${status.problemFile}`}
						</span>
					)}
					{status.state !== 'none' && (
						<span className={classes.verified}>
							{status.verifiedSnapshotAt === null
								? t.verifiedNever
								: t.verifiedAt(formatRelative(status.verifiedSnapshotAt, now))}
						</span>
					)}
				</div>
			</div>
			<CatchingUp status={status} />
			<Alarms alarms={status.alarms} />
			{status.folder !== null && (
				<p className={classes.folder}>
					<span className={classes.folderLabel}>{t.folder}</span> <span className={classes.path}>{status.folder}</span>
				</p>
			)}
			{notice !== null && !trouble && (
				<p className={classes.notice} role="status">
					{notice}
				</p>
			)}
			<ErrorNotice error={work.error ?? resume.error} />
			{work.running ? (
				<ProgressBar
					label={work.progress ? stepText(work.progress.step) : working === 'backUp' ? t.backingUp : t.verifying}
					done={work.progress?.done ?? 0}
					total={work.progress?.total ?? 0}
					onCancel={work.cancel}
				/>
			) : isRefilling ? (
				<Refill
					folder={null}
					isOlder={status.problem !== 'wrong_folder'}
					onClose={() => setRefilling(false)}
					onDone={() => {
						setRefilling(false);
						setNotice(reading.refilled);
					}}
				/>
			) : choosing ? (
				<ConnectFolder
					host={host}
					before={status.webdav}
					onClose={() => setChoosing(false)}
					onConnected={() => {
						setChoosing(false);
						setNotice(t.connected);
					}}
					onRefilled={() => {
						setChoosing(false);
						setNotice(reading.refilled);
					}}
				/>
			) : (
				<Group>
					{status.state === 'none' ? (
						administrator && <Button onClick={choose}>{t.choose}</Button>
					) : (
						<>
							{status.problem === 'attacked' && administrator && (
								<Button loading={resume.isPending} onClick={() => resume.mutate(undefined)}>
									{t.resume}
								</Button>
							)}
							<Button variant={status.problem === 'attacked' ? 'default' : 'filled'} onClick={() => void run('backUp')}>
								{t.backUp}
							</Button>
							<Button variant="default" onClick={() => void run('verify')}>
								{t.verify}
							</Button>
							{status.mayRefill && administrator && (
								<Button variant="default" onClick={() => setRefilling(true)}>
									{reading.refill}
								</Button>
							)}
							{administrator && (
								<Button variant="subtle" onClick={choose}>
									{t.change}
								</Button>
							)}
						</>
					)}
				</Group>
			)}
		</Section>
	);
}

type Words = (typeof texts)['de'];

function headlineOf(status: ShareStatus, t: Words): string {
	switch (status.state) {
		case 'none':
			return t.none;
		case 'saved':
			return t.savedWords;
		case 'waiting':
			if (status.waitingChanges > 0) return t.waitingWords(status.waitingChanges);
			if (status.problem === null && status.onlyHere.length > 0) return t.onlyHere;
			return status.problem === null ? t.waitingNow : t.alarmTitle[status.problem];
		case 'attention':
			return status.problem === null ? t.attentionWords : t.alarmTitle[status.problem];
	}
}

function detailOf(status: ShareStatus, t: Words, now: number, administrator: boolean): string {
	switch (status.state) {
		case 'none':
			return administrator ? t.noneBody : `${t.noneBody} ${t.noneMember}`;
		case 'saved':
			return status.savedAt === null ? '' : t.savedBody(formatRelative(status.savedAt, now));
		case 'waiting':
			return status.problem === null && status.waitingChanges === 0 && status.onlyHere.length > 0 ? '' : t.waitingBody;
		case 'attention':
			return status.problem === null ? (status.alarms.length > 0 ? t.attentionBody : t.oldBody) : t.alarmTodo[status.problem];
	}
}

import { Alert, Button, Group, Modal, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDoorExit } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { formatDay } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { useReturnFocus } from '#renderer/ui/useReturnFocus.ts';
import type { SiteStatus } from '#shared/features/site/model.ts';
import classes from './EntranceNotice.module.css';
import { texts } from './entrance-texts.ts';

/** Why the last session on this device ended by itself: said before anybody wonders. */
export function EndedNotice({ ended }: { ended: NonNullable<SiteStatus['ended']> }) {
	const t = useTexts(texts);
	if (ended === 'device_removed') return <DeviceRemoved title={t.ended.device_removed.title} role="status" />;
	return (
		<Notice title={t.ended[ended].title} role="status">
			{t.ended[ended].body}
		</Notice>
	);
}

/** The sign-in was right, but the member or this device does not belong to the site any more. */
export function RemovedNotice({ what, at }: { what: 'member' | 'device'; at: number }) {
	const t = useTexts(texts);
	if (what === 'device') return <DeviceRemoved title={t.deviceRemovedTitle(formatDay(at))} role="alert" />;
	return (
		<Notice title={t.memberRemovedTitle(formatDay(at))} role="alert">
			{t.memberRemovedBody}
		</Notice>
	);
}

function DeviceRemoved({ title, role }: { title: string; role: 'alert' | 'status' }) {
	const t = useTexts(texts);
	const [clearing, { open, close }] = useDisclosure(false);
	const lost = useQuery(api.site.status.queryOptions()).data?.lostChanges ?? 0;
	return (
		<Notice title={title} role={role}>
			<p className={classes.words}>{t.deviceRemovedBody}</p>
			{lost > 0 && <p className={classes.loss}>{t.lost(lost)}</p>}
			<p className={classes.question}>{t.joinAgainTitle}</p>
			<ol className={classes.steps}>
				<li>{t.joinAgainAsk}</li>
				<li>{t.joinAgainClear}</li>
				<li>{t.joinAgainJoin}</li>
			</ol>
			<Button size="sm" variant="default" onClick={open}>
				{t.clear}
			</Button>
			{clearing && <ClearDevice lost={lost} onClose={close} />}
		</Notice>
	);
}

function Notice({ title, role, children }: { title: string; role: 'alert' | 'status'; children: ReactNode }) {
	return (
		<Alert color="clay" variant="light" icon={<IconDoorExit aria-hidden />} title={title} role={role}>
			{children}
		</Alert>
	);
}

/** The data here opens for nobody any more; only an empty device can join again. */
function ClearDevice({ lost, onClose }: { lost: number; onClose: () => void }) {
	const t = useTexts(texts);
	useReturnFocus();
	const queries = useQueryClient();
	const clear = useMutation(
		api.site.clearRemoved.mutationOptions({ onSuccess: () => queries.invalidateQueries({ queryKey: api.site.status.key() }) }),
	);
	return (
		<Modal opened onClose={onClose} title={<strong>{t.clearTitle}</strong>}>
			<Stack>
				<p className={classes.words}>{t.clearBody}</p>
				<p className={classes.loss}>{t.clearLoss(lost)}</p>
				<ErrorNotice error={clear.error} />
				<Group justify="flex-end">
					<Button variant="default" onClick={onClose} data-autofocus>
						{t.cancel}
					</Button>
					<Button color="brick" loading={clear.isPending} onClick={() => clear.mutate(undefined)}>
						{t.clearConfirm}
					</Button>
				</Group>
			</Stack>
		</Modal>
	);
}

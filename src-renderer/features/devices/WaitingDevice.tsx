import { Alert, Button, Group, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { LedgerError } from '#renderer/features/members/LedgerError.tsx';
import { formatRelative } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { Section } from '#renderer/ui/Section.tsx';
import { showNotice } from '#renderer/ui/undo-toast.tsx';
import { useNow } from '#renderer/ui/useNow.ts';
import { type Device, readFingerprint } from '#shared/features/devices/model.ts';
import { FingerprintGroups } from './FingerprintGroups.tsx';
import { focusPageTitle } from './focus-page-title.ts';
import { texts } from './texts.ts';
import classes from './WaitingDevice.module.css';

export interface WaitingDeviceProps {
	device: Device;
	name: string;
	administrator: boolean;
}

/** A device that wants to join: who is there, its check code to compare, and the two answers. */
export function WaitingDevice({ device, name, administrator }: WaitingDeviceProps) {
	const t = useTexts(texts);
	const now = useNow(20_000);
	const when = formatRelative(device.addedAt, now);
	return (
		<div className={classes.card}>
			<Section
				title={device.isThis ? t.waitingThisTitle : t.waitingTitle(name)}
				description={device.addedBy === null ? t.waitingKit(when) : t.waitingWho(device.addedBy, when)}
			>
				<p className={classes.words}>{device.isThis ? t.compareThis : t.compare}</p>
				<FingerprintGroups fingerprint={device.fingerprint} label={t.fingerprint} />
				{administrator ? <Answers device={device} name={name} /> : !device.isThis && <p>{t.askAdministrator}</p>}
			</Section>
		</div>
	);
}

function Answers({ device, name }: { device: Device; name: string }) {
	const t = useTexts(texts);
	const queries = useQueryClient();
	const [typed, setTyped] = useState('');
	const [tried, setTried] = useState(false);
	const done = async (notice: string) => {
		showNotice(notice);
		await queries.invalidateQueries({ queryKey: api.devices.key() });
		focusPageTitle();
	};
	const approve = useMutation(api.devices.approve.mutationOptions({ onSuccess: () => done(t.approved(name)) }));
	const turnAway = useMutation(api.devices.remove.mutationOptions({ onSuccess: () => done(t.turnedAway(name)) }));
	const read = readFingerprint(typed);
	const differs = read !== null && read !== device.fingerprint;
	const isBusy = approve.isPending || turnAway.isPending;
	return (
		<form
			className={classes.answers}
			noValidate
			onSubmit={(event) => {
				event.preventDefault();
				// A scanner ends with Enter: that compares, and nothing is approved by itself.
				setTried(true);
			}}
		>
			{!device.isThis && (
				<TextInput
					className={classes.typed ?? ''}
					label={t.typed}
					description={t.typedHint}
					value={typed}
					autoComplete="off"
					autoCapitalize="characters"
					spellCheck={false}
					maxLength={60}
					error={tried && typed.trim() !== '' && read === null && t.typedNone}
					onChange={(event) => {
						setTried(false);
						setTyped(event.currentTarget.value);
					}}
				/>
			)}
			<div aria-live="polite">
				{read !== null && !differs && (
					<p className={classes.matches}>
						<IconCircleCheck size="1.25rem" aria-hidden /> {t.typedMatches}
					</p>
				)}
			</div>
			{differs && (
				<Alert color="brick" variant="light" icon={<IconAlertTriangle aria-hidden />} role="alert" title={t.typedDiffers}>
					{t.typedDiffersTodo}
				</Alert>
			)}
			<LedgerError error={approve.error ?? turnAway.error} />
			<Group>
				<Button
					type="button"
					disabled={differs || turnAway.isPending}
					loading={approve.isPending}
					onClick={() => approve.mutate({ id: device.id, fingerprint: read ?? device.fingerprint })}
				>
					{device.isThis ? t.approveThis : t.approve}
				</Button>
				{!device.isThis && (
					<Button
						type="button"
						variant="default"
						disabled={isBusy}
						loading={turnAway.isPending}
						onClick={() => turnAway.mutate({ id: device.id })}
					>
						{t.turnAway}
					</Button>
				)}
			</Group>
			{!device.isThis && (
				<p className={classes.quiet}>{device.addedBy === null ? t.nobodyKnowsKit : t.nobodyKnows(device.addedBy)}</p>
			)}
		</form>
	);
}

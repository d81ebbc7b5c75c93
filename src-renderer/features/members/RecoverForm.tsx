import { Alert, Button, Stack, Textarea, TextInput } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { currentTexts, useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { stepText } from '#renderer/rpc/step-text.ts';
import { useProgress } from '#renderer/rpc/useProgress.ts';
import { startAtToday } from '#renderer/shell/lock.ts';
import { EntranceFrame } from '#renderer/ui/EntranceFrame.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx';
import { showNotice } from '#renderer/ui/undo-toast.tsx';
import type { SharePlace } from '#shared/features/share/model.ts';
import type { SiteId } from '#shared/kernel/ids.ts';
import { NewPassphrase } from './NewPassphrase.tsx';
import { texts } from './texts.ts';

export interface RecoverFormProps {
	signInName: string;
	/** Where the site lies, when this device does not know it yet; `deviceName` as typed so far. */
	fromShare: { folder: SharePlace; siteId: SiteId; deviceName: string } | null;
	onBack: () => void;
}

/** The recovery kit gives a member new keys. Says first what cannot come back. */
export function RecoverForm({ signInName, fromShare, onBack }: RecoverFormProps) {
	const t = useTexts(texts);
	const queries = useQueryClient();
	const [name, setName] = useState(signInName);
	const [deviceName, setDeviceName] = useState(fromShare?.deviceName ?? '');
	const [kit, setKit] = useState('');
	const [next, setNext] = useState<string | null>(null);
	const [tried, setTried] = useState(false);
	const recovery = useProgress();

	const submit = async () => {
		setTried(true);
		if (next === null || kit.trim() === '' || name.trim() === '') return;
		if (fromShare !== null && deviceName.trim() === '') return;
		const { finished } = await recovery.run((signal) =>
			client.site.recover(
				{ kit, signInName: name, newPassphrase: next, fromShare: fromShare && { ...fromShare, deviceName: deviceName.trim() } },
				{ signal },
			),
		);
		if (!finished) return;
		startAtToday();
		showNotice(currentTexts(texts).recovered);
		await queries.invalidateQueries({ queryKey: api.site.status.key() });
	};

	return (
		<EntranceFrame title={t.recoverTitle} intro={t.recoverIntro} onBack={onBack}>
			<Alert color="clay" variant="light" icon={<IconInfoCircle aria-hidden />}>
				{t.recoverLoss}
			</Alert>
			<form
				noValidate
				onSubmit={(event) => {
					event.preventDefault();
					void submit();
				}}
			>
				<Stack gap="lg">
					<TextInput
						label={t.signInName}
						autoComplete="username"
						autoCapitalize="none"
						spellCheck={false}
						value={name}
						error={tried && name.trim() === '' ? t.signInNameMissing : null}
						onChange={(event) => setName(event.currentTarget.value)}
					/>
					<Textarea
						label={t.kit}
						description={t.kitHint}
						autosize
						minRows={2}
						spellCheck={false}
						autoComplete="off"
						autoCapitalize="characters"
						value={kit}
						error={tried && kit.trim() === '' ? t.kitMissing : null}
						onChange={(event) => setKit(event.currentTarget.value)}
					/>
					{fromShare !== null && (
						<TextInput
							label={t.deviceName}
							description={t.deviceNameHint}
							maxLength={120}
							value={deviceName}
							error={tried && deviceName.trim() === '' ? t.deviceNameMissing : null}
							onChange={(event) => setDeviceName(event.currentTarget.value)}
						/>
					)}
					<NewPassphrase onChange={setNext} known={[name]} showProblems={tried} />
					<ErrorNotice error={recovery.error} />
					{recovery.running ? (
						<ProgressBar
							label={recovery.progress ? stepText(recovery.progress.step) : t.recovering}
							done={recovery.progress?.done ?? 0}
							total={recovery.progress?.total ?? 0}
							onCancel={recovery.cancel}
						/>
					) : (
						<div>
							<Button type="submit" size="lg">
								{t.recover}
							</Button>
						</div>
					)}
				</Stack>
			</form>
		</EntranceFrame>
	);
}

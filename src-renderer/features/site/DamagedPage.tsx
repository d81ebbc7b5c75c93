import { Button, Group, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { PassphraseError } from '#renderer/features/members/PassphraseError.tsx';
import { SignInFields } from '#renderer/features/members/SignInFields.tsx';
import { useWait } from '#renderer/features/members/useWait.ts';
import { PlacePicker } from '#renderer/features/share/PlacePicker.tsx';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { stepText } from '#renderer/rpc/step-text.ts';
import { useProgress } from '#renderer/rpc/useProgress.ts';
import { EntranceFrame } from '#renderer/ui/EntranceFrame.tsx';
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx';
import type { SharePlace } from '#shared/features/share/model.ts';
import type { SiteStatus } from '#shared/features/site/model.ts';
import classes from './DamagedPage.module.css';
import { texts } from './texts.ts';

/** A file cannot be read: names it, rebuilds it from the share, and never offers to delete anything. */
export function DamagedPage({ status }: { status: SiteStatus }) {
	const t = useTexts(texts);
	const queries = useQueryClient();
	const [folder, setFolder] = useState<SharePlace | null>(null);
	const [signInName, setSignInName] = useState(status.signInNames[0] ?? '');
	const [passphrase, setPassphrase] = useState('');
	const [tried, setTried] = useState(false);
	const repair = useProgress();
	const wait = useWait(repair.error);

	const submit = async () => {
		setTried(true);
		if (folder === null || signInName.trim() === '' || passphrase === '' || wait > 0) return;
		const { finished } = await repair.run((signal) => client.site.repair({ folder, signInName, passphrase }, { signal }));
		if (finished) await queries.invalidateQueries({ queryKey: api.site.status.key() });
	};

	return (
		<EntranceFrame title={t.damagedTitle} intro={t.damagedIntro(status.file ?? t.damagedUnknown)}>
			<p style={{ margin: 0 }}>{t.damagedBody}</p>
			{repair.running ? (
				<ProgressBar
					label={repair.progress ? stepText(repair.progress.step) : t.repairing}
					done={repair.progress?.done ?? 0}
					total={repair.progress?.total ?? 0}
					onCancel={repair.cancel}
				/>
			) : (
				<form
					noValidate
					onSubmit={(event) => {
						event.preventDefault();
						void submit();
					}}
				>
					<Stack gap="lg">
						<div>
							<p className={classes.where}>{t.repairFolder}</p>
							<PlacePicker host={status.host} value={folder} tried={tried} onChange={setFolder} />
						</div>
						<SignInFields
							signInName={signInName}
							passphrase={passphrase}
							tried={tried}
							onSignInName={setSignInName}
							onPassphrase={setPassphrase}
						/>
						<PassphraseError error={repair.error} wait={wait} />
						<Group>
							<Button type="submit" size="lg" disabled={wait > 0}>
								{t.repair}
							</Button>
							<Button size="lg" variant="default" onClick={() => location.reload()}>
								{t.retryOpen}
							</Button>
						</Group>
					</Stack>
				</form>
			)}
		</EntranceFrame>
	);
}

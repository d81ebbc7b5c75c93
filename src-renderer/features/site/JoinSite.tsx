import { Anchor, Button, Stack, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { PassphraseError } from '#renderer/features/members/PassphraseError.tsx';
import { RecoverForm } from '#renderer/features/members/RecoverForm.tsx';
import { SignInFields } from '#renderer/features/members/SignInFields.tsx';
import { useWait } from '#renderer/features/members/useWait.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { stepText } from '#renderer/rpc/step-text.ts';
import { useProgress } from '#renderer/rpc/useProgress.ts';
import { EntranceFrame } from '#renderer/ui/EntranceFrame.tsx';
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx';
import type { JoinProgress, SiteStatus } from '#shared/features/site/model.ts';
import { AwaitApproval } from './AwaitApproval.tsx';
import { ChoosePlace, type Place } from './ChoosePlace.tsx';
import { texts } from './texts.ts';

export interface JoinSiteProps {
	host: SiteStatus['host'];
	/** Joined, with what was typed. */
	onSignedIn: (passphrase: string) => void;
	onBack: () => void;
}

/** A second PC: where the site lies, then who is joining. */
export function JoinSite({ host, onSignedIn, onBack }: JoinSiteProps) {
	const [place, setPlace] = useState<Place | null>(null);
	if (place === null) return <ChoosePlace host={host} onBack={onBack} onChoose={setPlace} />;
	return <JoinForm place={place} onSignedIn={onSignedIn} onBack={() => setPlace(null)} />;
}

interface JoinFormProps extends Pick<JoinSiteProps, 'onSignedIn' | 'onBack'> {
	place: Place;
}

function JoinForm({ place, onSignedIn, onBack }: JoinFormProps) {
	const t = useTexts(texts);
	const queries = useQueryClient();
	const [signInName, setSignInName] = useState('');
	const [passphrase, setPassphrase] = useState('');
	const [deviceName, setDeviceName] = useState('');
	const [tried, setTried] = useState(false);
	const [recovering, setRecovering] = useState(false);
	const joining = useProgress<JoinProgress>();
	const awaited = joining.running && joining.progress?.step === 'approval' ? joining.progress.fingerprint : null;
	const wait = useWait(joining.error);

	const submit = async () => {
		setTried(true);
		if (signInName.trim() === '' || passphrase === '' || deviceName.trim() === '' || wait > 0) return;
		const { finished } = await joining.run((signal) =>
			client.site.join({ ...place, signInName, passphrase, deviceName }, { signal }),
		);
		if (!finished) return;
		onSignedIn(passphrase);
		await queries.invalidateQueries({ queryKey: api.site.status.key() });
	};

	const forget = () => {
		joining.clearError();
		setRecovering(true);
	};

	if (recovering) {
		return <RecoverForm signInName={signInName} fromShare={{ ...place, deviceName }} onBack={() => setRecovering(false)} />;
	}
	if (awaited !== null) return <AwaitApproval fingerprint={awaited} onCancel={joining.cancel} />;
	return (
		<EntranceFrame
			above={t.step(2, 2)}
			title={t.joinSignInTitle}
			intro={t.joinSignInIntro}
			onBack={joining.running ? undefined : onBack}
		>
			{joining.running ? (
				<ProgressBar
					label={joining.progress ? stepText(joining.progress.step) : t.joining}
					done={joining.progress?.done ?? 0}
					total={joining.progress?.total ?? 0}
					onCancel={joining.cancel}
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
						<SignInFields
							signInName={signInName}
							passphrase={passphrase}
							tried={tried}
							autoFocus
							onSignInName={setSignInName}
							onPassphrase={setPassphrase}
						/>
						<TextInput
							label={t.deviceName}
							description={t.deviceNameHint}
							maxLength={120}
							value={deviceName}
							error={tried && deviceName.trim() === '' ? t.missing : null}
							onChange={(event) => setDeviceName(event.currentTarget.value)}
						/>
						<PassphraseError error={joining.error} wait={wait} />
						<div style={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '0.75rem 1.5rem' }}>
							<Button type="submit" size="lg" disabled={wait > 0}>
								{t.join}
							</Button>
							<Anchor component="button" type="button" onClick={forget}>
								{t.forgotten}
							</Anchor>
						</div>
					</Stack>
				</form>
			)}
		</EntranceFrame>
	);
}

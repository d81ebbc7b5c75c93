import { Button, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { PassphraseError } from '#renderer/features/members/PassphraseError.tsx';
import { SignInFields } from '#renderer/features/members/SignInFields.tsx';
import { useWait } from '#renderer/features/members/useWait.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { EntranceFrame } from '#renderer/ui/EntranceFrame.tsx';
import type { SiteStatus } from '#shared/features/site/model.ts';
import { ChoosePlace, type Place } from './ChoosePlace.tsx';
import { kioskTexts } from './kiosk-texts.ts';
import { texts } from './texts.ts';

/** An empty PC becomes nothing but a kiosk: where the site lies, then whose kiosk it is. */
export function SetUpKiosk({ host, onBack }: { host: SiteStatus['host']; onBack: () => void }) {
	const [place, setPlace] = useState<Place | null>(null);
	if (place === null) return <ChoosePlace host={host} onBack={onBack} onChoose={setPlace} />;
	return <SetUpForm place={place} onBack={() => setPlace(null)} />;
}

function SetUpForm({ place, onBack }: { place: Place; onBack: () => void }) {
	const t = useTexts(texts);
	const words = useTexts(kioskTexts);
	const [signInName, setSignInName] = useState('');
	const [passphrase, setPassphrase] = useState('');
	const [name, setName] = useState('');
	const [tried, setTried] = useState(false);
	// Nothing of what was typed stays in this window.
	const setUp = useMutation(api.kiosk.setUp.mutationOptions({ onSuccess: () => location.reload() }));
	const wait = useWait(setUp.error);
	return (
		<EntranceFrame above={t.step(2, 2)} title={words.title} intro={words.intro} onBack={setUp.isPending ? undefined : onBack}>
			<form
				noValidate
				onSubmit={(event) => {
					event.preventDefault();
					setTried(true);
					if (signInName.trim() === '' || passphrase === '' || name.trim() === '' || wait > 0) return;
					setUp.mutate({ ...place, signInName, passphrase, name });
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
						label={words.name}
						description={words.nameHint}
						maxLength={120}
						value={name}
						error={tried && name.trim() === '' ? t.missing : null}
						onChange={(event) => setName(event.currentTarget.value)}
					/>
					<PassphraseError error={setUp.error} wait={wait} />
					<div>
						<Button type="submit" size="lg" disabled={wait > 0} loading={setUp.isPending}>
							{words.setUp}
						</Button>
					</div>
				</Stack>
			</form>
		</EntranceFrame>
	);
}

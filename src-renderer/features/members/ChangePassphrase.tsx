import { Button, Group, Modal, PasswordInput, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { showNotice } from '#renderer/ui/undo-toast.tsx';
import { useReturnFocus } from '#renderer/ui/useReturnFocus.ts';
import { NewPassphrase } from './NewPassphrase.tsx';
import { PassphraseError } from './PassphraseError.tsx';
import { useSession } from './session.ts';
import { texts } from './texts.ts';
import { useWait } from './useWait.ts';

export function ChangePassphrase({ onClose }: { onClose: () => void }) {
	const t = useTexts(texts);
	const { member, profile } = useSession();
	useReturnFocus();
	const [current, setCurrent] = useState('');
	const [next, setNext] = useState<string | null>(null);
	const [tried, setTried] = useState(false);
	const change = useMutation(
		api.members.changePassphrase.mutationOptions({
			// Passphrases do not stay in the cache of what was called.
			gcTime: 0,
			onSuccess: () => {
				showNotice(t.changed);
				onClose();
			},
		}),
	);
	const wait = useWait(change.error);
	return (
		<Modal opened onClose={onClose} title={<strong>{t.changeTitle}</strong>} size="lg">
			<form
				noValidate
				onSubmit={(event) => {
					event.preventDefault();
					setTried(true);
					if (next !== null && current !== '' && wait === 0) change.mutate({ current, next });
				}}
			>
				<Stack gap="lg">
					<PasswordInput
						label={t.current}
						data-autofocus
						autoComplete="current-password"
						value={current}
						error={tried && current === '' ? t.passphraseMissing : null}
						onChange={(event) => setCurrent(event.currentTarget.value)}
					/>
					<NewPassphrase onChange={setNext} known={[member.name, member.signInName, profile.name]} showProblems={tried} />
					<PassphraseError error={change.error} wait={wait} />
					<Group justify="flex-end">
						<Button variant="default" onClick={onClose}>
							{t.cancel}
						</Button>
						<Button type="submit" loading={change.isPending} disabled={wait > 0}>
							{t.change}
						</Button>
					</Group>
				</Stack>
			</form>
		</Modal>
	);
}

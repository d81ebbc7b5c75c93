import { Alert, Anchor, Button, PasswordInput, Stack } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconBulb } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { currentTexts, useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { refusalCode } from '#renderer/rpc/refusal.ts';
import { lockNow } from '#renderer/shell/lock.ts';
import { EntranceFrame } from '#renderer/ui/EntranceFrame.tsx';
import { showNotice } from '#renderer/ui/undo-toast.tsx';
import { texts } from './entrance-texts.ts';
import { firstNameOf } from './first-name.ts';
import { LedgerError } from './LedgerError.tsx';
import { NewPassphrase } from './NewPassphrase.tsx';
import { PassphraseError } from './PassphraseError.tsx';
import classes from './SignInPage.module.css';
import { useSession } from './session.ts';
import { useWait } from './useWait.ts';

/**
 * Signed in with a start passphrase: nothing else exists until it is replaced. The one just typed at the sign-in is
 * handed over, so that nobody types it twice; after a restart it is asked for.
 */
export function FirstPassphrase({ startPassphrase }: { startPassphrase: string | null }) {
	const t = useTexts(texts);
	const queries = useQueryClient();
	const { member, profile } = useSession();
	const [typed, setTyped] = useState('');
	const [next, setNext] = useState<string | null>(null);
	const [tried, setTried] = useState(false);
	const change = useMutation(
		api.members.changePassphrase.mutationOptions({
			// Passphrases do not stay in the cache of what was called.
			gcTime: 0,
			onSuccess: async () => {
				showNotice(currentTexts(texts).done);
				await queries.invalidateQueries({ queryKey: api.site.status.key() });
			},
		}),
	);
	const wait = useWait(change.error);
	const code = refusalCode(change.error);
	// What was handed over may have been replaced on another device in the meantime.
	const asks = startPassphrase === null || code === 'WRONG_PASSPHRASE';
	const current = asks ? typed : startPassphrase;
	useHotkeys([['mod+L', () => void lockNow(), { preventDefault: true }]], []);

	return (
		<EntranceFrame title={t.firstTitle(firstNameOf(member.name))} intro={t.firstIntro}>
			<form
				noValidate
				onSubmit={(event) => {
					event.preventDefault();
					setTried(true);
					if (next !== null && current !== '' && wait === 0) change.mutate({ current, next });
				}}
			>
				<Stack gap="lg">
					{asks && (
						<PasswordInput
							label={t.startPassphrase}
							description={t.startPassphraseHint}
							data-autofocus
							autoComplete="current-password"
							value={typed}
							error={tried && typed === '' ? t.startPassphraseMissing : null}
							onChange={(event) => setTyped(event.currentTarget.value)}
						/>
					)}
					<NewPassphrase
						first={!asks}
						onChange={setNext}
						known={[member.name, member.signInName, profile.name, current]}
						refused={{ text: current, why: t.sameAsStart }}
						showProblems={tried}
					/>
					<Alert color="clay" variant="light" icon={<IconBulb aria-hidden />} title={t.keepTitle}>
						{t.keepBody} {member.roles.includes('counsellor') && t.keepNotes}
					</Alert>
					{code === 'SHARE' ? <LedgerError error={change.error} /> : <PassphraseError error={change.error} wait={wait} />}
					<div className={classes.actions}>
						<Button type="submit" size="lg" loading={change.isPending || change.isSuccess} disabled={wait > 0}>
							{t.setOwn}
						</Button>
						<Anchor component="button" type="button" onClick={() => void lockNow()}>
							{t.later}
						</Anchor>
					</div>
				</Stack>
			</form>
		</EntranceFrame>
	);
}

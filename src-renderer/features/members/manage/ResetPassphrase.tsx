import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import type { FirstAccess } from '#renderer/print/FirstAccessSheet.tsx';
import { api } from '#renderer/rpc/api.ts';
import type { MemberOverview } from '#shared/features/members/model.ts';
import { useSession } from '../session.ts';
import { ChangeDialog } from './ChangeDialog.tsx';
import { Consequences } from './Consequences.tsx';
import { texts } from './change-texts.ts';
import { StartPassphraseField } from './StartPassphraseField.tsx';

export interface ResetPassphraseProps {
	member: MemberOverview;
	onClose: () => void;
	/** Done; the slip is to be shown. */
	onReset: (access: FirstAccess) => void;
}

/** New keys for somebody who forgot their passphrase; says first which notes that costs. */
export function ResetPassphrase({ member, onClose, onReset }: ResetPassphraseProps) {
	const t = useTexts(texts);
	const queries = useQueryClient();
	const { profile } = useSession();
	const [startPassphrase, setStartPassphrase] = useState<string | null>(null);
	const [ready, setReady] = useState(false);
	const onPassphrase = useCallback((next: string | null) => setStartPassphrase(next), []);
	const reset = useMutation(
		api.members.resetPassphrase.mutationOptions({
			onSuccess: (_, { startPassphrase: given }) =>
				onReset({ name: member.name, signInName: member.signInName, startPassphrase: given, again: true }),
			onSettled: () => queries.invalidateQueries({ queryKey: api.members.key() }),
		}),
	);
	return (
		<ChangeDialog
			title={t.resetTitle(member.name)}
			confirm={t.resetSave}
			ready={ready && startPassphrase !== null}
			pending={reset.isPending}
			error={reset.error}
			onConfirm={() => startPassphrase !== null && reset.mutate({ id: member.id, startPassphrase, accepted: true })}
			onClose={onClose}
		>
			<Consequences member={member} change={RESET} beingMade={reset.isPending} onReady={setReady} />
			<StartPassphraseField
				onChange={onPassphrase}
				known={[member.name, member.signInName, profile.name, profile.organisation]}
				showProblems={false}
			/>
		</ChangeDialog>
	);
}

const RESET = { kind: 'reset' } as const;

import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { refreshPassingOn } from '#renderer/features/consents/refresh-passing-on.ts';
import { today } from '#renderer/i18n/days.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { client } from '#renderer/rpc/client.ts';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { showUndo } from '#renderer/ui/undo-toast.tsx';
import type { Referral } from '#shared/features/referrals/model.ts';
import { texts } from './texts.ts';

/** A referral is taken back: nobody waits for an answer any more. */
export function CancelDialog({ referral: { id, recipientName }, onClose }: { referral: Referral; onClose(): void }) {
	const t = useTexts(texts);
	const [reason, setReason] = useState('');
	return (
		<FormDialog
			title={t.cancelTitle(recipientName)}
			values={reason}
			initial=""
			isComplete
			invalid={t.invalid}
			save={() => client.referrals.cancel({ id, on: today(), reason })}
			saveWord={t.cancelIt}
			onSaved={() =>
				showUndo(t.cancelled(recipientName), async () => {
					await client.referrals.cancel({ id, on: null, reason: null });
					await refreshPassingOn();
				})
			}
			refresh={refreshPassingOn}
			onClose={onClose}
		>
			<TextInput
				data-autofocus
				label={t.cancelReason}
				description={t.cancelReasonHint}
				maxLength={300}
				autoComplete="off"
				value={reason}
				onChange={(event) => setReason(event.currentTarget.value)}
			/>
		</FormDialog>
	);
}

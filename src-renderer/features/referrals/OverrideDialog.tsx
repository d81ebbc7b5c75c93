import { Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { refreshPassingOn } from '#renderer/features/consents/refresh-passing-on.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { client } from '#renderer/rpc/client.ts';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import type { MissingRelease } from '#shared/features/referrals/model.ts';
import type { ReferralId } from '#shared/kernel/ids.ts';
import { GateNotice } from './GateNotice.tsx';
import { texts } from './texts.ts';

interface Props {
	id: ReferralId;
	missing: MissingRelease;
	/** It went out already, and is explained afterwards. */
	isAfterwards: boolean;
	onClose(): void;
}

/** A reason for passing something on that nobody has released. */
export function OverrideDialog({ id, missing, isAfterwards, onClose }: Props) {
	const t = useTexts(texts);
	const [reason, setReason] = useState('');
	const [tried, setTried] = useState(false);
	return (
		<FormDialog
			title={isAfterwards ? t.overrideAfterTitle : t.overrideTitle}
			size="lg"
			values={reason}
			initial=""
			isComplete={reason.trim() !== ''}
			onTry={() => setTried(true)}
			invalid={t.invalid}
			save={() => client.referrals.override({ id, reason })}
			saveWord={isAfterwards ? t.sendIt : t.sendAnyway}
			refresh={refreshPassingOn}
			onClose={onClose}
		>
			<GateNotice missing={missing} />
			<Text size="sm">{isAfterwards ? t.sentWithoutAsk : t.blockedWords}</Text>
			<Textarea
				data-autofocus
				label={t.overrideReason}
				description={t.overrideHint}
				required
				autosize
				minRows={2}
				maxLength={500}
				value={reason}
				error={tried && reason.trim() === '' ? t.overrideMissing : undefined}
				onChange={(event) => setReason(event.currentTarget.value)}
			/>
		</FormDialog>
	);
}

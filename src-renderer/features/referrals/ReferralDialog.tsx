import { Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ChipsField } from '#renderer/features/consents/ChipsField.tsx';
import { isChosen, type RecipientDraft, RecipientField } from '#renderer/features/consents/RecipientField.tsx';
import { refreshPassingOn } from '#renderer/features/consents/refresh-passing-on.ts';
import { texts as consentTexts } from '#renderer/features/consents/texts.ts';
import { today } from '#renderer/i18n/days.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { DateField } from '#renderer/ui/DateField.tsx';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { showUndo } from '#renderer/ui/undo-toast.tsx';
import { ReleaseTopic } from '#shared/features/consents/model.ts';
import { missingRelease, type Referral, type ReferralFields } from '#shared/features/referrals/model.ts';
import type { CaseId } from '#shared/kernel/ids.ts';
import { GateNotice } from './GateNotice.tsx';
import { texts } from './texts.ts';

interface Props {
	caseId: CaseId;
	/** Null: a new one. */
	referral: Referral | null;
	onClose(): void;
}

type Draft = Omit<ReferralFields, 'recipient'> & { readonly recipient: RecipientDraft };

/** To whom somebody is sent on, with what, and what for. */
export function ReferralDialog({ caseId, referral, onClose }: Props) {
	const t = useTexts(texts);
	const words = useTexts(consentTexts);
	const releases = useQuery(api.consents.releases.queryOptions({ input: { caseId } }));
	const [initial] = useState<Draft>(() => draftOf(referral));
	const [values, setValues] = useState(initial);
	const [tried, setTried] = useState(false);
	const set = (changes: Partial<Draft>) => setValues({ ...values, ...changes });
	const { recipient, topics, reason, replyDueOn } = values;
	const isSent = referral !== null && referral.sentOn !== null;
	const override = referral?.override ?? null;
	const missing =
		isChosen(recipient) && topics.length > 0 && releases.data
			? missingRelease({ recipient, topics, override, sentOn: referral?.sentOn ?? null }, releases.data, today())
			: undefined;
	return (
		<FormDialog
			title={referral === null ? t.addTitle : t.changeTitle(referral.recipientName)}
			size="lg"
			values={values}
			initial={initial}
			isComplete={isChosen(recipient) && topics.length > 0 && reason.trim() !== ''}
			onTry={() => setTried(true)}
			invalid={t.invalid}
			save={async () => {
				if (!isChosen(recipient)) return null;
				const fields = { ...values, recipient };
				if (referral === null) return client.referrals.add({ ...fields, caseId });
				await client.referrals.change({ id: referral.id, changes: changed(referral, fields) });
				return null;
			}}
			onSaved={(added) => {
				if (added === null) return;
				showUndo(t.saved, async () => {
					await client.referrals.remove(added);
					await refreshPassingOn();
				});
			}}
			refresh={refreshPassingOn}
			onClose={onClose}
			notice={missing !== undefined && !isSent && <GateNotice missing={missing} />}
		>
			{!isSent && (
				<>
					<RecipientField label={t.recipient} value={recipient} onChange={(chosen) => set({ recipient: chosen })} tried={tried} />
					<ChipsField
						label={t.topics}
						options={ReleaseTopic.options}
						words={words.topic}
						value={topics}
						onChange={(chosen) => set({ topics: chosen })}
						error={tried && topics.length === 0 ? words.topicsMissing : undefined}
					/>
				</>
			)}
			<Textarea
				label={t.reason}
				description={t.reasonHint}
				required
				autosize
				minRows={3}
				maxLength={1000}
				value={reason}
				error={tried && reason.trim() === '' ? t.reasonMissing : undefined}
				onChange={(event) => set({ reason: event.currentTarget.value })}
			/>
			<DateField
				label={t.replyDueOn}
				description={t.replyDueHint}
				value={replyDueOn}
				onChange={(day) => set({ replyDueOn: day })}
				maw="16rem"
			/>
		</FormDialog>
	);
}

function draftOf(referral: Referral | null): Draft {
	if (referral === null) return { recipient: null, topics: [], reason: '', replyDueOn: null };
	const { recipient, topics, reason, replyDueOn } = referral;
	return { recipient, topics, reason, replyDueOn };
}

/** Only what was changed here, so that somebody else's change of another field stays. */
function changed(before: ReferralFields, after: ReferralFields): Partial<ReferralFields> {
	const keys = (Object.keys(after) as (keyof ReferralFields)[]).filter(
		(key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
	);
	return Object.fromEntries(keys.map((key) => [key, after[key]]));
}

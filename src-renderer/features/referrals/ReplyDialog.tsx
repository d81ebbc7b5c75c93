import { Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { refreshPassingOn } from '#renderer/features/consents/refresh-passing-on.ts';
import { today } from '#renderer/i18n/days.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { client } from '#renderer/rpc/client.ts';
import { DateField } from '#renderer/ui/DateField.tsx';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { scrollingOptions } from '#renderer/ui/scrolling-options.ts';
import { showUndo } from '#renderer/ui/undo-toast.tsx';
import { type Referral, ReferralOutcome, type Reply } from '#shared/features/referrals/model.ts';
import { texts } from './texts.ts';

const OPEN = 'open';

/** What came back, and what became of it. */
export function ReplyDialog({ referral, onClose }: { referral: Referral; onClose(): void }) {
	const t = useTexts(texts);
	const { id, recipientName, answeredOn, replyText, outcome } = referral;
	const [before] = useState<Reply>({ answeredOn, replyText, outcome });
	const [initial] = useState<Reply>({ ...before, answeredOn: answeredOn ?? (outcome === null ? today() : null) });
	const [values, setValues] = useState(initial);
	const set = (changes: Partial<Reply>) => setValues({ ...values, ...changes });
	return (
		<FormDialog
			title={t.replyTitle(recipientName)}
			size="lg"
			values={values}
			initial={initial}
			isComplete
			invalid={t.invalid}
			save={() => client.referrals.reply({ ...values, id })}
			onSaved={() =>
				showUndo(t.replySaved(recipientName), async () => {
					await client.referrals.reply({ ...before, id });
					await refreshPassingOn();
				})
			}
			refresh={refreshPassingOn}
			onClose={onClose}
		>
			<DateField
				label={t.repliedOn}
				description={t.repliedHint}
				notInFuture
				value={values.answeredOn}
				onChange={(day) => set({ answeredOn: day })}
				maw="16rem"
			/>
			<Textarea
				data-autofocus
				label={t.replyText}
				autosize
				minRows={4}
				maxLength={10_000}
				value={values.replyText}
				onChange={(event) => set({ replyText: event.currentTarget.value })}
			/>
			<Select
				{...scrollingOptions}
				label={t.outcomeLabel}
				allowDeselect={false}
				data={[
					{ value: OPEN, label: t.outcomeOpen },
					...ReferralOutcome.options.map((value) => ({ value: value as string, label: t.outcome[value] })),
				]}
				value={values.outcome ?? OPEN}
				onChange={(value) => set({ outcome: value === OPEN ? null : ReferralOutcome.parse(value) })}
				maw="20rem"
			/>
		</FormDialog>
	);
}

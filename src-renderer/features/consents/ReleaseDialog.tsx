import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { today } from '#renderer/i18n/days.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { client } from '#renderer/rpc/client.ts';
import { DateField } from '#renderer/ui/DateField.tsx';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { showUndo } from '#renderer/ui/undo-toast.tsx';
import { ReleaseTopic, usualEnd } from '#shared/features/consents/model.ts';
import type { CaseId } from '#shared/kernel/ids.ts';
import { AgreementFields, NEW_AGREEMENT } from './AgreementFields.tsx';
import { ChipsField } from './ChipsField.tsx';
import classes from './Consents.module.css';
import { isChosen, type RecipientDraft, RecipientField } from './RecipientField.tsx';
import { refreshPassingOn } from './refresh-passing-on.ts';
import { texts } from './texts.ts';

interface Props {
	caseId: CaseId;
	/** What is needed for a referral, where it begins with one. */
	wanted?: { readonly recipient: RecipientDraft; readonly topics: readonly ReleaseTopic[]; readonly purpose: string };
	onClose(): void;
}

/** To whom something may be told, about what, for how long. */
export function ReleaseDialog({ caseId, wanted, onClose }: Props) {
	const t = useTexts(texts);
	const [initial] = useState(() => ({
		...NEW_AGREEMENT,
		recipient: wanted?.recipient ?? null,
		topics: [...(wanted?.topics ?? [])],
		purpose: wanted?.purpose ?? '',
		...{ givenOn: today(), validFrom: today(), validUntil: usualEnd(today()) },
	}));
	const [values, setValues] = useState(initial);
	const [tried, setTried] = useState(false);
	const set = (changes: Partial<typeof values>) => setValues({ ...values, ...changes });
	const { recipient, topics, purpose, givenOn, validFrom, validUntil } = values;
	const isBackwards = validUntil < validFrom;
	return (
		<FormDialog
			title={t.addRelease}
			size="lg"
			values={values}
			initial={initial}
			isComplete={isChosen(recipient) && topics.length > 0 && purpose.trim() !== '' && !isBackwards}
			onTry={() => setTried(true)}
			invalid={t.invalid}
			save={async () => (isChosen(recipient) ? client.consents.addRelease({ ...values, recipient, caseId }) : null)}
			onSaved={(added) => {
				if (added === null) return;
				showUndo(t.releaseSaved, async () => {
					await client.consents.removeRelease({ id: added.id });
					await refreshPassingOn();
				});
			}}
			refresh={refreshPassingOn}
			onClose={onClose}
		>
			<RecipientField label={t.recipient} value={recipient} onChange={(chosen) => set({ recipient: chosen })} tried={tried} />
			<ChipsField
				label={t.topics}
				options={ReleaseTopic.options}
				words={t.topic}
				value={topics}
				onChange={(chosen) => set({ topics: chosen })}
				error={tried && topics.length === 0 ? t.topicsMissing : undefined}
			/>
			<Textarea
				label={t.releasePurpose}
				description={t.releasePurposeHint}
				required
				autosize
				minRows={2}
				maxLength={300}
				value={purpose}
				error={tried && purpose.trim() === '' ? t.releasePurposeMissing : undefined}
				onChange={(event) => set({ purpose: event.currentTarget.value })}
			/>
			<div className={classes.two}>
				<DateField
					label={t.givenOn}
					required
					notInFuture
					value={givenOn}
					onChange={(day) => day && set({ givenOn: day, validFrom: day, validUntil: usualEnd(day) })}
				/>
				<DateField label={t.validFrom} required value={validFrom} onChange={(day) => day && set({ validFrom: day })} />
				<DateField
					label={t.validUntil}
					required
					value={validUntil}
					error={isBackwards ? t.endBeforeStart : undefined}
					onChange={(day) => day && set({ validUntil: day })}
				/>
			</div>
			<AgreementFields value={values} onChange={set} />
		</FormDialog>
	);
}

import { Button, Select, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import classes from '#renderer/features/consents/Consents.module.css';
import { refreshPassingOn } from '#renderer/features/consents/refresh-passing-on.ts';
import { today } from '#renderer/i18n/days.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { DateField } from '#renderer/ui/DateField.tsx';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { scrollingOptions } from '#renderer/ui/scrolling-options.ts';
import { showUndo } from '#renderer/ui/undo-toast.tsx';
import { missingRelease, type Referral, ReferralWay } from '#shared/features/referrals/model.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';
import { GateNotice } from './GateNotice.tsx';
import { texts } from './texts.ts';

interface Props {
	referral: Referral;
	/** The client can still be asked. */
	onAskRelease(): void;
	onClose(): void;
}

interface Sending {
	readonly sentOn: LocalDate;
	readonly way: ReferralWay;
	readonly replyDueOn: LocalDate | null;
	readonly overrideReason: string;
}

/** An answer is looked for after so many days, when nobody says otherwise. */
const USUAL_REPLY_DAYS = 14;

/** The gate on the screen: sent with a valid release, or with a reason that is kept. The backend decides the same. */
export function SendDialog({ referral, onAskRelease, onClose }: Props) {
	const t = useTexts(texts);
	const releases = useQuery(api.consents.releases.queryOptions({ input: { caseId: referral.caseId } }));
	const [initial] = useState<Sending>(() => ({
		...{ sentOn: today(), way: 'letter', overrideReason: '' },
		replyDueOn: referral.replyDueOn ?? addDays(today(), USUAL_REPLY_DAYS),
	}));
	const [values, setValues] = useState(initial);
	const [tried, setTried] = useState(false);
	const set = (changes: Partial<Sending>) => setValues({ ...values, ...changes });
	const { sentOn, overrideReason } = values;
	const missing = releases.data && missingRelease({ ...referral, sentOn }, releases.data, today());
	const isBlocked = missing !== undefined && missing !== null;
	return (
		<FormDialog
			title={t.sendTitle(referral.recipientName)}
			size="lg"
			values={values}
			initial={initial}
			isComplete={missing !== undefined && (!isBlocked || overrideReason.trim() !== '')}
			onTry={() => setTried(true)}
			invalid={t.invalid}
			save={() =>
				client.referrals.send({ ...values, id: referral.id, overrideReason: isBlocked ? overrideReason.trim() || null : null })
			}
			saveWord={isBlocked ? t.sendAnyway : t.sendIt}
			onSaved={() =>
				showUndo(t.sent(referral.recipientName), async () => {
					await client.referrals.undoSend({ id: referral.id });
					await refreshPassingOn();
				})
			}
			refresh={refreshPassingOn}
			onClose={onClose}
		>
			<div className={classes.two}>
				<DateField label={t.sentOn} required notInFuture value={sentOn} onChange={(day) => day && set({ sentOn: day })} />
				<Select
					{...scrollingOptions}
					label={t.wayLabel}
					allowDeselect={false}
					data={ReferralWay.options.map((way) => ({ value: way as string, label: t.way[way] }))}
					value={values.way}
					onChange={(way) => set({ way: ReferralWay.parse(way) })}
				/>
				<DateField label={t.replyDueOn} value={values.replyDueOn} onChange={(day) => set({ replyDueOn: day })} />
			</div>
			{missing !== undefined && <GateNotice missing={missing} />}
			{isBlocked && (
				<>
					<Text size="sm">{t.blockedWords}</Text>
					<Button variant="light" size="sm" className={classes.start ?? ''} onClick={onAskRelease}>
						{t.askRelease}
					</Button>
					<Textarea
						label={t.overrideReason}
						description={t.overrideHint}
						required
						autosize
						minRows={2}
						maxLength={500}
						value={overrideReason}
						error={tried && overrideReason.trim() === '' ? t.overrideMissing : undefined}
						onChange={(event) => set({ overrideReason: event.currentTarget.value })}
					/>
				</>
			)}
		</FormDialog>
	);
}

import { Alert, Badge, Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import classes from '#renderer/features/consents/Consents.module.css';
import { ReleaseDialog } from '#renderer/features/consents/ReleaseDialog.tsx';
import { texts as consentTexts } from '#renderer/features/consents/texts.ts';
import { today } from '#renderer/i18n/days.ts';
import { formatInstant } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { isOverridden, type Referral, type ReferralState } from '#shared/features/referrals/model.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import { CancelDialog } from './CancelDialog.tsx';
import { MissingWords } from './GateNotice.tsx';
import { OverrideDialog } from './OverrideDialog.tsx';
import { ReferralDialog } from './ReferralDialog.tsx';
import { ReferralHistory } from './ReferralHistory.tsx';
import { ReferralMenu } from './ReferralMenu.tsx';
import { ReplyDialog } from './ReplyDialog.tsx';
import { SendDialog } from './SendDialog.tsx';
import { texts } from './texts.ts';

const COLORS: Record<ReferralState, string> = {
	...{ prepared: 'gray', sent: 'petrol', answered: 'petrol', finished: 'moss', cancelled: 'gray' },
};

export type ReferralDialogName = 'change' | 'send' | 'reply' | 'cancel' | 'override' | 'release' | 'history';

/** One referral with its way so far and the next step. */
export function ReferralRow({ referral, frozen }: { referral: Referral; frozen: boolean }) {
	const t = useTexts(texts);
	const words = useTexts(consentTexts);
	const [dialog, setDialog] = useState<ReferralDialogName | null>(null);
	const { id, caseId, recipientName, state, reason, topics, replyText, missing, override, sentOn } = referral;
	const close = () => setDialog(null);
	return (
		<>
			<span className={classes.words}>
				<span className={classes.head}>
					<span className={classes.name}>{recipientName}</span>
					<Badge color={COLORS[state]} variant="light" tt="none">
						{t.state[state]}
						{referral.outcome !== null && state === 'finished' && `: ${t.outcome[referral.outcome]}`}
					</Badge>
				</span>
				<span>{reason}</span>
				<span className={classes.quiet}>{topics.map((topic) => words.topic[topic]).join(', ')}</span>
				<Way referral={referral} />
				{replyText !== '' && <blockquote className={classes.reply}>{replyText}</blockquote>}
				{override !== null && isOverridden(referral) && (
					<span className={classes.quiet}>
						{t.overridden(referral.overriddenByName ?? '–', formatInstant(override.at), override.reason)}
					</span>
				)}
				{missing !== null && state === 'prepared' && (
					<span className={classes.warning}>
						<IconAlertTriangle size={16} aria-hidden /> <MissingWords missing={missing} />
					</span>
				)}
				{referral.isReleaseOver && sentOn !== null && (
					<span className={classes.warning}>
						<IconAlertTriangle size={16} aria-hidden /> {t.over}
					</span>
				)}
				{missing !== null && sentOn !== null && (
					<Alert color="brick" variant="light" p="sm" mt="xs" icon={<IconAlertTriangle aria-hidden />}>
						{t.sentWithout} {t.sentWithoutAsk}
						{!frozen && state !== 'cancelled' && (
							<div>
								<Button
									mt="xs"
									size="sm"
									variant="default"
									aria-label={t.giveOf(recipientName)}
									onClick={() => setDialog('override')}
								>
									{t.give}
								</Button>
							</div>
						)}
					</Alert>
				)}
			</span>
			<span className={classes.buttons}>
				{state === 'prepared' && !frozen && (
					<>
						<Button
							size="sm"
							variant="default"
							aria-label={t.sheetOf(recipientName)}
							renderRoot={(props) => (
								<Link to="/fallakten/$id/weitergabe/bogen/$verweisung" params={{ id: caseId, verweisung: id }} {...props} />
							)}
						>
							{t.sheet}
						</Button>
						<Button size="sm" variant="light" aria-label={t.sendOf(recipientName)} onClick={() => setDialog('send')}>
							{t.send}
						</Button>
					</>
				)}
				{(state === 'sent' || state === 'answered') && !frozen && (
					<Button size="sm" variant="light" aria-label={t.replyOf(recipientName)} onClick={() => setDialog('reply')}>
						{t.reply}
					</Button>
				)}
				<ReferralMenu referral={referral} frozen={frozen} onOpen={setDialog} />
			</span>
			<ReferralHistory id={id} opened={dialog === 'history'} onClose={close} />
			{dialog === 'change' && <ReferralDialog caseId={caseId} referral={referral} onClose={close} />}
			{dialog === 'send' && <SendDialog referral={referral} onAskRelease={() => setDialog('release')} onClose={close} />}
			{dialog === 'release' && (
				<ReleaseDialog
					caseId={caseId}
					wanted={{ recipient: referral.recipient, topics, purpose: reason.slice(0, 300) }}
					onClose={close}
				/>
			)}
			{dialog === 'reply' && <ReplyDialog referral={referral} onClose={close} />}
			{dialog === 'cancel' && <CancelDialog referral={referral} onClose={close} />}
			{dialog === 'override' && missing !== null && (
				<OverrideDialog id={id} missing={missing} isAfterwards={sentOn !== null} onClose={close} />
			)}
		</>
	);
}

/** Where it is: prepared, sent, answered, with the days. */
function Way({ referral }: { referral: Referral }) {
	const t = useTexts(texts);
	const { preparedOn, authorName, sentOn, way, answeredOn, replyDueOn, cancelledOn, cancelReason, state } = referral;
	const isLate = state === 'sent' && replyDueOn !== null && replyDueOn < today();
	const steps = [
		t.preparedOn(formatLocalDate(preparedOn), authorName),
		sentOn !== null && way !== null && t.sentBy(formatLocalDate(sentOn), t.way[way]),
		answeredOn !== null && t.answeredOn(formatLocalDate(answeredOn)),
		cancelledOn !== null && [t.cancelledOn(formatLocalDate(cancelledOn)), cancelReason].filter(Boolean).join(': '),
		state === 'sent' && replyDueOn !== null && !isLate && t.dueOn(formatLocalDate(replyDueOn)),
	];
	return (
		<span className={classes.quiet}>
			{steps.filter(Boolean).join(' · ')}
			{isLate && (
				<>
					{' · '}
					<strong className={classes.late}>{t.overdue(formatLocalDate(replyDueOn))}</strong>
				</>
			)}
		</span>
	);
}

import { useQuery } from '@tanstack/react-query';
import { texts as consentTexts } from '#renderer/features/consents/texts.ts';
import { useRecipientName } from '#renderer/features/consents/useRecipientName.ts';
import { HistoryDrawer } from '#renderer/features/records/HistoryDrawer.tsx';
import { formatInstant } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import type { ReleaseTopic } from '#shared/features/consents/model.ts';
import { Override } from '#shared/features/referrals/model.ts';
import type { ReferralId } from '#shared/kernel/ids.ts';
import { texts } from './texts.ts';

/** Who prepared, sent, changed or answered a referral, and when. */
export function ReferralHistory(props: { id: ReferralId; opened: boolean; onClose(): void }) {
	const t = useTexts(texts);
	const { topic } = useTexts(consentTexts);
	const nameOf = useRecipientName(props.opened);
	const members = useQuery({ ...api.members.list.queryOptions(), enabled: props.opened });
	const { recipient, reason, topics, replyDueOn, sentOn, replyText, cancelReason } = t;
	return (
		<HistoryDrawer
			table="referral"
			{...props}
			fieldNames={{
				...{ recipient, reason, topics, replyDueOn, way: t.wayLabel, sentOn, answeredOn: t.repliedOn, replyText },
				...{ outcome: t.outcomeLabel, cancelledOn: t.cancelledLabel, cancelReason, override: t.overrideAfterTitle },
			}}
			formatValue={(field, value) => {
				if (field === 'recipient') return nameOf(value);
				if (field === 'topics' && Array.isArray(value)) return value.map((one: ReleaseTopic) => topic[one]).join(', ');
				if (field === 'override') {
					const { data: given } = Override.safeParse(value);
					const who = members.data?.find(({ id }) => id === given?.by)?.name ?? '?';
					return given && t.overridden(who, formatInstant(given.at), given.reason);
				}
				const codes: Record<string, Record<string, string>> = { way: t.way, outcome: t.outcome };
				return codes[field]?.[String(value)];
			}}
		/>
	);
}

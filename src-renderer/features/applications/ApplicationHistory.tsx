import { HistoryDrawer } from '#renderer/features/records/HistoryDrawer.tsx';
import { useTexts } from '#renderer/i18n/texts.ts';
import type { ApplicationId } from '#shared/kernel/ids.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import { texts } from './texts.ts';

/** Who changed a job application, and when. */
export function ApplicationHistory(props: { id: ApplicationId; opened: boolean; onClose(): void }) {
	const t = useTexts(texts);
	const { employer, position, foundThrough, reason, nextStep, nextStepDue } = t;
	return (
		<HistoryDrawer
			table="application"
			{...props}
			fieldNames={{
				...{ employer, position, channel: t.channelLabel, foundThrough, sentOn: t.sent, reply: t.replyLabel },
				...{ repliedOn: t.replied, interviewsOn: t.interviews, outcome: t.outcomeLabel, reason, nextStep, nextStepDue },
			}}
			formatValue={(field, value) => {
				if (field === 'interviewsOn' && Array.isArray(value)) return value.map(formatLocalDate).join(', ');
				const codes: Record<string, Record<string, string>> = { channel: t.channel, reply: t.reply, outcome: t.outcome };
				return codes[field]?.[String(value)];
			}}
		/>
	);
}

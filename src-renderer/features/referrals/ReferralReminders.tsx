import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import classes from '#renderer/features/consents/Consents.module.css';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { Section } from '#renderer/ui/Section.tsx';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import { texts } from './texts.ts';

/** On the day page, of my own cases: releases that end, answers that are due. Nothing at all when there is nothing. */
export function ReferralReminders() {
	const t = useTexts(texts);
	const reminders = useQuery(api.referrals.reminders.queryOptions());
	if (!reminders.data || reminders.data.length === 0) return null;
	return (
		<Section title={t.reminders}>
			<ul className={classes.rows}>
				{reminders.data.map(({ kind, caseId, clientName, recipientName, on }) => (
					<li key={`${kind} ${caseId} ${recipientName} ${on}`} className={classes.short}>
						<Link to="/fallakten/$id/weitergabe" params={{ id: caseId }} className={classes.link ?? ''}>
							{clientName}
						</Link>
						<span>{`${t.reminder[kind]}, ${t.reminderOn[kind](formatLocalDate(on))}`}</span>
						<span className={classes.quiet}>{recipientName}</span>
					</li>
				))}
			</ul>
		</Section>
	);
}

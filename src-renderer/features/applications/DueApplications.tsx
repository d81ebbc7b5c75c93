import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { Section } from '#renderer/ui/Section.tsx';
import { localDateOf } from '#shared/kernel/local-date.ts';
import classes from './Applications.module.css';
import { NextStep } from './NextStep.tsx';
import { texts } from './texts.ts';

/** Applications of my case files where something is due, on the day page; nothing where nothing is. */
export function DueApplications() {
	const t = useTexts(texts);
	const due = useQuery(api.applications.due.queryOptions());
	if (!due.data || due.data.length === 0) return null;
	const today = localDateOf(Date.now());
	return (
		<Section title={t.dueTitle}>
			<ul className={classes.cards}>
				{due.data.map((application) => (
					<li key={application.id} className={classes.words}>
						<span>
							<Link to="/fallakten/$id/bewerbungen" params={{ id: application.caseId }}>
								{application.personName}
							</Link>{' '}
							– {application.employer}
						</span>
						{application.interviewsOn.includes(today) && <strong>{t.interviewToday}</strong>}
						<NextStep application={application} />
					</li>
				))}
			</ul>
		</Section>
	);
}

import { Anchor, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { overdueSince, progressOf } from '#shared/features/goals/progress.ts';
import type { CaseId } from '#shared/kernel/ids.ts';
import { formatLocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import classes from './Goals.module.css';
import { texts } from './texts.ts';

/** The goals of a case file at a glance: how far each is, and what is late. */
export function GoalsSection({ caseId, frozen }: { caseId: CaseId; frozen: boolean }) {
	const t = useTexts(texts);
	const found = useQuery(api.goals.ofCase.queryOptions({ input: { caseId } }));
	const today = localDateOf(Date.now());
	return (
		<Section title={t.goals}>
			<ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
			{found.isPending && <Skeleton height={56} />}
			{found.data?.goals.length === 0 && <span className={classes.quiet}>{t.none}</span>}
			{found.data && found.data.goals.length > 0 && (
				<ul className={classes.short}>
					{found.data.goals.map((goal) => {
						const { state, done, of } = progressOf(goal);
						const late = frozen ? null : overdueSince(goal, today);
						return (
							<li key={goal.id}>
								<span>{goal.text}</span>
								<span className={classes.facts}>
									<span>{t.state[state]}</span>
									{of > 0 && goal.balance === null && <span>{t.steps(done, of)}</span>}
									{late && <span className={classes.late}>{t.overdue(formatLocalDate(late))}</span>}
								</span>
							</li>
						);
					})}
				</ul>
			)}
			<Anchor renderRoot={(props) => <Link to="/fallakten/$id/ziele" params={{ id: caseId }} {...props} />}>{t.toGoals}</Anchor>
		</Section>
	);
}

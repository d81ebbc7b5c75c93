import { Progress, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import classes from '#renderer/features/cases/Story.module.css';
import { StoryCell } from '#renderer/features/cases/StoryCell.tsx';
import { today } from '#renderer/i18n/days.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { goalsByNeed, overdueSince, progressOf } from '#shared/features/goals/progress.ts';
import type { CaseId } from '#shared/kernel/ids.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import { texts } from './texts.ts';

const SHOWN = 3;

/** The goals of a case file at a glance: how far each is, and what is late. */
export function GoalsCell({ caseId, frozen }: { caseId: CaseId; frozen: boolean }) {
	const t = useTexts(texts);
	const { data } = useQuery(api.goals.ofCase.queryOptions({ input: { caseId } }));
	const goals = data && goalsByNeed(data.goals, today());
	return (
		<StoryCell
			title={t.goals}
			to={{ page: '/fallakten/$id/ziele', caseId }}
			more={goals && goals.length > SHOWN && t.moreGoals(goals.length - SHOWN)}
		>
			{goals?.length === 0 && <span className={classes.quiet}>{t.none}</span>}
			{goals && goals.length > 0 && (
				<ul className={classes.list}>
					{goals.slice(0, SHOWN).map((goal) => {
						const { state, done, of } = progressOf(goal);
						const isCounted = of > 0 && goal.balance === null;
						const late = frozen ? null : overdueSince(goal, today());
						return (
							<li key={goal.id}>
								<span className={classes.pair}>
									<span className={classes.oneLine} title={goal.text}>
										{goal.text}
									</span>
									<span className={classes.quiet}>{isCounted ? <Steps words={t.steps(done, of)} /> : t.state[state]}</span>
								</span>
								{isCounted && <Progress value={(100 * done) / of} size={4} className={classes.bar ?? ''} aria-hidden />}
								{late && <span className={classes.late}>{t.overdue(formatLocalDate(late))}</span>}
							</li>
						);
					})}
				</ul>
			)}
		</StoryCell>
	);
}

/** `1 von 3`; who hears it hears of what. */
function Steps({ words }: { words: string }) {
	const [done = '', of = ''] = words.split(/(?<=\d) (?=\p{L}+ \p{L}+$)/u);
	return (
		<>
			{done}
			<VisuallyHidden> {of}</VisuallyHidden>
		</>
	);
}

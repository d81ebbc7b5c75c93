import { Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { DueWords } from '#renderer/features/today/DueWords.tsx';
import classes from '#renderer/features/today/TodayPage.module.css';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { showError, showUndo } from '#renderer/ui/undo-toast.tsx';
import type { ActionState, MyAction } from '#shared/features/goals/model.ts';
import { refreshGoals } from './refresh-goals.ts';
import { texts } from './texts.ts';

/** Steps to clients' goals that I have taken on, by due date; nothing is shown without any. */
export function MyActions() {
	const t = useTexts(texts);
	const mine = useQuery(api.goals.mine.queryOptions());
	const set = async ({ id }: MyAction, state: ActionState) => {
		await client.goals.setActionState({ id, state });
		await refreshGoals();
	};
	const checkOff = async (action: MyAction) => {
		try {
			await set(action, 'done');
			showUndo(t.myActionDone(action.text), () => set(action, action.state));
		} catch (error) {
			showError(error);
		}
	};
	if (!mine.error && (mine.data ?? []).length === 0) return null;
	return (
		<Section title={t.myActions}>
			<ErrorNotice error={mine.error} onRetry={() => void mine.refetch()} />
			<ul className={classes.rows}>
				{mine.data?.map((action) => (
					<li key={action.id} className={classes.row}>
						<div className={classes.todo}>
							<Checkbox checked={false} onChange={() => void checkOff(action)} aria-label={t.myActionDone(action.text)} />
							<div className={classes.words}>
								<span>{action.text}</span>
								<span className={classes.detail}>
									<DueWords due={action.due} />
									<Link to="/fallakten/$id/ziele" params={{ id: action.caseId }}>
										{action.clientName}
									</Link>
								</span>
								<span className={classes.detail}>{t.forGoal(action.goalText)}</span>
							</div>
						</div>
					</li>
				))}
			</ul>
		</Section>
	);
}

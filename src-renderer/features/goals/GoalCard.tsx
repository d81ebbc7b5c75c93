import { ActionIcon, Badge, Menu, Progress } from '@mantine/core';
import { IconDots, IconFlag, IconHistory, IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { client } from '#renderer/rpc/client.ts';
import { showError, showUndo } from '#renderer/ui/undo-toast.tsx';
import type { Goal } from '#shared/features/goals/model.ts';
import { type Progress as GoalProgress, progressOf } from '#shared/features/goals/progress.ts';
import { formatLocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import { BalanceFields } from './BalanceFields.tsx';
import { GoalActions } from './GoalActions.tsx';
import { GoalForm } from './GoalForm.tsx';
import { GoalHistory } from './GoalHistory.tsx';
import classes from './Goals.module.css';
import { dueWords } from './goal-words.ts';
import { refreshGoals } from './refresh-goals.ts';
import { texts } from './texts.ts';

/** One goal with everything that belongs to it. */
export function GoalCard({ goal, frozen }: { goal: Goal; frozen: boolean }) {
	const t = useTexts(texts);
	const [editing, setEditing] = useState(false);
	const [balancing, setBalancing] = useState(false);
	const [historyShown, setHistoryShown] = useState(false);
	const due = dueWords(t, goal.targetOn, goal.balance === null && !frozen, localDateOf(Date.now()));
	const remove = async () => {
		try {
			await client.goals.remove({ id: goal.id });
			await refreshGoals();
		} catch (error) {
			showError(error);
			return;
		}
		showUndo(t.goalRemoved, async () => {
			await client.goals.restore({ id: goal.id });
			await refreshGoals();
		});
	};
	if (editing) {
		return (
			<li className={classes.goal}>
				<GoalForm
					label={t.editGoal}
					button={t.save}
					initial={fieldsOf(goal)}
					onSave={async (changes) => {
						await client.goals.update({ id: goal.id, changes });
						setEditing(false);
						await refreshGoals();
					}}
					onCancel={() => setEditing(false)}
				/>
			</li>
		);
	}
	return (
		<li className={classes.goal}>
			<div className={classes.head}>
				<h3>{goal.text}</h3>
				<Menu position="bottom-end">
					<Menu.Target>
						<ActionIcon variant="subtle" color="gray" aria-label={t.more(goal.text)}>
							<IconDots size={18} aria-hidden />
						</ActionIcon>
					</Menu.Target>
					<Menu.Dropdown>
						{!frozen && (
							<>
								<Menu.Item leftSection={<IconPencil size={18} aria-hidden />} onClick={() => setEditing(true)}>
									{t.edit}
								</Menu.Item>
								<Menu.Item leftSection={<IconFlag size={18} aria-hidden />} onClick={() => setBalancing(true)}>
									{t.balance}
								</Menu.Item>
							</>
						)}
						<Menu.Item leftSection={<IconHistory size={18} aria-hidden />} onClick={() => setHistoryShown(true)}>
							{t.history}
						</Menu.Item>
						{!frozen && (
							<Menu.Item color="brick" leftSection={<IconTrash size={18} aria-hidden />} onClick={() => void remove()}>
								{t.remove}
							</Menu.Item>
						)}
					</Menu.Dropdown>
				</Menu>
			</div>
			<p className={classes.facts}>
				<span>{t.themes[goal.theme]}</span>
				{due && <span className={due.isLate ? classes.late : undefined}>{due.words}</span>}
				<span>{goal.agreedOn === null ? t.notAgreed : t.agreed(formatLocalDate(goal.agreedOn))}</span>
			</p>
			{goal.indicator && (
				<p className={classes.words}>
					<span>{t.indicator}:</span> {goal.indicator}
				</p>
			)}
			<ProgressLine progress={progressOf(goal)} />
			{goal.balanceWords && !balancing && (
				<p className={classes.words}>
					<span>{t.balance}:</span> {goal.balanceWords}
				</p>
			)}
			{balancing && <BalanceFields goal={goal} />}
			<GoalActions goal={goal} frozen={frozen} />
			<GoalHistory of={{ table: 'goal', id: goal.id }} opened={historyShown} onClose={() => setHistoryShown(false)} />
		</li>
	);
}

const COLORS: Record<GoalProgress['state'], string> = {
	planned: 'gray',
	underway: 'petrol',
	ready: 'clay',
	reached: 'moss',
	partly: 'moss',
	not_reached: 'gray',
	dropped: 'gray',
};

/** The state in a word, the steps as a bar and in words. */
function ProgressLine({ progress: { state, done, of } }: { progress: GoalProgress }) {
	const t = useTexts(texts);
	return (
		<div className={classes.state}>
			<Badge variant="light" color={COLORS[state]} size="lg" tt="none" fw={600}>
				{t.state[state]}
			</Badge>
			{of > 0 && <Progress className={classes.bar ?? ''} value={(done / of) * 100} size="md" aria-hidden />}
			<span className={classes.count}>{of === 0 ? t.noSteps : t.steps(done, of)}</span>
		</div>
	);
}

const fieldsOf = ({ theme, text, indicator, targetOn, agreedOn }: Goal) => ({ theme, text, indicator, targetOn, agreedOn });

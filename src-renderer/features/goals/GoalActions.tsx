import { ActionIcon, Button, Menu, Select } from '@mantine/core';
import { IconDots, IconHistory, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { client } from '#renderer/rpc/client.ts';
import { showError, showUndo } from '#renderer/ui/undo-toast.tsx';
import { type Action, ActionState, type Goal } from '#shared/features/goals/model.ts';
import { isOpenAction } from '#shared/features/goals/progress.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';
import { ActionForm, NEW_ACTION } from './ActionForm.tsx';
import { GoalHistory } from './GoalHistory.tsx';
import classes from './Goals.module.css';
import { doerWords, dueWords } from './goal-words.ts';
import { refreshGoals } from './refresh-goals.ts';
import { texts } from './texts.ts';

/** The steps to a goal. After one is added, the next can be typed. */
export function GoalActions({ goal, frozen }: { goal: Goal; frozen: boolean }) {
	const t = useTexts(texts);
	const [adding, setAdding] = useState(0);
	const button = useRef<HTMLButtonElement>(null);
	return (
		<>
			{goal.actions.length > 0 && (
				<ul className={classes.steps}>
					{goal.actions.map((action) => (
						<ActionRow key={action.id} action={action} frozen={frozen} />
					))}
				</ul>
			)}
			{!frozen &&
				(adding > 0 ? (
					<ActionForm
						key={adding}
						label={t.addStepTo(goal.text)}
						button={t.saveStep}
						initial={NEW_ACTION}
						onSave={async (fields) => {
							await client.goals.addAction({ ...fields, goalId: goal.id });
							setAdding(adding + 1);
							await refreshGoals();
						}}
						onCancel={() => {
							setAdding(0);
							requestAnimationFrame(() => button.current?.focus());
						}}
					/>
				) : (
					<Button
						ref={button}
						size="compact-md"
						variant="subtle"
						style={{ alignSelf: 'flex-start' }}
						leftSection={<IconPlus size={16} aria-hidden />}
						aria-label={t.addStepTo(goal.text)}
						onClick={() => setAdding(1)}
					>
						{t.addStep}
					</Button>
				))}
		</>
	);
}

function ActionRow({ action, frozen }: { action: Action; frozen: boolean }) {
	const t = useTexts(texts);
	const [editing, setEditing] = useState(false);
	const [historyShown, setHistoryShown] = useState(false);
	const due = dueWords(t, action.due, isOpenAction(action) && !frozen, localDateOf(Date.now()));
	const attempt = (work: () => Promise<unknown>) =>
		work().then(
			() => refreshGoals().then(() => true),
			(error) => {
				showError(error);
				return false;
			},
		);
	const remove = async () => {
		if (!(await attempt(() => client.goals.removeAction({ id: action.id })))) return;
		showUndo(t.stepRemoved, () => attempt(() => client.goals.restoreAction({ id: action.id })));
	};
	if (editing) {
		return (
			<li>
				<ActionForm
					label={t.editStep(action.text)}
					button={t.save}
					initial={action}
					onSave={async (changes) => {
						await client.goals.updateAction({ id: action.id, changes });
						setEditing(false);
						await refreshGoals();
					}}
					onCancel={() => setEditing(false)}
				/>
			</li>
		);
	}
	return (
		<li className={classes.step} data-frozen={frozen || undefined}>
			{frozen ? (
				<span className={classes.count}>{t.actionState[action.state]}</span>
			) : (
				<Select
					size="sm"
					aria-label={t.stepState(action.text)}
					allowDeselect={false}
					withScrollArea={false}
					data={ActionState.options.map((state) => ({ value: state as string, label: t.actionState[state] }))}
					value={action.state}
					onChange={(state) =>
						state !== null && void attempt(() => client.goals.setActionState({ id: action.id, state: state as ActionState }))
					}
				/>
			)}
			<div className={classes.stepWords}>
				<span className={isOpenAction(action) ? undefined : classes.over}>{action.text}</span>
				<span className={classes.facts}>
					<span>{doerWords(t, action)}</span>
					{due && <span className={due.isLate ? classes.late : undefined}>{due.words}</span>}
				</span>
			</div>
			<Menu position="bottom-end">
				<Menu.Target>
					<ActionIcon variant="subtle" color="gray" aria-label={t.moreStep(action.text)}>
						<IconDots size={18} aria-hidden />
					</ActionIcon>
				</Menu.Target>
				<Menu.Dropdown>
					{!frozen && (
						<Menu.Item leftSection={<IconPencil size={18} aria-hidden />} onClick={() => setEditing(true)}>
							{t.edit}
						</Menu.Item>
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
			<GoalHistory of={{ table: 'goal_action', id: action.id }} opened={historyShown} onClose={() => setHistoryShown(false)} />
		</li>
	);
}

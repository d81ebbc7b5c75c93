import { ActionIcon, Button, Select } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { client } from '#renderer/rpc/client.ts';
import { showError, showUndo } from '#renderer/ui/undo-toast.tsx';
import { type Action, ActionState, type Goal } from '#shared/features/goals/model.ts';
import { isOpenAction } from '#shared/features/goals/progress.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';
import { ActionForm, NEW_ACTION } from './ActionForm.tsx';
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
	const words = (
		<div className={classes.stepWords}>
			<span className={isOpenAction(action) ? undefined : classes.over}>{action.text}</span>
			<span className={classes.facts}>
				<span>{doerWords(t, action)}</span>
				{due && <span className={due.isLate ? classes.late : undefined}>{due.words}</span>}
			</span>
		</div>
	);
	if (frozen) {
		return (
			<li className={classes.step} data-frozen>
				<span className={classes.count}>{t.actionState[action.state]}</span>
				{words}
			</li>
		);
	}
	return (
		<li className={classes.step}>
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
			{words}
			<ActionIcon variant="subtle" color="gray" aria-label={t.editStep(action.text)} onClick={() => setEditing(true)}>
				<IconPencil size={16} aria-hidden />
			</ActionIcon>
			<ActionIcon variant="subtle" color="gray" aria-label={t.removeStep(action.text)} onClick={() => void remove()}>
				<IconTrash size={16} aria-hidden />
			</ActionIcon>
		</li>
	);
}

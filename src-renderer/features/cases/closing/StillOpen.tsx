import { Button, Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { Section } from '#renderer/ui/Section.tsx';
import { showError } from '#renderer/ui/undo-toast.tsx';
import { isUndecided } from '#shared/features/appointments/model.ts';
import type { Todo } from '#shared/features/cases/model.ts';
import type { Goal } from '#shared/features/goals/model.ts';
import { isOpenAction } from '#shared/features/goals/progress.ts';
import type { CaseId } from '#shared/kernel/ids.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import { texts } from '../closing-texts.ts';
import { refreshCases } from '../refreshCases.ts';
import classes from './Closing.module.css';

/** What would be frozen undone: somebody has to see it before. */
export function StillOpen({ caseId, goals }: { caseId: CaseId; goals: readonly Goal[] }) {
	const t = useTexts(texts);
	const todos = useQuery(api.cases.todos.queryOptions({ input: { ownerId: null, caseId, includeDone: false } }));
	const ofCase = useQuery(api.appointments.ofCase.queryOptions({ input: { caseId } }));
	const appointments = (ofCase.data ?? []).filter(({ state }) => isUndecided(state));
	const actions = goals.flatMap((goal) =>
		goal.actions.filter(isOpenAction).map((action) => ({ ...action, goalText: goal.text })),
	);
	const isNothing = todos.data?.length === 0 && ofCase.data !== undefined && appointments.length === 0 && actions.length === 0;
	const attempt = (work: Promise<unknown>) => work.then(refreshCases).catch(showError);
	const todoRow = (todo: Todo) => (
		<li key={todo.id} className={classes.row}>
			<Checkbox
				checked={false}
				label={todo.subject}
				aria-label={t.doneTodo(todo.subject)}
				onChange={() => void attempt(client.cases.setTodoDone({ id: todo.id, done: true }))}
			/>
			<Button
				size="compact-sm"
				variant="subtle"
				aria-label={t.keepTodoOf(todo.subject)}
				onClick={() => void attempt(client.cases.updateTodo({ id: todo.id, changes: { caseId: null } }))}
			>
				{t.keepTodo}
			</Button>
		</li>
	);
	return (
		<Section title={t.stillOpen} description={isNothing ? undefined : t.stillOpenHint}>
			{isNothing && <p className={classes.hint}>{t.nothingOpen}</p>}
			{todos.data !== undefined && todos.data.length > 0 && (
				<div className={classes.open}>
					<h3>{t.todos}</h3>
					<p className={classes.hint}>{t.todosHint}</p>
					<ul>{todos.data.map(todoRow)}</ul>
				</div>
			)}
			{actions.length > 0 && (
				<div className={classes.open}>
					<h3>{t.actions}</h3>
					<ul>
						{actions.map(({ id, text, goalText }) => (
							<li key={id} className={classes.row}>
								{t.actionOf(text, goalText)}
							</li>
						))}
					</ul>
				</div>
			)}
			{appointments.length > 0 && (
				<div className={classes.open}>
					<h3>{t.appointments}</h3>
					<p className={classes.hint}>{t.appointmentsHint}</p>
					<ul>
						{appointments.map(({ id, day, from, counsellorNames }) => (
							<li key={id} className={classes.row}>
								{t.appointmentOn(formatLocalDate(day), from, counsellorNames.join(', '))}
							</li>
						))}
					</ul>
				</div>
			)}
		</Section>
	);
}

import { Button, Checkbox, Skeleton, TextInput } from '@mantine/core';
import { IconChecklist } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { z } from 'zod';
import { useSession } from '#renderer/features/members/session.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { DateField } from '#renderer/ui/DateField.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { showError, showUndo } from '#renderer/ui/undo-toast.tsx';
import type { Todo as TodoModel } from '#shared/features/cases/model.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { DueWords } from './DueWords.tsx';
import classes from './TodayPage.module.css';
import { texts } from './texts.ts';

type Todo = z.infer<typeof TodoModel>;

/** My open to-dos by due date; checking one off can be taken back. */
export function MyTodos() {
	const t = useTexts(texts);
	const queries = useQueryClient();
	const { member } = useSession();
	const todos = useQuery(api.cases.todos.queryOptions({ input: { ownerId: member.id, caseId: null, includeDone: false } }));
	const refresh = () => queries.invalidateQueries({ queryKey: api.cases.todos.key() });
	const setDone = async (todo: Todo, done: boolean) => {
		await client.cases.setTodoDone({ id: todo.id, done });
		await refresh();
	};
	const checkOff = async (todo: Todo) => {
		try {
			await setDone(todo, true);
			showUndo(t.done(todo.subject), () => setDone(todo, false));
		} catch (error) {
			showError(error);
		}
	};
	return (
		<Section title={t.todos}>
			<ErrorNotice error={todos.error} onRetry={() => void todos.refetch()} />
			{todos.isPending && <Skeleton height={160} />}
			{todos.data?.length === 0 && (
				<EmptyState icon={<IconChecklist />} title={t.todosEmpty}>
					{t.todosEmptyBody}
				</EmptyState>
			)}
			{todos.data !== undefined && todos.data.length > 0 && (
				<ul className={classes.rows}>
					{todos.data.map((todo) => (
						<li key={todo.id} className={classes.row}>
							<TodoRow todo={todo} onCheck={() => void checkOff(todo)} />
						</li>
					))}
				</ul>
			)}
			<AddTodo onAdded={refresh} />
		</Section>
	);
}

function TodoRow({ todo, onCheck }: { todo: Todo; onCheck: () => void }) {
	const t = useTexts(texts);
	return (
		<div className={classes.todo}>
			<Checkbox checked={false} onChange={onCheck} aria-label={t.check(todo.subject)} />
			<div className={classes.words}>
				<span>{todo.subject}</span>
				<span className={classes.detail}>
					<DueWords due={todo.due} />
					{todo.caseId !== null && todo.clientName !== null && (
						<Link to="/fallakten/$id" params={{ id: todo.caseId }}>
							{todo.clientName}
						</Link>
					)}
				</span>
			</div>
		</div>
	);
}

function AddTodo({ onAdded }: { onAdded: () => Promise<void> }) {
	const t = useTexts(texts);
	const { member } = useSession();
	const [subject, setSubject] = useState('');
	const [due, setDue] = useState<LocalDate | null>(null);
	const [missing, setMissing] = useState(false);
	const add = useMutation(
		api.cases.addTodo.mutationOptions({
			onSuccess: async () => {
				setSubject('');
				setDue(null);
				await onAdded();
			},
		}),
	);
	return (
		<form
			className={classes.add}
			noValidate
			onSubmit={(event) => {
				event.preventDefault();
				setMissing(subject.trim() === '');
				if (subject.trim() !== '') add.mutate({ subject, due, ownerId: member.id, caseId: null });
			}}
		>
			<TextInput
				className={classes.subject ?? ''}
				label={t.addTodo}
				placeholder={t.addTodoPlaceholder}
				maxLength={300}
				value={subject}
				error={missing ? t.subjectMissing : null}
				onChange={(event) => {
					setSubject(event.currentTarget.value);
					setMissing(false);
				}}
			/>
			<div className={classes.addEnd}>
				<DateField label={t.due} value={due} onChange={setDue} maw="8.5rem" />
				<Button type="submit" variant="light" loading={add.isPending}>
					{t.add}
				</Button>
			</div>
			<ErrorNotice error={add.error} />
		</form>
	);
}

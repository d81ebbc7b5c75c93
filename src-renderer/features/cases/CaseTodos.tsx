import { ActionIcon, Button, Checkbox, Select, TextInput } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '#renderer/features/members/session.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { DateField } from '#renderer/ui/DateField.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { scrollingOptions } from '#renderer/ui/scrolling-options.ts';
import { showError, showUndo } from '#renderer/ui/undo-toast.tsx';
import type { CaseFile, Todo } from '#shared/features/cases/model.ts';
import type { MemberId } from '#shared/kernel/ids.ts';
import { formatLocalDate, type LocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import classes from './CaseTodos.module.css';
import { refreshCases } from './refreshCases.ts';
import { texts } from './texts.ts';

/** What is to be done in this case. Done ones stay behind a line until somebody wants to see them. */
export function CaseTodos({ caseFile }: { caseFile: Pick<CaseFile, 'id' | 'status'> }) {
	const t = useTexts(texts);
	const { member } = useSession();
	const caseId = caseFile.id;
	const frozen = caseFile.status === 'closed';
	const todos = useQuery(api.cases.todos.queryOptions({ input: { ownerId: null, caseId, includeDone: true } }));
	const [adding, setAdding] = useState(0);
	const open = todos.data?.filter((todo) => todo.doneAt === null) ?? [];
	const done = todos.data?.filter((todo) => todo.doneAt !== null) ?? [];
	return (
		<Section title={t.todos}>
			<ErrorNotice error={todos.error} onRetry={() => void todos.refetch()} />
			{todos.data && open.length === 0 && <span className={classes.quiet}>{t.noTodos}</span>}
			{open.length > 0 && <TodoList todos={open} frozen={frozen} />}
			{!frozen && (
				<TodoFields
					key={adding}
					initial={{ subject: '', due: null, ownerId: member.id }}
					button={t.addTodo}
					refocus={adding > 0}
					onSave={async (fields) => {
						await client.cases.addTodo({ ...fields, caseId });
						setAdding(adding + 1);
						await refreshCases();
					}}
				/>
			)}
			{done.length > 0 && (
				<details className={classes.done}>
					<summary>{t.doneTodos(done.length)}</summary>
					<TodoList todos={done} frozen={frozen} />
				</details>
			)}
		</Section>
	);
}

function TodoList({ todos, frozen }: { todos: readonly Todo[]; frozen: boolean }) {
	return (
		<ul className={classes.todos}>
			{todos.map((todo) => (
				<TodoRow key={todo.id} todo={todo} frozen={frozen} />
			))}
		</ul>
	);
}

function TodoRow({ todo, frozen }: { todo: Todo; frozen: boolean }) {
	const t = useTexts(texts);
	const { member } = useSession();
	const [editing, setEditing] = useState(false);
	const late = !frozen && todo.doneAt === null && todo.due !== null && todo.due < localDateOf(Date.now());
	const attempt = async (change: () => Promise<unknown>) => {
		try {
			await change();
			await refreshCases();
			return true;
		} catch (error) {
			showError(error);
			return false;
		}
	};
	const remove = async () => {
		if (!(await attempt(() => client.cases.removeTodo({ id: todo.id })))) return;
		showUndo(t.todoRemoved, async () => {
			await client.cases.restoreTodo({ id: todo.id });
			await refreshCases();
		});
	};
	if (editing) {
		return (
			<li>
				<TodoFields
					initial={{ subject: todo.subject, due: todo.due, ownerId: todo.ownerId }}
					button={t.save}
					refocus
					onSave={async (changes) => {
						await client.cases.updateTodo({ id: todo.id, changes });
						setEditing(false);
						await refreshCases();
					}}
					onCancel={() => setEditing(false)}
				/>
			</li>
		);
	}
	return (
		<li className={classes.todo}>
			<Checkbox
				className={classes.check ?? ''}
				disabled={frozen}
				checked={todo.doneAt !== null}
				onChange={(event) => void attempt(() => client.cases.setTodoDone({ id: todo.id, done: event.currentTarget.checked }))}
				label={<span className={todo.doneAt === null ? undefined : classes.struck}>{todo.subject}</span>}
				description={
					<span className={late ? classes.late : undefined}>
						{[
							todo.due && (late ? t.overdue(formatLocalDate(todo.due)) : t.due(formatLocalDate(todo.due))),
							todo.ownerId !== member.id && todo.ownerName,
						]
							.filter(Boolean)
							.join(' · ')}
					</span>
				}
			/>
			{!frozen && (
				<>
					<ActionIcon variant="subtle" color="gray" aria-label={t.editTodo(todo.subject)} onClick={() => setEditing(true)}>
						<IconPencil size={16} aria-hidden />
					</ActionIcon>
					<ActionIcon variant="subtle" color="gray" aria-label={t.removeTodo(todo.subject)} onClick={() => void remove()}>
						<IconTrash size={16} aria-hidden />
					</ActionIcon>
				</>
			)}
		</li>
	);
}

interface TodoValues {
	subject: string;
	due: LocalDate | null;
	ownerId: MemberId;
}

interface TodoFieldsProps {
	initial: TodoValues;
	button: string;
	/** Takes the focus when it appears: after adding one, the next can be typed. */
	refocus: boolean;
	onSave(fields: TodoValues): Promise<void>;
	onCancel?(): void;
}

function TodoFields({ initial, button, refocus, onSave, onCancel }: TodoFieldsProps) {
	const t = useTexts(texts);
	const members = useQuery(api.members.list.queryOptions());
	const [fields, setFields] = useState(initial);
	const [missing, setMissing] = useState(false);
	const save = async () => {
		setMissing(!fields.subject.trim());
		if (!fields.subject.trim()) return;
		await onSave(fields).catch(showError);
	};
	return (
		<form
			className={classes.fields}
			noValidate
			onSubmit={(event) => {
				event.preventDefault();
				void save();
			}}
			onKeyDown={(event) => {
				if (event.key === 'Escape' && onCancel) onCancel();
			}}
		>
			<TextInput
				ref={(field) => {
					if (field && refocus && document.activeElement === document.body) field.focus();
				}}
				label={t.todoSubject}
				maxLength={300}
				value={fields.subject}
				error={missing && !fields.subject.trim() && t.todoMissing}
				onChange={(event) => setFields({ ...fields, subject: event.currentTarget.value })}
			/>
			<Select
				{...scrollingOptions}
				label={t.todoOwner}
				allowDeselect={false}
				data={(members.data ?? [])
					.filter(({ id, roles, removedAt }) => (roles.includes('counsellor') && removedAt === null) || id === fields.ownerId)
					.map(({ id, name }) => ({ value: id as string, label: name }))}
				value={fields.ownerId}
				onChange={(id) => id !== null && setFields({ ...fields, ownerId: id as MemberId })}
			/>
			<div className={classes.fieldsRow}>
				<DateField label={t.todoDue} value={fields.due} onChange={(due) => setFields({ ...fields, due })} />
				<Button type="submit" variant="default" leftSection={onCancel ? null : <IconPlus size={16} aria-hidden />}>
					{button}
				</Button>
				{onCancel && (
					<Button variant="subtle" onClick={onCancel}>
						{t.cancel}
					</Button>
				)}
			</div>
		</form>
	);
}

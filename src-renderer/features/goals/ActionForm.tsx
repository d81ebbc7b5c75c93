import { Button, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { DateField } from '#renderer/ui/DateField.tsx';
import { focusFirstWrong } from '#renderer/ui/focus-first-wrong.ts';
import { scrollingOptions } from '#renderer/ui/scrolling-options.ts';
import { showError } from '#renderer/ui/undo-toast.tsx';
import type { Action, ActionFields } from '#shared/features/goals/model.ts';
import type { MemberId } from '#shared/kernel/ids.ts';
import classes from './Goals.module.css';
import { texts } from './texts.ts';

export const NEW_ACTION: ActionFields = { text: '', doer: 'client', memberId: null, thirdParty: null, due: null };

interface Props {
	label: string;
	button: string;
	initial: ActionFields & Partial<Pick<Action, 'memberName'>>;
	onSave(fields: ActionFields): Promise<void>;
	onCancel(): void;
}

/** The fields of a step: what, who, by when; Enter saves. */
export function ActionForm({ label, button, initial, onSave, onCancel }: Props) {
	const t = useTexts(texts);
	const members = useQuery(api.members.list.queryOptions());
	const [fields, setFields] = useState<ActionFields>(() => {
		const { text, doer, memberId, thirdParty, due } = initial;
		return { text, doer, memberId, thirdParty, due };
	});
	const [opened] = useState(fields);
	const [tried, setTried] = useState(false);
	const [saving, setSaving] = useState(false);
	const set = (changes: Partial<ActionFields>) => setFields((before) => ({ ...before, ...changes }));
	const isMissing = fields.text.trim() === '';
	const isNobody = fields.doer === 'third_party' && (fields.thirdParty ?? '').trim() === '';
	const who = fields.doer === 'member' ? fields.memberId : fields.doer;
	const choices = [
		{ value: 'client', label: t.client },
		...(members.data ?? [])
			// Who has left may keep what is theirs.
			.filter(({ id, removedAt }) => removedAt === null || id === initial.memberId)
			.map(({ id, name }) => ({ value: id as string, label: name })),
		{ value: 'third_party', label: t.thirdParty },
	];
	const submit = async (event: FormEvent<HTMLFormElement>) => {
		event.preventDefault();
		const form = event.currentTarget;
		setTried(true);
		if (isMissing || isNobody || form.querySelector('[aria-invalid="true"]')) {
			focusFirstWrong(form);
			return;
		}
		setSaving(true);
		await onSave(fields).catch(showError);
		setSaving(false);
	};
	return (
		<form
			aria-label={label}
			className={classes.form}
			noValidate
			onSubmit={(event) => void submit(event)}
			onKeyDown={(event) => {
				if (event.key === 'Escape' && JSON.stringify(fields) === JSON.stringify(opened)) onCancel();
			}}
		>
			<TextInput
				label={t.step}
				autoFocus
				maxLength={300}
				value={fields.text}
				error={tried && isMissing && t.stepMissing}
				onChange={(event) => set({ text: event.currentTarget.value })}
			/>
			<div className={classes.row}>
				<Select
					{...scrollingOptions}
					label={t.doer}
					allowDeselect={false}
					data={choices}
					value={who}
					onChange={(value) => {
						if (value === 'client' || value === 'third_party') set({ doer: value, memberId: null });
						else if (value !== null) set({ doer: 'member', memberId: value as MemberId });
					}}
					className={classes.grow ?? ''}
				/>
				{fields.doer === 'third_party' && (
					<TextInput
						className={classes.grow ?? ''}
						label={t.thirdPartyWho}
						maxLength={120}
						value={fields.thirdParty ?? ''}
						error={tried && isNobody && t.thirdPartyMissing}
						onChange={(event) => set({ thirdParty: event.currentTarget.value })}
					/>
				)}
				<DateField label={t.due} value={fields.due} onChange={(due) => set({ due })} w="8.5rem" />
			</div>
			<div className={classes.row}>
				<Button type="submit" loading={saving}>
					{button}
				</Button>
				<Button variant="default" onClick={onCancel}>
					{t.cancel}
				</Button>
			</div>
		</form>
	);
}

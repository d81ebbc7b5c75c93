import { Button, Select, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { DateField } from '#renderer/ui/DateField.tsx';
import { focusFirstWrong } from '#renderer/ui/focus-first-wrong.ts';
import { scrollingOptions } from '#renderer/ui/scrolling-options.ts';
import { showError } from '#renderer/ui/undo-toast.tsx';
import { type GoalFields, GoalTheme } from '#shared/features/goals/model.ts';
import classes from './Goals.module.css';
import { texts } from './texts.ts';

interface Props {
	label: string;
	button: string;
	initial: GoalFields;
	/** Escape closes it where nothing was typed, or changed. */
	onCancel(): void;
	onSave(fields: GoalFields): Promise<void>;
}

/** The fields of a goal, in the place where it stands; Enter saves. */
export function GoalForm({ label, button, initial, onSave, onCancel }: Props) {
	const t = useTexts(texts);
	const [fields, setFields] = useState(initial);
	const [tried, setTried] = useState(false);
	const [saving, setSaving] = useState(false);
	const set = (changes: Partial<GoalFields>) => setFields((before) => ({ ...before, ...changes }));
	const isMissing = fields.text.trim() === '';
	const submit = async (event: FormEvent<HTMLFormElement>) => {
		event.preventDefault();
		setTried(true);
		if (isMissing || event.currentTarget.querySelector('[aria-invalid="true"]')) {
			focusFirstWrong(event.currentTarget);
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
				if (event.key === 'Escape' && JSON.stringify(fields) === JSON.stringify(initial)) onCancel();
			}}
		>
			<div className={classes.row}>
				<TextInput
					className={classes.grow ?? ''}
					label={t.text}
					placeholder={t.textHint}
					data-autofocus
					autoFocus
					maxLength={500}
					value={fields.text}
					error={tried && isMissing && t.textMissing}
					onChange={(event) => set({ text: event.currentTarget.value })}
				/>
				<Select
					{...scrollingOptions}
					label={t.theme}
					allowDeselect={false}
					data={GoalTheme.options.map((theme) => ({ value: theme as string, label: t.themes[theme] }))}
					value={fields.theme}
					onChange={(theme) => theme !== null && set({ theme: theme as GoalTheme })}
					w="10rem"
				/>
			</div>
			<TextInput
				label={t.indicator}
				maxLength={500}
				value={fields.indicator ?? ''}
				onChange={(event) => set({ indicator: event.currentTarget.value })}
			/>
			<div className={classes.row}>
				<DateField label={t.targetOn} value={fields.targetOn} onChange={(targetOn) => set({ targetOn })} w="9rem" />
				<DateField
					label={t.agreedOn}
					placeholder={t.agreedHint}
					notInFuture
					value={fields.agreedOn}
					onChange={(agreedOn) => set({ agreedOn })}
					w="14rem"
					maw="14rem"
				/>
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

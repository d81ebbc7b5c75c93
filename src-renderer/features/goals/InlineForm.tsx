import { Button } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { focusFirstWrong } from '#renderer/ui/focus-first-wrong.ts';
import { showError } from '#renderer/ui/undo-toast.tsx';
import classes from './Goals.module.css';
import { texts } from './texts.ts';

interface Props {
	label: string;
	button: string;
	/** Escape closes it only while nothing was typed. */
	isChanged: boolean;
	/** Something has to be filled in first. */
	isIncomplete: boolean;
	onSave(): Promise<void>;
	onCancel(): void;
	/** `tried`: whether what is missing is to be named. */
	children(tried: boolean): ReactNode;
}

/** A form in the place where its record stands; Enter saves. */
export function InlineForm({ label, button, isChanged, isIncomplete, onSave, onCancel, children }: Props) {
	const t = useTexts(texts);
	const [tried, setTried] = useState(false);
	const [saving, setSaving] = useState(false);
	const submit = async (event: FormEvent<HTMLFormElement>) => {
		event.preventDefault();
		setTried(true);
		if (isIncomplete || event.currentTarget.querySelector('[aria-invalid="true"]')) {
			focusFirstWrong(event.currentTarget);
			return;
		}
		setSaving(true);
		await onSave().catch(showError);
		setSaving(false);
	};
	return (
		<form
			aria-label={label}
			className={classes.form}
			noValidate
			onSubmit={(event) => void submit(event)}
			onKeyDown={(event) => {
				if (event.key === 'Escape' && !isChanged) onCancel();
			}}
		>
			{children(tried)}
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

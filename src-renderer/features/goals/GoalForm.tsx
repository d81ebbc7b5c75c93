import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { DateField } from '#renderer/ui/DateField.tsx';
import { scrollingOptions } from '#renderer/ui/scrolling-options.ts';
import { type GoalFields, GoalTheme } from '#shared/features/goals/model.ts';
import classes from './Goals.module.css';
import { InlineForm } from './InlineForm.tsx';
import { texts } from './texts.ts';

interface Props {
	label: string;
	button: string;
	initial: GoalFields;
	onSave(fields: GoalFields): Promise<void>;
	onCancel(): void;
}

/** The fields of a goal. */
export function GoalForm({ initial, onSave, ...rest }: Props) {
	const t = useTexts(texts);
	const [fields, setFields] = useState(initial);
	const set = (changes: Partial<GoalFields>) => setFields((before) => ({ ...before, ...changes }));
	const isMissing = fields.text.trim() === '';
	return (
		<InlineForm
			{...rest}
			isChanged={JSON.stringify(fields) !== JSON.stringify(initial)}
			isIncomplete={isMissing}
			onSave={() => onSave(fields)}
		>
			{(tried) => (
				<>
					<div className={classes.row}>
						<TextInput
							className={classes.grow ?? ''}
							label={t.text}
							placeholder={t.textHint}
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
				</>
			)}
		</InlineForm>
	);
}

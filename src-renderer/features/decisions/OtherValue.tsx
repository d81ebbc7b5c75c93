import { Button, Group, Select, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { DateField } from '#renderer/ui/DateField.tsx';
import type { ValueInput } from '#shared/features/decisions/model.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import classes from './Decisions.module.css';
import { texts } from './texts.ts';
import { shownAsTyped, typedValue } from './typed-value.ts';

interface Props {
	input: ValueInput;
	label: string;
	codes: Readonly<Record<string, string>>;
	/** What stands at present: most third values are one of the two, mended. */
	start: unknown;
	isPending: boolean;
	onSave(value: unknown): void;
	onCancel(): void;
}

/** A third value, typed. What the record's own form would refuse is refused here too. */
export function OtherValue({ input, label, codes, start, isPending, onSave, onCancel }: Props) {
	const t = useTexts(texts);
	const [text, setText] = useState(() => shownAsTyped(input, start));
	const [problem, setProblem] = useState<string | null>(null);
	const typed = (value: string | null) => {
		setText(value ?? '');
		setProblem(null);
	};
	function save(event: FormEvent): void {
		event.preventDefault();
		const value = typedValue(input, text);
		if (value.ok) onSave(value.value);
		else setProblem(t[value.error]);
	}
	const common = { label, error: problem, autoFocus: true, className: classes.input ?? '' };
	const choices =
		input.kind === 'yes_no'
			? [
					{ value: 'true', label: t.yes },
					{ value: 'false', label: t.no },
				]
			: input.kind === 'choice'
				? input.values.map((value) => ({ value, label: codes[value] ?? value }))
				: null;
	return (
		<form className={classes.other} noValidate onSubmit={save}>
			{choices ? (
				<Select
					{...common}
					data={choices}
					value={text === '' ? null : text}
					onChange={typed}
					clearable={input.kind === 'choice' && input.optional}
				/>
			) : input.kind === 'date' ? (
				<DateField {...common} value={text === '' ? null : (text as LocalDate)} onChange={typed} />
			) : input.kind === 'text' && input.max > 200 ? (
				<Textarea
					{...common}
					autosize
					minRows={2}
					maxRows={8}
					maxLength={input.max}
					value={text}
					onChange={(event) => typed(event.currentTarget.value)}
				/>
			) : (
				<TextInput
					{...common}
					description={input.kind === 'phones' ? t.phonesHint : undefined}
					{...(input.kind === 'text' && { maxLength: input.max })}
					{...((input.kind === 'number' || input.kind === 'money') && { inputMode: 'decimal' as const })}
					value={text}
					onChange={(event) => typed(event.currentTarget.value)}
				/>
			)}
			<Group gap="xs">
				<Button type="submit" loading={isPending}>
					{t.save}
				</Button>
				<Button variant="default" onClick={onCancel}>
					{t.cancel}
				</Button>
			</Group>
		</form>
	);
}

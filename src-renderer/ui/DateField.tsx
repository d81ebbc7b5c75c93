import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { formatLocalDate, type LocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import { parseDateText } from './date-text.ts';
import { texts } from './texts.ts';

export interface DateFieldProps extends Omit<TextInputProps, 'value' | 'defaultValue' | 'onChange'> {
	value: LocalDate | null;
	/** Called when a valid or an empty date was typed; an unreadable one stays in the field with its sentence. */
	onChange: (value: LocalDate | null) => void;
	/** For birth dates and the like: refuses days after today. */
	notInFuture?: boolean;
	/** Days are so far back that one without a year means nothing. */
	needsYear?: boolean;
	/** What cannot be read counts as no date, where something is reckoned from it while one types. */
	emptyWhenUnreadable?: boolean;
}

/** A date that is typed, as in every German form: faster than clicking through years. */
export function DateField({
	value,
	onChange,
	notInFuture = false,
	needsYear = false,
	emptyWhenUnreadable = false,
	onBlur,
	error,
	required,
	...rest
}: DateFieldProps) {
	const t = useTexts(texts);
	const [text, setText] = useState(() => shown(value));
	const [known, setKnown] = useState(value);
	const [problem, setProblem] = useState<string | null>(null);
	if (known !== value) {
		setKnown(value);
		setText(shown(value));
		setProblem(null);
	}

	const parse = (typed: string) => parseDateText(typed, needsYear ? 'refused' : notInFuture ? 'past' : 'nearest');
	const problemOf = (typed: string): string | null => {
		const parsed = parse(typed);
		if ('problem' in parsed) return parsed.problem === 'unreadable' ? t.dateUnreadable : t.dateImpossible;
		if (parsed.date === null) return required ? t.dateMissing : null;
		return notInFuture && parsed.date > localDateOf(Date.now()) ? t.dateInFuture : null;
	};
	const take = (typed: string) => {
		const parsed = parse(typed);
		if ('problem' in parsed || problemOf(typed) !== null || parsed.date === value) return;
		setKnown(parsed.date);
		onChange(parsed.date);
	};

	return (
		<TextInput
			{...rest}
			required={required ?? false}
			value={text}
			inputMode="numeric"
			placeholder={rest.placeholder ?? t.datePlaceholder}
			autoComplete={rest.autoComplete ?? 'off'}
			maw={rest.maw ?? '12rem'}
			error={problem ?? error}
			onChange={(event) => {
				const typed = event.currentTarget.value;
				setText(typed);
				setProblem(null);
				if (/^\d{1,2}\.\d{1,2}\.\d{4}$|^$/.test(typed.trim())) take(typed);
			}}
			onBlur={(event) => {
				const found = problemOf(text);
				setProblem(found);
				if (found === null) {
					take(text);
					const parsed = parse(text);
					if ('date' in parsed) setText(shown(parsed.date));
				} else if (emptyWhenUnreadable && value !== null) {
					setKnown(null);
					onChange(null);
				}
				onBlur?.(event);
			}}
		/>
	);
}

function shown(value: LocalDate | null): string {
	return value === null ? '' : formatLocalDate(value);
}

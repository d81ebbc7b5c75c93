import { Button, Checkbox, SegmentedControl, Select } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { fieldTexts } from '#renderer/features/people/fieldTexts.ts';
import { countries } from '#renderer/features/people/placeNames.ts';
import { type Language, useLanguage } from '#renderer/i18n/language.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { DateField } from '#renderer/ui/DateField.tsx';
import { scrollingOptions } from '#renderer/ui/scrolling-options.ts';
import type { AnswerField } from '#shared/features/funder-data/model.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import classes from './Funder.module.css';
import { answerWord, codesOf, kindOf } from './questions.ts';
import { texts } from './texts.ts';

interface Props {
	field: AnswerField;
	value: string | null;
	/** An answer that lies near, to be taken over with one click; null: none. */
	suggestion: { readonly value: string; readonly words: string } | null;
	error?: string | undefined;
	/** Without "keine Angabe": a consent is given or not. */
	isConsent?: boolean;
	onChange(value: string | null): void;
}

/** One question with its answer: not asked, refused and answered are told apart in words everywhere. */
export function Question({ field, value, suggestion, error, isConsent = false, onChange }: Props) {
	const t = useTexts(texts);
	const tPerson = useTexts(fieldTexts);
	const screen = useLanguage();
	const id = useId();
	const label = t.field[field];
	const hint = t.hint[field as keyof typeof t.hint];
	return (
		<div className={classes.question}>
			<span className={classes.label} id={id}>
				{label}
				{hint && <span className={classes.hint}>{hint}</span>}
			</span>
			<div className={classes.answer}>
				<Input {...{ field, value, error, isConsent, onChange }} labelledBy={id} />
				{suggestion !== null && suggestion.value !== value && (
					<span className={classes.suggestion}>
						{suggestion.words}
						<Button
							size="compact-sm"
							variant="subtle"
							aria-label={t.takeOverFor(label, answerWord(field, suggestion.value, t, tPerson, screen))}
							onClick={() => onChange(suggestion.value)}
						>
							{t.takeOver}
						</Button>
					</span>
				)}
			</div>
		</div>
	);
}

type InputProps = Pick<Props, 'field' | 'value' | 'error' | 'onChange'> & { isConsent: boolean; labelledBy: string };

function Input({ field, value, error, isConsent, labelledBy, onChange }: InputProps): ReactNode {
	const t = useTexts(texts);
	const tPerson = useTexts(fieldTexts);
	const screen = useLanguage();
	const kind = kindOf(field);
	if (kind === 'day' || kind === 'refusable_day') {
		const isRefused = value === 'keine_angabe';
		return (
			<div className={classes.day}>
				<DateField
					aria-labelledby={labelledBy}
					notInFuture
					disabled={isRefused}
					placeholder={kind === 'day' ? undefined : t.notAsked}
					maw="10rem"
					value={isRefused ? null : (value as LocalDate | null)}
					onChange={onChange}
					error={error}
				/>
				{kind === 'refusable_day' && (
					<Checkbox
						label={t.dayRefused}
						aria-label={`${t.field[field]}: ${t.dayRefused}`}
						checked={isRefused}
						onChange={(event) => onChange(event.currentTarget.checked ? 'keine_angabe' : null)}
					/>
				)}
			</div>
		);
	}
	const codes = kind === 'country' ? places(screen, tPerson.stateless) : codesOf(field, t, tPerson);
	const options = [['', t.notAsked] as const, ...codes, ...(isConsent ? [] : [['keine_angabe', t.refused] as const])].map(
		([code, word]) => ({ value: code, label: word }),
	);
	const take = (code: string | null) => onChange(code || null);
	if (kind === 'few') {
		return (
			<SegmentedControl
				aria-labelledby={labelledBy}
				size="sm"
				fullWidth
				data={options}
				value={value ?? ''}
				onChange={take}
				data-open={value === null || undefined}
			/>
		);
	}
	return (
		<Select
			{...scrollingOptions}
			aria-labelledby={labelledBy}
			data={options}
			value={value ?? ''}
			allowDeselect={false}
			searchable={kind === 'country'}
			onChange={take}
			error={error}
		/>
	);
}

const places = (screen: Language, stateless: string): (readonly [string, string])[] => [
	['DE', countries(screen).find(({ value }) => value === 'DE')?.label ?? 'DE'],
	...countries(screen)
		.filter(({ value }) => value !== 'DE')
		.map(({ value, label }) => [value, label] as const),
	['stateless', stateless],
];

import { NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { scrollingOptions } from '#renderer/ui/scrolling-options.ts';
import { LegalForm } from '#shared/features/businesses/model.ts';
import classes from './Businesses.module.css';
import { type BusinessValues, type FactsProblem, problemsOf } from './business-values.ts';
import { texts } from './texts.ts';

interface Props {
	values: BusinessValues;
	onChange(changes: Partial<BusinessValues>): void;
	/** Saving was tried: what does not fit is said. */
	tried: boolean;
	/** Below the name, where it has just been typed. */
	notice?: ReactNode;
}

const LENGTH = { branch: 120, website: 200, phone: 40, email: 200, founded: 20 };

/** What a business is, new or known. */
export function FactsFields({ values, onChange, tried, notice }: Props) {
	const t = useTexts(texts);
	const problems = problemsOf(values);
	const problem = (what: FactsProblem) => (tried && problems.has(what) ? t.problem[what] : undefined);
	const text = (field: keyof typeof LENGTH) => ({
		label: t.field[field],
		autoComplete: 'off',
		maxLength: LENGTH[field],
		value: values[field] ?? '',
		onChange: (event: { currentTarget: { value: string } }) => onChange({ [field]: event.currentTarget.value }),
	});
	return (
		<>
			<TextInput
				data-autofocus
				data-first-field
				label={t.field.name}
				required
				autoComplete="off"
				maxLength={160}
				maw="40rem"
				value={values.name}
				error={problem('name')}
				onChange={(event) => onChange({ name: event.currentTarget.value })}
			/>
			{notice}
			<div className={classes.two}>
				<Select
					{...scrollingOptions}
					label={t.field.legalForm}
					placeholder={t.legalFormNone}
					clearable
					clearButtonProps={{ 'aria-label': `${t.field.legalForm}: ${t.legalFormNone}`, tabIndex: -1 }}
					data={LegalForm.options.map((form) => ({ value: form as string, label: t.legalForm[form] }))}
					value={values.legalForm}
					onChange={(form) => onChange({ legalForm: form as LegalForm | null })}
				/>
				<TextInput {...text('branch')} placeholder={t.branchHint} />
				<TextInput {...text('founded')} description={t.foundedHint} error={problem('founded')} />
				<NumberInput
					label={t.field.employees}
					description={t.employeesHint}
					min={0}
					max={1_000_000}
					allowDecimal={false}
					allowNegative={false}
					value={values.employees ?? ''}
					onChange={(count) => onChange({ employees: typeof count === 'number' ? count : null })}
				/>
				<TextInput {...text('phone')} />
				<TextInput {...text('email')} error={problem('email')} />
			</div>
			<TextInput {...text('website')} maw="28rem" />
			<Textarea
				label={t.field.remarks}
				description={t.remarksHint}
				autosize
				minRows={2}
				maxLength={4000}
				value={values.remarks ?? ''}
				onChange={(event) => onChange({ remarks: event.currentTarget.value })}
			/>
		</>
	);
}

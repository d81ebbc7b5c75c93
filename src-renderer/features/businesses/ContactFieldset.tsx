import { TextInput } from '@mantine/core';
import { PersonPicker } from '#renderer/features/cases/PersonPicker.tsx';
import { useTexts } from '#renderer/i18n/texts.ts';
import type { BusinessContactFields } from '#shared/features/businesses/model.ts';
import classes from './Businesses.module.css';
import { type ContactProblem, contactProblems } from './business-values.ts';
import { texts } from './texts.ts';

interface Props {
	values: BusinessContactFields;
	onChange(changes: Partial<BusinessContactFields>): void;
	tried: boolean;
	/** Of a new business nobody need be named. */
	isOptional?: boolean;
}

/** Who speaks for a business. */
export function ContactFieldset({ values, onChange, tried, isOptional = false }: Props) {
	const t = useTexts(texts);
	const problems = contactProblems(values);
	const problem = (what: ContactProblem) => (tried && problems.has(what) ? t.problem[what] : undefined);
	const text = (field: 'role' | 'phone' | 'email', label: string, maxLength: number) => ({
		label,
		autoComplete: 'off',
		maxLength,
		value: values[field] ?? '',
		onChange: (event: { currentTarget: { value: string } }) => onChange({ [field]: event.currentTarget.value }),
	});
	return (
		<>
			<TextInput
				{...(!isOptional && { 'data-autofocus': true, required: true })}
				label={t.contactName}
				autoComplete="off"
				maxLength={160}
				maw="28rem"
				value={values.name}
				error={problem('contactName')}
				onChange={(event) => onChange({ name: event.currentTarget.value })}
			/>
			<TextInput {...text('role', t.contactRole, 120)} description={t.contactRoleHint} maw="28rem" />
			<div className={classes.two}>
				<TextInput {...text('phone', t.field.phone, 40)} />
				<TextInput {...text('email', t.field.email, 200)} error={problem('email')} />
			</div>
			<PersonPicker
				optional={{ label: t.person, hint: t.personHint }}
				value={values.personId}
				onChange={(personId) => onChange({ personId })}
			/>
		</>
	);
}

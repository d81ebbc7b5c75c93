import { TextInput } from '@mantine/core';
import { useTexts } from '#renderer/i18n/texts.ts';
import type { SiteFields } from '#shared/features/businesses/model.ts';
import classes from './Businesses.module.css';
import { texts } from './texts.ts';

interface Props {
	values: SiteFields;
	onChange(changes: Partial<SiteFields>): void;
	/** Null: the first one of a new business has no name yet to be asked for. */
	nameError: string | undefined | null;
}

/** An address as it stands on envelopes. */
export function SiteFieldset({ values, onChange, nameError }: Props) {
	const t = useTexts(texts);
	const text = (field: 'addressExtra' | 'street' | 'postcode' | 'city') => ({
		label: t[field],
		autoComplete: 'off',
		maxLength: field === 'postcode' ? 12 : 120,
		value: values[field] ?? '',
		onChange: (event: { currentTarget: { value: string } }) => onChange({ [field]: event.currentTarget.value }),
	});
	return (
		<>
			{nameError !== null && (
				<TextInput
					data-autofocus
					label={t.siteName}
					description={t.siteNameHint}
					required
					autoComplete="off"
					maxLength={120}
					maw="28rem"
					value={values.name}
					error={nameError}
					onChange={(event) => onChange({ name: event.currentTarget.value })}
				/>
			)}
			<TextInput {...text('street')} maw="28rem" />
			<div className={classes.place}>
				<TextInput {...text('postcode')} inputMode="numeric" />
				<TextInput {...text('city')} />
			</div>
			<TextInput {...text('addressExtra')} description={t.addressExtraHint} maw="28rem" />
		</>
	);
}

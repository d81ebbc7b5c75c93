import { Select, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { languages } from '#renderer/features/people/placeNames.ts';
import { useLanguage } from '#renderer/i18n/language.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { scrollingOptions } from '#renderer/ui/scrolling-options.ts';
import { CURRENT_VERSION } from '#shared/features/consents/form-texts.ts';
import { ConsentForm, type ReleaseFields } from '#shared/features/consents/model.ts';
import classes from './Consents.module.css';
import { texts } from './texts.ts';

export type Agreement = Pick<ReleaseFields, 'form' | 'language' | 'evidence' | 'textVersion'>;

export const NEW_AGREEMENT: Agreement = { form: 'written', language: 'de', evidence: null, textVersion: CURRENT_VERSION };

/** How somebody agreed: in which way and language, and where the paper is. */
export function AgreementFields({ value, onChange }: { value: Agreement; onChange(changes: Partial<Agreement>): void }) {
	const t = useTexts(texts);
	const screen = useLanguage();
	const options = useMemo(() => languages(screen), [screen]);
	return (
		<>
			<div className={classes.two}>
				<Select
					{...scrollingOptions}
					label={t.form}
					allowDeselect={false}
					data={ConsentForm.options.map((form) => ({ value: form as string, label: t.forms[form] }))}
					value={value.form}
					onChange={(form) => onChange({ form: ConsentForm.parse(form) })}
				/>
				<Select
					{...scrollingOptions}
					label={t.language}
					searchable
					allowDeselect={false}
					data={options}
					value={value.language}
					onChange={(language) => onChange({ language: language ?? 'de' })}
				/>
			</div>
			<TextInput
				label={t.evidence}
				description={t.evidenceHint}
				maxLength={300}
				autoComplete="off"
				value={value.evidence ?? ''}
				onChange={(event) => onChange({ evidence: event.currentTarget.value })}
			/>
		</>
	);
}

import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { useLanguage } from '#renderer/i18n/language.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { RowsField } from '#renderer/ui/RowsField.tsx';
import { scrollingOptions } from '#renderer/ui/scrolling-options.ts';
import { LanguageLevel } from '#shared/features/people/model.ts';
import { fieldTexts } from '../fieldTexts.ts';
import { languages as namedLanguages } from '../placeNames.ts';
import { CodeField } from './CodeField.tsx';
import { texts } from './texts.ts';
import type { PersonForm } from './usePersonForm.ts';

/** The languages somebody speaks, each with its level. */
export function LanguageFields({ form }: { form: PersonForm }) {
	const t = useTexts(texts);
	const words = useTexts(fieldTexts);
	const screen = useLanguage();
	const options = useMemo(() => namedLanguages(screen), [screen]);
	const spoken = form.values.languages;
	const change = (index: number, changes: Partial<(typeof spoken)[number]>) =>
		form.set(
			'languages',
			spoken.map((language, position) => (position === index ? { ...language, ...changes } : language)),
		);
	return (
		<RowsField
			label={words.field.languages}
			rows={spoken}
			max={20}
			blank={{ code: '', level: 'unknown' as const }}
			onChange={(rows) => form.set('languages', rows)}
			addLabel={t.addLanguage}
			removeLabel={t.removeLanguage}
			fields={(language, index) => (
				<>
					<CodeField
						first
						aria-label={t.language(index + 1)}
						options={options}
						value={language.code === '' ? null : language.code}
						onChange={(code) => change(index, { code: code ?? '' })}
					/>
					<Select
						{...scrollingOptions}
						aria-label={t.level(index + 1)}
						data={LanguageLevel.options.map((level) => ({ value: level, label: words.level[level] }))}
						value={language.level}
						allowDeselect={false}
						onChange={(level) => change(index, { level: LanguageLevel.parse(level) })}
					/>
				</>
			)}
		/>
	);
}

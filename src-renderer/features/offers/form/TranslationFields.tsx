import { Button, Select, TextInput } from '@mantine/core';
import { useTexts } from '#renderer/i18n/texts.ts';
import { scrollingOptions } from '#renderer/ui/scrolling-options.ts';
import { PublicLanguage } from '#shared/features/offers/model.ts';
import classes from './OfferForm.module.css';
import type { OfferValues } from './offer-values.ts';
import { texts } from './texts.ts';

type Translations = OfferValues['translations'];

interface Props {
	translations: Translations;
	onChange(translations: Translations): void;
	/** Said beside every name that is missing. */
	missing: string | null;
}

/** Name and text in the languages of the neighbourhood, a line for each. */
export function TranslationFields({ translations, onChange, missing }: Props) {
	const t = useTexts(texts);
	const rest = PublicLanguage.options.filter((language) => translations.every((one) => one.language !== language));
	const change = (at: number, changes: Partial<Translations[number]>) =>
		onChange(translations.map((one, index) => (index === at ? { ...one, ...changes } : one)));
	return (
		<>
			{translations.map(({ language, name, text }, at) => {
				const word = t.languages[language];
				return (
					<div key={language} className={classes.language}>
						<TextInput
							label={t.nameIn(word)}
							required
							maxLength={80}
							dir="auto"
							lang={language}
							autoComplete="off"
							value={name}
							error={name.trim() === '' ? missing : null}
							onChange={(event) => change(at, { name: event.currentTarget.value })}
						/>
						<TextInput
							label={t.textIn(word)}
							maxLength={400}
							dir="auto"
							lang={language}
							autoComplete="off"
							value={text}
							onChange={(event) => change(at, { text: event.currentTarget.value })}
						/>
						<Button
							variant="default"
							aria-label={t.removeIn(word)}
							onClick={() => onChange(translations.filter((_, index) => index !== at))}
						>
							{t.remove}
						</Button>
					</div>
				);
			})}
			{rest.length > 0 && (
				<Select
					{...scrollingOptions}
					label={t.addLanguage}
					data={rest.map((language) => ({ value: language, label: t.languages[language] }))}
					value={null}
					onChange={(language) =>
						language && onChange([...translations, { language: language as PublicLanguage, name: '', text: '' }])
					}
					maw="16rem"
				/>
			)}
		</>
	);
}

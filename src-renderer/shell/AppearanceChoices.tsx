import { SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { useTexts } from '#renderer/i18n/texts.ts';
import { changePreferences, usePreferences } from '#renderer/rpc/preferences.ts';
import { TEXT_SIZES } from '#shared/features/site/model.ts';
import classes from './MemberMenu.module.css';
import { texts } from './texts.ts';

/** Light or dark, text size, language: kept on this device. */
export function AppearanceChoices() {
	const t = useTexts(texts);
	const { colorScheme, setColorScheme } = useMantineColorScheme();
	const { textSize, language } = usePreferences();
	return (
		<>
			<Choice
				label={t.appearance}
				value={colorScheme}
				onChange={(value) => setColorScheme(value as typeof colorScheme)}
				data={[
					{ value: 'light', label: t.light },
					{ value: 'dark', label: t.dark },
					{ value: 'auto', label: t.system },
				]}
			/>
			<Choice
				label={t.textSize}
				value={String(textSize)}
				onChange={(value) => changePreferences({ textSize: TEXT_SIZES.find((size) => String(size) === value) ?? textSize })}
				data={TEXT_SIZES.map((size) => ({ value: String(size), label: `${size} %` }))}
			/>
			<Choice
				label={t.language}
				value={language}
				onChange={(value) => changePreferences({ language: value === 'en' ? 'en' : 'de' })}
				data={[
					{ value: 'de', label: 'Deutsch' },
					{ value: 'en', label: 'English' },
				]}
			/>
		</>
	);
}

interface ChoiceProps {
	label: string;
	value: string;
	onChange: (value: string) => void;
	data: { value: string; label: string }[];
}

function Choice({ label, ...control }: ChoiceProps) {
	return (
		<div>
			<div className={classes.label} aria-hidden>
				{label}
			</div>
			<SegmentedControl fullWidth size="sm" aria-label={label} {...control} />
		</div>
	);
}

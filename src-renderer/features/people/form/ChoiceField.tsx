import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { scrollingOptions } from '#renderer/ui/scrolling-options.ts';
import { fieldTexts } from '../fieldTexts.ts';

interface Props<Code extends string> {
	label: string;
	description?: ReactNode;
	value: Code | 'keine_angabe' | null;
	/** Words by code, in the order they are offered; "keine Angabe" comes last by itself. */
	words: Readonly<Record<Code, string>>;
	onChange(value: Code | 'keine_angabe' | null): void;
}

/** One of a few codes, "keine Angabe", or empty: not asked. */
export function ChoiceField<Code extends string>({ label, description, value, words, onChange }: Props<Code>) {
	const t = useTexts(fieldTexts);
	const codes = Object.entries<string>(words).map(([code, word]) => ({ value: code, label: word }));
	return (
		<Select
			{...scrollingOptions}
			label={label}
			description={description}
			placeholder={t.notAsked}
			data={[...codes, { value: 'keine_angabe', label: t.refused }]}
			value={value}
			onChange={(code) => onChange(code as Code | 'keine_angabe' | null)}
			clearable
			clearButtonProps={{ 'aria-label': `${label}: ${t.notAsked}`, tabIndex: -1 }}
			maw="24rem"
		/>
	);
}

import { type ComboboxItem, Select } from '@mantine/core';
import { useTexts } from '#renderer/i18n/texts.ts';
import { scrollingOptions } from '#renderer/ui/scrolling-options.ts';
import { fold } from '#shared/kernel/fold.ts';
import { fieldTexts } from '../fieldTexts.ts';
import type { NamedCode } from '../placeNames.ts';
import { texts } from './texts.ts';

interface Props {
	label?: string;
	'aria-label'?: string;
	/** Gets the focus when its row is added. */
	first?: boolean;
	options: readonly NamedCode[];
	value: string | null;
	onChange(value: string | null): void;
}

/** A long list one finds an entry in by typing; umlauts and accents may be left out. */
export function CodeField({ options, value, onChange, first = false, ...labels }: Props) {
	const t = useTexts(texts);
	const words = useTexts(fieldTexts);
	const known = value === null || options.some((option) => option.value === value);
	return (
		<Select
			{...scrollingOptions}
			{...labels}
			{...(first && { 'data-first': true })}
			placeholder={words.notAsked}
			data={known ? [...options] : [...options, { value, label: value }]}
			value={value}
			onChange={onChange}
			searchable
			clearable
			clearButtonProps={{ 'aria-label': words.notAsked, tabIndex: -1 }}
			selectFirstOptionOnChange
			nothingFoundMessage={t.nothingFound}
			filter={({ options: all, search, limit }) => startingWith(all as ComboboxItem[], search).slice(0, limit)}
			maw="24rem"
		/>
	);
}

/** Those that start with what was typed first, then those that hold it. */
function startingWith(options: readonly ComboboxItem[], search: string): ComboboxItem[] {
	const typed = fold(search);
	if (!typed) return [...options];
	const folded = options.map((option) => ({ option, text: fold(option.label) }));
	return [
		...folded.filter(({ text }) => text.startsWith(typed)),
		...folded.filter(({ text }) => !text.startsWith(typed) && text.includes(typed)),
	].map(({ option }) => option);
}

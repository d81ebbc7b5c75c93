import { Select } from '@mantine/core';
import { useState } from 'react';
import { scrollingOptions } from '#renderer/ui/scrolling-options.ts';

interface Option {
	readonly value: string;
	readonly label: string;
}

interface Props {
	label: string;
	placeholder: string;
	nothingFound: string;
	options: readonly Option[];
	chosen: Option | null;
	/** What was typed; the caller finds `options` for it. */
	onType(text: string): void;
	onChoose(value: string | null): void;
	error?: string | undefined;
	autoFocus?: boolean;
}

/** Finds one record by typing: options come from the backend for what was typed, and are not filtered again here. */
export function SearchField({ label, placeholder, nothingFound, options, chosen, onType, onChoose, error, autoFocus }: Props) {
	const [typed, setTyped] = useState(chosen?.label ?? '');
	const isOld = typed.trim() === '' || typed === chosen?.label;
	const data = chosen && !options.some(({ value }) => value === chosen.value) ? [chosen, ...options] : options;
	return (
		<Select
			{...scrollingOptions}
			{...(autoFocus && { 'data-autofocus': true })}
			label={label}
			placeholder={placeholder}
			required
			searchable
			// Tabbing through a field that is filled in must not change it.
			allowDeselect={false}
			openOnFocus={false}
			clearable={chosen !== null}
			data={isOld && chosen === null ? [] : [...data]}
			value={chosen?.value ?? null}
			searchValue={typed}
			onSearchChange={(text) => {
				setTyped(text);
				onType(text === chosen?.label ? '' : text.trim());
			}}
			onChange={onChoose}
			filter={({ options: all }) => all}
			nothingFoundMessage={isOld ? undefined : nothingFound}
			error={error}
		/>
	);
}

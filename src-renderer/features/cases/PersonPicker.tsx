import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { scrollingOptions } from '#renderer/ui/scrolling-options.ts';
import { nameOf, type PersonRow } from '#shared/features/people/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import { texts } from './texts.ts';

interface Props {
	value: PersonId | null;
	onChange(value: PersonId | null): void;
	error?: string | undefined;
	/** Where a dialog begins; it does not open by itself then. */
	autoFocus?: boolean;
	/** Nobody need be chosen. */
	optional?: { readonly label: string; readonly hint: string };
}

/** Finds a person by name, number or birth date. Birth date and number stand with the name, against mixing people up. */
export function PersonPicker({ value, onChange, error, autoFocus = false, optional }: Props) {
	const t = useTexts(texts);
	const [typed, setTyped] = useState('');
	const [text] = useDebouncedValue(typed.split(' · ')[0] ?? '', 120);
	const found = useQuery({
		...api.people.list.queryOptions({
			input: { text, filter: 'all', sort: { by: 'name', descending: false }, offset: 0, limit: 12 },
		}),
		placeholderData: (before) => before,
	});
	const chosen = useQuery({ ...api.people.get.queryOptions({ input: { id: value as PersonId } }), enabled: value !== null });
	const options = (found.data?.rows ?? []).map((row) => ({ value: row.id as string, label: labelOf(row, t.born) }));
	if (chosen.data && !options.some((option) => option.value === value)) {
		options.unshift({ value: chosen.data.id, label: labelOf(chosen.data, t.born) });
	}
	return (
		<Select
			{...scrollingOptions}
			{...(autoFocus && { 'data-autofocus': true, openOnFocus: false })}
			label={optional?.label ?? t.person}
			description={optional?.hint}
			placeholder={t.personHint}
			required={optional === undefined}
			clearable={optional !== undefined}
			clearButtonProps={{ 'aria-label': t.nobody, tabIndex: -1 }}
			searchable
			data={options}
			value={value}
			onChange={(id) => onChange(id as PersonId | null)}
			onSearchChange={setTyped}
			filter={({ options: all }) => all}
			nothingFoundMessage={t.nobodyFound}
			error={error}
			maw="36rem"
		/>
	);
}

function labelOf(
	person: Pick<PersonRow, 'firstName' | 'lastName' | 'birthDate' | 'number'>,
	born: (date: string) => string,
): string {
	return [nameOf(person), person.birthDate && born(formatLocalDate(person.birthDate)), person.number].filter(Boolean).join(' · ');
}

import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { scrollingOptions } from '#renderer/ui/scrolling-options.ts';
import type { BusinessId } from '#shared/kernel/ids.ts';
import { texts } from './texts.ts';

interface Props {
	value: BusinessId | null;
	onChange(value: BusinessId | null): void;
	error?: string | undefined;
}

/** Finds a business by name, place or who speaks for it. */
export function BusinessPicker({ value, onChange, error }: Props) {
	const t = useTexts(texts);
	const [typed, setTyped] = useState('');
	const [text] = useDebouncedValue(typed.split(' · ')[0] ?? '', 120);
	const found = useQuery({
		...api.businesses.list.queryOptions({ input: { text, sort: { by: 'name', descending: false }, offset: 0, limit: 12 } }),
		placeholderData: (before) => before,
	});
	const chosen = useQuery({
		...api.businesses.get.queryOptions({ input: { id: value as BusinessId } }),
		enabled: value !== null,
	});
	const options = (found.data?.rows ?? []).map(({ id, name, city }) => ({
		value: id as string,
		label: [name, city].filter(Boolean).join(' · '),
	}));
	if (chosen.data && !options.some((option) => option.value === value)) {
		const { id, name, sites } = chosen.data;
		options.unshift({ value: id, label: [name, sites[0]?.city].filter(Boolean).join(' · ') });
	}
	return (
		<Select
			{...scrollingOptions}
			label={t.business}
			placeholder={t.businessHint}
			required
			searchable
			data={options}
			value={value}
			onChange={(id) => onChange(id as BusinessId | null)}
			onSearchChange={setTyped}
			filter={({ options: all }) => all}
			nothingFoundMessage={t.noBusinessFound}
			error={error}
			maw="36rem"
		/>
	);
}

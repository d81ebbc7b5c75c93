import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { EVERYTHING } from '#renderer/features/inventory/all-items.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { scrollingOptions } from '#renderer/ui/scrolling-options.ts';
import { stillFitting } from '#renderer/ui/still-fitting.ts';
import type { ItemId } from '#shared/kernel/ids.ts';
import { pageTexts } from './page-texts.ts';

interface Props {
	value: ItemId | null;
	onChange(id: ItemId | null): void;
	error: string | undefined;
}

/** An item of the inventory, found by number or name. */
export function ItemField({ value, onChange, error }: Props) {
	const t = useTexts(pageTexts);
	const [typed, setTyped] = useState('');
	const [label, setLabel] = useState('');
	const [text] = useDebouncedValue(typed, 120);
	const isAsking = text.trim() !== '' && text !== label;
	const found = useQuery({
		...api.inventory.list.queryOptions({ input: { ...EVERYTHING, text: text.trim(), offset: 0, limit: 20 } }),
		enabled: isAsking,
		placeholderData: (before) => before,
	});
	const answers = (isAsking ? (found.data?.rows ?? []) : []).map((row) => ({
		value: row.id as string,
		label: [row.number, row.name, row.maker, row.type].filter(Boolean).join(' '),
	}));
	const rows = stillFitting(answers, typed, typed !== text || found.isPlaceholderData);
	// What is chosen must be among the options to be shown.
	const data = value !== null && !rows.some((row) => row.value === value) ? [{ value: value as string, label }, ...rows] : rows;
	return (
		<Select
			{...scrollingOptions}
			data-autofocus
			label={t.item}
			placeholder={t.itemHint}
			required
			searchable
			data={data}
			value={value}
			error={error}
			searchValue={typed}
			onSearchChange={setTyped}
			onChange={(id, option) => {
				setLabel(option?.label ?? '');
				onChange(id as ItemId | null);
			}}
			filter={({ options }) => options}
			nothingFoundMessage={typed.trim() === '' ? undefined : t.noItemFound}
		/>
	);
}

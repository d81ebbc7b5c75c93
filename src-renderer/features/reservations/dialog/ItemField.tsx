import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { stillFitting } from '#renderer/ui/still-fitting.ts';
import type { ItemRow } from '#shared/features/inventory/model.ts';
import { SearchField } from './SearchField.tsx';
import { dialogTexts } from './texts.ts';

/** What a dialog is about. */
export type ChosenItem = Pick<ItemRow, 'id' | 'number' | 'name' | 'maker' | 'type' | 'isKit'>;

interface Props {
	value: ChosenItem | null;
	onChange(item: ChosenItem | null): void;
	error?: string | undefined;
}

/** What: an item or a kit, found by number or name. */
export function ItemField({ value, onChange, error }: Props) {
	const t = useTexts(dialogTexts);
	const [typed, setTyped] = useState('');
	const [text] = useDebouncedValue(typed, 120);
	const found = useQuery({
		...api.inventory.list.queryOptions({
			input: {
				...{ text, filter: 'current', category: null, location: null },
				...{ sort: { by: 'number', descending: false }, offset: 0, limit: 20 },
			},
		}),
		enabled: text !== '',
		placeholderData: (before) => before,
	});
	const rows = text === '' ? [] : (found.data?.rows ?? []);
	const optionOf = (row: ChosenItem) => ({
		value: row.id as string,
		label: [`${row.number} ${row.name}`, [row.maker, row.type].filter(Boolean).join(' '), row.isKit ? t.kit : '']
			.filter(Boolean)
			.join(' · '),
	});
	return (
		<SearchField
			label={t.item}
			placeholder={t.itemHint}
			nothingFound={t.noItem}
			options={stillFitting(rows.map(optionOf), typed, typed !== text || found.isPlaceholderData)}
			chosen={value && optionOf(value)}
			onType={setTyped}
			onChoose={(id) => onChange(id === null ? null : (rows.find((row) => row.id === id) ?? value))}
			error={error}
		/>
	);
}

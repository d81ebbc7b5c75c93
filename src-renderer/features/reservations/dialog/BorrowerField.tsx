import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { stillFitting } from '#renderer/ui/still-fitting.ts';
import { type BorrowerRow, borrowerName } from '#shared/features/borrowers/model.ts';
import { SearchField } from './SearchField.tsx';
import { dialogTexts } from './texts.ts';

interface Props {
	value: BorrowerRow | null;
	onChange(borrower: BorrowerRow | null): void;
	error?: string | undefined;
	autoFocus?: boolean;
}

/** For whom: found by name, card number or address. */
export function BorrowerField({ value, onChange, error, autoFocus = false }: Props) {
	const t = useTexts(dialogTexts);
	const [typed, setTyped] = useState('');
	const [text] = useDebouncedValue(typed, 120);
	const found = useQuery({
		...api.borrowers.list.queryOptions({
			input: { text, filter: 'all', sort: { by: 'name', descending: false }, offset: 0, limit: 20 },
		}),
		enabled: text !== '',
		placeholderData: (before) => before,
	});
	const rows = text === '' ? [] : (found.data?.rows ?? []);
	return (
		<SearchField
			label={t.borrower}
			placeholder={t.borrowerHint}
			nothingFound={t.noBorrower}
			options={stillFitting(rows.map(optionOf), typed, typed !== text || found.isPlaceholderData)}
			chosen={value && optionOf(value)}
			onType={setTyped}
			onChoose={(id) => onChange(id === null ? null : (rows.find((row) => row.id === id) ?? value))}
			error={error}
			autoFocus={autoFocus}
		/>
	);
}

const optionOf = (row: BorrowerRow) => ({
	value: row.id as string,
	label: [borrowerName(row), row.number, row.street].filter(Boolean).join(' · '),
});

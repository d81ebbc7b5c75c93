import { Autocomplete, CloseButton, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconId } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { FINDS } from '#renderer/ui/scanner/useScanner.ts';
import { stillFitting } from '#renderer/ui/still-fitting.ts';
import { borrowerName } from '#shared/features/borrowers/model.ts';
import type { IntakeDraft } from './intake-draft.ts';
import { intakeTexts } from './texts.ts';

interface Props {
	label?: string;
	/** Only who has a card counts: a name alone is nobody. */
	onlyCards?: boolean;
	visitor: string;
	borrower: IntakeDraft['borrower'];
	onChange(changes: Pick<IntakeDraft, 'visitor' | 'borrower'>): void;
}

/** Fewer letters begin too many names. */
const SHORTEST = 2;

/** Who brings it: a name, a card (typed or scanned), or nobody's. */
export function VisitorField({ label, onlyCards = false, visitor, borrower, onChange }: Props) {
	const t = useTexts(intakeTexts);
	const [text] = useDebouncedValue(visitor.trim(), 120);
	const found = useQuery({
		...api.borrowers.list.queryOptions({
			input: { text, filter: 'all', sort: { by: 'name', descending: false }, offset: 0, limit: 6 },
		}),
		enabled: borrower === null && text.length >= SHORTEST,
		placeholderData: (before) => before,
	});
	if (borrower !== null) {
		return (
			<TextInput
				size="md"
				label={label ?? t.visitor}
				readOnly
				value={borrower.number === '' ? borrower.name : `${borrower.name} · ${t.card(borrower.number)}`}
				leftSection={<IconId size={18} aria-hidden />}
				rightSection={<CloseButton aria-label={t.removeCard} onClick={() => onChange({ visitor: '', borrower: null })} />}
			/>
		);
	}
	const rows = visitor.trim().length < SHORTEST ? [] : (found.data?.rows ?? []);
	const isAsking = visitor.trim() !== text || found.isPlaceholderData;
	const isNobody = onlyCards && !isAsking && text.length >= SHORTEST && found.data?.rows.length === 0;
	const options = stillFitting(
		rows.map((row) => ({ row, label: `${borrowerName(row)} · ${row.number}` })),
		visitor,
		isAsking,
	);
	return (
		<Autocomplete
			size="md"
			data-scans={FINDS}
			label={label ?? t.visitor}
			description={onlyCards ? t.onlyCardsHint : t.visitorHint}
			error={isNobody ? t.nobodyWithCard : undefined}
			placeholder={onlyCards ? t.cardHint : undefined}
			maxLength={120}
			value={visitor}
			data={options.map(({ label }) => label)}
			filter={({ options: all }) => all}
			onChange={(name) => {
				// What was chosen from the list comes as its words, too.
				const row = options.find((option) => option.label === name)?.row;
				if (!row) return onChange({ visitor: name, borrower: null });
				onChange({ visitor: '', borrower: { id: row.id, number: row.number, name: borrowerName(row) } });
			}}
		/>
	);
}

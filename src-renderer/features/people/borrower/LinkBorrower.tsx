import { Button, Modal, Select, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { DialogActions } from '#renderer/ui/DialogActions.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { scrollingOptions } from '#renderer/ui/scrolling-options.ts';
import { type BorrowerRow, borrowerName, cardNumberOn } from '#shared/features/borrowers/model.ts';
import type { Person } from '#shared/features/people/model.ts';
import { setLink } from './set-link.ts';
import { texts } from './texts.ts';

const MOST = 12;

/** Chooses a borrower's card, those of the same name first. Looking for one leaves no trace where borrowers are kept. */
export function LinkBorrower({ person, onClose }: { person: Person; onClose(): void }) {
	const t = useTexts(texts);
	const [typed, setTyped] = useState('');
	const [chosen, setChosen] = useState<BorrowerRow | null>(null);
	const [missing, setMissing] = useState(false);
	const [error, setError] = useState<unknown>(null);
	const [text] = useDebouncedValue(typed.split(' · ')[0] ?? '', 120);
	const found = useQuery({
		...api.borrowers.list.queryOptions({
			input: { text: cardNumberOn(text) ?? text, filter: 'all', sort: { by: 'name', descending: false }, offset: 0, limit: MOST },
		}),
		placeholderData: (before) => before,
	});
	const namesakes = useQuery({
		...api.borrowers.duplicates.queryOptions({
			input: {
				...{ id: null, firstName: person.firstName, lastName: person.lastName ?? '' },
				...{ postcode: null, phone: null, email: null },
			},
		}),
		enabled: person.lastName !== null,
	});
	const rows = [...(found.data?.rows ?? [])];
	if (chosen && !rows.some(({ id }) => id === chosen.id)) rows.unshift(chosen);

	const link = async (row: BorrowerRow | null) => {
		setMissing(row === null);
		if (row === null) return;
		setError(null);
		try {
			await setLink(person, row.id, t.linked(row.number));
			onClose();
		} catch (caught) {
			setError(caught);
		}
	};
	return (
		<Modal opened onClose={onClose} title={<strong>{t.linkTitle}</strong>}>
			<form
				noValidate
				onSubmit={(event: FormEvent) => {
					event.preventDefault();
					void link(chosen);
				}}
			>
				<Stack pb="md">
					{namesakes.data && namesakes.data.length > 0 && (
						<div>
							<Text fw={600}>{t.sameName}</Text>
							{namesakes.data.map((row) => (
								<Button
									key={row.id}
									variant="default"
									fullWidth
									justify="start"
									mt="xs"
									aria-label={t.choose(row.number, labelOf(row))}
									onClick={() => void link(row)}
								>
									{row.number} · {labelOf(row)}
								</Button>
							))}
						</div>
					)}
					<Select
						{...scrollingOptions}
						data-autofocus
						openOnFocus={false}
						label={t.card}
						placeholder={t.cardHint}
						searchable
						required
						data={rows.map((row) => ({ value: row.id as string, label: `${row.number} · ${labelOf(row)}` }))}
						value={chosen?.id ?? null}
						onChange={(id) => {
							setChosen(rows.find((row) => row.id === id) ?? null);
							setMissing(false);
						}}
						onSearchChange={setTyped}
						filter={({ options }) => options}
						nothingFoundMessage={t.nothingFound}
						error={missing ? t.chooseFirst : undefined}
					/>
				</Stack>
				<DialogActions notice={<ErrorNotice error={error} />}>
					<Button variant="default" onClick={onClose}>
						{t.cancel}
					</Button>
					<Button type="submit">{t.save}</Button>
				</DialogActions>
			</form>
		</Modal>
	);
}

const labelOf = (row: BorrowerRow): string => [borrowerName(row), row.street].filter(Boolean).join(', ');

import { Modal, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { SaveActions } from '#renderer/ui/SaveActions.tsx';
import { scrollingOptions } from '#renderer/ui/scrolling-options.ts';
import { showUndo } from '#renderer/ui/undo-toast.tsx';
import { type BorrowerRow, borrowerName, cardNumberOn } from '#shared/features/borrowers/model.ts';
import type { SignIn } from '#shared/features/sign-ins/model.ts';
import { texts } from './texts.ts';

const MOST = 12;

/** Somebody who knows the person says which borrower it is; those of that name come first. */
export function MatchDialog({ entry, onClose }: { entry: SignIn; onClose: () => void }) {
	const t = useTexts(texts);
	const name = entry.name ?? '';
	const [typed, setTyped] = useState(name);
	const [chosen, setChosen] = useState<BorrowerRow | null>(null);
	const [tried, setTried] = useState(false);
	const [text] = useDebouncedValue(typed.split(' · ')[0] ?? '', 120);
	const found = useQuery({
		...api.borrowers.list.queryOptions({
			input: { text: cardNumberOn(text) ?? text, filter: 'all', sort: { by: 'name', descending: false }, offset: 0, limit: MOST },
		}),
		placeholderData: (before) => before,
	});
	const rows = [...(found.data?.rows ?? [])];
	if (chosen && !rows.some(({ id }) => id === chosen.id)) rows.unshift(chosen);
	const match = useMutation(
		api.signIns.match.mutationOptions({
			onSuccess: () => {
				showUndo(t.matched(name, chosen ? borrowerName(chosen) : ''), () =>
					client.signIns.match({ id: entry.id, borrowerId: entry.borrower?.id ?? null }),
				);
				onClose();
			},
		}),
	);
	return (
		<Modal opened onClose={onClose} title={<strong>{t.matchTitle(name)}</strong>}>
			<form
				noValidate
				onSubmit={(event) => {
					event.preventDefault();
					setTried(true);
					if (chosen) match.mutate({ id: entry.id, borrowerId: chosen.id });
				}}
			>
				<p style={{ marginTop: 0 }}>{t.matchWords}</p>
				<Select
					{...scrollingOptions}
					data-autofocus
					openOnFocus={false}
					pb="md"
					label={t.borrower}
					placeholder={t.borrowerHint}
					searchable
					required
					data={rows.map((row) => ({ value: row.id as string, label: `${row.number} · ${borrowerName(row)}` }))}
					value={chosen?.id ?? null}
					searchValue={typed}
					onSearchChange={setTyped}
					onChange={(id) => setChosen(rows.find((row) => row.id === id) ?? null)}
					filter={({ options }) => options}
					nothingFoundMessage={t.notFound}
					error={tried && chosen === null ? t.choose : undefined}
				/>
				<SaveActions
					notice={<ErrorNotice error={match.error} />}
					word={t.isBorrower}
					isSaving={match.isPending}
					onCancel={onClose}
				/>
			</form>
		</Modal>
	);
}

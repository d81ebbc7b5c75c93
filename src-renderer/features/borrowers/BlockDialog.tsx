import { Button, Modal, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api, queryClient } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { DialogActions } from '#renderer/ui/DialogActions.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { showUndo } from '#renderer/ui/undo-toast.tsx';
import { type Borrower, borrowerName } from '#shared/features/borrowers/model.ts';
import { texts } from './texts.ts';

/** Nothing more for somebody, with the reason that the desk will show. */
export function BlockDialog({ borrower, opened, onClose }: { borrower: Borrower; opened: boolean; onClose: () => void }) {
	const t = useTexts(texts);
	const [reason, setReason] = useState('');
	const [error, setError] = useState<unknown>(null);
	const refresh = () => queryClient.invalidateQueries({ queryKey: api.borrowers.key() });
	const block = async (event: FormEvent) => {
		event.preventDefault();
		try {
			await client.borrowers.block({ id: borrower.id, reason });
			await refresh();
			onClose();
			showUndo(t.blockedNow(borrowerName(borrower)), async () => {
				await client.borrowers.block({ id: borrower.id, reason: null });
				await refresh();
			});
		} catch (caught) {
			setError(caught);
		}
	};
	return (
		<Modal opened={opened} onClose={onClose} title={<strong>{t.blockTitle(borrowerName(borrower))}</strong>}>
			<form onSubmit={(event) => void block(event)} noValidate>
				<TextInput
					data-autofocus
					label={t.blockReason}
					description={t.blockReasonHint}
					required
					maxLength={200}
					value={reason}
					onChange={(event) => setReason(event.currentTarget.value)}
				/>
				<ErrorNotice error={error} />
				<DialogActions>
					<Button variant="default" onClick={onClose}>
						{t.cancel}
					</Button>
					<Button type="submit" disabled={reason.trim() === ''}>
						{t.block}
					</Button>
				</DialogActions>
			</form>
		</Modal>
	);
}

import { Modal, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api, queryClient } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { refusalCode } from '#renderer/rpc/refusal.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { focusFirstWrong } from '#renderer/ui/focus-first-wrong.ts';
import { SaveActions } from '#renderer/ui/SaveActions.tsx';
import { showUndo } from '#renderer/ui/undo-toast.tsx';
import { useReturnFocus } from '#renderer/ui/useReturnFocus.ts';
import type { BorrowerRow } from '#shared/features/borrowers/model.ts';
import type { ItemId } from '#shared/kernel/ids.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import { BorrowerField } from './dialog/BorrowerField.tsx';
import { type ChosenItem, ItemField } from './dialog/ItemField.tsx';
import { dialogTexts } from './dialog/texts.ts';

interface Props {
	item?: ChosenItem | null;
	borrower?: BorrowerRow | null;
	onClose(): void;
}

/** Somebody waits for an item: at the end of its queue. */
export function HoldDialog({ item: givenItem = null, borrower: givenBorrower = null, onClose }: Props) {
	const t = useTexts(dialogTexts);
	const [item, setItem] = useState(givenItem);
	const [borrower, setBorrower] = useState(givenBorrower);
	const [tried, setTried] = useState(false);
	useReturnFocus();
	const queue = useQuery({
		...api.reservations.holds.queryOptions({
			input: { filter: 'waiting', itemId: item?.id ?? ('' as ItemId), borrowerId: null, limit: 500 },
		}),
		enabled: item !== null,
	});
	const save = useMutation(
		api.reservations.hold.mutationOptions({
			onSuccess: async ({ id, itemName, borrowerName, place, until }) => {
				onClose();
				await queryClient.invalidateQueries({ queryKey: api.reservations.key() });
				const said =
					until === null ? t.held(itemName, borrowerName, place) : t.heldReady(itemName, borrowerName, formatLocalDate(until));
				showUndo(said, async () => {
					await client.reservations.cancelHold({ id });
					await queryClient.invalidateQueries({ queryKey: api.reservations.key() });
				});
			},
		}),
	);
	const isWaiting = refusalCode(save.error) === 'ALREADY_WAITING';
	const submit = (event: FormEvent<HTMLFormElement>) => {
		event.preventDefault();
		setTried(true);
		if (borrower === null || item === null) focusFirstWrong(event.currentTarget);
		else save.mutate({ borrowerId: borrower.id, itemId: item.id });
	};
	return (
		<Modal opened onClose={onClose} size="lg" title={<strong>{t.holdTitle}</strong>} returnFocus={false}>
			<form noValidate onSubmit={submit}>
				<Stack>
					<Text>{t.holdWords}</Text>
					<BorrowerField
						autoFocus={givenBorrower === null}
						value={borrower}
						onChange={(next) => {
							setBorrower(next);
							save.reset();
						}}
						error={isWaiting ? t.alreadyWaiting : tried && borrower === null ? t.borrowerMissing : undefined}
					/>
					<ItemField
						value={item}
						onChange={(next) => {
							setItem(next);
							save.reset();
						}}
						error={tried && item === null ? t.itemMissing : undefined}
					/>
					<Text role="status" size="sm" c="dimmed">
						{item !== null && queue.data && (queue.data.length === 0 ? t.nobodyWaits : t.waiting(queue.data.length))}
					</Text>
					<SaveActions
						notice={<ErrorNotice error={isWaiting ? null : save.error} />}
						word={t.saveHold}
						isSaving={save.isPending}
						onCancel={onClose}
					/>
				</Stack>
			</form>
		</Modal>
	);
}

import { Alert, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api, queryClient } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { refusalCode } from '#renderer/rpc/refusal.ts';
import { DateField } from '#renderer/ui/DateField.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { focusFirstWrong } from '#renderer/ui/focus-first-wrong.ts';
import { SaveActions } from '#renderer/ui/SaveActions.tsx';
import { showUndo } from '#renderer/ui/undo-toast.tsx';
import { useReturnFocus } from '#renderer/ui/useReturnFocus.ts';
import { type BorrowerRow, borrowerName } from '#shared/features/borrowers/model.ts';
import { formatLocalDate, type LocalDate } from '#shared/kernel/local-date.ts';
import { BorrowerField } from './dialog/BorrowerField.tsx';
import classes from './dialog/Dialog.module.css';
import { type ChosenItem, ItemField } from './dialog/ItemField.tsx';
import { PeriodPreview, usePeriodCheck } from './dialog/PeriodPreview.tsx';
import { dialogTexts } from './dialog/texts.ts';

interface Props {
	item?: ChosenItem | null;
	borrower?: BorrowerRow | null;
	from?: LocalDate | null;
	onClose(): void;
}

/** A new reservation. What stands against it is named while somebody types, and saved over only with a reason. */
export function ReserveDialog({
	item: givenItem = null,
	borrower: givenBorrower = null,
	from: givenFrom = null,
	onClose,
}: Props) {
	const t = useTexts(dialogTexts);
	const [item, setItem] = useState(givenItem);
	const [borrower, setBorrower] = useState(givenBorrower);
	const [from, setFrom] = useState(givenFrom);
	const [until, setUntil] = useState<LocalDate | null>(null);
	const [note, setNote] = useState('');
	const [reason, setReason] = useState('');
	const [tried, setTried] = useState(false);
	useReturnFocus();
	const isBackwards = from !== null && until !== null && until < from;
	const period = from === null || until === null || isBackwards ? null : { fromOn: from, untilOn: until };
	const check = usePeriodCheck(item?.id ?? null, borrower?.id ?? null, period);
	const conflicts = period && item ? (check.data?.conflicts ?? []) : [];
	const reasonMissing = conflicts.length > 0 && reason.trim() === '';
	const save = useMutation(
		api.reservations.create.mutationOptions({
			onSuccess: async ({ id, fromOn, untilOn }) => {
				onClose();
				await queryClient.invalidateQueries({ queryKey: api.reservations.key() });
				const span = t.span(formatLocalDate(fromOn), formatLocalDate(untilOn));
				showUndo(t.saved(item?.name ?? '', borrower ? borrowerName(borrower) : '', span), async () => {
					await client.reservations.cancel({ id });
					await queryClient.invalidateQueries({ queryKey: api.reservations.key() });
				});
			},
			// Somebody was quicker: what stands against it now is asked for again.
			onError: () => void check.refetch(),
		}),
	);
	const submit = (event: FormEvent<HTMLFormElement>) => {
		event.preventDefault();
		setTried(true);
		const form = event.currentTarget;
		// A day that cannot be read is known to its field alone.
		const isUnread = form.querySelector('[data-unread] [aria-invalid="true"]') !== null;
		if (isUnread || borrower === null || item === null || period === null || reasonMissing || check.isFetching) {
			focusFirstWrong(form);
			return;
		}
		save.mutate({ borrowerId: borrower.id, itemId: item.id, ...period, note, reason });
	};
	return (
		<Modal opened onClose={onClose} size="lg" title={<strong>{t.reserveTitle}</strong>} returnFocus={false}>
			<form noValidate onSubmit={submit}>
				<Stack>
					<BorrowerField
						autoFocus={givenBorrower === null}
						value={borrower}
						onChange={setBorrower}
						error={tried && borrower === null ? t.borrowerMissing : undefined}
					/>
					{borrower?.blockedReason && (
						<Alert color="clay" p="sm">
							{t.blocked(borrower.blockedReason)}
						</Alert>
					)}
					<ItemField value={item} onChange={setItem} error={tried && item === null ? t.itemMissing : undefined} />
					<div className={classes.days} data-unread>
						<DateField
							label={t.from}
							required
							value={from}
							onChange={setFrom}
							error={tried && from === null ? t.dayMissing : undefined}
						/>
						<DateField
							label={t.until}
							required
							value={until}
							onChange={setUntil}
							error={isBackwards ? t.order : tried && until === null ? t.dayMissing : undefined}
						/>
					</div>
					<PeriodPreview check={check} />
					{conflicts.length > 0 && (
						<TextInput
							label={t.reason}
							description={t.reasonHint}
							required
							maxLength={200}
							value={reason}
							onChange={(event) => setReason(event.currentTarget.value)}
							error={tried && reasonMissing ? t.reasonMissing : undefined}
						/>
					)}
					<Textarea
						label={t.note}
						description={t.noteHint}
						autosize
						minRows={2}
						maxLength={500}
						value={note}
						onChange={(event) => setNote(event.currentTarget.value)}
					/>
					<SaveActions
						notice={<ErrorNotice error={refusalCode(save.error) === 'CONFLICTS' ? null : save.error} />}
						word={conflicts.length > 0 ? t.saveAnyway : t.save}
						isSaving={save.isPending}
						onCancel={onClose}
					/>
				</Stack>
			</form>
		</Modal>
	);
}

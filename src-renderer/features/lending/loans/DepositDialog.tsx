import { Button, Group, Modal, Radio, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { formatMoney, moneyText, parseMoney } from '#renderer/i18n/money.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api, queryClient } from '#renderer/rpc/api.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { showNotice } from '#renderer/ui/undo-toast.tsx';
import { useReturnFocus } from '#renderer/ui/useReturnFocus.ts';
import type { DepositEntry, Loan } from '#shared/features/lending/model.ts';
import { dialogTexts } from './dialog-texts.ts';

type What = Exclude<DepositEntry['what'], 'corrected'>;

/** Money for a loan changes hands. What is held is given back whole unless somebody says otherwise. */
export function DepositDialog({ loan, onClose }: { loan: Loan; onClose(): void }) {
	const t = useTexts(dialogTexts);
	const held = loan.depositHeldCents;
	const [what, setWhat] = useState<What>(held > 0 ? 'returned' : 'paid');
	const [text, setText] = useState(held > 0 ? moneyText(held) : '');
	const [tried, setTried] = useState(false);
	useReturnFocus();
	const enter = useMutation(
		api.lending.deposit.mutationOptions({
			onSuccess: async ({ receipt }) => {
				showNotice(t.depositDone(receipt));
				await queryClient.invalidateQueries({ queryKey: api.lending.key() });
				onClose();
			},
		}),
	);
	const cents = parseMoney(text) ?? 0;
	const wrong = cents < 1 ? t.amountMissing : what !== 'paid' && cents > held ? t.amountTooMuch(formatMoney(held)) : null;
	return (
		<Modal opened onClose={onClose} title={<strong>{t.depositTitle}</strong>} returnFocus={false}>
			<form
				noValidate
				onSubmit={(event) => {
					event.preventDefault();
					setTried(true);
					if (wrong === null) enter.mutate({ loanId: loan.id, what, cents });
				}}
			>
				<Stack>
					{held > 0 && (
						<Radio.Group label={t.depositWhat} size="md" value={what} onChange={(value) => setWhat(value as What)}>
							<Stack gap="sm" mt="xs">
								{(['returned', 'kept', 'paid'] as const).map((value) => (
									<Radio key={value} value={value} label={t.what[value]} description={t.whatHint[value]} />
								))}
							</Stack>
						</Radio.Group>
					)}
					<TextInput
						data-autofocus
						label={t.amount}
						description={held > 0 ? undefined : t.whatHint.paid}
						required
						inputMode="decimal"
						autoComplete="off"
						maw="12rem"
						maxLength={12}
						value={text}
						error={tried && wrong}
						onChange={(event) => setText(event.currentTarget.value)}
					/>
					<ErrorNotice error={enter.error} />
					<Group justify="flex-end">
						<Button variant="default" onClick={onClose}>
							{t.cancel}
						</Button>
						<Button type="submit" loading={enter.isPending}>
							{t.depositSave}
						</Button>
					</Group>
				</Stack>
			</form>
		</Modal>
	);
}

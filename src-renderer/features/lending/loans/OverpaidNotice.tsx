import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconArrowsSplit2 } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { formatMoney } from '#renderer/i18n/money.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api, queryClient } from '#renderer/rpc/api.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { showNotice } from '#renderer/ui/undo-toast.tsx';
import type { LoanId } from '#shared/kernel/ids.ts';
import { pageTexts } from './page-texts.ts';

/** Two PCs gave the same deposit back while apart: only somebody who was there knows how often the money went out. */
export function OverpaidNotice({ loanId, cents }: { loanId: LoanId; cents: number }) {
	const t = useTexts(pageTexts);
	const settle = useMutation(
		api.lending.deposit.mutationOptions({
			onSuccess: async () => {
				showNotice(t.settled);
				await queryClient.invalidateQueries({ queryKey: api.lending.key() });
			},
		}),
	);
	const enter = (what: 'corrected' | 'paid') => settle.mutate({ loanId, what, cents });
	return (
		<Alert color="clay" icon={<IconArrowsSplit2 aria-hidden />} title={t.overpaid(formatMoney(cents))}>
			<Stack gap="sm">
				<Text size="sm">{t.overpaidWords}</Text>
				<Group gap="xs">
					<Button size="sm" variant="default" disabled={settle.isPending} onClick={() => enter('corrected')}>
						{t.paidOnce}
					</Button>
					<Button size="sm" variant="default" disabled={settle.isPending} onClick={() => enter('paid')}>
						{t.paidTwice(formatMoney(cents))}
					</Button>
				</Group>
				<Text size="sm">{t.paidTwiceWords}</Text>
				<ErrorNotice error={settle.error} />
			</Stack>
		</Alert>
	);
}

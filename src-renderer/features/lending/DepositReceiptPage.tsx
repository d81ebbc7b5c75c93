import { IconReceipt } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useSession } from '#renderer/features/members/session.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { DepositReceiptSheet } from '#renderer/print/DepositReceiptSheet.tsx';
import { api } from '#renderer/rpc/api.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import type { LoanId } from '#shared/kernel/ids.ts';
import { LoanPaper } from './loans/LoanPaper.tsx';
import { paperTexts } from './loans/paper-texts.ts';

/** The receipt for money that changed hands for a loan; without a number the newest one. */
export function DepositReceiptPage() {
	const { id } = useParams({ strict: false });
	const { beleg } = useSearch({ strict: false });
	const t = useTexts(paperTexts);
	const { profile } = useSession();
	const loan = useQuery(api.lending.loan.queryOptions({ input: { id: id as LoanId } }));
	const entries = loan.data?.deposits ?? [];
	const entry =
		beleg === undefined ? entries.toSorted((a, b) => b.at - a.at)[0] : entries.find(({ receipt }) => receipt === beleg);
	return (
		<LoanPaper
			title={t.receipt}
			intro={t.receiptIntro}
			preview={t.receiptPreview}
			loan={loan.data}
			paper={loan.data && entry && <DepositReceiptSheet loan={loan.data} entry={entry} profile={profile} />}
		>
			{loan.data && !entry && (
				<EmptyState icon={<IconReceipt />} title={t.receiptNone}>
					{t.receiptNoneWords}
				</EmptyState>
			)}
			<ErrorNotice error={loan.error} onRetry={() => void loan.refetch()} />
		</LoanPaper>
	);
}

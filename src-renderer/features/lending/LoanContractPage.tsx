import { IconFileText } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useSession } from '#renderer/features/members/session.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { LoanContractSheet } from '#renderer/print/LoanContractSheet.tsx';
import { openingWords } from '#renderer/print/opening-words.ts';
import { api } from '#renderer/rpc/api.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import type { Loan } from '#shared/features/lending/model.ts';
import type { LoanId } from '#shared/kernel/ids.ts';
import { LoanPaper } from './loans/LoanPaper.tsx';
import { paperTexts } from './loans/paper-texts.ts';

/** The contract of what went home, as it will be on paper. */
export function LoanContractPage() {
	const { id } = useParams({ strict: false });
	const t = useTexts(paperTexts);
	const loan = useQuery(api.lending.loan.queryOptions({ input: { id: id as LoanId } }));
	if (loan.data?.kind === 'take_home') return <Contract loan={loan.data} />;
	return (
		<LoanPaper title={t.contract} intro={t.contractIntro} preview={t.contractPreview} loan={loan.data}>
			{loan.data ? (
				<EmptyState icon={<IconFileText />} title={t.contractNone}>
					{t.contractNoneWords}
				</EmptyState>
			) : (
				<ErrorNotice error={loan.error} onRetry={() => void loan.refetch()} />
			)}
		</LoanPaper>
	);
}

function Contract({ loan }: { loan: Loan }) {
	const t = useTexts(paperTexts);
	const { profile } = useSession();
	const borrower = useQuery(api.borrowers.get.queryOptions({ input: { id: loan.borrowerId } }));
	const rules = useQuery(api.lending.rules.queryOptions());
	const hours = useQuery(api.site.openingHours.queryOptions());
	const failed = [borrower, rules, hours].find(({ error }) => error !== null);
	return (
		<LoanPaper
			title={t.contract}
			intro={t.contractIntro}
			preview={t.contractPreview}
			loan={loan}
			paper={
				borrower.data &&
				rules.data &&
				hours.data && (
					<LoanContractSheet
						loan={loan}
						borrower={borrower.data}
						rules={rules.data}
						profile={profile}
						open={openingWords(hours.data)}
					/>
				)
			}
		>
			<ErrorNotice error={failed?.error ?? null} onRetry={() => void failed?.refetch()} />
		</LoanPaper>
	);
}

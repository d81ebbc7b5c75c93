import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { formatDay } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import type { BorrowerId } from '#shared/kernel/ids.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import classes from './Borrowers.module.css';
import { texts } from './texts.ts';

const MOST = 50;

/** What somebody has now, and what they had before. */
export function BorrowerLoans({ borrowerId }: { borrowerId: BorrowerId }) {
	const t = useTexts(texts);
	const out = useQuery(api.lending.out.queryOptions({ input: { borrowerId, itemId: null, limit: 500 } }));
	const past = useQuery(
		api.lending.loans.queryOptions({
			input: {
				...{ text: '', filter: 'closed', borrowerId, itemId: null, offset: 0, limit: MOST },
				sort: { by: 'issuedAt', descending: true },
			},
		}),
	);
	return (
		<>
			<Section title={t.hasNow}>
				<ErrorNotice error={out.error} onRetry={() => void out.refetch()} />
				{out.isPending && <Skeleton height={64} />}
				{out.data?.length === 0 && <p className={classes.quiet}>{t.hasNothing}</p>}
				<ul className={classes.lines}>
					{out.data?.map((line) => (
						<li key={line.id}>
							<Link to="/ausleihe/ausleihen/$id" params={{ id: line.loanId }}>
								{line.itemName}
							</Link>
							<span className={line.isOverdue ? classes.warning : classes.quiet}>
								{line.itemNumber} ·{' '}
								{line.isOverdue ? t.wasDue(formatLocalDate(line.dueOn)) : t.dueOn(formatLocalDate(line.dueOn))}
							</span>
						</li>
					))}
				</ul>
			</Section>
			<Section title={t.before}>
				<ErrorNotice error={past.error} onRetry={() => void past.refetch()} />
				{past.isPending && <Skeleton height={64} />}
				{past.data?.rows.length === 0 && <p className={classes.quiet}>{t.nothingBefore}</p>}
				<ul className={classes.lines}>
					{past.data?.rows.map((loan) => (
						<li key={loan.id}>
							<Link to="/ausleihe/ausleihen/$id" params={{ id: loan.id }}>
								{loan.items.join(', ')}
							</Link>
							<span className={classes.quiet}>
								{loan.number} · {formatDay(loan.issuedAt)}
							</span>
						</li>
					))}
				</ul>
			</Section>
		</>
	);
}

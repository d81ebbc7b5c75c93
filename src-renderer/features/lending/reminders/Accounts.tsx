import { Button, Skeleton } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { formatMoney, moneyText } from '#renderer/i18n/money.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { saveTextFile } from '#renderer/ui/list/saveTextFile.ts';
import { Section } from '#renderer/ui/Section.tsx';
import { borrowerName } from '#shared/features/borrowers/model.ts';
import { writeCsv } from '#shared/kernel/csv.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';
import { BorrowerLink } from '../BorrowerLink.tsx';
import classes from './Accounts.module.css';

import { texts } from './texts.ts';

/** Money on both sides: deposits that lie here, damage that is not paid. */
export function Accounts() {
	const t = useTexts(texts);
	const accounts = useQuery(api.lending.accounts.queryOptions());
	const rows = accounts.data ?? [];
	const sum = (key: 'depositHeldCents' | 'chargedCents') => rows.reduce((total, row) => total + row[key], 0);
	const save = () => {
		const text = writeCsv(
			[t.number, t.account.borrower, t.account.deposit, t.account.charged],
			rows.map(({ borrower, depositHeldCents, chargedCents }) => [
				borrower.number,
				borrowerName(borrower),
				moneyText(depositHeldCents),
				moneyText(chargedCents),
			]),
		);
		saveTextFile({ fileName: `${t.accountsFile}_${localDateOf(Date.now())}.csv`, text }, 'text/csv;charset=utf-8');
	};
	return (
		<Section
			title={t.accounts}
			description={t.accountsWords}
			actions={
				rows.length > 0 && (
					<Button size="compact-md" variant="subtle" leftSection={<IconDownload size={16} aria-hidden />} onClick={save}>
						{t.accountsCsv}
					</Button>
				)
			}
		>
			<ErrorNotice error={accounts.error} onRetry={() => void accounts.refetch()} />
			{accounts.isPending && <Skeleton height={80} />}
			{accounts.data?.length === 0 && <span className={classes.quiet}>{t.accountsNone}</span>}
			{rows.length > 0 && (
				<table className={classes.table}>
					<thead>
						<tr>
							<th scope="col">{t.account.borrower}</th>
							<th scope="col">{t.account.deposit}</th>
							<th scope="col">{t.account.charged}</th>
						</tr>
					</thead>
					<tbody>
						{rows.map(({ borrower, depositHeldCents, chargedCents }) => (
							<tr key={borrower.id}>
								<th scope="row">
									<BorrowerLink id={borrower.id} name={borrowerName(borrower)} />
								</th>
								<td>{depositHeldCents > 0 && formatMoney(depositHeldCents)}</td>
								<td>{chargedCents > 0 && formatMoney(chargedCents)}</td>
							</tr>
						))}
					</tbody>
					<tfoot>
						<tr>
							<th scope="row">{t.account.sum}</th>
							<td>{formatMoney(sum('depositHeldCents'))}</td>
							<td>{formatMoney(sum('chargedCents'))}</td>
						</tr>
					</tfoot>
				</table>
			)}
		</Section>
	);
}

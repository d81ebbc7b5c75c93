import { ActionIcon, Anchor, Button, Menu, Skeleton } from '@mantine/core';
import { IconCalendarPlus, IconDots, IconHistory, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { LoanDamages } from '#renderer/features/maintenance/LoanDamages.tsx';
import { HistoryDrawer } from '#renderer/features/records/HistoryDrawer.tsx';
import { formatInstant } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import type { Loan } from '#shared/features/lending/model.ts';
import type { LoanId } from '#shared/kernel/ids.ts';
import { BorrowerLink } from './BorrowerLink.tsx';
import { LendingTabs } from './LendingTabs.tsx';
import classes from './LoanPage.module.css';
import { lineTexts } from './line-texts.ts';
import { ExtendLoan } from './loans/ExtendLoan.tsx';
import { LoanDeposits } from './loans/LoanDeposits.tsx';
import { LoanLines } from './loans/LoanLines.tsx';
import { pageTexts } from './loans/page-texts.ts';

/** One loan: what went out, what is back, the money for it, and its paper. */
export function LoanPage() {
	const { id } = useParams({ strict: false });
	const loan = useQuery(api.lending.loan.queryOptions({ input: { id: id as LoanId } }));
	return (
		<Page>
			<LendingTabs />
			{loan.data ? (
				<LoanView key={loan.data.id} loan={loan.data} />
			) : loan.error ? (
				<ErrorNotice error={loan.error} onRetry={() => void loan.refetch()} action={<BackToList />} />
			) : (
				<Skeleton height={320} />
			)}
		</Page>
	);
}

function LoanView({ loan }: { loan: Loan }) {
	const t = useTexts(pageTexts);
	const [extending, setExtending] = useState(false);
	const [past, setPast] = useState<{ table: 'loan' | 'loan_line'; id: string } | null>(null);
	const { kind } = useTexts(lineTexts);
	const isOpen = loan.openLines > 0;
	return (
		<>
			<PageHeader
				above={<BackToList />}
				title={t.title(loan.number)}
				subtitle={
					<>
						<BorrowerLink id={loan.borrowerId} name={loan.borrowerName} />
						{!isOpen && ` · ${t.closedWords}`}
					</>
				}
				actions={
					<>
						<Menu position="bottom-end">
							<Menu.Target>
								<ActionIcon variant="default" size={42} aria-label={t.more}>
									<IconDots size={20} aria-hidden />
								</ActionIcon>
							</Menu.Target>
							<Menu.Dropdown>
								<Menu.Label>{t.history}</Menu.Label>
								<Menu.Item
									leftSection={<IconHistory size={18} aria-hidden />}
									onClick={() => setPast({ table: 'loan', id: loan.id })}
								>
									{t.title(loan.number)}
								</Menu.Item>
								{loan.lineList.map((line) => (
									<Menu.Item
										key={line.id}
										leftSection={<IconHistory size={18} aria-hidden />}
										onClick={() => setPast({ table: 'loan_line', id: line.id })}
									>
										{`${line.itemNumber} ${line.itemName}`}
									</Menu.Item>
								))}
							</Menu.Dropdown>
						</Menu>
						{loan.kind === 'take_home' && (
							<Button
								variant="default"
								leftSection={<IconPrinter size={18} aria-hidden />}
								renderRoot={(props) => <Link to="/ausleihe/ausleihen/$id/vertrag" params={{ id: loan.id }} {...props} />}
							>
								{t.printContract}
							</Button>
						)}
						{isOpen && (
							<Button leftSection={<IconCalendarPlus size={18} aria-hidden />} onClick={() => setExtending(true)}>
								{t.extend}
							</Button>
						)}
					</>
				}
			/>
			<div className={classes.columns}>
				<div className={classes.column}>
					<LoanLines loan={loan} />
				</div>
				<div className={classes.column}>
					<LoanFacts loan={loan} />
					<LoanDeposits loan={loan} />
					<LoanDamages loanId={loan.id} />
				</div>
			</div>
			{extending && <ExtendLoan loan={loan} onClose={() => setExtending(false)} />}
			<HistoryDrawer
				table={past?.table ?? 'loan'}
				id={past?.id ?? loan.id}
				opened={past !== null}
				onClose={() => setPast(null)}
				fieldNames={t.field}
				formatValue={(field, value) =>
					field === 'issuedAt' || field === 'returnedAt'
						? formatInstant(Number(value))
						: field === 'kind'
							? kind[value as Loan['kind']]
							: undefined
				}
			/>
		</>
	);
}

function LoanFacts({ loan }: { loan: Loan }) {
	const t = useTexts(pageTexts);
	const { kind } = useTexts(lineTexts);
	return (
		<Section title={t.facts}>
			<dl className={classes.facts}>
				<dt>{t.kind}</dt>
				<dd>{kind[loan.kind]}</dd>
				<dt>{t.issued}</dt>
				<dd>
					{t.issuedWords(formatInstant(loan.issuedAt), loan.issuedByName)}
					{loan.isBackdated && <span className={classes.quiet}>{t.backdated}</span>}
				</dd>
				{loan.reason !== null && (
					<>
						<dt>{t.reason}</dt>
						<dd>{loan.reason}</dd>
					</>
				)}
			</dl>
		</Section>
	);
}

function BackToList() {
	const t = useTexts(pageTexts);
	return <Anchor renderRoot={(props) => <Link to="/ausleihe/ausleihen" {...props} />}>{t.backToList}</Anchor>;
}

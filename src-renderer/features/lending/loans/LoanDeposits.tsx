import { ActionIcon, Button, Group } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { formatDay } from '#renderer/i18n/format.ts';
import { formatMoney } from '#renderer/i18n/money.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { Section } from '#renderer/ui/Section.tsx';
import type { Loan } from '#shared/features/lending/model.ts';
import { DepositDialog } from './DepositDialog.tsx';
import classes from './LoanDeposits.module.css';
import { OverpaidNotice } from './OverpaidNotice.tsx';
import { pageTexts } from './page-texts.ts';

/** The money of a loan: what was taken, given back, kept; every entry has its receipt. */
export function LoanDeposits({ loan }: { loan: Loan }) {
	const t = useTexts(pageTexts);
	const [entering, setEntering] = useState(false);
	const isHeld = loan.depositHeldCents > 0;
	return (
		<Section title={t.deposit}>
			{loan.deposits.length === 0 ? (
				<span className={classes.quiet}>{t.noDeposit}</span>
			) : (
				<>
					{loan.depositHeldCents < 0 ? (
						<OverpaidNotice loanId={loan.id} cents={-loan.depositHeldCents} />
					) : (
						<strong>{isHeld ? t.held(formatMoney(loan.depositHeldCents)) : t.nothingHeld}</strong>
					)}
					<ul className={classes.entries}>
						{loan.deposits.map((entry) => (
							<li key={entry.id}>
								<span>
									{t.depositWhat[entry.what]}
									<span className={classes.quiet}>
										{formatDay(entry.at)}, {entry.memberName}
									</span>
								</span>
								<span className={classes.amount}>{formatMoney(Math.abs(entry.cents))}</span>
								{entry.what !== 'corrected' && (
									<ActionIcon
										variant="subtle"
										size="lg"
										aria-label={t.receipt(entry.receipt)}
										renderRoot={(props) => (
											<Link
												to="/ausleihe/ausleihen/$id/quittung"
												params={{ id: loan.id }}
												search={{ beleg: entry.receipt }}
												{...props}
											/>
										)}
									>
										<IconPrinter size={18} aria-hidden />
									</ActionIcon>
								)}
							</li>
						))}
					</ul>
				</>
			)}
			<Group>
				<Button size="sm" variant="default" onClick={() => setEntering(true)}>
					{isHeld ? t.giveDeposit : t.takeDeposit}
				</Button>
			</Group>
			{entering && <DepositDialog loan={loan} onClose={() => setEntering(false)} />}
		</Section>
	);
}

import { Anchor, Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { PrintSheet } from '#renderer/print/PrintSheet.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import type { Loan } from '#shared/features/lending/model.ts';
import classes from './LoanPaper.module.css';
import { paperTexts } from './paper-texts.ts';

interface LoanPaperProps {
	title: string;
	intro: string;
	/** Names the preview for screen readers. */
	preview: string;
	loan: Loan | undefined;
	/** What is printed; nothing while it is fetched. */
	paper?: ReactNode;
	/** What stands there besides, or instead of it. */
	children?: ReactNode;
}

/** The page of one paper of a loan: what it is, a button to print, and how it will look. */
export function LoanPaper({ title, intro, preview, loan, paper, children }: LoanPaperProps) {
	const t = useTexts(paperTexts);
	return (
		<Page>
			<PageHeader
				above={
					loan && (
						<Anchor renderRoot={(props) => <Link to="/ausleihe/ausleihen/$id" params={{ id: loan.id }} {...props} />}>
							{t.backToLoan(loan.number)}
						</Anchor>
					)
				}
				title={title}
				subtitle={intro}
				actions={
					<Button leftSection={<IconPrinter size="1.25rem" aria-hidden />} disabled={!paper} onClick={() => window.print()}>
						{t.print}
					</Button>
				}
			/>
			{children}
			{paper && (
				<div className={classes.paper}>
					<PrintSheet label={preview}>{paper}</PrintSheet>
				</div>
			)}
		</Page>
	);
}

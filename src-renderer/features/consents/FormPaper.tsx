import { Anchor, Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { PrintSheet } from '#renderer/print/PrintSheet.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import type { CaseId } from '#shared/kernel/ids.ts';
import classes from './Consents.module.css';
import { texts } from './texts.ts';

interface Props {
	caseId: CaseId;
	title: string;
	intro?: string;
	error: unknown;
	/** What is printed; nothing while it is fetched. The frame of the case file notes the print. */
	paper: ReactNode;
	/** What can be chosen, or has to be known before. */
	children?: ReactNode;
}

/** A page in the frame of a case file for one paper: what it is, a button to print, and how it will look. */
export function FormPaper({ caseId, title, intro, error, paper, children }: Props) {
	const t = useTexts(texts);
	return (
		<>
			<Anchor
				className={classes.start ?? ''}
				renderRoot={(props) => <Link to="/fallakten/$id/weitergabe" params={{ id: caseId }} {...props} />}
			>
				{t.back}
			</Anchor>
			<div className={classes.paper}>
				<Section
					title={title}
					description={intro ?? t.formIntro}
					variant="plain"
					actions={
						<Button leftSection={<IconPrinter size="1.25rem" aria-hidden />} disabled={!paper} onClick={() => window.print()}>
							{t.print}
						</Button>
					}
				>
					<ErrorNotice error={error} />
					{children}
					{paper && <PrintSheet label={t.preview}>{paper}</PrintSheet>}
				</Section>
			</div>
		</>
	);
}

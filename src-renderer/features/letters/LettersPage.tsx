import { Anchor, Button, Skeleton } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useOpenCase } from '#renderer/features/cases/useOpenCase.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { LetterRows } from './LetterRows.tsx';
import classes from './Letters.module.css';
import { NewLetter } from './NewLetter.tsx';
import { texts } from './texts.ts';

/** All letters of a case file. */
export function LettersPage() {
	const t = useTexts(texts);
	const { caseFile } = useOpenCase();
	const letters = useQuery(api.letters.ofCase.queryOptions({ input: { caseId: caseFile.id } }));
	const [isNew, setNew] = useState(false);
	const closed = caseFile.status === 'closed';
	const begin = !closed && (
		<Button leftSection={<IconMail size={18} aria-hidden />} onClick={() => setNew(true)}>
			{t.new}
		</Button>
	);
	const toTemplates = (
		<Anchor size="sm" renderRoot={(props) => <Link to="/fallakten/vorlagen" {...props} />}>
			{t.templates}
		</Anchor>
	);
	return (
		<>
			<ErrorNotice error={letters.error} onRetry={() => void letters.refetch()} />
			{letters.isPending && <Skeleton height={200} />}
			{letters.data?.length === 0 && (
				<EmptyState icon={<IconMail size={26} />} title={t.emptyTitle} action={begin}>
					{closed ? t.closed : t.emptyWords}
				</EmptyState>
			)}
			{letters.data && letters.data.length > 0 && (
				<Section title={t.title} description={closed ? t.closed : t.intro} actions={begin}>
					<LetterRows letters={letters.data} />
				</Section>
			)}
			<div className={classes.bar}>{toTemplates}</div>
			{isNew && <NewLetter caseFile={caseFile} onClose={() => setNew(false)} />}
		</>
	);
}

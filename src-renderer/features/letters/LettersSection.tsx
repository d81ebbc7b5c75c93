import { Anchor, Button } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { formatNumber } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import type { CaseFile } from '#shared/features/cases/model.ts';
import { LetterRows } from './LetterRows.tsx';
import classes from './Letters.module.css';
import { NewLetter } from './NewLetter.tsx';
import { texts } from './texts.ts';

const SHOWN = 3;

/** The newest letters, on the overview of a case file. */
export function LettersSection({ caseFile }: { caseFile: CaseFile }) {
	const t = useTexts(texts);
	const letters = useQuery(api.letters.ofCase.queryOptions({ input: { caseId: caseFile.id } }));
	const [isNew, setNew] = useState(false);
	const count = letters.data?.length ?? 0;
	return (
		<Section
			title={t.title}
			actions={
				caseFile.status !== 'closed' && (
					<Button size="compact-md" variant="light" leftSection={<IconMail size={16} aria-hidden />} onClick={() => setNew(true)}>
						{t.new}
					</Button>
				)
			}
		>
			<ErrorNotice error={letters.error} onRetry={() => void letters.refetch()} />
			{letters.data && count === 0 && <span className={classes.quiet}>{t.none}</span>}
			{count > 0 && <LetterRows letters={letters.data?.slice(0, SHOWN) ?? []} isNarrow />}
			{count > SHOWN && (
				<Anchor size="sm" renderRoot={(props) => <Link to="/fallakten/$id/schreiben" params={{ id: caseFile.id }} {...props} />}>
					{t.all(formatNumber(count))}
				</Anchor>
			)}
			{isNew && <NewLetter caseFile={caseFile} onClose={() => setNew(false)} />}
		</Section>
	);
}

import { Anchor, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useOpenCase } from '#renderer/features/cases/useOpenCase.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import type { CaseId, LetterId } from '#shared/kernel/ids.ts';
import { LetterEditor } from './LetterEditor.tsx';
import { LetterView } from './LetterView.tsx';
import { texts } from './texts.ts';

/** One letter of a case file: written while it is a draft, read and printed afterwards. */
export function LetterPage() {
	const { schreiben } = useParams({ strict: false });
	const { caseFile } = useOpenCase();
	const letter = useQuery(api.letters.get.queryOptions({ input: { id: schreiben as LetterId } }));
	/** Finished here just now, and to be printed at once. */
	const [printsOnce, setPrintsOnce] = useState<LetterId | null>(null);
	const { data } = letter;
	if (!data) {
		return letter.error ? (
			<ErrorNotice error={letter.error} onRetry={() => void letter.refetch()} action={<BackToLetters caseId={caseFile.id} />} />
		) : (
			<Skeleton height={400} />
		);
	}
	return (
		<>
			<BackToLetters caseId={caseFile.id} />
			{data.final === null && caseFile.status !== 'closed' ? (
				<LetterEditor key={data.id} letter={data} caseFile={caseFile} onPrintOnce={() => setPrintsOnce(data.id)} />
			) : (
				<LetterView
					key={data.id}
					letter={data}
					caseFile={caseFile}
					printsOnce={printsOnce === data.id}
					onPrinted={() => setPrintsOnce(null)}
				/>
			)}
		</>
	);
}

function BackToLetters({ caseId }: { caseId: CaseId }) {
	const t = useTexts(texts);
	return (
		<div>
			<Anchor renderRoot={(props) => <Link to="/fallakten/$id/schreiben" params={{ id: caseId }} {...props} />}>{t.back}</Anchor>
		</div>
	);
}

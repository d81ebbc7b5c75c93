import { Anchor, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useOpenCase } from '#renderer/features/cases/useOpenCase.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import type { CaseFile } from '#shared/features/cases/model.ts';
import type { Letter } from '#shared/features/letters/model.ts';
import type { CaseId, LetterId } from '#shared/kernel/ids.ts';
import { LetterEditor } from './LetterEditor.tsx';
import { LetterView } from './LetterView.tsx';
import { texts } from './texts.ts';

/** One letter of a case file: written while it is a draft, read and printed afterwards. */
export function LetterPage() {
	const { schreiben } = useParams({ strict: false });
	const { caseFile } = useOpenCase();
	const letter = useQuery(api.letters.get.queryOptions({ input: { id: schreiben as LetterId } }));
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
			<OpenLetter key={data.id} letter={data} caseFile={caseFile} />
		</>
	);
}

function OpenLetter({ letter, caseFile }: { letter: Letter; caseFile: CaseFile }) {
	/** Somebody else may finish it or close the file meanwhile: what is typed here stays on the screen until one leaves it. */
	const [isWriting, setWriting] = useState(letter.final === null && caseFile.status !== 'closed');
	/** Finished here just now, and to be printed at once. */
	const [printsOnce, setPrintsOnce] = useState(false);
	const leave = (prints: boolean) => {
		setPrintsOnce(prints);
		setWriting(false);
	};
	return isWriting ? (
		<LetterEditor letter={letter} caseFile={caseFile} onLeave={leave} />
	) : (
		<LetterView letter={letter} caseFile={caseFile} printsOnce={printsOnce} onPrinted={() => setPrintsOnce(false)} />
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

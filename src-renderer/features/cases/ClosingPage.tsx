import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDay } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import type { Closing } from '#shared/features/cases/closing.ts';
import type { ClosingId } from '#shared/kernel/ids.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import { ClosedNotice } from './closing/ClosedNotice.tsx';
import classes from './closing/Closing.module.css';
import { ClosingForm } from './closing/ClosingForm.tsx';
import { ClosingPaper } from './closing/ClosingPaper.tsx';
import { texts } from './closing-texts.ts';
import { useOpenCase } from './useOpenCase.ts';

/** Closing a file; once it is closed, what it came to, on the screen and on paper. Earlier closings stay readable. */
export function ClosingPage() {
	const t = useTexts(texts);
	const opened = useOpenCase();
	const { caseFile } = opened;
	const closings = useQuery(api.cases.closings.queryOptions({ input: { id: caseFile.id } }));
	const found = useQuery(api.goals.ofCase.queryOptions({ input: { caseId: caseFile.id } }));
	const [chosen, setChosen] = useState<ClosingId | null>(null);
	if (!closings.data || !found.data) {
		const error = closings.error ?? found.error;
		return error ? <ErrorNotice error={error} onRetry={() => void closings.refetch()} /> : <Skeleton height={320} />;
	}
	const isClosed = caseFile.status === 'closed';
	const all = closings.data.closings;
	const shown = all.find(({ id }) => id === chosen) ?? (isClosed ? all[0] : undefined);
	const others = all.filter((one) => one !== shown);
	return (
		<div className={classes.page}>
			{isClosed ? (
				<ClosedNotice caseId={caseFile.id} />
			) : (
				<ClosingForm key={all.length} caseFile={caseFile} goals={found.data.goals} situation={found.data.situation} />
			)}
			{isClosed && all.length === 0 && <p className={classes.hint}>{t.noClosing}</p>}
			{others.length > 0 && (
				<Section title={isClosed ? t.choose : t.earlier}>
					<ul className={classes.closings}>
						{others.map((closing) => (
							<li key={closing.id} className={classes.row}>
								<ClosingLine closing={closing} />
								<Button size="compact-md" variant="default" onClick={() => setChosen(closing.id)}>
									{t.show}
								</Button>
							</li>
						))}
					</ul>
				</Section>
			)}
			{shown && <ClosingPaper key={shown.id} closing={shown} opened={opened} />}
		</div>
	);
}

function ClosingLine({ closing }: { closing: Closing }) {
	const t = useTexts(texts);
	const { reopened } = closing;
	return (
		<div>
			<strong>{t.closedOnDay(formatLocalDate(closing.closedOn))}</strong>
			<p className={classes.hint}>{t.by(closing.memberName, formatDay(closing.at))}</p>
			{reopened && (
				<p className={classes.hint}>{t.reopenedOn(formatLocalDate(reopened.on), reopened.memberName, reopened.reason)}</p>
			)}
		</div>
	);
}

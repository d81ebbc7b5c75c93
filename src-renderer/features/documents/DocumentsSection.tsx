import { Anchor, Skeleton, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { formatDay } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import type { CaseId } from '#shared/kernel/ids.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import { DocumentDialogs, type Opened } from './DocumentDialogs.tsx';
import { DocumentMark } from './DocumentMark.tsx';
import classes from './Documents.module.css';
import { texts } from './texts.ts';

const SHOWN = 3;

/** The newest documents of a case file, on its overview. */
export function DocumentsSection({ caseId, frozen }: { caseId: CaseId; frozen: boolean }) {
	const t = useTexts(texts);
	const list = useQuery(api.documents.list.queryOptions({ input: { caseId } }));
	const [opened, setOpened] = useState<Opened | null>(null);
	const documents = list.data ?? [];
	return (
		<Section title={t.title}>
			<ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
			{list.isPending && <Skeleton height={56} />}
			{list.data && documents.length === 0 && <span className={classes.quiet}>{t.none}</span>}
			{documents.length > 0 && (
				<ul className={classes.newest} aria-label={t.newest}>
					{documents.slice(0, SHOWN).map(({ id, title, kind, date, addedAt, mediaType }) => (
						<li key={id}>
							<DocumentMark mediaType={mediaType} size={20} />
							<span className={classes.rowWords}>
								<UnstyledButton className={classes.rowTitle ?? ''} onClick={() => setOpened({ what: 'view', id })}>
									<bdi>{title}</bdi>
								</UnstyledButton>
								<span className={classes.rowFacts}>
									{`${t.kind[kind]} · ${date ? t.dated(formatLocalDate(date)) : formatDay(addedAt)}`}
								</span>
							</span>
						</li>
					))}
				</ul>
			)}
			<Anchor renderRoot={(props) => <Link to="/fallakten/$id/unterlagen" params={{ id: caseId }} {...props} />}>
				{documents.length > SHOWN ? t.all(documents.length) : t.more}
			</Anchor>
			<DocumentDialogs opened={opened} documents={documents} frozen={frozen} onOpen={setOpened} />
		</Section>
	);
}

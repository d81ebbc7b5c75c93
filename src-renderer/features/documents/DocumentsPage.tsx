import { Alert, Group, Select, Skeleton, TextInput } from '@mantine/core';
import { IconArchive, IconFiles, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useOpenCase } from '#renderer/features/cases/useOpenCase.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { type CaseDocument, DocumentKind } from '#shared/features/documents/model.ts';
import type { DocumentId } from '#shared/kernel/ids.ts';
import { DocumentDialogs, type Opened } from './DocumentDialogs.tsx';
import { DocumentRow } from './DocumentRow.tsx';
import classes from './Documents.module.css';
import { DropZone } from './DropZone.tsx';
import { isFound } from './found-documents.ts';
import { removeDocument } from './remove-document.ts';
import { texts } from './texts.ts';
import { UploadList } from './UploadList.tsx';
import { useUploads } from './useUploads.ts';

const NO_DOCUMENTS: readonly CaseDocument[] = [];
/** Fewer can be taken in at a glance. */
const FILTERED_FROM = 5;

/** All documents of a case file: bringing them in, finding, reading. */
export function DocumentsPage() {
	const t = useTexts(texts);
	const { caseFile } = useOpenCase();
	const frozen = caseFile.status === 'closed';
	const list = useQuery(api.documents.list.queryOptions({ input: { caseId: caseFile.id } }));
	const uploads = useUploads(caseFile.id);
	const [opened, setOpened] = useState<Opened | null>(null);
	const navigate = useNavigate();
	/** Found by the search: it opens as soon as one is here. */
	const { unterlage } = useSearch({ strict: false });
	useEffect(() => {
		if (unterlage === undefined) return;
		setOpened({ what: 'view', id: unterlage as DocumentId });
		void navigate({ to: '/fallakten/$id/unterlagen', params: { id: caseFile.id }, search: {}, replace: true });
	}, [unterlage, caseFile.id, navigate]);
	const [text, setText] = useState('');
	const [kind, setKind] = useState<DocumentKind | null>(null);
	const documents = list.data ?? NO_DOCUMENTS;
	const shown = documents.filter((one) => (kind === null || one.kind === kind) && isFound(one, text, t.kind));
	return (
		<div className={classes.page}>
			{frozen ? (
				<Alert color="gray" icon={<IconArchive aria-hidden />}>
					{t.closedWords}
				</Alert>
			) : (
				<DropZone onFiles={uploads.add} />
			)}
			<UploadList uploads={uploads} />
			<Section title={t.title} description={t.intro}>
				<ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
				{list.isPending && <Skeleton height={160} />}
				{documents.length >= FILTERED_FROM && (
					<Group gap="sm" align="flex-end">
						<TextInput
							type="search"
							label={t.searchLabel}
							placeholder={t.searchHint}
							leftSection={<IconSearch size={18} aria-hidden />}
							value={text}
							onChange={(event) => setText(event.currentTarget.value)}
							flex="1 1 14rem"
							maw="24rem"
						/>
						<Select
							label={t.kindFilter}
							placeholder={t.everyKind}
							clearable
							data={DocumentKind.options.map((value) => ({ value, label: t.kind[value] }))}
							value={kind}
							onChange={(value) => setKind(value as DocumentKind | null)}
							maw="16rem"
						/>
						<span role="status" className={classes.count}>
							{t.found(shown.length, documents.length)}
						</span>
					</Group>
				)}
				{list.data && documents.length === 0 && (
					<EmptyState icon={<IconFiles size={26} stroke={1.5} />} title={t.emptyTitle}>
						{frozen ? t.emptyClosed : t.emptyWords}
					</EmptyState>
				)}
				{documents.length > 0 && shown.length === 0 && <span className={classes.quiet}>{t.nothingFound}</span>}
				{shown.length > 0 && (
					<ul className={classes.rows}>
						{shown.map((document) => (
							<DocumentRow
								key={document.id}
								document={document}
								frozen={frozen}
								onAction={(action) =>
									action === 'remove' ? void removeDocument(document) : setOpened({ what: action, id: document.id })
								}
							/>
						))}
					</ul>
				)}
			</Section>
			<DocumentDialogs opened={opened} documents={documents} frozen={frozen} onOpen={setOpened} />
		</div>
	);
}

import { Anchor, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import type { PersonId } from '#shared/kernel/ids.ts';
import { MergeForm } from './merging/MergeForm.tsx';
import { texts } from './merging/texts.ts';

/** Two records side by side, and what becomes of them. The older one stays, until somebody says otherwise. */
export function MergePage() {
	const t = useTexts(texts);
	const { id = '' } = useParams({ strict: false });
	const { mit = '' } = useSearch({ strict: false });
	// Ids begin with the time they were made.
	const [older = '', younger = ''] = [id, mit].sort();
	const [swapped, setSwapped] = useState(false);
	const [keepId, awayId] = (swapped ? [younger, older] : [older, younger]) as [PersonId, PersonId];
	const preview = useQuery({
		...api.people.mergePreview.queryOptions({ input: { keepId, awayId } }),
		placeholderData: (before) => before,
	});
	const found = preview.data?.keep.id === keepId ? preview.data : undefined;
	return (
		<Page>
			<PageHeader
				above={<Anchor renderRoot={(props) => <Link to="/personen" {...props} />}>{t.backToList}</Anchor>}
				title={t.title}
				subtitle={t.intro}
			/>
			<ErrorNotice error={preview.error} onRetry={() => void preview.refetch()} />
			{!found && !preview.error && <Skeleton height={320} />}
			{found && <MergeForm {...found} backTo={id as PersonId} onKeep={(wanted) => setSwapped(wanted === younger)} />}
		</Page>
	);
}

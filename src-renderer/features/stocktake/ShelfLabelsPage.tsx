import { Anchor, Button, Skeleton } from '@mantine/core';
import { IconMapPin, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useSession } from '#renderer/features/members/session.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { PrintSheet } from '#renderer/print/PrintSheet.tsx';
import { ShelfLabelSheet } from '#renderer/print/ShelfLabelSheet.tsx';
import { api } from '#renderer/rpc/api.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { texts } from './texts.ts';

/** One label for each place that the inventory knows. */
export function ShelfLabelsPage() {
	const t = useTexts(texts);
	const { profile } = useSession();
	const words = useQuery(api.inventory.words.queryOptions());
	const places = words.data?.locations ?? [];
	return (
		<Page>
			<PageHeader
				above={<Anchor renderRoot={(props) => <Link to="/inventar/inventur" {...props} />}>{t.title}</Anchor>}
				title={t.labelsTitle}
				subtitle={t.labelsIntro}
				actions={
					places.length > 0 && (
						<Button leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
							{t.labelsPrint}
						</Button>
					)
				}
			/>
			<ErrorNotice error={words.error} onRetry={() => void words.refetch()} />
			{words.isPending && <Skeleton height={300} />}
			{words.data && places.length === 0 && (
				<EmptyState icon={<IconMapPin />} title={t.labelsNone}>
					{t.labelsNoneWords}
				</EmptyState>
			)}
			{places.length > 0 && (
				<PrintSheet label={t.labelsPreview}>
					<ShelfLabelSheet places={places} site={profile.name} />
				</PrintSheet>
			)}
		</Page>
	);
}

import { Anchor, Button, Skeleton } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useSession } from '#renderer/features/members/session.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { FireListSheet } from '#renderer/print/FireListSheet.tsx';
import { PrintSheet } from '#renderer/print/PrintSheet.tsx';
import { api } from '#renderer/rpc/api.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { ShareAway, Strays } from './HousePage.tsx';
import { texts } from './texts.ts';

/** Who is in the building, on paper: for whoever goes to the assembly point. */
export function FireListPage() {
	const t = useTexts(texts);
	const { profile } = useSession();
	const building = useQuery({ ...api.signIns.building.queryOptions(), refetchInterval: 30_000 });
	return (
		<Page>
			<PageHeader
				above={<Anchor renderRoot={(props) => <Link to="/haus" {...props} />}>{t.toHouse}</Anchor>}
				title={t.listTitle}
				subtitle={t.listSubtitle}
				actions={
					<Button leftSection={<IconPrinter size="1.25rem" aria-hidden />} onClick={() => window.print()}>
						{t.printNow}
					</Button>
				}
			/>
			<ErrorNotice error={building.error} onRetry={() => void building.refetch()} />
			{building.isPending && <Skeleton height={500} />}
			{building.data && (
				<>
					<ShareAway building={building.data} />
					<Strays building={building.data} />
					<PrintSheet label={t.preview}>
						<FireListSheet profile={profile} building={building.data} printedAt={building.dataUpdatedAt} />
					</PrintSheet>
				</>
			)}
		</Page>
	);
}

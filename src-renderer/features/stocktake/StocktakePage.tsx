import { Alert, Anchor, Button, Skeleton, Tabs } from '@mantine/core';
import { IconAlertTriangle, IconLock, IconLockOpen } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { formatDay } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api, queryClient } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { useStickyState } from '#renderer/ui/list/listMemory.ts';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { showError, showUndo } from '#renderer/ui/undo-toast.tsx';
import type { Standing } from '#shared/features/stocktake/contract.ts';
import type { StocktakeId } from '#shared/kernel/ids.ts';
import { CountTab } from './CountTab.tsx';
import { ProtocolTab } from './ProtocolTab.tsx';
import { ReconcileTab } from './ReconcileTab.tsx';
import { texts } from './texts.ts';

/** One stocktake: count, reconcile, print. */
export function StocktakePage() {
	const { id } = useParams({ from: '/inventar/inventur/$id' });
	const t = useTexts(texts);
	const standing = useQuery({
		...api.stocktake.standing.queryOptions({ input: { id: id as StocktakeId } }),
		placeholderData: keepPreviousData,
	});
	return (
		<Page width="wide">
			{standing.data ? (
				<Running key={id} standing={standing.data} />
			) : (
				<>
					<PageHeader
						above={<Anchor renderRoot={(props) => <Link to="/inventar/inventur" {...props} />}>{t.backToList}</Anchor>}
						title={t.title}
					/>
					<ErrorNotice error={standing.error} onRetry={() => void standing.refetch()} />
					{standing.isPending && <Skeleton height={400} />}
				</>
			)}
		</Page>
	);
}

const TABS = ['count', 'reconcile', 'protocol'] as const;

function Running({ standing }: { standing: Standing }) {
	const t = useTexts(texts);
	const { stocktake, open, late } = standing;
	const { id, name, location, category, createdAt, startedByName, finishedAt, finishedByName } = stocktake;
	const isFinished = finishedAt !== null;
	const [wanted, setTab] = useStickyState<string | null>(`stocktake.tab.${id}`, isFinished ? 'protocol' : 'count');
	const tab = isFinished && wanted === 'count' ? 'protocol' : wanted;
	const refresh = () => queryClient.invalidateQueries({ queryKey: api.stocktake.key() });
	const reopen = async () => {
		await client.stocktake.reopen({ id });
		await refresh();
	};
	const finish = async () => {
		await client.stocktake.finish({ id });
		setTab('protocol');
		await refresh();
		showUndo(t.finishedNow(open), reopen);
	};
	const scope = [location, category].filter((word) => word !== null).join(' · ') || t.everything;
	return (
		<>
			<PageHeader
				above={<Anchor renderRoot={(props) => <Link to="/inventar/inventur" {...props} />}>{t.backToList}</Anchor>}
				title={name}
				subtitle={`${scope} · ${t.started(formatDay(createdAt), startedByName)} · ${t.open(open)}`}
				actions={
					isFinished ? (
						<Button
							variant="default"
							leftSection={<IconLockOpen size={18} aria-hidden />}
							onClick={() => void reopen().then(() => setTab('count'), showError)}
						>
							{t.reopen}
						</Button>
					) : (
						<Button leftSection={<IconLock size={18} aria-hidden />} onClick={() => void finish().catch(showError)}>
							{t.finish}
						</Button>
					)
				}
			/>
			{isFinished && (
				<Alert color="petrol" variant="light" icon={<IconLock aria-hidden />}>
					{t.isFinished(formatDay(finishedAt), finishedByName ?? '?')}
				</Alert>
			)}
			{late > 0 && (
				<Alert color="clay" icon={<IconAlertTriangle aria-hidden />}>
					{t.late(late)}
				</Alert>
			)}
			<Tabs value={tab} onChange={setTab} keepMounted={false}>
				<Tabs.List mb="lg">
					{TABS.filter((name) => !isFinished || name !== 'count').map((name) => (
						<Tabs.Tab key={name} value={name}>
							{t.tabs[name]}
						</Tabs.Tab>
					))}
				</Tabs.List>
				<Tabs.Panel value="count">
					<CountTab standing={standing} />
				</Tabs.Panel>
				<Tabs.Panel value="reconcile">
					<ReconcileTab stocktake={stocktake} />
				</Tabs.Panel>
				<Tabs.Panel value="protocol">
					<ProtocolTab standing={standing} />
				</Tabs.Panel>
			</Tabs>
		</>
	);
}

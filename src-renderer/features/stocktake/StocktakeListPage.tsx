import { Button, Skeleton } from '@mantine/core';
import { IconClipboardCheck, IconQrcode } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { InventoryTabs } from '#renderer/features/inventory/InventoryTabs.tsx';
import { formatDay } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api, queryClient } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { showError, showUndo } from '#renderer/ui/undo-toast.tsx';
import type { StocktakeId } from '#shared/kernel/ids.ts';
import { StartStocktake } from './StartStocktake.tsx';
import classes from './Stocktake.module.css';
import { texts } from './texts.ts';

/** Begins a stocktake, or goes on with one. */
export function StocktakeListPage() {
	const t = useTexts(texts);
	const all = useQuery(api.stocktake.list.queryOptions());
	const refresh = () => queryClient.invalidateQueries({ queryKey: api.stocktake.key() });
	const remove = async (id: StocktakeId, name: string) => {
		await client.stocktake.remove({ id });
		await refresh();
		showUndo(t.removed(name), async () => {
			await client.stocktake.restore({ id });
			await refresh();
		});
	};
	return (
		<Page>
			<InventoryTabs />
			<PageHeader
				title={t.title}
				subtitle={t.intro}
				actions={
					<Button
						variant="default"
						leftSection={<IconQrcode size={18} aria-hidden />}
						renderRoot={(props) => <Link to="/inventar/inventur/orte" {...props} />}
					>
						{t.shelfLabels}
					</Button>
				}
			/>
			<StartStocktake />
			<Section title={t.all}>
				<ErrorNotice error={all.error} onRetry={() => void all.refetch()} />
				{all.isPending && <Skeleton height={120} />}
				{all.data?.length === 0 && (
					<EmptyState icon={<IconClipboardCheck />} title={t.none}>
						{t.noneWords}
					</EmptyState>
				)}
				<ul className={classes.findings}>
					{all.data?.map((one) => (
						<li key={one.id} className={classes.finding}>
							<div className={classes.words}>
								<Link to="/inventar/inventur/$id" params={{ id: one.id }} className={classes.item ?? ''}>
									{one.name}
								</Link>
								<span className={classes.quiet}>
									{[
										one.location ?? one.category ?? t.everything,
										t.started(formatDay(one.createdAt), one.startedByName),
										t.scans(one.scans),
									].join(' · ')}
								</span>
							</div>
							<div className={classes.choices}>
								<span className={classes.settled}>
									{one.finishedAt === null ? t.running : t.finished(formatDay(one.finishedAt))}
								</span>
								<Button
									size="compact-md"
									variant="subtle"
									aria-label={t.removeOf(one.name)}
									onClick={() => void remove(one.id, one.name).catch(showError)}
								>
									{t.remove}
								</Button>
							</div>
						</li>
					))}
				</ul>
			</Section>
		</Page>
	);
}

import { Button, Group, Skeleton } from '@mantine/core';
import { IconAlertTriangle, IconCertificate, IconQuestionMark, IconTool } from '@tabler/icons-react';
import { useQueries, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useDamageFilter } from '#renderer/features/maintenance/damage-filter.ts';
import { formatNumber } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { useStickyState } from '#renderer/ui/list/listMemory.ts';
import { Section } from '#renderer/ui/Section.tsx';
import type { ItemList } from '#shared/features/inventory/contract.ts';
import classes from './TodayPage.module.css';
import { texts } from './texts.ts';

type Filter = (typeof ItemList)['_output']['filter'];

const COUNTED = ['current', 'test_due', 'missing', 'maintenance'] as const satisfies readonly Filter[];

const OPEN_DAMAGE = {
	text: '',
	filter: 'open',
	itemId: null,
	loanId: null,
	sort: { by: 'foundOn', descending: true },
	offset: 0,
	limit: 1,
} as const;

/** What the inventory asks for today, for those who work in the workshops. */
export function Workshop() {
	const t = useTexts(texts);
	const counts = useQueries({
		queries: COUNTED.map((filter) =>
			api.inventory.list.queryOptions({
				input: {
					text: '',
					filter,
					category: null,
					location: null,
					sort: { by: 'number', descending: false },
					offset: 0,
					limit: 1,
				},
			}),
		),
	});
	const damages = useQuery(
		api.maintenance.list.queryOptions({
			input: OPEN_DAMAGE,
		}),
	);
	const [, setDamageFilter] = useDamageFilter();
	const broken = damages.data?.total ?? 0;
	const [items, tests, missing, maintenance] = counts.map(({ data }) => data?.total ?? 0) as [number, number, number, number];
	const failed = [...counts, damages].find(({ error }) => error !== null);
	const pending = [...counts, damages].some(({ isPending }) => isPending);
	return (
		<Section title={t.workshop}>
			<ErrorNotice error={failed?.error ?? null} onRetry={() => void failed?.refetch()} />
			{!failed && pending && <Skeleton height={96} />}
			{!failed && !pending && (
				<>
					{items === 0 ? (
						<p className={classes.words}>{t.workshopEmpty}</p>
					) : (
						<ul className={classes.counts}>
							<li>
								<strong>{t.workshopItems(formatNumber(items), items === 1)}</strong>
							</li>
							{tests > 0 && (
								<Count filter="test_due" icon={IconCertificate}>
									{t.workshopTests(formatNumber(tests), tests === 1)}
								</Count>
							)}
							{missing > 0 && (
								<Count filter="missing" icon={IconQuestionMark}>
									{t.workshopMissing(formatNumber(missing))}
								</Count>
							)}
							{maintenance > 0 && (
								<Count filter="maintenance" icon={IconTool}>
									{t.workshopMaintenance(formatNumber(maintenance))}
								</Count>
							)}
							{broken > 0 && (
								<li>
									<Link to="/inventar/schaeden" onClick={() => setDamageFilter('open')}>
										<IconAlertTriangle size="1.25rem" aria-hidden />
										{t.workshopDamages(formatNumber(broken), broken === 1)}
									</Link>
								</li>
							)}
							{tests + missing + maintenance + broken === 0 && <li>{t.workshopFine}</li>}
						</ul>
					)}
					<Group>
						<Button variant="light" renderRoot={(props) => <Link to="/inventar" {...props} />}>
							{t.workshopOpen}
						</Button>
					</Group>
				</>
			)}
		</Section>
	);
}

/** Leads to the list with just these. */
function Count({ filter, icon: Icon, children }: { filter: Filter; icon: typeof IconTool; children: string }) {
	const [, setFilter] = useStickyState<Filter>('inventory.filter', 'current');
	return (
		<li>
			<Link to="/inventar" onClick={() => setFilter(filter)}>
				<Icon size="1.25rem" aria-hidden />
				{children}
			</Link>
		</li>
	);
}

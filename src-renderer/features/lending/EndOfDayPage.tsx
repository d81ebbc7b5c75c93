import { Button, Skeleton } from '@mantine/core';
import { IconConfetti, IconMailForward, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useSession } from '#renderer/features/members/session.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { EndOfDaySheet } from '#renderer/print/EndOfDaySheet.tsx';
import { PrintedOnly } from '#renderer/print/PrintSheet.tsx';
import { api } from '#renderer/rpc/api.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { bundleKits } from '#shared/features/lending/kit-lines.ts';
import { LineGroup } from './end-of-day/LineGroup.tsx';
import { useLendingBorrowers } from './end-of-day/lending-borrowers.ts';
import { texts } from './end-of-day/texts.ts';
import { LendingTabs } from './LendingTabs.tsx';

const GROUPS = ['inHouse', 'dueToday', 'overdue'] as const;

/** Before closing: what had to be back by today and is not, with one click for each that is after all. */
export function EndOfDayPage() {
	const t = useTexts(texts);
	const { profile } = useSession();
	const found = useQuery(api.lending.endOfDay.queryOptions());
	const borrowers = useLendingBorrowers();
	const groups = GROUPS.map((name) => ({ name, bundles: bundleKits(found.data?.[name] ?? []) }));
	const shown = groups.filter(({ bundles }) => bundles.length > 0);
	const count = groups.reduce((sum, { bundles }) => sum + bundles.length, 0);
	return (
		<Page>
			<LendingTabs />
			<PageHeader
				title={t.title}
				subtitle={found.data && t.intro(count)}
				actions={
					count > 0 && (
						<>
							<Button
								variant="default"
								leftSection={<IconMailForward size={18} aria-hidden />}
								renderRoot={(props) => <Link to="/ausleihe/erinnerungen" {...props} />}
							>
								{t.toReminders}
							</Button>
							<Button leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
								{t.print}
							</Button>
						</>
					)
				}
			/>
			<ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
			{found.isPending && <Skeleton height={240} />}
			{found.data && count === 0 && (
				<EmptyState icon={<IconConfetti />} title={t.emptyTitle}>
					{t.emptyWords}
				</EmptyState>
			)}
			{shown.map(({ name, bundles }) => (
				<LineGroup
					key={name}
					title={t.groupCount(t.group[name], bundles.length)}
					description={t.groupWords[name]}
					bundles={bundles}
					borrowers={borrowers}
				/>
			))}
			{count > 0 && <PrintedOnly>{() => <EndOfDaySheet groups={groups} borrowers={borrowers} profile={profile} />}</PrintedOnly>}
		</Page>
	);
}

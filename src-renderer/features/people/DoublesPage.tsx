import { Anchor, Button, Group, Skeleton } from '@mantine/core';
import { IconUserCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { nameOf, type PersonRow } from '#shared/features/people/model.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import { setDistinct } from './merging/distinct.ts';
import classes from './merging/Merging.module.css';
import { texts } from './merging/texts.ts';

/** Who may be there twice: to compare, or to say once and for all that these are two. */
export function DoublesPage() {
	const t = useTexts(texts);
	const found = useQuery(api.people.pairs.queryOptions());
	const pairs = found.data?.pairs ?? [];
	const total = found.data?.total ?? 0;
	return (
		<Page>
			<PageHeader
				above={<Anchor renderRoot={(props) => <Link to="/personen" {...props} />}>{t.backToList}</Anchor>}
				title={t.doublesTitle}
				subtitle={t.doublesIntro}
			/>
			<ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
			{found.isPending && <Skeleton height={160} />}
			{found.data && pairs.length === 0 && (
				<EmptyState icon={<IconUserCheck size={26} />} title={t.noDoubles}>
					{t.noDoublesWords}
				</EmptyState>
			)}
			<ul className={classes.plain}>
				{pairs.map(({ one, other }) => (
					<li key={`${one.id} ${other.id}`} className={classes.pair} aria-label={t.pair(one.number, other.number)}>
						<Somebody row={one} />
						<Somebody row={other} />
						<Group gap="xs" wrap="nowrap">
							<Button
								variant="default"
								aria-label={t.areDifferentFor(one.number, other.number)}
								onClick={() => void setDistinct(one, other)}
							>
								{t.areDifferent}
							</Button>
							<Button
								aria-label={`${t.compare} ${t.pair(one.number, other.number)}`}
								renderRoot={(props) => (
									<Link to="/personen/$id/zusammenfuehren" params={{ id: one.id }} search={{ mit: other.id }} {...props} />
								)}
							>
								{t.compare}
							</Button>
						</Group>
					</li>
				))}
			</ul>
			{total > pairs.length && <p className={classes.quiet}>{t.doublesMore(pairs.length, total)}</p>}
		</Page>
	);
}

function Somebody({ row }: { row: PersonRow }) {
	const t = useTexts(texts);
	return (
		<div className={classes.person}>
			<Anchor renderRoot={(props) => <Link to="/personen/$id" params={{ id: row.id }} {...props} />} fw={600}>
				{nameOf(row)}
			</Anchor>
			<span className={classes.small}>
				{[row.number, row.birthDate ? t.born(formatLocalDate(row.birthDate)) : t.noBirthDate].join(' · ')}
			</span>
			<span className={classes.small}>
				{[row.street, row.city, row.openCases > 0 && t.openCases(row.openCases)].filter(Boolean).join(' · ')}
			</span>
		</div>
	);
}

import { Button, Skeleton, TextInput } from '@mantine/core';
import { IconCalendarHeart, IconDoor, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { weekdayOf } from '#renderer/i18n/days.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { useStickyState } from '#renderer/ui/list/listMemory.ts';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { foldedWords } from '#shared/kernel/fold.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import classes from './Offers.module.css';
import { OffersThatMeet } from './OffersThatMeet.tsx';
import { rhythmWords, timesWords } from './offer-words.ts';
import { texts } from './texts.ts';
import { useMayPlan } from './useMayPlan.ts';
import { useMembers } from './useMembers.ts';

/** What takes place in the house, and when next. */
export function OfferListPage() {
	const t = useTexts(texts);
	const mayPlan = useMayPlan();
	const members = useMembers();
	const offers = useQuery(api.offers.list.queryOptions());
	const [typed, setTyped] = useStickyState('offers.text', '');
	const wanted = foldedWords(typed);
	const rows = (offers.data ?? []).filter(({ name, leaders, roomName, place, kind }) => {
		const words = foldedWords(`${name} ${members.names(leaders)} ${roomName ?? ''} ${place ?? ''} ${t.kinds[kind]}`);
		return wanted.every((part) => words.some((word) => word.startsWith(part)));
	});
	const current = rows.filter(({ next }) => next !== null);
	const over = rows.filter(({ next }) => next === null);
	const add = mayPlan && (
		<Button leftSection={<IconPlus size={18} aria-hidden />} renderRoot={(props) => <Link to="/angebote/neu" {...props} />}>
			{t.add}
		</Button>
	);
	return (
		<Page>
			<PageHeader
				title={t.title}
				subtitle={offers.data && t.subtitle(offers.data.length)}
				actions={
					mayPlan && (
						<>
							<Button
								variant="default"
								leftSection={<IconDoor size={18} aria-hidden />}
								renderRoot={(props) => <Link to="/einstellungen/raeume" {...props} />}
							>
								{t.rooms}
							</Button>
							{add}
						</>
					)
				}
			/>
			<OffersThatMeet />
			<ErrorNotice error={offers.error} onRetry={() => void offers.refetch()} />
			{offers.isPending && <Skeleton height={320} />}
			{offers.data?.length === 0 && (
				<EmptyState icon={<IconCalendarHeart size={26} />} title={t.emptyTitle} action={add}>
					{t.emptyWords}
				</EmptyState>
			)}
			{offers.data && offers.data.length > 0 && (
				<>
					<TextInput
						aria-label={t.filter}
						placeholder={t.filterHint}
						value={typed}
						onChange={(event) => setTyped(event.currentTarget.value)}
						className={classes.filter ?? ''}
					/>
					{rows.length === 0 && <p className={classes.quiet}>{t.notFound}</p>}
					{current.length > 0 && (
						<Section title={t.current}>
							<OfferRows rows={current} names={members.names} />
						</Section>
					)}
					{over.length > 0 && (
						<Section title={t.over}>
							<OfferRows rows={over} names={members.names} />
						</Section>
					)}
				</>
			)}
		</Page>
	);
}

type Row = NonNullable<Awaited<ReturnType<typeof api.offers.list.call>>>[number];

function OfferRows({ rows, names }: { rows: readonly Row[]; names: ReturnType<typeof useMembers>['names'] }) {
	const t = useTexts(texts);
	return (
		<ul className={classes.rows}>
			{rows.map((row) => (
				<li key={row.id} className={classes.row}>
					<span className={classes.words}>
						<Link to="/angebote/$id" params={{ id: row.id }} className={classes.name ?? ''}>
							{row.name}
						</Link>
						<span>{`${rhythmWords(row)}, ${timesWords(row)}`}</span>
						<span className={classes.quiet}>{[t.kinds[row.kind], ...(row.isPublic ? [] : [t.notPublic])].join(' · ')}</span>
					</span>
					<span className={classes.words}>
						<span>{names(row.leaders) || t.noLeader}</span>
						<span className={classes.quiet}>{row.roomName ?? row.place}</span>
					</span>
					<span className={classes.words}>
						{row.next && (
							<>
								<span className={classes.quiet}>{t.next}</span>
								<span className={classes.next}>{`${weekdayOf(row.next.day)} ${formatLocalDate(row.next.day)}`}</span>
							</>
						)}
					</span>
				</li>
			))}
		</ul>
	);
}

import { Anchor, Button, Checkbox, Group, SegmentedControl, Select, Skeleton } from '@mantine/core';
import { IconCalendarOff, IconPrinter } from '@tabler/icons-react';
import { useQueries, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '#renderer/features/members/session.ts';
import { useMembers } from '#renderer/features/offers/useMembers.ts';
import { longDayOf, today } from '#renderer/i18n/days.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { PrintSheet } from '#renderer/print/PrintSheet.tsx';
import { SignInSheet } from '#renderer/print/SignInSheet.tsx';
import { MOST_LINES } from '#renderer/print/sign-in-lines.ts';
import { api } from '#renderer/rpc/api.ts';
import { DateField } from '#renderer/ui/DateField.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { useStickyState } from '#renderer/ui/list/listMemory.ts';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import type { Session } from '#shared/features/offers/model.ts';
import { LocalDate } from '#shared/kernel/local-date.ts';
import { KEPT_MONTHS, keptUntil } from './kept-until.ts';
import { sheetTexts } from './sheet-texts.ts';

/** Sheets to sign for one session, or for all of a day. */
export function SignInSheetPage() {
	const t = useTexts(sheetTexts);
	const { profile } = useSession();
	const navigate = useNavigate();
	const members = useMembers();
	const { tag, angebot } = useSearch({ from: '/angebote/teilnahmelisten' });
	const asked = LocalDate.safeParse(tag);
	const day = asked.success ? asked.data : today();
	const [months, setMonths] = useStickyState<string>('signInSheet.months', '12');
	const [withNames, setWithNames] = useState(false);
	const found = useQuery(api.offers.sessions.queryOptions({ input: { from: day, until: day, offerId: null } }));
	const ofDay = (found.data ?? []).filter(({ state }) => state === 'on');
	const one = ofDay.filter(({ offerId }) => offerId === angebot);
	const [scope, setScope] = useState<'one' | 'day'>(angebot === undefined ? 'day' : 'one');
	const sessions = scope === 'one' && one.length > 0 ? one : ofDay;
	const known = useKnownNames(sessions, withNames);
	const isReady = found.data !== undefined && known !== null;
	return (
		<Page>
			<PageHeader
				above={
					<Anchor
						renderRoot={(props) =>
							angebot === undefined ? (
								<Link to="/angebote" {...props} />
							) : (
								<Link to="/angebote/$id" params={{ id: angebot }} {...props} />
							)
						}
					>
						{angebot === undefined ? t.toOffers : t.toOffer}
					</Anchor>
				}
				title={t.title}
				subtitle={longDayOf(day)}
				actions={
					<Button
						leftSection={<IconPrinter size="1.25rem" aria-hidden />}
						disabled={!isReady || sessions.length === 0}
						onClick={() => window.print()}
					>
						{t.print}
					</Button>
				}
			/>
			<Group gap="lg" align="end">
				<DateField
					label={t.day}
					value={day}
					onChange={(next) =>
						next !== null &&
						void navigate({ to: '/angebote/teilnahmelisten', search: { tag: next, ...(angebot && { angebot }) }, replace: true })
					}
				/>
				{one.length > 0 && ofDay.length > one.length && (
					<SegmentedControl
						aria-label={t.which}
						value={scope}
						onChange={(next) => setScope(next as 'one' | 'day')}
						data={[
							{ value: 'one', label: t.onlyThis },
							{ value: 'day', label: t.wholeDay(ofDay.length) },
						]}
					/>
				)}
				<Select
					label={t.kept}
					value={months}
					onChange={(next) => next !== null && setMonths(next)}
					allowDeselect={false}
					data={KEPT_MONTHS.map((count) => ({ value: String(count), label: t.months(count) }))}
					w="11rem"
				/>
			</Group>
			<Checkbox
				label={t.names}
				description={t.namesHint}
				checked={withNames}
				onChange={(event) => setWithNames(event.currentTarget.checked)}
			/>
			<ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
			{!isReady && !found.error && <Skeleton height={600} />}
			{isReady && sessions.length === 0 && (
				<EmptyState icon={<IconCalendarOff />} title={t.noneTitle}>
					{t.noneBody}
				</EmptyState>
			)}
			{sessions.some(({ capacity }) => (capacity ?? 0) > MOST_LINES) && <p>{t.manyPlaces(MOST_LINES)}</p>}
			{isReady && sessions.length > 0 && (
				<PrintSheet label={t.preview}>
					{sessions.map((session, at) => (
						<SignInSheet
							key={`${session.offerId} ${session.ruleDay}`}
							profile={profile}
							session={session}
							leaders={members.names(session.leaders)}
							names={known[at] ?? []}
							keptUntil={keptUntil(session.day, Number(months))}
						/>
					))}
				</PrintSheet>
			)}
		</Page>
	);
}

/** By session; null while they are read. */
function useKnownNames(sessions: readonly Session[], isWanted: boolean): (readonly string[])[] | null {
	const asked = useQueries({
		queries: (isWanted ? sessions : []).map(({ offerId, ruleDay }) =>
			api.attendance.ofSession.queryOptions({ input: { offerId, ruleDay } }),
		),
	});
	if (!isWanted) return sessions.map(() => []);
	return asked.every(({ data, isError }) => data !== undefined || isError) ? asked.map(({ data }) => data?.known ?? []) : null;
}

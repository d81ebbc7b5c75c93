import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, type LinkProps } from '@tanstack/react-router';
import { doubleTexts } from '#renderer/features/appointments/double-texts.ts';
import { useMissingAttendance } from '#renderer/features/attendance/useMissingAttendance.ts';
import { texts as decisionTexts } from '#renderer/features/decisions/texts.ts';
import { dueTexts, dueWords } from '#renderer/features/funder-data/due-words.ts';
import { useSession } from '#renderer/features/members/session.ts';
import { timesWords } from '#renderer/features/offers/offer-words.ts';
import { texts as offerTexts } from '#renderer/features/offers/texts.ts';
import { weekdayOf } from '#renderer/i18n/days.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import type { Busy, PlannedSession } from '#shared/features/schedule/model.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import { lendingTexts } from './lending-texts.ts';
import classes from './TodayPage.module.css';
import { texts } from './texts.ts';

/** What needs somebody's decision. Nothing at all when nothing does. */
export function Waiting() {
	const t = useTexts(texts);
	const tLending = useTexts(lendingTexts);
	const tOffers = useTexts(offerTexts);
	const tDecisions = useTexts(decisionTexts);
	const tFunder = useTexts(dueTexts);
	const { member, vaults, isSample } = useSession();
	const share = useQuery(api.share.status.queryOptions());
	const apart = useQuery(api.decisions.count.queryOptions());
	const funder = useQuery({ ...api.funderData.due.queryOptions(), enabled: vaults.includes('counselling') });
	const twice = useQuery({ ...api.lending.lentTwice.queryOptions(), enabled: vaults.includes('workshop') });
	const overpaid = useQuery({ ...api.lending.overpaid.queryOptions(), enabled: vaults.includes('workshop') });
	const reserved = useQuery({ ...api.reservations.doubles.queryOptions(), enabled: vaults.includes('workshop') });
	const shadows = useQuery(api.schedule.doubles.queryOptions());
	const offers = useQuery(api.offers.doubles.queryOptions());
	const missing = useMissingAttendance();
	const administrator = member.roles.includes('administrator');
	const devices = useQuery({ ...api.devices.list.queryOptions(), enabled: administrator });
	const kiosks = useQuery({ ...api.kiosk.list.queryOptions(), enabled: administrator });
	const unapproved = [...(devices.data ?? []), ...(kiosks.data ?? [])].filter(({ state }) => state === 'waiting');
	const due = funder.data ?? [];
	const attention = share.data?.state === 'attention';
	const nowhere = share.data?.state === 'none' && administrator && !isSample;
	const decisions = twice.data ?? [];
	const money = overpaid.data ?? [];
	const clashes = reserved.data ?? [];
	const taken = shadows.data ?? [];
	const meeting = offers.data ?? [];
	const waiting = [unapproved, due, decisions, money, clashes, taken, meeting, missing].some((items) => items.length > 0);
	const fields = apart.data?.count ?? 0;
	if (!attention && !nowhere && !waiting && fields === 0) return null;
	return (
		<section aria-label={t.waits}>
			<ul className={classes.waiting}>
				{attention && (
					<Item title={t.waitsShare} link={{ to: '/sicherung' }}>
						{t.waitsShareBody}
					</Item>
				)}
				{nowhere && (
					<Item title={t.waitsNoShare} link={{ to: '/sicherung' }}>
						{t.waitsNoShareBody}
					</Item>
				)}
				{unapproved.map(({ id, name }) => (
					<Item key={id} title={t.waitsDevice(name)} link={{ to: '/geraete' }}>
						{t.waitsDeviceBody}
					</Item>
				))}
				{fields > 0 && (
					<Item title={tDecisions.waits(fields)} link={{ to: '/zusammenfuehrung' }}>
						{tDecisions.waitsBody}
					</Item>
				)}
				{decisions.map(({ itemId, itemNumber, itemName }) => (
					<Item key={itemId} title={tLending.waitsTwice(`${itemNumber} ${itemName}`)} link={{ to: '/ausleihe/ausleihen' }}>
						{tLending.waitsTwiceBody}
					</Item>
				))}
				{money.map(({ loanId, loanNumber, borrowerName }) => (
					<Item
						key={loanId}
						title={tLending.waitsOverpaid(loanNumber, borrowerName)}
						link={{ to: '/ausleihe/ausleihen/$id', params: { id: loanId } }}
					>
						{tLending.waitsOverpaidBody}
					</Item>
				))}
				{clashes.map(({ reservations: [first] }) => (
					<Item
						key={first?.id}
						title={tLending.waitsReserved(`${first?.itemNumber} ${first?.itemName}`)}
						link={{ to: '/ausleihe/reservierungen' }}
					>
						{tLending.waitsReservedBody}
					</Item>
				))}
				{taken.map(({ busy, sessions }) => (
					<TakenTwice key={busy[0]?.id} busy={busy} sessions={sessions} isOpen={vaults.includes('counselling')} />
				))}
				{meeting.map(({ offers: [one, other] }) => (
					<Item key={`${one.offerId} ${other.offerId}`} title={tOffers.meetTitle(1)} link={{ to: '/angebote' }}>
						{tOffers.both(one.name, other.name)}
					</Item>
				))}
				{missing.map((session) => (
					<Item
						key={`${session.offerId} ${session.ruleDay}`}
						title={t.waitsAttendance(session.name, timesWords(session))}
						link={{ to: '/angebote/$id/anwesenheit/$tag', params: { id: session.offerId, tag: session.ruleDay } }}
					>
						{t.waitsAttendanceBody}
					</Item>
				))}
				{due.map((one) => (
					<Item
						key={one.caseId}
						title={tFunder.waits(one.personName, one.part)}
						link={{ to: '/fallakten/$id/foerderung', params: { id: one.caseId } }}
					>
						{`${dueWords(one, tFunder)} · ${one.programmeName}`}
					</Item>
				))}
			</ul>
		</section>
	);
}

/** Without names of clients: who reads appointments sees them where it is decided. */
function TakenTwice({ busy, sessions, isOpen }: { busy: readonly Busy[]; sessions: readonly PlannedSession[]; isOpen: boolean }) {
	const t = useTexts(doubleTexts);
	const [first] = busy;
	if (!first) return null;
	const names = [
		...new Set([
			...busy.flatMap(({ counsellorNames, roomName }) => [...counsellorNames, roomName ?? []].flat()),
			...sessions.map(({ name }) => name),
		]),
	];
	return (
		<Item
			title={t.waits(`${weekdayOf(first.day)} ${formatLocalDate(first.day)}, ${first.from}`)}
			link={isOpen ? { to: '/termine' } : null}
		>
			{t.waitsWords(names.join(', '))}
		</Item>
	);
}

function Item({ title, link, children }: { title: string; link: LinkProps | null; children: string }) {
	const t = useTexts(texts);
	return (
		<li className={classes.wait}>
			<span className={classes.waitWords}>
				<strong>{title}</strong>
				{children}
			</span>
			{link !== null && (
				<Button
					size="sm"
					variant="default"
					renderRoot={(props) => <Link {...link} {...props} />}
					aria-label={`${t.open}: ${title}`}
				>
					{t.open}
				</Button>
			)}
		</li>
	);
}

import { useQuery } from '@tanstack/react-query';
import classes from '#renderer/features/cases/Story.module.css';
import { StoryCell } from '#renderer/features/cases/StoryCell.tsx';
import { inOrder } from '#renderer/features/consents/release-order.ts';
import { today } from '#renderer/i18n/days.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import type { Release } from '#shared/features/consents/model.ts';
import { releaseState } from '#shared/features/consents/release-for.ts';
import { isOpenReferral, type Referral } from '#shared/features/referrals/model.ts';
import { isEnding } from '#shared/features/referrals/reminders.ts';
import type { CaseId } from '#shared/kernel/ids.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import { MissingWords } from './GateNotice.tsx';
import { texts } from './texts.ts';

/** So many in all, and of these so many referrals at most; the others are on their page. */
const SHOWN = 3;
const SHOWN_REFERRALS = 2;

/** At a glance: to whom something may be told now and until when, and who is still to answer. */
export function PassingOnCell({ caseId }: { caseId: CaseId }) {
	const t = useTexts(texts);
	const releases = useQuery(api.consents.releases.queryOptions({ input: { caseId } }));
	const referrals = useQuery(api.referrals.ofCase.queryOptions({ input: { caseId } }));
	const valid = inOrder(releases.data ?? [], today()).filter((release) => releaseState(release, today()) === 'valid');
	const open = (referrals.data ?? []).filter((referral) => isOpenReferral(referral) || referral.missing !== null);
	const isKnown = releases.data !== undefined && referrals.data !== undefined;
	const waiting = open.slice(0, SHOWN_REFERRALS);
	const released = valid.slice(0, SHOWN - waiting.length);
	const hidden = open.length - waiting.length + valid.length - released.length;
	return (
		<StoryCell
			title={t.short}
			to={{ page: '/fallakten/$id/weitergabe', caseId }}
			more={isKnown && hidden > 0 && t.shortMore(hidden)}
		>
			{isKnown && valid.length + open.length === 0 && <span className={classes.quiet}>{t.shortEmpty}</span>}
			{waiting.length > 0 && (
				<ul className={classes.list} aria-label={t.shortReferrals}>
					{waiting.map((referral) => (
						<ReferralLine key={referral.id} referral={referral} />
					))}
				</ul>
			)}
			{released.length > 0 && (
				<ul className={classes.list} aria-label={t.shortReleases}>
					{released.map((release) => (
						<ReleaseLine key={release.id} release={release} isEnding={isEnding(release, releases.data ?? [], today())} />
					))}
				</ul>
			)}
		</StoryCell>
	);
}

function ReferralLine({ referral: { recipientName, state, missing, isReleaseOver, replyDueOn } }: { referral: Referral }) {
	const t = useTexts(texts);
	const due = state === 'sent' ? replyDueOn : null;
	const isLate = due !== null && due < today();
	return (
		<li>
			<span className={classes.oneLine} title={recipientName}>
				{recipientName}
			</span>
			<span className={classes.quiet}>{t.referred(t.state[state])}</span>
			{due !== null && (
				<span className={isLate ? classes.late : classes.quiet}>
					{isLate ? t.overdue(formatLocalDate(due)) : t.dueOn(formatLocalDate(due))}
				</span>
			)}
			{missing === null && isReleaseOver && <span className={classes.urgent}>{t.over}</span>}
			{missing !== null && (
				<span className={classes.urgent}>
					<MissingWords missing={missing} />
				</span>
			)}
		</li>
	);
}

function ReleaseLine({ release: { recipientName, validUntil }, isEnding: ends }: { release: Release; isEnding: boolean }) {
	const t = useTexts(texts);
	const until = formatLocalDate(validUntil);
	return (
		<li>
			<span className={classes.oneLine} title={recipientName}>
				{recipientName}
			</span>
			<span className={ends ? classes.urgent : classes.quiet}>{ends ? t.releaseEnds(until) : t.releaseUntil(until)}</span>
		</li>
	);
}

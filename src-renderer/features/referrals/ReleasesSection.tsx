import { Anchor, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import classes from '#renderer/features/consents/Consents.module.css';
import { ReleaseBadge } from '#renderer/features/consents/ReleaseBadge.tsx';
import { inOrder } from '#renderer/features/consents/release-order.ts';
import { texts as consentTexts } from '#renderer/features/consents/texts.ts';
import { today } from '#renderer/i18n/days.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { releaseState } from '#shared/features/consents/release-for.ts';
import { isOpenReferral } from '#shared/features/referrals/model.ts';
import type { CaseId } from '#shared/kernel/ids.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import { MissingWords } from './GateNotice.tsx';
import { texts } from './texts.ts';

/** At a glance: to whom something may be told now, and who is still to answer. */
export function ReleasesSection({ caseId }: { caseId: CaseId }) {
	const t = useTexts(texts);
	const words = useTexts(consentTexts);
	const releases = useQuery(api.consents.releases.queryOptions({ input: { caseId } }));
	const referrals = useQuery(api.referrals.ofCase.queryOptions({ input: { caseId } }));
	const valid = inOrder(releases.data ?? [], today()).filter((release) => releaseState(release, today()) === 'valid');
	const open = (referrals.data ?? []).filter((referral) => isOpenReferral(referral) || referral.missing !== null);
	const isLoaded = releases.data !== undefined && referrals.data !== undefined;
	return (
		<Section title={t.short}>
			<ErrorNotice error={releases.error ?? referrals.error} />
			{!isLoaded && <Skeleton height={80} />}
			{isLoaded && valid.length + open.length === 0 && <p className={classes.quiet}>{t.shortEmpty}</p>}
			{open.length > 0 && (
				<ul className={classes.rows} aria-label={t.shortReferrals}>
					{open.map(({ id, recipientName, state, missing, isReleaseOver, replyDueOn }) => (
						<li key={id} className={classes.short}>
							<span className={classes.quiet}>{t.shortReferrals}</span>
							<span className={classes.name}>{recipientName}</span>
							<span className={classes.quiet}>
								{[t.state[state], state === 'sent' && replyDueOn !== null && t.dueOn(formatLocalDate(replyDueOn))]
									.filter(Boolean)
									.join(' · ')}
							</span>
							{missing === null && isReleaseOver && <span className={classes.warning}>{t.over}</span>}
							{missing !== null && (
								<span className={classes.warning}>
									<MissingWords missing={missing} />
								</span>
							)}
						</li>
					))}
				</ul>
			)}
			{valid.length > 0 && (
				<ul className={classes.rows} aria-label={t.shortReleases}>
					{valid.map((release) => (
						<li key={release.id} className={classes.short}>
							<span className={classes.quiet}>{t.shortReleases}</span>
							<span className={classes.name}>{release.recipientName}</span>
							<span className={classes.head}>
								<span className={classes.quiet}>{words.until(formatLocalDate(release.validUntil))}</span>
								<ReleaseBadge release={release} />
							</span>
						</li>
					))}
				</ul>
			)}
			<Anchor
				className={classes.start ?? ''}
				renderRoot={(props) => <Link to="/fallakten/$id/weitergabe" params={{ id: caseId }} {...props} />}
			>
				{t.toPage}
			</Anchor>
		</Section>
	);
}

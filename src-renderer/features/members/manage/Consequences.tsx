import { Alert, Anchor, Checkbox, Skeleton } from '@mantine/core';
import { IconAlertTriangle, IconFolders, IconHandStop } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import type { MemberChange, MemberOverview } from '#shared/features/members/model.ts';
import { texts } from './change-texts.ts';
import { sentencesOf } from './consequence-sentences.ts';
import classes from './Manage.module.css';
import { unreadBy } from './unread.ts';
import { useConsequences } from './useConsequences.ts';

export interface ConsequencesProps {
	member: MemberOverview;
	change: MemberChange;
	beingMade: boolean;
	/** Called with whether they are known, allow the change, and what is grave was ticked. */
	onReady: (ready: boolean) => void;
}

/** Names what a change brings with it, before it can be made. */
export function Consequences({ member, change, beingMade, onReady }: ConsequencesProps) {
	const t = useTexts(texts);
	const found = useConsequences(member.id, change, beingMade);
	const overview = useQuery(api.members.overview.queryOptions());
	const others = overview.data?.members.filter(({ id, removedAt }) => id !== member.id && removedAt === null) ?? [];
	const [ticked, setTicked] = useState(false);
	const sentences = found.data && sentencesOf(member, change, found.data, unreadBy(others), t);
	const grave = sentences?.grave ?? null;
	const ready = sentences !== undefined && sentences.refusal === null && !found.isFetching && (grave === null || ticked);
	useEffect(() => onReady(ready), [ready, onReady]);

	if (found.error) return <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />;
	if (sentences === undefined) return <Skeleton height={96} />;
	if (sentences.refusal !== null) {
		return (
			<Alert color="brick" variant="light" icon={<IconHandStop aria-hidden />} role="alert">
				{sentences.refusal}
			</Alert>
		);
	}
	return (
		<div className={classes.consequences} aria-live="polite">
			{sentences.plain.length > 0 && (
				<div>
					<p className={classes.label}>{t.follows}</p>
					<ul className={classes.sentences}>
						{sentences.plain.map((sentence) => (
							<li key={sentence}>{sentence}</li>
						))}
					</ul>
				</div>
			)}
			{sentences.handOver !== null && (
				<Alert color="clay" variant="light" role="note" icon={<IconFolders aria-hidden />}>
					<p className={classes.words}>{sentences.handOver}</p>
					<Anchor renderRoot={(props) => <Link to="/fallakten" search={{ zustaendig: member.id }} {...props} />}>
						{t.showOwned}
					</Anchor>
					{' · '}
					<Anchor renderRoot={(props) => <Link to="/fallakten/uebergeben" search={{ von: member.id }} {...props} />}>
						{t.handOverOwned}
					</Anchor>
				</Alert>
			)}
			{sentences.warnings.length > 0 && (
				<Alert color="clay" variant="light" role="note" icon={<IconAlertTriangle aria-hidden />}>
					<ul className={classes.sentences}>
						{sentences.warnings.map((sentence) => (
							<li key={sentence}>{sentence}</li>
						))}
					</ul>
				</Alert>
			)}
			{grave !== null && (
				<Alert color="brick" variant="light" role="note" icon={<IconAlertTriangle aria-hidden />}>
					<p className={classes.grave}>{grave.sentence}</p>
					<Checkbox label={grave.tick} checked={ticked} onChange={(event) => setTicked(event.currentTarget.checked)} />
				</Alert>
			)}
		</div>
	);
}
